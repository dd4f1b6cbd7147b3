// @ts-check
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { i18n } from './i18n.mjs';

/** @typedef {typeof import('../../extension/background/store.js')} Store */

/** @type {any} what the browser's storage holds */
let held;
let broken = false;
/** @type {Store} */
let store;
let copies = 0;

/** The worker woken anew: the same storage, an empty memory. */
const wake = async () => {
  copies += 1;
  store = await import(`../../extension/background/store.js?copy=${copies}`);
};

beforeEach(async () => {
  held = {};
  broken = false;
  const local = {
    get: async (/** @type {string} */ key) => structuredClone({ [key]: held[key] }),
    set: async (/** @type {any} */ items) => {
      if (broken) throw new Error('The disk is full.');
      Object.assign(held, structuredClone(items));
    },
  };
  Object.assign(globalThis, { chrome: { i18n, storage: { local } } });
  await wake();
});

test('changes made at the same time are made one after another', async () => {
  const ignore = (/** @type {string} */ phrase) =>
    store.change(({ ignored }) => ({ ignored: [...ignored, { rule: 'a.b', phrase }] }));
  await Promise.all(['one', 'two', 'three'].map(ignore));
  const phrases = (await store.current()).ignored.map(({ phrase }) => phrase);
  assert.deepEqual(phrases, ['one', 'two', 'three']);
});

test('what was changed is there after the worker died', async () => {
  await store.change(() => ({ sites: { x: 'off' } }));
  await wake();
  assert.deepEqual((await store.current()).sites, { x: 'off' });
  assert.deepEqual(held.settings, { version: 1, sites: { x: 'off' } });
});

test('a change that is not valid, or cannot be stored, leaves all as it was', async () => {
  const before = await store.current();
  const bad = /** @type {any} */ ({ levels: { a: 'loud' } });
  await assert.rejects(store.change(() => bad), /levels/);
  broken = true;
  await assert.rejects(store.change(() => ({ sites: { x: 'off' } })), /disk is full/);
  broken = false;
  assert.equal(await store.current(), before);
  await store.change(() => ({ sites: { gmail: 'off' } }));
  assert.deepEqual((await store.current()).sites, { gmail: 'off' });
});

test('the object in use stays the same until something is changed', async () => {
  const before = await store.current();
  assert.equal(await store.current(), before);
  await store.change(() => ({ sites: { x: 'off' } }));
  assert.notEqual(await store.current(), before);
});

test('an edit works on a copy', async () => {
  await assert.rejects(
    store.change((settings) => {
      settings.sites.x = 'off';
      throw new Error('Changed my mind.');
    }),
  );
  assert.deepEqual((await store.current()).sites, {});
});

test('settings of a newer version are neither used nor overwritten', async () => {
  held = { settings: { version: 99, sites: { x: 'perhaps' } } };
  const before = structuredClone(held);
  assert.deepEqual((await store.current()).sites, {});
  await assert.rejects(store.change(() => ({ sites: { x: 'off' } })), /newer version/);
  await assert.rejects(store.stored(), /newer version/);
  assert.deepEqual(held, before);
});
