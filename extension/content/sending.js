// @ts-check
// The moment of sending, seen from outside: a press on what sends, or the key that does, and then
// the box is empty or gone. Nothing is pressed by us. Where the user wants to be asked before, a
// press is held back once, and the next one goes through.

import { take } from './keys.js';

/** @typedef {import('./claim.js').Sending} Sending */
/** @typedef {import('./session.js').Session} Session */
/**
 * @typedef {object} Watch
 * @property {Session} session
 * @property {Sending} send
 * @property {() => boolean} asks whether something is being asked before the draft goes
 * @property {() => void} onPress it is about to go
 * @property {() => void} onSent it has gone
 * @property {AbortSignal} signal
 */

/** Milliseconds after which an empty box has nothing to do with a press any more. */
const WITHIN = 10_000;
/** What one press on a button is made of. */
const PRESS = /** @type {const} */ ([
  ...['pointerdown', 'mousedown', 'touchstart', 'pointerup', 'mouseup', 'touchend', 'click'],
]);

/**
 * @param {Watch} watch
 * @returns {() => void} to be called when the text has changed
 */
export function watchSending({ session, send, asks, onPress, onSent, signal }) {
  /** Since when it is on its way. @type {number | null} */
  let going = null;
  /** The press under way: whether all of it is held back. @type {boolean | null} */
  let press = null;
  /** The same of the key that was pressed last, which may be held down. */
  let key = false;

  /**
   * A fault of ours must not keep a message from going.
   * @param {Event} event that would send
   * @returns {boolean} whether it may not
   */
  const isHeld = (event) => {
    try {
      if (asks()) return true;
      going = session.text.trim() ? event.timeStamp : null;
      if (going !== null) onPress();
    } catch {
      // It goes out as if we were not there.
    }
    return false;
  };

  const options = { capture: true, signal };
  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || !sends(event, session.box, send)) return;
      if (!event.repeat) key = isHeld(event);
      if (key) take(event);
    },
    options,
  );
  for (const type of PRESS) {
    window.addEventListener(
      type,
      (event) => {
        if (!event.isTrusted || !buttonOf(event, session.box, send)) return;
        // By the keyboard, and by whoever works the page for somebody, it is a click alone.
        if (type === 'pointerdown' || press === null) press = isHeld(event);
        if (press) hold(event);
        if (type === 'click') press = null;
      },
      options,
    );
  }
  // What was pressed was no sending after all: the writer goes on.
  session.box.addEventListener('beforeinput', ({ isTrusted }) => isTrusted && (going = null), {
    capture: true,
    signal,
  });

  const look = () => {
    if (going === null || (session.box.isConnected && session.text.trim())) return;
    const late = performance.now() - going > WITHIN;
    going = null;
    if (!late) onSent();
  };
  // A box that is taken out of the page has ended its session.
  signal.addEventListener('abort', look, { once: true });
  return look;
}

/** @param {Event} event */
function hold(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/**
 * @param {KeyboardEvent} event
 * @param {HTMLElement} box
 * @param {Sending} send
 */
function sends(event, box, send) {
  const { key, isComposing, shiftKey, altKey, ctrlKey, metaKey } = event;
  if (isComposing || altKey || shiftKey) return false;
  const onButton = (key === 'Enter' || key === ' ') && !ctrlKey && !metaKey;
  if (onButton && buttonOf(event, box, send)) return true;
  if (key !== 'Enter') return false;
  if (ctrlKey || metaKey) return send.keys === 'mod-enter' && isFor(event, box, send);
  if (!event.composedPath().includes(box)) return false;
  return send.keys === 'enter' || (send.keys === 'lone-enter' && !hasButton(box, send));
}

/** @param {Event} event @param {HTMLElement} box @param {Sending} send */
const buttonOf = (event, box, send) =>
  event.composedPath().some((at) => at instanceof Element && at.matches(send.button)) &&
  isFor(event, box, send);

/**
 * Of several boxes on a page, the one that is nearest to what happened.
 * @param {Event} event
 * @param {HTMLElement} box
 * @param {Sending} send
 */
function isFor(event, box, { boxes }) {
  for (const at of event.composedPath()) {
    if (at === box) return true;
    if (at instanceof Element && at.querySelector(boxes)) return at.contains(box);
  }
  return false;
}

/** @param {HTMLElement} box @param {Sending} send */
function hasButton(box, { button, boxes }) {
  for (let at = box.parentElement; at; at = at.parentElement) {
    if (at.querySelectorAll(boxes).length > 1) return false;
    if (at.querySelector(button)) return true;
  }
  return false;
}
