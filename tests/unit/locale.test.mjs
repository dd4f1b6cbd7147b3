// @ts-check
// The words that people see: every key is used, every key that is used is there.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const LOCALE = 'extension/_locales/en/messages.json';
const AREAS = 'app|popup|options|card|welcome|rule|state|command|pause|settings|www';
/** The plural categories that `count` chooses from. */
const CATEGORY = /_(zero|one|two|few|many|other)$/;

/** @type {Record<string, {message: string}>} */
const messages = JSON.parse(readFileSync(LOCALE, 'utf8'));
const keys = Object.keys(messages);
const stems = new Set(keys.map((key) => key.replace(CATEGORY, '')));

/** @param {string} root @param {RegExp} ending */
const texts = (root, ending) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path) && !path.startsWith('wasm'))
    .map((path) => readFileSync(`${root}/${path}`, 'utf8'));

const sources = [
  ...texts('extension', /(\.js|\.html|manifest\.json)$/),
  ...texts('src/pages', /\.rs$/),
  ...texts('www', /\.(js|html)$/),
].join('\n');

test('every key is used', () => {
  const unused = [...stems].filter((stem) => !new RegExp(`['"_]${stem}['"_]`).test(sources));
  assert.deepEqual(unused, []);
});

test('every key that is used is there', () => {
  const named = sources.matchAll(new RegExp(`['"]((?:${AREAS})[A-Z]\\w*)['"]`, 'g'));
  const asked = sources.matchAll(/\b(?:t|count)\(\s*['"]([^'"]+)['"]/g);
  const inPages = sources.matchAll(/data-t(?:-\w+)?="([^"]*)"/g);
  const used = new Set([...named, ...asked, ...inPages].map(([, key]) => key));
  assert.deepEqual([...used].filter((key) => !stems.has(key)), []);
});

test('every key says something, and begins with its area', () => {
  for (const [key, { message }] of Object.entries(messages)) {
    assert.ok(message.trim(), key);
    assert.match(key, new RegExp(`^(${AREAS})[A-Z]`));
  }
});

test('a number of things has words for one and for several', () => {
  for (const key of keys.filter((each) => CATEGORY.test(each))) {
    const stem = key.replace(CATEGORY, '');
    for (const category of ['one', 'other']) assert.ok(`${stem}_${category}` in messages, key);
  }
});
