// @ts-check
// Stretches of a text that changes: plain arithmetic of the content script.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  changeBetween,
  moved,
  restOfWord,
  slice,
  touches,
  wordBefore,
} from '../../extension/content/spans.js';

test('a change is the one stretch in which two texts differ', () => {
  assert.deepEqual(changeBetween('one two', 'one big two'), { at: 4, removed: 0, added: 4 });
  assert.deepEqual(changeBetween('aaa', 'aa'), { at: 2, removed: 1, added: 0 });
  assert.deepEqual(changeBetween('same', 'same'), { at: 4, removed: 0, added: 0 });
});

test('a span keeps its words through a change beside it, and is gone after one in it', () => {
  const before = 'Can I pick your brain?';
  const span = { start: 6, end: 21 };
  for (const after of ['So, can I pick your brain?', 'Can I pick your brain, please?']) {
    const kept = moved(span, changeBetween(before, after));
    assert.equal(kept && slice(after, kept), 'pick your brain');
  }
  assert.equal(moved(span, changeBetween(before, 'Can I pick your big brain?')), null);
});

test('the word before the caret, in any script', () => {
  const text = 'Hi Zoë, don’t';
  assert.deepEqual(wordBefore(text, 6), { start: 3, end: 6 });
  assert.deepEqual(wordBefore(text, 13), { start: 8, end: 13 });
  assert.equal(wordBefore(text, 7), null);
});

test('what a fix leaves of a word that it begins', () => {
  const text = 'I know you are busy but can you look?';
  assert.equal(restOfWord(text, { start: 0, end: 25 }), 'an');
  assert.equal(restOfWord(text, { start: 0, end: 23 }), '');
  assert.equal(restOfWord(text, { start: 0, end: 24 }), '');
  assert.equal(restOfWord(text, { start: 28, end: 28 }), '');
});

test('spans that share an edge touch', () => {
  assert.ok(touches({ start: 0, end: 3 }, { start: 3, end: 5 }));
  assert.ok(!touches({ start: 0, end: 3 }, { start: 4, end: 5 }));
});
