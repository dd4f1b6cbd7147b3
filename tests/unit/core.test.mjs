// @ts-check
// The boundary of core.wasm: what JavaScript may hand over, and what is said where it may not.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as core from '../../extension/wasm/core.js';

core.initSync({ module: readFileSync('extension/wasm/core_bg.wasm') });

/** @type {import('../../extension/wasm/core.js').Rule} */
const rule = {
  id: 'custom.one',
  kind: 'phrases',
  patterns: ['circle back'],
  message: 'Plainer words are kinder.',
  severity: 'soft',
  weight: 3,
};

/** @param {object} changes */
const refusal = (changes) => {
  try {
    core.checkRule(/** @type {any} */ ({ ...rule, ...changes }));
  } catch (error) {
    return /** @type {Error} */ (error).message;
  }
  return null;
};

test('what is wrong with a value is said with the way to it', () => {
  for (const [changes, says] of /** @type {[object, string][]} */ ([
    [{ message: undefined }, '“message” is missing'],
    [{ weight: '3' }, 'weight: u8 was expected'],
    [{ weight: 2.5 }, 'weight: u8 was expected'],
    [{ weight: 300 }, 'weight: u8 was expected'],
    [{ patterns: 'circle back' }, 'patterns: a sequence was expected'],
    [{ patterns: ['a', 7] }, 'patterns: a string was expected'],
    [{ severity: 'loud' }, 'severity: “loud” is not among what can stand here'],
    [{ when: { zones: ['loft'] } }, 'when: zones: “loft” is not among what can stand here'],
    [{ suggestions: [{ kind: 'edit' }] }, 'suggestions: “text” is missing'],
    [{ fires: [7] }, 'fires: a text or an object was expected'],
    [{ when: 'always' }, 'when: struct When was expected'],
  ])) {
    assert.equal(refusal(changes), `This rule cannot be read: ${says}`);
  }
});

test('what may be left out may be undefined, and what nobody knows is passed over', () => {
  const changes = { why: undefined, evidence: null, when: { position: null }, colour: 'blue' };
  assert.equal(refusal({ ...changes, enabled: false, sites: ['x'] }), null);
});

test('an example is a text or an object, a recipient a name or a person', () => {
  const fires = ['Let us «circle back».', { text: 'We «circle back» soon.', after: null }];
  const check = core.checkRule({ ...rule, fires, quiet: ['A circle.'] });
  assert.deepEqual(
    [...check.fires, ...check.quiet].map(({ ok }) => ok),
    [true, true, true],
  );
  const recipients = /** @type {any[]} */ (['Ana', { name: 'Ana' }, { company: 'Ana' }]);
  for (const recipient of recipients) {
    const { findings } = core.analyze({ text: 'Hi Bob, how are you these days?', recipient });
    const named = typeof recipient === 'string' || recipient.name;
    assert.equal(findings.some(({ family }) => family === 'wrong-recipient'), Boolean(named));
  }
});

test('many rules are tried at once, each for itself', () => {
  const twin = { ...rule, fires: ['We «circle back».'] };
  const bad = { ...rule, kind: 'regex', patterns: ['é(b'] };
  const checks = core.checkRules(/** @type {any} */ ([twin, 'no rule', bad, twin]));
  assert.deepEqual(checks[0].fires, [{ ok: true, spans: [{ start: 3, end: 14 }] }]);
  const message = 'This rule cannot be read: struct Rule was expected';
  assert.deepEqual(checks[1].problems, [{ field: 'rule', index: 0, at: null, message }]);
  assert.deepEqual([checks[2].problems[0].field, checks[2].problems[0].at], ['patterns', 1]);
  assert.deepEqual(checks[3], checks[0]);
  assert.deepEqual(
    checks.map(({ says }) => says),
    [[], [], [''], []],
  );
});
