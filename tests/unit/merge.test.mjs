// @ts-check
// Settings from a file and those in use.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosen, clashes, takenIn, takenOut } from '../../extension/shared/merge.js';
import { DEFAULTS } from '../../extension/shared/settings.js';

/** @typedef {import('../../extension/shared/settings.js').Settings} Settings */

/** @param {string} id @param {number} [weight] @returns {any} */
const rule = (id, weight = 3) => ({ id, weight });
/** @param {string} phrase */
const ignored = (phrase) => ({ rule: 'guilt.debt', phrase });
/** @param {object} parts @returns {Settings} */
const settings = (parts) => ({ ...structuredClone(DEFAULTS), ...parts });

let ids = 0;
const newId = () => `custom.new${(ids += 1)}`;

const now = settings({
  sites: { x: 'off' },
  levels: { 'guilt.debt': 'soft' },
  custom: [rule('custom.a'), rule('custom.b')],
  ignored: [ignored('a')],
});
const file = settings({
  sites: { x: 'popup', gmail: 'off' },
  levels: { 'guilt.debt': 'soft', 'guilt.pity': 'off' },
  custom: [rule('custom.a'), rule('custom.b', 9), rule('custom.c')],
  ignored: [ignored('a'), ignored('b')],
});

test('what is here already is no change', () => {
  const { sites, levels, custom, ignored: more } = chosen(file, now, 'replace', newId);
  assert.deepEqual(sites, { x: 'popup', gmail: 'off' });
  assert.deepEqual(levels, { 'guilt.pity': 'off' });
  assert.deepEqual(more, [ignored('b')]);
  assert.deepEqual(custom, [rule('custom.b', 9), rule('custom.c')]);
  assert.deepEqual(chosen(now, now, 'both', newId), settings({}));
});

test('of a rule that both have: replaced, both, or mine', () => {
  assert.deepEqual(file.custom.map((each) => clashes(now, each)), [false, true, false]);
  const idsFor = (/** @type {any} */ clash) =>
    takenIn(now, chosen(file, now, clash, newId)).custom.map(({ id, weight }) => `${id} ${weight}`);
  const rest = ['custom.a 3', 'custom.b 3', 'custom.c 3'];
  assert.deepEqual(idsFor('skip'), rest);
  assert.deepEqual(idsFor('replace'), rest.with(1, 'custom.b 9'));
  assert.deepEqual(idsFor('both'), [...rest.slice(0, 2), 'custom.new1 9', 'custom.c 3']);
});

test('what came in goes out again, and what was set otherwise since then stays', () => {
  const came = chosen(file, now, 'replace', newId);
  const after = takenIn(now, came);
  assert.deepEqual(takenOut(after, came, now), now);
  const since = settings({
    ...after,
    sites: { ...after.sites, gmail: 'popup' },
    custom: [...after.custom, rule('custom.d')],
    ignored: [...after.ignored, ignored('d')],
  });
  assert.deepEqual(takenOut(since, came, now), {
    ...now,
    sites: { x: 'off', gmail: 'popup' },
    custom: [...now.custom, rule('custom.d')],
    ignored: [...now.ignored, ignored('d')],
  });
});
