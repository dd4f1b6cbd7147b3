// @ts-check
// What of a mark can be seen, and how to bring it into sight.

/** @typedef {import('./place.js').Rect} Rect */
/** @typedef {{x: number, y: number}} Point */

// A little more than the letters, so that the line below them counts too.
const REACH = 3;
// How far from the edge a mark is brought.
const MARGIN = 12;
const SCROLLS = /auto|scroll/;

/** @param {Rect} rect @param {Point} point */
export const holds = ({ left, top, right, bottom }, { x, y }) =>
  x >= left && x <= right && y >= top - REACH && y <= bottom + REACH;

/**
 * The line of a mark at a point, or its first one, cut to what its box and the window show.
 * @param {Range} range
 * @param {Element} box
 * @param {Point} [point]
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

/**
 * Scrolls whatever scrolls around a mark, no further than needed.
 * @param {Range} range
 * @param {Element} box
 */
export function bringIntoSight(range, box) {
  let { top, bottom } = range.getBoundingClientRect();
  for (let at = /** @type {Element | null} */ (box); at; at = parentOf(at)) {
    const page = at === document.documentElement;
    if (!page && !scrolls(at)) continue;
    const view = page ? { top: 0, bottom: at.clientHeight } : at.getBoundingClientRect();
    const before = at.scrollTop;
    if (top < view.top) at.scrollTop += top - view.top - MARGIN;
    else if (bottom > view.bottom) at.scrollTop += bottom - view.bottom + MARGIN;
    top -= at.scrollTop - before;
    bottom -= at.scrollTop - before;
  }
}

// Firefox calls the overflow of a textarea visible, and scrolls it all the same.
/** @param {Element} element */
const scrolls = (element) =>
  element instanceof HTMLTextAreaElement || SCROLLS.test(getComputedStyle(element).overflowY);

/** @param {Element} element @returns {Element | null} */
function parentOf(element) {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
