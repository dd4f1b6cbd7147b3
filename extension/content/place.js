// @ts-check
// Where a card goes: plain arithmetic.

/** @typedef {{left: number, top: number, right: number, bottom: number}} Rect */
/** @typedef {{width: number, height: number}} Size */
/**
 * What of a mark can be seen: its lines, and the one that the card stands by.
 * @typedef {{lines: Rect[], at: Rect}} Sight
 */
/** @typedef {{left: number, top: number, height: number}} Place */

const EDGE = 8;
const GAP = 6;
/** Cut to this much a card is still worked with ease. */
const EASY = 230;
/** Its first line, its buttons and a line to read between them. */
export const LEAST = 88;

/** @param {number} value @param {number} least @param {number} most */
const clamp = (value, least, most) => Math.max(least, Math.min(value, most));

/**
 * Below its mark, above it or beside it, wherever it is cut least; never over the window's edge,
 * and never over a line of the mark, as long as that leaves it something to show. Then it keeps
 * off the line it stands by.
 * @param {Sight} sight
 * @param {Size} card as large as it would be
 * @param {Size} room of the window
 * @returns {Place} a height below the card's own cuts it short, to be scrolled
 */
export function placeCard({ lines, at }, card, room) {
  const most = room.height - 2 * EDGE;
  const { left, top, right, bottom } = around(lines);
  const below = clamp(room.height - EDGE - GAP - bottom, 0, most);
  const above = clamp(top - GAP - EDGE, 0, most);
  const [before, after] = [left - GAP - card.width, right + GAP];
  const beside = after + card.width <= room.width - EDGE ? after : before;
  const aside = beside >= EDGE ? most : 0;
  const easy = Math.min(card.height, EASY);
  const stacked = Math.max(below, above);
  const height = Math.min(card.height, stacked < easy ? Math.max(stacked, aside) : stacked);
  const enough = height >= Math.min(LEAST, card.height);
  if (!enough && lines.length > 1) return placeCard({ lines: [at], at }, card, room);
  if (stacked < height) {
    return { left: beside, top: clamp(at.top, EDGE, room.height - EDGE - height), height };
  }
  const goesBelow = below >= height && (below >= card.height || below >= above);
  return {
    left: clamp(at.left, EDGE, Math.max(EDGE, room.width - EDGE - card.width)),
    top: goesBelow ? bottom + GAP : top - GAP - height,
    height,
  };
}

/** @param {Rect[]} lines @returns {Rect} */
const around = (lines) => ({
  left: Math.min(...lines.map(({ left }) => left)),
  top: Math.min(...lines.map(({ top }) => top)),
  right: Math.max(...lines.map(({ right }) => right)),
  bottom: Math.max(...lines.map(({ bottom }) => bottom)),
});
