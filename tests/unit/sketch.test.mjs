// @ts-check
// Sketches over the boundary of core.wasm; what they can do is tried in tests/sketch.rs.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import init, { likeness, sketch } from '../../extension/wasm/core.js';

await init({ module_or_path: readFileSync('extension/wasm/core_bg.wasm') });

const SALT = new Uint8Array(16).fill(7);
const SHARED = '“How” did you talk the caretaker into it? We would like to try the same in ours.';

test('a draft finds the message that it repeats, and what it repeats of it', () => {
  const kept = sketch(`Hi Ana 🙏, I saw bees on the roof of your school. ${SHARED}`, SALT);
  assert.equal(kept?.length, 128);
  const sketches = new Uint8Array(3 * 128);
  sketches.set(kept, 128);
  const draft = `Dear Zoë 🙏🏽, your aunt told me about the hives. ${SHARED}`;
  const { near, parts } = likeness(draft, SALT, sketches) ?? {};
  assert.deepEqual(near, [1]);
  const repeated = parts?.map(({ start, end }) => draft.slice(start, end)).join(' ');
  assert.equal(repeated, SHARED.slice(1));
});

test('too short a text has neither sketch nor likeness; nothing kept is no likeness', () => {
  assert.equal(sketch('Hi Ana, thank you!', SALT), null);
  assert.equal(likeness('Hi Ana, thank you!', SALT, new Uint8Array(128)), null);
  assert.deepEqual(likeness(SHARED, SALT, new Uint8Array(0)), { near: [], parts: [] });
});

test('a salt of another length is refused', () => {
  assert.throws(() => sketch(SHARED, new Uint8Array(15)), /16 bytes/);
});
