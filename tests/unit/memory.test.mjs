// @ts-check
import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';

/** @typedef {typeof import('../../extension/background/memory.js')} Memory */

/** @type {any} what the browser's storage holds */
let held;
/** @type {Memory} */
let memory;
let copies = 0;

/** The worker woken anew: the same storage, an empty memory. */
const wake = async () => {
  copies += 1;
  memory = await import(`../../extension/background/memory.js?copy=${copies}`);
};

const DAY = 86_400_000;
const SENT = { asks: 1, questions: 0, offers: 0, thanks: 1 };
/** @param {number} seed */
const sketch = (seed) => async () => new Uint8Array([seed, 1, 2]);
const noSketch = async () => null;

beforeEach(async () => {
  held = {};
  const local = {
    get: async (/** @type {string} */ key) => structuredClone({ [key]: held[key] }),
    set: async (/** @type {any} */ items) => void Object.assign(held, structuredClone(items)),
    remove: async (/** @type {string} */ key) => void delete held[key],
  };
  Object.assign(globalThis, { chrome: { storage: { local } } });
  mock.timers.reset();
  mock.timers.enable({ apis: ['Date'], now: 20_000 * DAY });
  await wake();
});

test('counts are kept by contact and site, over the worker’s death, without a name', async () => {
  await Promise.all([
    memory.remember('x', '/ada', SENT, sketch(1)),
    memory.remember('x', '/ada', { ...SENT, questions: 2 }, sketch(2)),
    memory.remember('linkedin', '/ada', SENT, sketch(3)),
  ]);
  await wake();
  const past = { messages: 2, asks: 2, questions: 2, offers: 0, thanks: 2 };
  assert.deepEqual(await memory.pastWith('x', '/ada'), { ...past, first: 20_000, last: 20_000 });
  assert.equal((await memory.pastWith('linkedin', '/ada'))?.messages, 1);
  assert.equal(await memory.pastWith('x', '/bob'), null);
  assert.equal(await memory.pastWith('x', ''), null);
  assert.deepEqual(Object.keys(held.memory), ['salt', 'contacts', 'sketches']);
  assert.doesNotMatch(JSON.stringify(held), /ada|linkedin/);
});

test('who is not known is not counted; the sketch stays', async () => {
  await memory.remember('x', '', SENT, sketch(1));
  await memory.remember('x', '', SENT, noSketch);
  assert.deepEqual(held.memory.contacts, {});
  assert.deepEqual(held.memory.sketches, [{ day: 20_000, sketch: 'AQEC' }]);
});

test('a message that was taken back and sent again is one', async () => {
  await memory.remember('gmail', 'ada@example.com', SENT, sketch(1));
  mock.timers.tick(60_000);
  await memory.remember('gmail', 'ada@example.com', SENT, sketch(1));
  assert.equal((await memory.pastWith('gmail', 'ada@example.com'))?.messages, 1);
  mock.timers.tick(121_000);
  await memory.remember('gmail', 'ada@example.com', SENT, sketch(1));
  assert.equal((await memory.pastWith('gmail', 'ada@example.com'))?.messages, 2);
});

test('contacts and sketches have their time', async () => {
  await memory.remember('x', '/ada', SENT, sketch(1));
  mock.timers.tick(memory.KEPT.contact * DAY);
  assert.notEqual(await memory.pastWith('x', '/ada'), null);
  await memory.remember('x', '/bob', SENT, sketch(2));
  assert.equal(held.memory.sketches.length, 1);
  assert.equal(Object.keys(held.memory.contacts).length, 2);
  mock.timers.tick(DAY);
  assert.equal(await memory.pastWith('x', '/ada'), null);
  await memory.remember('x', '/bob', SENT, noSketch);
  assert.equal(Object.keys(held.memory.contacts).length, 1);
});

test('there are never more than so many; the oldest go', async () => {
  const { contacts, sketches } = memory.CAP;
  const past = { messages: 1, ...SENT, first: 1, last: 19_990 };
  held.memory = {
    salt: 'AAAAAAAAAAAAAAAAAAAAAA==',
    contacts: Object.fromEntries(
      Array.from({ length: contacts }, (_, at) => {
        return [`c${at}`, { ...past, last: 19_990 + (at && 5) }];
      }),
    ),
    sketches: Array.from({ length: sketches }, (_, at) => ({ day: 19_990, sketch: String(at) })),
  };
  await wake();
  await memory.remember('x', '/ada', SENT, sketch(1));
  assert.equal(Object.keys(held.memory.contacts).length, contacts);
  assert.equal('c0' in held.memory.contacts, false);
  assert.equal(held.memory.sketches.length, sketches);
  assert.deepEqual(held.memory.sketches.at(-1), { day: 20_000, sketch: 'AQEC' });
  assert.equal(held.memory.sketches[0].sketch, '1');
});

test('one contact is forgotten, or everything with the salt', async () => {
  await memory.remember('x', '/ada', SENT, sketch(1));
  await memory.remember('x', '/bob', SENT, sketch(2));
  await memory.forgetContact('x', '/ada');
  assert.equal(await memory.pastWith('x', '/ada'), null);
  assert.notEqual(await memory.pastWith('x', '/bob'), null);
  const { salt } = held.memory;
  await memory.forgetMemory();
  assert.deepEqual(Object.keys(held), []);
  await memory.remember('x', '/ada', SENT, sketch(1));
  assert.notEqual(held.memory.salt, salt);
});
