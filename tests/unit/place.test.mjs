// @ts-check
// A card never covers the line it speaks of: any window, any place of a mark.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LEAST, placeCard } from '../../extension/content/place.js';

/** @typedef {import('../../extension/content/place.js').Rect} Rect */

/** Numbers that are the same in every run. @param {number} seed */
const random = (seed) => () => {
  seed = (seed * 1664525 + 1013904223) % 2 ** 32;
  return seed / 2 ** 32;
};
const next = random(7);
/** @param {number} least @param {number} most */
const between = (least, most) => Math.floor(least + next() * (most - least + 1));

/** Lines as a text breaks them: the first starts anywhere, the last ends anywhere. */
function mark(/** @type {{width: number, height: number}} */ room, /** @type {number} */ count) {
  const height = between(12, 40);
  const [from, to] = [between(0, room.width / 3), between((room.width * 2) / 3, room.width)];
  const top = between(-4, room.height - count * height + 4);
  const [start, end] = [between(from, to - 10), between(from + 10, to)];
  return Array.from({ length: count }, (_, index) => ({
    left: index === 0 ? Math.min(start, count === 1 ? end - 5 : to) : from,
    right: index === count - 1 ? Math.max(end, count === 1 ? start + 5 : from) : to,
    top: Math.max(0, top + index * height),
    bottom: Math.min(room.height, top + (index + 1) * height),
  })).filter((line) => line.bottom > line.top);
}

/** @param {Rect} a @param {Rect} b */
const overlap = (a, b) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

test('a card is in the window, off its line, and large enough to be worked', () => {
  let kept = 0;
  for (let round = 0; round < 20_000; round += 1) {
    const room = { width: between(320, 1400), height: between(240, 1000) };
    const lines = mark(room, between(1, 6));
    if (lines.length === 0) continue;
    const at = lines[between(0, lines.length - 1)];
    const card = { width: Math.min(352, room.width - 16), height: between(60, 700) };
    const { left, top, height } = placeCard({ lines, at }, card, room);
    const rect = { left, top, right: left + card.width, bottom: top + height };
    const seen = JSON.stringify({ room, lines, at, card, rect });
    assert.ok(left >= 8 && rect.right <= room.width - 8 && top >= 8, seen);
    assert.ok(rect.bottom <= room.height - 8 && height <= card.height, seen);
    assert.ok(height >= Math.min(LEAST, card.height), seen);
    assert.ok(!overlap(rect, at), seen);
    // Where there is room beside all of its lines, no line is covered.
    const [first, last] = [lines[0].top, Math.max(...lines.map(({ bottom }) => bottom))];
    if (Math.max(first, room.height - last) - 14 < Math.min(LEAST, card.height)) continue;
    kept += 1;
    assert.ok(!lines.some((line) => overlap(rect, line)), seen);
  }
  assert.ok(kept > 15_000, `only ${kept} marks had room beside them`);
});

test('a card that fits below its mark is there, whole, at its start', () => {
  const at = { left: 40, top: 100, right: 140, bottom: 120 };
  const card = { width: 352, height: 300 };
  const place = placeCard({ lines: [at], at }, card, { width: 1200, height: 800 });
  assert.deepEqual(place, { left: 40, top: 126, height: 300 });
});
