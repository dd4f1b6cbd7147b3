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
const holds = ({ left, top, right, bottom }, { x, y }) =>
  x >= left && x <= right && y >= top - REACH && y <= bottom + REACH;

/** @param {Rect} a @param {Rect} b @returns {Rect} */
const common = (a, b) => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});

/** @param {Rect} rect */
const isEmpty = ({ left, top, right, bottom }) => left >= right || top >= bottom;

/**
 * The part of a box that the window, and whatever scrolls around it, lets be seen.
 * @param {Element} box
 * @returns {Rect}
 */
export function viewOf(box) {
  const { clientWidth: right, clientHeight: bottom } = document.documentElement;
  let view = common(box.getBoundingClientRect(), { left: 0, top: 0, right, bottom });
  for (let at = /** @type {Element | null} */ (box); at; at = parentOf(at)) {
    const { overflowX, overflowY, position } = getComputedStyle(at);
    const clips = overflowX !== 'visible' || overflowY !== 'visible';
    const whole = at === box || at === document.body || at === document.documentElement;
    if (clips && !whole) view = common(view, at.getBoundingClientRect());
    if (position === 'fixed') break;
  }
  return view;
}

/**
 * The lines of a mark, cut to what can be seen.
 * @param {Range} range
 * @param {Rect} view
 */
const linesOf = (range, view) =>
  [...range.getClientRects()].map((line) => common(line, view)).filter((line) => !isEmpty(line));

/**
 * Whether a mark is at a point.
 * @param {Range} range
 * @param {Rect} view
 * @param {Point} point
 */
export const isAt = (range, view, point) =>
  linesOf(range, view).some((line) => holds(line, point));

/**
 * What a card must keep off: all lines of its mark. It stands by the line at a point, or by the
 * longest one.
 * @param {Range} range
 * @param {Rect} view
 * @param {Point} [point]
 * @returns {import('./place.js').Sight | null} null where nothing of the mark can be seen
 */
export function sightOf(range, view, point) {
  const lines = linesOf(range, view);
  const [longest] = lines.toSorted((a, b) => b.right - b.left - (a.right - a.left));
  const at = (point && lines.find((line) => holds(line, point))) ?? longest;
  return at ? { lines, at } : null;
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
