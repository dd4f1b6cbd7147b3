// @ts-check
// How well reports agree with what readers marked.

/** @typedef {import('./gold.mjs').Gold} Gold @typedef {import('./gold.mjs').Mark} Mark */
/** @typedef {Mark & { rule: string }} Found */
/** @typedef {import('../../extension/wasm/core.js').Stage} Stage */
/** @typedef {{ score: number | null, stage: Stage, findings: Found[], strengths: Found[] }} Answer */

/** Families that fair readers mix up count as one. */
const GROUPS = [
  ['self-focus', 'connect-pitch', 'unwanted-gift'],
  ['cold-ask', 'network-ask', 'no-reason', 'scripted-action', 'favor-trade'],
  ['presumption', 'assumed-mission', 'false-urgency', 'guilt', 'pushy-follow-up', 'ignored-no', 'hostility'],
  ['mass-blast', 'flattery', 'hidden-interest', 'link-dump'],
];
/** @param {string} family */
const group = (family) => GROUPS.find((families) => families.includes(family))?.[0] ?? family;

/** @param {Mark} a @param {Mark} b */
const overlap = (a, b) => a.start < b.end && b.start < a.end;
/** @param {Mark} mark @param {Mark[]} others */
const agrees = (mark, others) =>
  others.some((other) => overlap(mark, other) && group(mark.family) === group(other.family));

/** Of overlapping findings of one group, the first. @param {Found[]} found */
const once = (found) =>
  found.reduce((kept, mark) => (agrees(mark, kept) ? kept : [...kept, mark]), /** @type {Found[]} */ ([]));

/** Readers mark one slot a message, so blanks are not counted. @param {Mark} mark */
const isCounted = (mark) => mark.family !== 'unfilled-blank';

/**
 * The share of pairs that are ranked as the readers rank them: me-first below the others.
 * @param {{ gold: Gold, answer: Answer }[]} rows
 */
export function auc(rows) {
  const of = (/** @type {(verdicts: (string | undefined)[]) => boolean} */ chosen) =>
    rows.filter((r) => chosen(r.gold.readings.map((x) => x.verdict)) && r.answer.score !== null)
      .map((r) => /** @type {number} */ (r.answer.score));
  const me = of((v) => v.every((x) => x === 'me_first'));
  const others = of((v) => v.every((x) => x !== undefined && x !== 'me_first'));
  const win = (/** @type {number} */ a, /** @type {number} */ b) => (a < b ? 1 : a === b ? 0.5 : 0);
  /** @type {number[]} */
  const wins = me.flatMap((a) => others.map((b) => win(a, b)));
  return wins.reduce((sum, x) => sum + x, 0) / wins.length;
}

/** @param {number[]} values */
function ranks(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return values.map((v) => (sorted.indexOf(v) + sorted.lastIndexOf(v)) / 2);
}

/** Rank correlation of score and severity; negative is right. @param {{ gold: Gold, answer: Answer }[]} rows */
export function spearman(rows) {
  const scored = rows.filter((r) => r.answer.score !== null && r.gold.readings[0]?.severity !== undefined);
  const mean = (/** @type {number[]} */ xs) => xs.reduce((sum, x) => sum + x, 0) / xs.length;
  const x = ranks(scored.map((r) => /** @type {number} */ (r.answer.score)));
  const y = ranks(scored.map((r) => mean(r.gold.readings.map((one) => one.severity ?? 0))));
  const [mx, my] = [mean(x), mean(y)];
  const sum = (/** @type {(i: number) => number} */ f) => x.reduce((total, _, i) => total + f(i), 0);
  return sum((i) => (x[i] - mx) * (y[i] - my))
    / Math.sqrt(sum((i) => (x[i] - mx) ** 2) * sum((i) => (y[i] - my) ** 2));
}

/**
 * Finding by finding: what was found and what was missed. A finding is right where either reader
 * marked a fault of its group there; what is to be found is what all readers agree on.
 * @param {Gold} gold @param {Answer} answer @param {'findings' | 'strengths'} side
 */
export function compare(gold, answer, side) {
  const [first, ...rest] = gold.readings.map((reading) => reading[side].filter(isCounted));
  const either = [first, ...rest].flat();
  const agreed = first.filter((mark) => rest.every((others) => agrees(mark, others)));
  const found = once(answer[side].filter(isCounted));
  return {
    found: found.map((mark) => ({ mark, right: agrees(mark, either) })),
    asked: agreed.map((mark) => ({ mark, met: agrees(mark, found) })),
    clean: either.length === 0,
  };
}
