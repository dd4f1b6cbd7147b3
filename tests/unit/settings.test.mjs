// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  DEFAULTS,
  load,
  MIGRATIONS,
  NewerSettings,
  prune,
  validate,
  VERSION,
} from '../../extension/shared/settings.js';
import { i18n } from './i18n.mjs';

Object.assign(globalThis, { chrome: { i18n } });

const RULE = {
  id: 'custom.a1b2',
  kind: 'phrases',
  patterns: ['circle back'],
  message: 'It can read as jargon.',
  severity: 'soft',
  weight: 3,
};
const FULL = {
  version: 1,
  sites: { x: 'off', linkedin: 'popup' },
  public: { 'linkedin-comments': true, 'x-posts': true },
  look: { theme: 'dark', marks: 'wash', colours: 'safe' },
  extras: { memory: true },
  levels: { 'presumption.thanks-in-advance': 'hint' },
  custom: [RULE],
  ignored: [{ rule: 'jargon.synergy', phrase: 'synergy' }],
};

test('nothing stored: the defaults', () => {
  assert.deepEqual(load(undefined), { settings: DEFAULTS, notes: [] });
});

test('the defaults handed out are nobody else’s', () => {
  const { settings } = load(undefined);
  settings.custom.push(/** @type {any} */ (RULE));
  settings.sites.x = 'off';
  load({ ...FULL, ignored: 7 }).settings.ignored.push(FULL.ignored[0]);
  assert.deepEqual(load({ ...FULL, ignored: 7 }).settings.ignored, []);
  assert.deepEqual(load(undefined).settings, { ...DEFAULTS, sites: {}, custom: [] });
});

test('what was pruned and stored comes back the same', () => {
  assert.deepEqual(load(FULL), { settings: FULL, notes: [] });
  assert.deepEqual(load(prune(load(FULL).settings)).settings, FULL);
});

test('what equals the default is not stored', () => {
  assert.deepEqual(prune(DEFAULTS), { version: VERSION });
  const { settings } = load({ version: 1, sites: { x: 'off' } });
  assert.deepEqual(prune(settings), { version: VERSION, sites: { x: 'off' } });
});

test('a bad key is back to its default, with a note, and nothing else is lost', () => {
  for (const key of ['sites', 'public', 'look', 'extras', 'levels', 'custom', 'ignored']) {
    for (const bad of ['nonsense', 7, true]) {
      const { settings, notes } = load({ ...FULL, [key]: bad });
      assert.deepEqual(settings, { ...FULL, [key]: /** @type {any} */ (DEFAULTS)[key] });
      assert.equal(notes.length, 1);
      assert.ok(notes[0].includes(key));
    }
  }
});

test('an array where a record should be is bad, and the other way about', () => {
  assert.equal(validate({ sites: [] }).notes.length, 1);
  assert.equal(validate({ custom: {} }).notes.length, 1);
  assert.equal(validate({ levels: null }).notes.length, 0, 'null is absent');
});

test('a bad entry costs itself alone', () => {
  const { settings, notes } = load({
    ...FULL,
    sites: { x: 'off', linkedin: 'popup', gmail: 'on', myspace: 'off' },
    look: { ...FULL.look, marks: 'glow', toString: 'dark' },
    extras: { memory: true, pause: 1, spy: true },
    levels: { a: 'soft', b: 'loud' },
    custom: [RULE, { ...RULE, patterns: 'a' }, { ...RULE, id: 'a.b' }, { ...RULE, weight: '3' }, 3],
    ignored: [{ rule: 'a' }, FULL.ignored[0]],
  });
  const look = { theme: 'dark', colours: 'safe' };
  assert.deepEqual(settings, { ...FULL, look, levels: { a: 'soft' } });
  assert.equal(notes.length, 12);
});

test('of what is written for everybody, only what a site has can be switched on', () => {
  for (const [key, value] of Object.entries({
    ...{ 'gmail.posts': true, 'linkedin-posts': false, 'x-comments': true },
    ...{ linkedin: true, 'myspace.posts': true, toString: true },
  })) {
    const { settings, notes } = validate({ public: { [key]: value } });
    assert.deepEqual([settings.public, notes.length], [{}, 1], key);
  }
});

test('a rule of a shape that the core would refuse is left out, a full one is kept', () => {
  const full = {
    ...{ ...RULE, enabled: false, unless: [], absent: [], needs: [], check: null, when: {} },
    ...{ why: '', evidence: null, sites: ['x'], suggestions: [{ kind: 'edit', text: '' }] },
    ...{ swaps: [['a b', 'c'], ['d', '']], forms: true, group: 'Mine' },
    ...{ fires: ['a', { text: 'b', after: null }], quiet: [] },
  };
  assert.deepEqual(validate({ custom: [full] }).settings.custom, [full]);
  const faults = [
    { enabled: null },
    { sites: 'x' },
    { suggestions: [{ kind: 'edit' }] },
    { suggestions: [{ kind: 'shout', text: 'a' }] },
    { fires: [3] },
    { quiet: null },
    { check: 'blank' },
    { swaps: [['a']] },
    { swaps: [['', 'b']] },
    { swaps: { a: 'b' } },
    { forms: 'yes' },
    { group: 1 },
    { colour: 'red' },
  ];
  for (const fault of faults) {
    const { settings, notes } = validate({ custom: [{ ...full, ...fault }] });
    assert.deepEqual([settings.custom.length, notes.length], [0, 1], JSON.stringify(fault));
  }
});

test('unknown keys of this version are dropped', () => {
  assert.deepEqual(load({ ...FULL, draft: 'Hello' }).settings, FULL);
});

test('settings that are no record, or without a version, still load', () => {
  assert.deepEqual(load('junk').settings, DEFAULTS);
  assert.equal(load('junk').notes.length, 1);
  assert.deepEqual(load({ ...FULL, version: 'one' }).settings, FULL);
});

test('a chain of migrations runs in order, each once, on a copy', () => {
  const raw = Object.freeze({ version: 1, muted: ['x'] });
  const migrations = {
    1: (/** @type {any} */ { muted, ...rest }) => ({ ...rest, silent: muted }),
    2: (/** @type {any} */ { silent, ...rest }) => ({
      ...rest,
      sites: Object.fromEntries(silent.map((/** @type {string} */ site) => [site, 'off'])),
    }),
  };
  assert.deepEqual(load(raw, 3, migrations).settings.sites, { x: 'off' });
  assert.deepEqual(load({ version: 2, silent: ['gmail'] }, 3, migrations).settings.sites, {
    gmail: 'off',
  });
  assert.deepEqual(load({ version: 3, sites: { x: 'off' } }, 3, migrations).settings.sites, {
    x: 'off',
  });
});

test('every older version has its migration', () => {
  const older = Array.from({ length: VERSION - 1 }, (_, index) => String(index + 1));
  assert.deepEqual(Object.keys(MIGRATIONS), older);
});

test('a newer version is refused and left as it is', () => {
  const raw = Object.freeze({ version: VERSION + 1, sites: Object.freeze({ x: 'maybe' }) });
  assert.throws(() => load(raw), NewerSettings);
});
