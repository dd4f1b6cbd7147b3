// @ts-check
// What a card is while it is open: types only.

/** @typedef {import('./session.js').Session} Session */
/** @typedef {import('./session.js').Painted} Painted */
/** @typedef {import('./card-view.js').Deed} Deed */
/** @typedef {import('./spans.js').Span} Span */
/**
 * @typedef {object} Opening
 * @property {{x: number, y: number}} [point] where the pointer is
 * @property {boolean} [pinned] stays until it is closed
 * @property {boolean} [focus] takes the focus, to be worked by the keyboard
 */
/**
 * @typedef {object} Shown
 * @property {HTMLElement} host
 * @property {ShadowRoot} root
 * @property {CSSStyleSheet} sheet
 * @property {AbortController} life
 * @property {Session} session
 * @property {Painted} note
 * @property {string} text the draft when it was opened
 * @property {Opening} opening
 * @property {Span | null} caret to go back to
 * @property {import('./place.js').Sight | null} sight what was seen of the mark last
 * @property {Done | null} done it says what was done about the note
 */
/**
 * @typedef {object} Done
 * @property {() => unknown} undo
 * @property {boolean} undone the note is shown again as soon as its mark is back
 */
/** @typedef {(deed: Deed, session: Session, note: Painted, at: number) => void} Act */

export {};
