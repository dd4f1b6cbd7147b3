// @ts-check
// The card lives in pages of others and so brings its colours along: they are those of our own.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CARD_CSS } from '../../extension/content/card-css.js';

const DESIGN_CSS = readFileSync('extension/pages/design.css', 'utf8');
/** What is struck out, and how high above the page it floats: the card's alone. */
const OWN = ['--gone', '--shadow'];

/** @typedef {Map<string, string>} Tokens */

/** @param {string} css @returns {Tokens} */
const tokensOf = (css) =>
  new Map([...css.matchAll(/(--[a-z-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]));

/** @param {string} css @returns {{light: Tokens, dark: Tokens}} */
function themes(css) {
  const [light, dark] = css.split(/@media \(prefers-color-scheme: dark\)/);
  return { light: tokensOf(light), dark: tokensOf(dark.split('}')[0]) };
}

const [card, design] = [themes(CARD_CSS), themes(DESIGN_CSS)];

for (const theme of /** @type {const} */ (['light', 'dark'])) {
  test(`the colours of the card are those of the pages: ${theme}`, () => {
    const ours = [...card[theme]].filter(([name]) => name !== '--tone' && !OWN.includes(name));
    assert.ok(ours.length >= 12, `only ${ours.length} colours were found`);
    const theirs = ours.map(([name]) => [name, design[theme].get(name)]);
    assert.deepEqual(ours, theirs);
  });
}

test('the toolbar badge is as red as a strong finding', () => {
  const source = readFileSync('extension/background/tabs.js', 'utf8');
  const [, colour] = /BADGE_COLOUR = '(#\w+)'/.exec(source) ?? [];
  assert.equal(colour, design.light.get('--strong'));
});
