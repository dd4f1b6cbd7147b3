// @ts-check
// Where a card goes: plain arithmetic.

/** @typedef {{left: number, top: number, right: number, bottom: number}} Rect */

const EDGE = 8;
const GAP = 6;
// With less room than this beside its mark, a card rather covers it.
const LEAST = 180;

/** @param {number} value @param {number} least @param {number} most */
const clamp = (value, least, most) => Math.max(least, Math.min(value, most));

/**
 * Below its mark, or above it where there is more room; never over the window's edge, and cut
 * short, to be scrolled, where neither side has room for all of it.
 * @param {Rect} mark
 * @param {{width: number, height: number}} card
 * @param {{width: number, height: number}} room of the window
 * @returns {{left: number, top: number, height: number}}
 */
export function placeCard(mark, card, room) {
  const below = room.height - EDGE - (mark.bottom + GAP);
  const above = mark.top - GAP - EDGE;
  const goesBelow = below >= card.height || below >= above;
  const side = goesBelow ? below : above;
  const height = Math.min(card.height, side < LEAST ? room.height - 2 * EDGE : side);
  const wanted = goesBelow ? mark.bottom + GAP : mark.top - GAP - height;
  return {
    left: clamp(mark.left, EDGE, Math.max(EDGE, room.width - EDGE - card.width)),
    top: clamp(wanted, EDGE, Math.max(EDGE, room.height - EDGE - height)),
    height,
  };
}
