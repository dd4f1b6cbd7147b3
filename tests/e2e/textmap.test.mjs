// @ts-check
// The text map over the editors themselves: after any edits, the reading is what the editor holds,
// and every span of it leads into the page and back.

import assert from 'node:assert/strict';
import { EDITORS, ORIGIN, surfaceOf } from './editors.mjs';
import { eachBrowser } from './harness.mjs';

/** @typedef {import('./editors.mjs').EditorPage} EditorPage */
/** @typedef {import('./harness.mjs').Session} Session */
/** @typedef {{seed: number, broken: string, html: string, script?: object[]}} Failure */

const COUNT = Number(process.env.YOUFIRST_COUNT ?? 1000);
/** The first seed; a failure prints its own: `YOUFIRST_SEED=7 YOUFIRST_COUNT=1` is that one. */
const SEED = Number(process.env.YOUFIRST_SEED ?? 1);
/** So many at a time, for a browser to answer in time on a slow machine. */
const BATCH = 100;

/** HTML, and its text: what has once been read wrong. @type {Record<string, [string, string]>} */
const EXAMPLES = {
  'a line without text': ['<div>a</div><div><br></div><div>b</div>', 'a\n\nb'],
  'empty lines first and last': ['<div><br></div><div>a</div><div><br></div>', '\na\n'],
  'an image that ends a line': ['<div>Hi <img alt="☂"></div><div>b</div>', 'Hi ☂\nb'],
  'a kept line end that ends a block': [
    '<div style="white-space: pre-wrap">a\n</div><div>b</div>',
    'a\nb',
  ],
  'kept line ends, of which a line is left': [
    '<div style="white-space: pre-wrap">a\n\n</div><div>b</div>',
    'a\n\nb',
  ],
  'a space after one that is kept': ['<i style="white-space: pre">a </i> b', 'a  b'],
  'a hidden image': ['a<img alt="☂" style="visibility: hidden">b', 'ab'],
  'a hidden block between lines': ['a<div style="visibility: hidden">no</div>b', 'a\nb'],
  'shown within hidden': [
    '<div style="visibility: hidden">no <b style="visibility: visible">yes</b></div>',
    'yes',
  ],
  'what Slate puts into a line without text': ['<div>\ufeff<br></div><div>a</div>', '\na'],
};

/**
 * The plain box, its lines ended by paragraphs or by <br>, its spaces kept or folded. Not by <br>
 * and folded: there the browsers' own commands lose words.
 */
const PLAIN = [
  ['break', 'pre-wrap'],
  ['break', 'normal'],
  ['soft', 'pre-wrap'],
];
const isPlain = (/** @type {EditorPage} */ { page }) => page === 'plain';
const plain = EDITORS.filter(isPlain)[0];
const modelled = EDITORS.filter((each) => each.kind !== 'textarea' && !isPlain(each));

/** @param {Session} session @param {EditorPage} editor */
async function open(session, editor) {
  const { page } = await session.compose(surfaceOf(editor));
  await page.addScriptTag({ url: `${ORIGIN}/fixture/textmap.js` });
  return page;
}

/**
 * @param {Session} session
 * @param {EditorPage} editor
 * @param {string} name of a function in tests/fixtures/editors/textmap.js
 * @param {string[]} how
 */
async function runAll(session, editor, name, ...how) {
  const page = await open(session, editor);
  const run = (/** @type {any[]} */ ...given) =>
    page.evaluate((each, rest) => /** @type {any} */ (window).textmap[each](...rest), name, given);
  // Chromium keeps every range true to every change until it clears away: ten times as slow.
  const clear = session.name === 'chromium' ? await page.createCDPSession() : null;
  for (let seed = SEED; seed < SEED + COUNT; seed += BATCH) {
    const failure = await run(...how, seed, Math.min(BATCH, SEED + COUNT - seed));
    assert.ok(!failure, failure && told(failure));
    await clear?.send('HeapProfiler.collectGarbage');
  }
}

/** @param {Failure} failure */
function told({ seed, broken, html, script = [] }) {
  const edits = script.map((edit) => `\n  ${JSON.stringify(edit)}`).join('');
  return `seed ${seed}: ${broken}\n${html}${edits}`;
}

eachBrowser(
  (test) => {
    for (const editor of modelled) {
      test(`${editor.name}: the text is the editor's, whatever was done`, (session) =>
        runAll(session, editor, 'scripts', editor.box));
    }

    for (const [lines, space] of PLAIN) {
      test(`plain (${lines}, ${space}): the text is what was written`, (session) =>
        runAll(session, plain, 'plain', lines, space));
    }

    test('some markup', async (session) => {
      const page = await open(session, plain);
      for (const [name, [html, text]] of Object.entries(EXAMPLES)) {
        const found = await page.evaluate(
          (given) => /** @type {any} */ (window).textmap.example(given),
          html,
        );
        assert.deepEqual(found, { text, broken: null }, name);
      }
    });

    test('any markup: the text is what the browser shows', (session) =>
      runAll(session, plain, 'trees'));
  },
  { install: false },
);
