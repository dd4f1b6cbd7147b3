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

/** @param {{fired?: string[], ignored?: string[]}} happened rules */
export function tally({ fired = [], ignored = [] }) {
  const changed = lastChange.then(async () => {
    if (fired.length + ignored.length === 0) return;
    const all = await tallies();
    const of = (/** @type {string} */ rule) => (all[rule] ??= { fired: 0, ignored: 0 });
    for (const rule of fired) of(rule).fired += 1;
    for (const rule of ignored) of(rule).ignored += 1;
    await write('tallies', all);
  });
  lastChange = changed.catch(() => undefined);
  return changed;
}

/** Forgets all of them. */
export const forgetTallies = () => forget('tallies');
