// @ts-check
// Compares screenshots. Decodes what browsers write: 8 bits a channel, RGB or RGBA, not interlaced.

import { inflateSync } from 'node:zlib';

/** @typedef {{width: number, height: number, channels: number, data: Buffer}} Picture */
/** @typedef {{x: number, y: number, width: number, height: number}} Rect */

/** @param {number} a left @param {number} b above @param {number} c left above */
function paeth(a, b, c) {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  if (pa <= pb && pa <= pc) return a;
  return pb <= pc ? b : c;
}

/** @param {number} filter @param {number} a @param {number} b @param {number} c */
const predict = (filter, a, b, c) => [0, a, b, (a + b) >> 1, paeth(a, b, c)][filter];

/** @param {Uint8Array} bytes @returns {Picture} */
export function decode(bytes) {
  const png = Buffer.from(bytes);
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const channels = { 2: 3, 6: 4 }[png[25]];
  if (png[24] !== 8 || !channels || png[28] !== 0) throw new Error('an unexpected kind of PNG');
  const chunks = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      chunks.push(png.subarray(at + 8, at + 8 + length));
  }
  return {
    width,
    height,
    channels,
    data: unfilter(inflateSync(Buffer.concat(chunks)), width * channels, height, channels),
  };
}

/** @param {Buffer} raw @param {number} stride @param {number} height @param {number} channels */
function unfilter(raw, stride, height, channels) {
  const data = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x >= channels ? data[at - channels] : 0;
      const above = y > 0 ? data[at - stride] : 0;
      const corner = y > 0 && x >= channels ? data[at - stride - channels] : 0;
      data[at] = raw[y * (stride + 1) + 1 + x] + predict(filter, left, above, corner);
    }
  }
  return data;
}

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
          a.data[(y * a.width + x) * a.channels + channel] !==
          b.data[(y * b.width + x) * b.channels + channel],
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
