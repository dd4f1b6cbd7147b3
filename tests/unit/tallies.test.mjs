// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';

/** @type {any} */
const held = {};
const local = {
  get: async (/** @type {string} */ key) => structuredClone({ [key]: held[key] }),
  set: async (/** @type {any} */ items) => void Object.assign(held, structuredClone(items)),
  remove: async (/** @type {string} */ key) => void delete held[key],
};
Object.assign(globalThis, { chrome: { storage: { local } } });
const { forgetTallies, tallies, tally } = await import('../../extension/background/tallies.js');

test('what happens at the same time is counted, by rule, until it is forgotten', async () => {
  await Promise.all([
    tally({ fired: ['guilt.debt', 'flattery.fan'] }),
    tally({ fired: ['guilt.debt'] }),
    tally({ ignored: ['guilt.debt'] }),
    tally({}),
  ]);
  assert.deepEqual(await tallies(), {
    'guilt.debt': { fired: 2, ignored: 1 },
    'flattery.fan': { fired: 1, ignored: 0 },
  });
  await forgetTallies();
  assert.deepEqual([await tallies(), Object.keys(held)], [{}, []]);
});
