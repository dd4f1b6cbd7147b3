// @ts-check
// Compares screenshots.

import { PNG } from 'pngjs';

/** @typedef {{x: number, y: number, width: number, height: number}} Rect */

/** @param {Uint8Array} bytes */
const decode = (bytes) => PNG.sync.read(Buffer.from(bytes));

/**
 * The pixels in which two screenshots of the same size differ.
 * @param {Uint8Array} one
 * @param {Uint8Array} other
 */
export function difference(one, other) {
  const [a, b] = [decode(one), decode(other)];
  if (a.width !== b.width || a.height !== b.height)
    throw new Error('screenshots of different sizes');
  /** @type {{x: number, y: number}[]} */
  const points = [];
  for (let y = 0; y < a.height; y += 1) {
    for (let x = 0; x < a.width; x += 1) {
      const differs = [0, 1, 2].some(
        (channel) =>
          a.data[(y * a.width + x) * 4 + channel] !== b.data[(y * b.width + x) * 4 + channel],
      );
      if (differs) points.push({ x, y });
    }
  }
  return points;
}

/** @param {Rect} rect @param {{x: number, y: number}} point @param {number} slack in pixels */
export const within = ({ x, y, width, height }, point, slack) =>
  point.x >= x - slack &&
  point.x < x + width + slack &&
  point.y >= y - slack &&
  point.y < y + height + slack;

/** How many pixels of a screenshot, across and down, make one of its small picture. */
const CELL = 4;
/** Of 255: finer shades are not kept. */
const SHADE = 6;

/**
 * A screenshot at a quarter of its size. What the letters' edges do differs from machine to
 * machine and averages out; what an eye sees as another colour, place or weight does not.
 * @param {Uint8Array} bytes of a PNG
 * @returns {Buffer} a PNG
 */
export function small(bytes) {
  const { width, height, data } = decode(bytes);
  const to = new PNG({ width: Math.ceil(width / CELL), height: Math.ceil(height / CELL) });
  for (let at = 0; at < to.data.length; at += 4) {
    const [left, top] = [((at / 4) % to.width) * CELL, Math.floor(at / 4 / to.width) * CELL];
    const sum = [0, 0, 0];
    let count = 0;
    for (let y = top; y < Math.min(top + CELL, height); y += 1) {
      for (let x = left; x < Math.min(left + CELL, width); x += 1, count += 1)
        for (const channel of [0, 1, 2]) sum[channel] += data[(y * width + x) * 4 + channel];
    }
    const shade = (/** @type {number} */ all) => Math.round(all / count / SHADE) * SHADE;
    to.data.set([...sum.map((all) => Math.min(255, shade(all))), 255], at);
  }
  return PNG.sync.write(to, { colorType: 2, deflateLevel: 9 });
}

/**
 * How far two small pictures are apart: the cells that differ by more than `slack` of 255 in a
 * colour, and the place that holds them all, in pixels of the screenshot.
 * @param {Uint8Array} one
 * @param {Uint8Array} other
 * @param {number} slack
 * @returns {{cells: number, of: number, where: string}}
 */
export function apart(one, other, slack) {
  const [a, b] = [decode(one), decode(other)];
  const size = (/** @type {PNG} */ each) => `${each.width * CELL} × ${each.height * CELL}`;
  const of = a.width * a.height;
  if (size(a) !== size(b)) return { cells: of, of, where: `${size(a)} instead of ${size(b)}` };
  const points = [...Array(of).keys()].filter((at) =>
    [0, 1, 2].some((channel) => Math.abs(a.data[at * 4 + channel] - b.data[at * 4 + channel]) > slack),
  );
  const span = (/** @type {number[]} */ all) =>
    `${Math.min(...all) * CELL}–${(Math.max(...all) + 1) * CELL}`;
  const [x, y] = [points.map((at) => at % a.width), points.map((at) => Math.floor(at / a.width))];
  return { cells: points.length, of, where: points.length ? `${span(x)} × ${span(y)}` : '' };
}
