// @ts-check
// How often each rule has marked something in a draft, and how often that was ignored: counts by
// rule, nothing else.

import { forget, read, write } from '../shared/storage.js';

/** @typedef {import('../shared/verbs.js').Tally} Tally */

/** Changes are made one after another. @type {Promise<unknown>} */
let lastChange = Promise.resolve();

/** @returns {Promise<Record<string, Tally>>} by rule */
export async function tallies() {
  const stored = /** @type {Record<string, Tally> | undefined} */ (await read('tallies'));
  return stored ?? {};
}

/**
 * @template T
 * @param {() => Promise<T>} edit
 * @returns {Promise<T>}
 */
function inTurn(edit) {
  const changed = lastChange.then(edit);
  lastChange = changed.catch(() => undefined);
  return changed;
}

/** @param {{fired?: string[], ignored?: string[]}} happened rules */
export function tally({ fired = [], ignored = [] }) {
  return inTurn(async () => {
    if (fired.length + ignored.length === 0) return;
    const all = await tallies();
    const of = (/** @type {string} */ rule) => (all[rule] ??= { fired: 0, ignored: 0 });
    for (const rule of fired) of(rule).fired += 1;
    for (const rule of ignored) of(rule).ignored += 1;
    await write('tallies', all);
  });
}

/** Forgets all of them. @returns {Promise<Record<string, Tally>>} what they were */
export function forgetTallies() {
  return inTurn(async () => {
    const all = await tallies();
    await forget('tallies');
    return all;
  });
}

/** Adds counts to those there are. @param {Record<string, Tally>} counts */
export function addTallies(counts) {
  return inTurn(async () => {
    const all = await tallies();
    for (const [rule, { fired, ignored }] of Object.entries(counts)) {
      const { fired: f, ignored: i } = all[rule] ?? { fired: 0, ignored: 0 };
      all[rule] = { fired: f + fired, ignored: i + ignored };
    }
    await write('tallies', all);
    return {};
  });
}
