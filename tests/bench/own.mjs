// @ts-check
// Thousands of phrases of the user's own: a table of two columns, and many small rules.

import { DRAFTS } from './drafts.mjs';

/** @typedef {import('../../extension/wasm/core.js').Rule} Rule */
/** @typedef {typeof import('../../extension/wasm/core.js')} Core */

const VERBS = 'share send ask reach want need call take give help know make'.split(' ');
const THINGS = 'link form team lunch budget pilot deck intro thread invoice'.split(' ');

/** The phrase of this number; many begin with the same words, and drafts have some of them. */
const phrase = (/** @type {number} */ n) =>
  `${VERBS[n % 12]} the ${THINGS[Math.floor(n / 12) % 10]} ${Math.floor(n / 120).toString(36)}q`;

const PHRASES = Array.from({ length: 5_000 }, (_, n) => phrase(n));

/** @param {number} n @param {Partial<Rule>} fields @returns {Rule} */
const rule = (n, fields) => ({
  ...{ id: `custom.${n}`, kind: 'phrases', message: 'Plainer words are kinder.' },
  ...{ severity: 'soft', weight: 3 },
  ...fields,
});

/** One rule with 5,000 pairs. */
export const TABLE = [rule(0, { swaps: PHRASES.map((each) => [each, 'say it']) })];

/** 500 rules with ten phrases each, and examples. */
export const MANY = Array.from({ length: 500 }, (_, n) => {
  const patterns = PHRASES.slice(n * 10, n * 10 + 10);
  const fires = patterns.slice(0, 3).map((each) => `Would you «${each}» today?`);
  return rule(n, { patterns, fires, quiet: ['A day in the woods.'] });
});

/** @param {() => unknown} work */
function time(work) {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

/** @param {number[]} values */
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

/**
 * What 5,000 phrases cost.
 * @param {Core} core
 * @param {WebAssembly.Memory} memory
 * @param {object[]} words
 * @returns {import('./rows.mjs').Row[]}
 */
export function ownRules(core, memory, words) {
  /** @param {Rule[]} custom */
  const settings = (custom) => /** @type {any} */ ({ words, custom });
  const rounds = [1, 2, 3, 4, 5];
  /** @param {Rule[]} custom */
  const configured = (custom) =>
    median(rounds.map(() => time(() => core.configure(settings(custom)))));
  const analyses = () =>
    median(rounds.flatMap(() => DRAFTS.map((text) => time(() => core.analyze({ text })))));
  const rows = [];
  const plain = configured([]);
  for (let i = 0; i < 20; i += 1) analyses();
  for (const [name, custom] of /** @type {const} */ ([
    ['a table of 5,000 pairs', TABLE],
    ['500 rules of 10 phrases', MANY],
  ])) {
    const before = memory.buffer.byteLength;
    const set = configured(custom);
    const grown = (memory.buffer.byteLength - before) / 1e6;
    // By turns, so that both have the machine as it is.
    const [with_, without] = [[], []].map((list) => /** @type {number[]} */ (list));
    for (let turn = 0; turn < 5; turn += 1) {
      core.configure(settings(custom));
      with_.push(analyses(), analyses());
      core.configure(settings([]));
      without.push(analyses(), analyses());
    }
    const ratio = median(with_) / median(without);
    rows.push(
      row(`${name}: configure`, '', `${set.toFixed(0)} ms (${plain.toFixed(0)} without)`, null),
      row(`${name}: memory`, '', `${grown.toFixed(1)} MB more`, null),
      row(`${name}: a 400-byte draft`, '≤ 2', `${ratio.toFixed(2)} times as long`, ratio <= 2),
    );
  }
  const checked = time(() => core.checkRules(MANY));
  return [
    ...rows,
    row('500 rules with 4 examples tried', '< 2 s', `${checked.toFixed(0)} ms`, checked < 2_000),
  ];
}

/**
 * @param {string} what
 * @param {string} budget
 * @param {string} measured
 * @param {boolean | null} ok
 */
const row = (what, budget, measured, ok) => ({ what, budget, measured, ok });
