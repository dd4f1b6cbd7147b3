// @ts-check
// What the extension paints, read as a page's own script may read it.

import { waitFor } from './harness.mjs';

/** @typedef {{level: string, text: string}} Mark */

/**
 * The marks of a frame in the order of the text.
 * @param {import('puppeteer-core').Frame} frame
 * @returns {Promise<Mark[]>}
 */
export function marks(frame) {
  return frame.evaluate(() => {
    const all = [...CSS.highlights].flatMap(([name, highlight]) => {
      const level = /^[a-z0-9]+-(strong|soft|praise)$/i.exec(name)?.[1];
      const ranges = /** @type {Iterable<Range>} */ (/** @type {unknown} */ (highlight));
      return level ? [...ranges].map((range) => ({ level, range })) : [];
    });
    return all
      .sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range))
      .map(({ level, range }) => ({ level, text: range.toString() }));
  });
}

/**
 * Waits until the marked phrases are exactly these, praise left aside.
 * @param {import('puppeteer-core').Frame} frame
 * @param {string[]} phrases
 */
export async function waitForMarks(frame, phrases) {
  /** @type {string[]} */
  let found = [];
  await waitFor(async () => {
    found = (await marks(frame)).filter((mark) => mark.level !== 'praise').map((mark) => mark.text);
    return JSON.stringify(found) === JSON.stringify(phrases);
  }, `marks ${JSON.stringify(phrases)}`).catch((error) => {
    throw new Error(`${error.message}; there are ${JSON.stringify(found)}`);
  });
}
