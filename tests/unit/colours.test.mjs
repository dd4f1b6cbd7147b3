// @ts-check
// The card lives in pages of others and so brings its colours along: they are those of our own.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CARD_CSS, cardCss } from '../../extension/content/card-css.js';
import { COLOURS, KINDS, marksCss } from '../../extension/shared/look.js';

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

/** @param {string} hex @returns {number[]} red, green and blue as light, 0 to 1 */
const light = (hex) =>
  [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });

/** @param {number[]} rgb */
const luminance = ([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** @param {string} a @param {string} b */
function contrast(a, b) {
  const [dark, bright] = [luminance(light(a)), luminance(light(b))].sort((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
}

/** What is left of red and green to eyes that confuse them (Viénot, Brettel and Mollon 1999). */
const EYES = {
  protan: [0.11238, 0.88762, 0.00401],
  deutan: [0.29275, 0.70725, -0.02234],
};

/**
 * Yellow and blue are what such eyes see.
 * @param {string} hex
 * @param {number[]} eye
 */
function seen(hex, [red, green, rest]) {
  const [r, g, b] = light(hex);
  const yellow = red * r + green * g;
  return [Math.cbrt(yellow), Math.cbrt(Math.max(0, rest * (r - g) + b))];
}

test('lines stand out from light pages and from dark ones', () => {
  const all = Object.values(COLOURS).flatMap((palette) => Object.values(palette));
  for (const colour of all.flatMap((kinds) => Object.values(kinds))) {
    for (const ground of ['#ffffff', '#16191b'])
      assert.ok(contrast(colour, ground) >= 3, `${colour} on ${ground}`);
  }
});

test('eyes that take red for green tell the safe colours apart', () => {
  for (const [name, eye] of Object.entries(EYES)) {
    for (const kinds of Object.values(COLOURS.safe)) {
      for (const [a, b] of [['strong', 'soft'], ['soft', 'praise'], ['praise', 'strong']]) {
        const [one, other] = [a, b].map((kind) => seen(/** @type {any} */ (kinds)[kind], eye));
        const apart = Math.hypot(one[0] - other[0], one[1] - other[1]);
        assert.ok(apart > 0.13, `${name}: ${a} and ${b} differ by ${apart.toFixed(3)}`);
      }
    }
  }
});

test('whatever the look, colour is never the only sign', () => {
  for (const marks of /** @type {const} */ ([undefined, 'both', 'wash'])) {
    for (const colours of /** @type {const} */ ([undefined, 'vivid', 'safe'])) {
      const css = marksCss('x', { marks, colours });
      const [plain, forced] = css.split('@media');
      const signs = (/** @type {string} */ text) =>
        KINDS.map((kind) => {
          const rules = [...text.matchAll(new RegExp(`x-${kind}\\) {([^}]*)}`, 'g'))].join();
          return /underline (\w+)/.exec(rules)?.[1] ?? /#\w{6}(\w\w)/.exec(rules)?.[1];
        });
      assert.equal(new Set(signs(plain)).size, 3, css);
      assert.deepEqual(signs(forced), ['dotted', 'dashed', 'solid'], css);
    }
  }
});

test('a theme that was chosen holds, whatever the browser says', () => {
  assert.match(cardCss({}), /@media \(prefers-color-scheme: dark\)/);
  assert.match(cardCss({ theme: 'dark' }), /color-scheme: dark;[^]*@media all/);
  assert.match(cardCss({ theme: 'light' }), /color-scheme: light;[^]*@media not all/);
});
