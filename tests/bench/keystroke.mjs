// @ts-check
// How soon a key shows in the marks, in real browsers, the deliberate pause taken off; and how
// soon the first one after the background was stopped. By itself:
// `node tests/bench/keystroke.mjs`.

import { fileURLToPath } from 'node:url';
import { browsers, Session } from '../e2e/harness.mjs';
import { surface } from '../e2e/sites.mjs';
import { draftOf } from './drafts.mjs';
import { figures, quantile } from './rows.mjs';

/** @typedef {import('../e2e/harness.mjs').Box} Box */
/** @typedef {import('./rows.mjs').Row} Row */
/**
 * Milliseconds after a key: until the phrase is marked, until that frame is painted, and until a
 * timer of the page's own for the same pause fires, which says how busy the machine is.
 * @typedef {{set: number, painted: number, timer: number}} Took
 */

/** As in `extension/content/session.js`: how long after the last key the draft is read. */
const PAUSE = 150;
const SAMPLES = 40;
const STOPS = 10;
/** A key in the gap makes the phrase, and another one takes it apart again. */
const [HEAD, TAIL] = ['I would love to pick your', 'brain about pricing.'];

/** Puts a draft into the box, with the caret in the gap. @param {Box} box @param {string} text */
async function fill(box, text) {
  await box.focus();
  await (await box.editor()).evaluate(
    (editor, draft, tail) => {
      document.execCommand('selectAll');
      document.execCommand('insertText', false, draft);
      const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
      let last = walker.nextNode();
      for (let next = last; next; next = walker.nextNode()) last = next;
      getSelection()?.collapse(last, (last?.nodeValue?.length ?? 0) - tail.length);
    },
    `${text}\n${HEAD}${TAIL}`,
    TAIL,
  );
}

/**
 * In the page: tells how long after the next key the phrase is marked, and painted. It looks
 * between any two tasks of the page, without a timer of its own.
 */
const watch = (/** @type {number} */ pause) => {
  const marked = () =>
    [...CSS.highlights.values()].some((highlight) =>
      [.../** @type {Iterable<Range>} */ (/** @type {unknown} */ (highlight))].some(
        ({ startContainer: node, startOffset, endOffset }) =>
          node.nodeValue?.slice(startOffset, endOffset) === 'pick your brain',
      ),
    );
  const { port1, port2 } = new MessageChannel();
  /** @type {any} */ (window).keyToMarks = new Promise((resolve) => {
    let key = 0;
    let timer = 0;
    port1.onmessage = () => {
      if (!marked()) return port2.postMessage(0);
      const set = performance.now() - key;
      requestAnimationFrame(() => {
        port1.onmessage = () => resolve({ set, painted: performance.now() - key, timer });
        port2.postMessage(0);
      });
    };
    const began = (/** @type {KeyboardEvent} */ { timeStamp }) => {
      key = timeStamp;
      setTimeout(() => {
        timer = performance.now() - key;
        port2.postMessage(0);
      }, pause);
    };
    window.addEventListener('keydown', began, { capture: true, once: true });
  });
};

/** Types the missing space, and takes it away again. @param {Box} box */
async function sample({ frame, page }) {
  await frame.evaluate(watch, PAUSE);
  await page.keyboard.press(' ');
  const took = await frame.evaluate(() => /** @type {any} */ (window).keyToMarks);
  await page.keyboard.press('Backspace');
  return /** @type {Took} */ (took);
}

/** @param {number} count @param {() => Promise<Took>} once */
async function samples(count, once) {
  /** @type {Took[]} */
  const all = [];
  for (let index = 0; index < count; index += 1) all.push(await once());
  const each = (/** @type {keyof Took} */ key) => all.map((took) => took[key] - PAUSE);
  return { set: each('set'), painted: each('painted'), timer: each('timer') };
}

/** @param {Session} session @returns {Promise<Row[]>} */
async function measure(session) {
  const box = await session.compose(surface('LinkedIn message page'));
  const { name } = session;
  /** @type {Row[]} */
  const rows = [];
  for (const [draft, text] of /** @type {const} */ ([
    ['short draft', 'Hi Ada,'],
    ['10 KB draft', draftOf(10_000)],
  ])) {
    await fill(box, text);
    for (let warm = 0; warm < 5; warm += 1) await sample(box);
    const { set, painted, timer } = await samples(SAMPLES, () => sample(box));
    const [what, over] = [`${name}, ${draft}: key to marks`, quantile(set, 0.95)];
    rows.push({ what: `${what}, p95`, budget: '≤ 16 ms', measured: figures(set), ok: over <= 16 });
    rows.push({ what: `${what} and frame`, budget: '', measured: figures(painted), ok: null });
    rows.push({ what: '  a bare timer meanwhile', budget: '', measured: figures(timer), ok: null });
  }
  if (name === 'chromium') rows.push(await afterStops(session, box));
  return rows;
}

/** @param {Session} session @param {Box} box @returns {Promise<Row>} */
async function afterStops(session, box) {
  await fill(box, 'Hi Ada,');
  await sample(box);
  const { set } = await samples(STOPS, async () => {
    await session.extension.stopBackground();
    return sample(box);
  });
  const what = `${session.name}: first marks after the worker’s stop, p95`;
  const ok = quantile(set, 0.95) <= 120;
  return { what, budget: '≤ 120 ms', measured: figures(set), ok };
}

/** @returns {Promise<Row[]>} */
export async function keystrokes() {
  /** @type {Row[]} */
  const rows = [];
  for (const name of browsers) {
    const session = await Session.launch(name);
    try {
      await session.install();
      rows.push(...(await measure(session)));
    } finally {
      await session.close();
    }
  }
  return rows;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { print } = await import('./rows.mjs');
  print(await keystrokes());
}
