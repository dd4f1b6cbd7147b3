// @ts-check
// What the extension paints, read as a page's own script may read it, and seen as pixels.

import assert from 'node:assert/strict';
import { waitFor } from './harness.mjs';
import { difference, within } from './png.mjs';

/** @typedef {import('./harness.mjs').Box} Box */
/** @typedef {import('puppeteer-core').Frame} Frame */
/** @typedef {{level: string, text: string, rects: import('./png.mjs').Rect[]}} Mark */

/**
 * The marks of a frame in the order of the text.
 * @param {Frame} frame
 * @returns {Promise<Mark[]>}
 */
export function marks(frame) {
  return frame.evaluate(() => {
    const all = [...CSS.highlights].flatMap(([name, highlight]) => {
      const level = /^[a-z]+-(strong|soft|praise)$/.exec(name)?.[1];
      const ranges = /** @type {Iterable<Range>} */ (/** @type {unknown} */ (highlight));
      return level ? [...ranges].map((range) => ({ level, range })) : [];
    });
    const order = (/** @type {Range} */ a, /** @type {Range} */ b) =>
      a.startContainer.getRootNode() === b.startContainer.getRootNode()
        ? a.compareBoundaryPoints(Range.START_TO_START, b)
        : 0;
    return all
      .sort((a, b) => order(a.range, b.range))
      .map(({ level, range }) => ({
        level,
        text: range.toString(),
        rects: [...range.getClientRects()].map(({ x, y, width, height }) => ({
          x,
          y,
          width,
          height,
        })),
      }));
  });
}

/**
 * How a mark of this level is drawn, as the page's own scripts are told.
 * @param {Box} box
 * @param {string} level or `open`, the mark whose card is open
 */
export const drawn = async (box, level) =>
  (await box.editor()).evaluate((editor, wanted) => {
    const name = [...CSS.highlights.keys()].find((each) => each.endsWith(`-${wanted}`));
    if (!name) return null;
    const { textDecoration, backgroundColor } = getComputedStyle(editor, `::highlight(${name})`);
    const ranges = /** @type {Iterable<Range>} */ (/** @type {any} */ (CSS.highlights.get(name)));
    return { texts: [...ranges].map(String), line: textDecoration, wash: backgroundColor };
  }, level);

/** The marked phrases of a frame, praise left aside. @param {Frame} frame */
export const phrases = async (frame) =>
  (await marks(frame)).filter(({ level }) => level !== 'praise').map(({ text }) => text);

/**
 * Waits until the marked phrases are exactly these, praise left aside.
 * @param {Frame} frame
 * @param {string[]} wanted
 */
export async function waitForMarks(frame, wanted) {
  /** @type {string[]} */
  let found = [];
  const key = (/** @type {string[]} */ list) => JSON.stringify([...list].sort());
  await waitFor(
    async () => {
      found = await phrases(frame);
      return key(found) === key(wanted);
    },
    `marks ${JSON.stringify(wanted)}`,
  ).catch((error) => {
    throw new Error(`${error.message}; there are ${JSON.stringify(found)}`);
  });
}

/** Until the frame has painted what was done before. @param {Frame} frame */
export const settled = (frame) =>
  frame.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)));
      }),
  );

/**
 * Fails unless every mark of the box is seen, and nothing but the marks. The page shows the same
 * without them once its highlights are taken away, so this ends the marks' life.
 * @param {Box} box
 */
export async function assertPainted(box) {
  const { page, frame } = box;
  const all = await marks(frame);
  assert.ok(all.length > 0, 'there are no marks');
  await settled(frame);
  const before = await page.screenshot();
  await frame.evaluate(() => CSS.highlights.clear());
  await settled(frame);
  const points = difference(before, await page.screenshot());
  for (const { text, rects } of all) {
    for (const rect of rects.filter(({ width }) => width >= 1)) {
      // A dashed line, partly below the letters, is the least there is.
      const inside = points.filter((point) => within(rect, point, 2));
      assert.ok(inside.length >= rect.width / 2, `“${text}” is marked but not painted`);
    }
  }
  const rects = all.flatMap((mark) => mark.rects);
  const outside = points.filter((point) => !rects.some((rect) => within(rect, point, 4)));
  assert.deepEqual(outside.slice(0, 3), [], 'something is painted beside the marks');
}

/**
 * Fails unless the letters under each mark are its phrase: a twin of a textarea could lie askew.
 * @param {Box} box
 */
export async function assertAligned(box) {
  const editor = await box.editor();
  const value = await editor.evaluate((each) => /** @type {HTMLTextAreaElement} */ (each).value);
  for (const { text, rects } of await marks(box.frame)) {
    const [first, last] = [rects[0], /** @type {import('./png.mjs').Rect} */ (rects.at(-1))];
    const at = await editor.evaluate(
      (each, points) =>
        points.map(({ x, y }) => {
          const root = each.getRootNode();
          const shadowRoots = root instanceof ShadowRoot ? [root] : [];
          const caret = /** @type {any} */ (document).caretPositionFromPoint(x, y, { shadowRoots });
          return caret?.offset;
        }),
      [
        { x: first.x + 1, y: first.y + first.height / 2 },
        { x: last.x + last.width - 1, y: last.y + last.height / 2 },
      ],
    );
    assert.equal(value.slice(at[0], at[1]), text, 'the mark lies over other letters');
  }
}
