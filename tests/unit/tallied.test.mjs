// @ts-check
// What is counted of a draft: each rule once, no praise, and nothing while nothing is new.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Tallied } from '../../extension/content/tallied.js';

test('each rule is told of once a draft', () => {
  /** @type {string[][]} */
  const sent = [];
  const tallied = new Tallied((fired) => sent.push(fired));
  const session = /** @type {any} */ ({ text: 'Hello', talk: '', painted: [] });
  const paint = (/** @type {object} */ state, /** @type {string[]} */ ...rules) => {
    const painted = rules.map((rule) => ({ rule, kind: rule === 'thanks' ? 'praise' : 'soft' }));
    tallied.see(Object.assign(session, { painted }, state));
    return sent.splice(0);
  };
  assert.deepEqual(paint({}, 'a', 'b', 'a', 'thanks'), [['a', 'b']]);
  assert.deepEqual(paint({}, 'b', 'a'), []);
  assert.deepEqual(paint({}, 'c', 'a'), [['c']]);
  // That the conversation is known now makes it no other.
  assert.deepEqual(paint({ talk: 'Ada' }, 'a'), []);
  assert.deepEqual(paint({ talk: 'Ben' }, 'a'), [['a']]);
  assert.deepEqual(paint({ text: ' ' }), []);
  assert.deepEqual(paint({ text: 'Hello again' }, 'a', 'b'), [['a', 'b']]);
  assert.deepEqual(paint({}, 'thanks'), []);
});
