// @ts-check
// The keyboard: one key walks from note to note, and the card is worked by the usual ones.

/** Alt with the full stop: the next note after the caret; with Shift the one before it. */
export const WALK_KEY = 'Period';

/** @typedef {import('./session.js').Session} Session */
/** @typedef {import('./card.js').Card} Card */

/**
 * @param {KeyboardEvent} event
 * @returns {1 | -1 | 0} which way it walks
 */
export function walkStep(event) {
  const { isTrusted, isComposing, code, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (!isTrusted || isComposing || code !== WALK_KEY || !altKey || ctrlKey || metaKey) return 0;
  if (event.getModifierState('AltGraph')) return 0;
  return shiftKey ? -1 : 1;
}

/**
 * @param {Session} session
 * @param {Card} card
 * @param {AbortSignal} signal
 */
export function watchKeys(session, card, signal) {
  session.box.addEventListener(
    'keydown',
    (event) => {
      const step = card.walkKey ? walkStep(event) : 0;
      if (!step || !session.painted.length) return;
      take(event);
      walkFromCaret(session, card, step);
    },
    { capture: true, signal },
  );
}

/**
 * Opens the note at or after the caret, or the one before it; around the end it begins anew.
 * @param {Session} session
 * @param {Card} card
 * @param {1 | -1} step
 */
function walkFromCaret(session, card, step) {
  const { painted } = session;
  const caret = session.surface.selected()?.end ?? 0;
  const note =
    step < 0
      ? (painted.findLast(({ end }) => end < caret) ?? painted.at(-1))
      : (painted.find(({ end }) => end >= caret) ?? painted[0]);
  const shown = note && session.reveal(note);
  if (shown) card.open(session, shown, { focus: true, pinned: true });
}

/**
 * Does what a shortcut of the browser asks.
 * @param {import('../shared/verbs.js').Command} name
 * @param {Session} session
 * @param {Card} card
 */
export function obeyCommand(name, session, card) {
  const step = name === 'previous-note' ? -1 : 1;
  const walks = name === 'next-note' || name === 'previous-note';
  if (!card.openedFor(session)) walkFromCaret(session, card, step);
  else if (walks) card.walk(step);
  if (name === 'apply-fix') card.applyFirst();
}

/** @param {KeyboardEvent} event that means something here, and nothing else */
export function take(event) {
  event.preventDefault();
  keep(event);
}

/**
 * Keeps a key from the page, also when it comes up again, wherever the focus is by then. Keys that
 * the page saw going down it sees coming up.
 * @param {KeyboardEvent} event
 */
export function keep(event) {
  event.stopImmediatePropagation();
  if (event.type !== 'keydown' || event.repeat) return;
  const up = new AbortController();
  window.addEventListener(
    'keyup',
    (later) => {
      if (!later.isTrusted || later.code !== event.code) return;
      later.stopImmediatePropagation();
      up.abort();
    },
    { capture: true, signal: up.signal },
  );
}

/**
 * Tab stays in the card, the arrows up and down go from button to button.
 * @param {HTMLElement} pane
 * @param {HTMLElement | null} active
 * @param {KeyboardEvent} event
 * @returns {boolean} whether the key was used
 */
export function walkButtons(pane, active, { key, shiftKey }) {
  const back = key === 'ArrowUp' || (key === 'Tab' && shiftKey);
  if (!back && key !== 'ArrowDown' && key !== 'Tab') return false;
  const stops = /** @type {HTMLElement[]} */ ([...pane.querySelectorAll('button, summary')]);
  const at = active ? stops.indexOf(active) : -1;
  const next = back ? (at <= 0 ? stops.length : at) - 1 : (at + 1) % stops.length;
  stops[next]?.focus();
  return true;
}
