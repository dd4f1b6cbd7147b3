// @ts-check
// Where around a box something stands: the nearest container, never the first of the page.

/** @typedef {import('./site-types.js').Talk} Talk */

/**
 * @param {Element} box
 * @param {Talk} talk
 * @returns {Element | ShadowRoot | null} what is around a box and its conversation, at the most
 */
export function limitOf(box, { scope }) {
  const root = box.getRootNode();
  return box.closest(scope) ?? (root instanceof ShadowRoot ? root : null);
}

/**
 * The nearest ancestor that holds something, unless a second box is nearer.
 * @param {Element} box
 * @param {Talk} talk
 * @param {string} wanted
 * @returns {Element | ShadowRoot | null}
 */
export function nearest(box, talk, wanted) {
  const limit = limitOf(box, talk);
  if (!limit) return null;
  for (let at = box.parentNode; at; at = at.parentNode) {
    const place = /** @type {Element | ShadowRoot} */ (at);
    if (place.querySelectorAll(talk.boxes).length > 1) return null;
    if (place.querySelector(wanted)) return place;
    if (place === limit) return null;
  }
  return null;
}

/**
 * The one element that the nearest ancestor has, if it has but one.
 * @param {Element} from
 * @param {string} wanted
 * @returns {HTMLElement | null}
 */
export function onlyNear(from, wanted) {
  for (let at = from.parentElement; at; at = at.parentElement) {
    const found = at.querySelectorAll(wanted);
    if (found.length > 1) return null;
    if (found[0] instanceof HTMLElement) return found[0];
  }
  return null;
}

/** The page's path; of a frame in a page of the same site the page's. */
export function address() {
  try {
    return /** @type {Window} */ (window.top).location.pathname;
  } catch {
    return location.pathname;
  }
}

/** @param {Element | null} element */
export const textOf = (element) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
