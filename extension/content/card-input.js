// @ts-check
// Pointer and keyboard on an open card, and how both are kept from the page around it.

import { follow } from './follow.js';
import { keep, take, walkButtons, walkStep } from './keys.js';

/**
 * @typedef {object} Hands
 * @property {() => HTMLElement | null} pane
 * @property {() => HTMLElement | null} active what in it has the focus
 * @property {(step: 1 | -1) => void} walk
 * @property {(deed: import('./card-view.js').Deed, at: number) => void} press
 * @property {() => void} unfold the reason was opened or closed
 * @property {() => void} moved the box may be somewhere else
 * @property {(over: boolean) => void} hover
 * @property {(how?: {back?: boolean}) => void} close
 * @property {boolean} walkKey
 */

/**
 * @param {{host: HTMLElement, root: ShadowRoot, box: Element, signal: AbortSignal}} card
 * @param {Hands} hands
 */
export function watchCard({ host, root, box, signal }, hands) {
  const pane = /** @type {HTMLElement} */ (/** @type {unknown} */ (root));
  follow(box, hands.moved, signal);
  pane.addEventListener('click', (event) => press(event, hands), { signal });
  // The editor keeps the focus and its selection while the pointer works the card.
  pane.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
  // Dialogs of a page close when something beside them is pressed.
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
    pane.addEventListener(type, (event) => event.stopPropagation(), { signal });
  pane.addEventListener('toggle', hands.unfold, { capture: true, signal });
  host.addEventListener('pointerenter', () => hands.hover(true), { signal });
  host.addEventListener('pointerleave', ({ isTrusted }) => isTrusted && hands.hover(false), {
    signal,
  });
  // At the window, before the page's own listeners: its shortcuts would act on a key that is
  // meant for the card, and its dialogs would pull the focus back.
  const outermost = { capture: true, signal };
  for (const type of /** @type {const} */ (['keydown', 'keypress']))
    window.addEventListener(type, (event) => key(event, hands), outermost);
  for (const type of ['focus', 'focusin'])
    window.addEventListener(type, (event) => focused(event, hands), outermost);
  window.addEventListener(
    'pointerdown',
    (event) => {
      if (event.isTrusted && !event.composedPath().includes(host)) hands.close();
    },
    outermost,
  );
}

/** @param {MouseEvent} event @param {Hands} hands */
function press({ isTrusted, target }, hands) {
  const button = /** @type {Element} */ (target).closest('[data-deed]');
  if (!isTrusted || !(button instanceof HTMLElement)) return;
  const { deed, at } = button.dataset;
  hands.press(/** @type {import('./card-view.js').Deed} */ (deed), Number(at));
}

/** @param {KeyboardEvent} event @param {Hands} hands */
function key(event, hands) {
  const { isTrusted, type, isComposing } = event;
  if (!isTrusted) return;
  if (type === 'keydown' && event.key === 'Escape' && !isComposing) {
    take(event);
    hands.close({ back: true });
  } else if (hands.active()) {
    if (type === 'keydown' && work(event, hands)) take(event);
    else keep(event);
  }
}

/** @param {KeyboardEvent} event @param {Hands} hands @returns {boolean} whether it was used */
function work(event, hands) {
  const pane = hands.pane();
  const step = hands.walkKey ? walkStep(event) : 0;
  if (step) hands.walk(step);
  else if (event.key === 'ArrowLeft') hands.walk(-1);
  else if (event.key === 'ArrowRight') hands.walk(1);
  else return pane !== null && walkButtons(pane, hands.active(), event);
  return true;
}

/** @param {Event} event @param {Hands} hands */
function focused(event, hands) {
  if (event.isTrusted && event.target !== window && hands.active())
    event.stopImmediatePropagation();
}
