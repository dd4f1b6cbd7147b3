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
const { addTallies, forgetTallies, tallies, tally } = await import(
  '../../extension/background/tallies.js'
);

test('what happens at once is counted by rule, is forgotten, and comes back', async () => {
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
  const forgotten = await forgetTallies();
  assert.deepEqual([await tallies(), Object.keys(held)], [{}, []]);
  await tally({ fired: ['guilt.debt'] });
  await addTallies(forgotten);
  assert.deepEqual(await tallies(), {
    'guilt.debt': { fired: 3, ignored: 1 },
    'flattery.fan': { fired: 1, ignored: 0 },
  });
});
