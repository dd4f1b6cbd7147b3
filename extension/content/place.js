// @ts-check
// Where a card goes: plain arithmetic.

/** @typedef {{left: number, top: number, right: number, bottom: number}} Rect */

const EDGE = 8;
const GAP = 6;

/** @param {number} value @param {number} least @param {number} most */
const clamp = (value, least, most) => Math.max(least, Math.min(value, most));

/**
 * Below its mark, or above it where there is more room; never over the window's edge, and lower
 * than it would like to be where neither side has room for all of it.
 * @param {Rect} mark
 * @param {{width: number, height: number}} card
 * @param {{width: number, height: number}} room of the window
 * @returns {{left: number, top: number, height: number}}
 */
export function placeCard(mark, card, room) {
  const below = room.height - EDGE - (mark.bottom + GAP);
  const above = mark.top - GAP - EDGE;
  const goesBelow = below >= card.height || below >= above;
  const height = Math.min(card.height, room.height - 2 * EDGE);
  const wanted = goesBelow ? mark.bottom + GAP : mark.top - GAP - height;
  return {
    left: clamp(mark.left, EDGE, Math.max(EDGE, room.width - EDGE - card.width)),
    top: clamp(wanted, EDGE, Math.max(EDGE, room.height - EDGE - height)),
    height,
  };
}

/**
 * The part of a mark that is in sight: its line nearest to a point, cut to the box and window.
 * @param {Range} range
 * @param {Element} box
 * @param {{x: number, y: number}} [point]
 * @returns {Rect | null}
 */
export function sightOf(range, box, point) {
  const view = box.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const lines = [...range.getClientRects()].flatMap(({ left, top, right, bottom }) => {
    const cut = {
      left: Math.max(left, view.left, 0),
      top: Math.max(top, view.top, 0),
      right: Math.min(right, view.right, clientWidth),
      bottom: Math.min(bottom, view.bottom, clientHeight),
    };
    return cut.left < cut.right && cut.top < cut.bottom ? [cut] : [];
  });
  return (point && lines.find((line) => holds(line, point))) ?? lines[0] ?? null;
}

// A little more than the letters, so that the line below them counts too.
const REACH = 3;

/** @param {Rect} rect @param {{x: number, y: number}} point */
export const holds = ({ left, top, right, bottom }, { x, y }) =>
  x >= left && x <= right && y >= top - REACH && y <= bottom + REACH;
