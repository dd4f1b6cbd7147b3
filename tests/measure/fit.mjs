// @ts-check
// Fits the rules' weights to the severities that readers gave, and prints what would change.
//
//   ./build.sh fit [--write] [FILE…]
//
// A message's severity (0 to 10) times ten is what it should lose. What a rule loses is its weight
// times its share: 0.6 to the power of how many of its family weigh more, times the stage's factor
// (src/score.rs, src/stage.rs). Ridge regression by coordinate descent, drawn towards the present
// weights, so that a rule seen twice keeps what its author gave it. Fitted are the rules that find
// faults, all but blanks: what strengths win back, and what a slip of the pen costs, are for people
// to say. `--write` puts the fitted weights into the rule files.

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { answers, corpus } from './engine.mjs';
import { read } from './gold.mjs';

const RULES = 'src/rules';
/** How strongly a weight is drawn to what it was: as if so many messages had said so. */
const PRIOR = 8;
/** What the next finding of a family still weighs; see src/score.rs. */
const DECAY = 0.6;
const [LEAST, MOST] = [4, 40];
const ROUNDS = 200;

/** What a finding weighs at a stage, for families that are not faults always; see src/stage.rs. */
const FACTORS = { 'connect-note': 1.3, declined: 1.2, unanswered: 1.1, 'first-contact': 1, answered: 0.5, warm: 0.2 };
const ALWAYS = ['hostility', 'guilt', 'unfilled-blank', 'wrong-recipient', 'ignored-no'];

/** Weights by rule, and which rules are praise. */
function present() {
  const files = readdirSync(RULES).map((name) => `${RULES}/${name}`);
  return new Map(files.flatMap((file) => {
    const family = /** @type {any} */ (parse(readFileSync(file, 'utf8')));
    return family.rule.map((/** @type {any} */ rule) =>
      [rule.id, { weight: rule.weight, praise: Boolean(family.praise), file }]);
  }));
}

/**
 * What each rule's weight is multiplied by in a message.
 * @param {import('./scores.mjs').Found[]} found @param {Map<string, number>} weights @param {(family: string) => number} factor
 * @returns {[string, number][]}
 */
function shares(found, weights, factor) {
  const weight = (/** @type {string} */ rule) => weights.get(rule) ?? 0;
  const sorted = [...found].sort((a, b) => weight(b.rule) - weight(a.rule));
  /** @type {Map<string, number>} */
  const seen = new Map();
  return sorted.map(({ rule, family }) => {
    const before = seen.get(family) ?? 0;
    seen.set(family, before + 1);
    return [rule, factor(family) * DECAY ** before];
  });
}

const rules = present();
const weights = new Map([...rules].map(([id, rule]) => [id, rule.weight]));
const files = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const golds = (files.length ? files : corpus()).flatMap(read);
// A message in which nothing is found loses nothing, whatever its strengths would win back.
const flagged = (/** @type {import('./engine.mjs').Row} */ { answer }) =>
  answer.score !== null && answer.findings.length > 0;
const rows = answers(golds, 'hint').filter(flagged).map(({ gold, answer }) => {
  const severities = gold.readings.map((reading) => reading.severity ?? 0);
  const wanted = 10 * severities.reduce((sum, s) => sum + s, 0) / severities.length;
  const stage = FACTORS[answer.stage];
  const factor = (/** @type {string} */ family) => (ALWAYS.includes(family) ? 1 : stage);
  const terms = [
    ...shares(answer.findings, weights, factor),
    ...shares(answer.strengths, weights, () => -1),
  ];
  return { wanted, terms };
});

/** @type {Map<string, { row: number, share: number }[]>} */
const uses = new Map();
rows.forEach(({ terms }, row) => terms.forEach(([rule, share]) => {
  uses.set(rule, [...(uses.get(rule) ?? []), { row, share }]);
}));
const fitted = new Map(weights);
const rest = rows.map(({ wanted, terms }) =>
  wanted - terms.reduce((sum, [rule, share]) => sum + share * (weights.get(rule) ?? 0), 0));
for (let round = 0; round < ROUNDS; round++) {
  for (const [rule, places] of uses) {
    if (rules.get(rule)?.praise || rule.startsWith('unfilled-blank.')) continue;
    const now = fitted.get(rule) ?? 0;
    const prior = weights.get(rule) ?? 0;
    const slope = places.reduce((sum, { row, share }) => sum + share * (rest[row] + share * now), 0);
    const square = places.reduce((sum, { share }) => sum + share * share, 0);
    const best = Math.min(MOST, Math.max(LEAST, (slope + PRIOR * prior) / (square + PRIOR)));
    for (const { row, share } of places) rest[row] -= share * (best - now);
    fitted.set(rule, best);
  }
}

for (const [rule, weight] of [...fitted].sort()) {
  const [before, after] = [weights.get(rule) ?? 0, Math.round(weight)];
  const mark = before === after ? ' ' : '*';
  console.log(`${mark} ${rule.padEnd(40)} ${String(before).padStart(3)} → ${String(after).padStart(3)}   seen ${uses.get(rule)?.length ?? 0}`);
}

if (process.argv.includes('--write')) {
  for (const file of new Set([...rules.values()].map((rule) => rule.file))) {
    const parts = readFileSync(file, 'utf8').split(/^(?=\[\[rule\]\])/m).map((part) => {
      const id = /^id = "(.+)"$/m.exec(part)?.[1] ?? '';
      const weight = fitted.get(id);
      return weight === undefined || !part.startsWith('[[rule]]') ? part
        : part.replace(/^weight = \d+/m, `weight = ${Math.round(weight)}`);
    });
    writeFileSync(file, parts.join(''));
  }
}
