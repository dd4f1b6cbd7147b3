// @ts-check
// Before a message goes out with something in it that was hardly meant: one calm card, once for a
// draft. It takes no focus, so that not a key is lost; pressing Send again sends.

import { t } from '../shared/words.js';
import { cardCss } from './card-css.js';
import { described } from './card-view.js';
import { make } from './dom.js';
import { follow } from './follow.js';
import { moveHost, openHost } from './host.js';
import { placeCard } from './place.js';
import { viewOf } from './sight.js';

/** The one that is open. @type {HTMLElement | null} */
let shown = null;

/** @typedef {import('./session.js').Session} Session */
/** @typedef {import('./spans.js').Span} Span */
/** @typedef {{words: string, span: Span | null}} Reason span: where it is, if in one place */

/** What is asked about, by family, with the words for it. @type {Record<string, string>} */
const FAMILIES = {
  'unfilled-blank': 'pauseBlank',
  'wrong-recipient': 'pauseName',
  'ignored-no': 'pauseNo',
};

/**
 * Why to look at a draft once more before it goes: by the marks that stand in it, and by a report
 * that is not overtaken.
 * @param {Pick<Session, 'painted' | 'fresh'>} session
 * @returns {Reason[]}
 */
export function reasonsOf({ painted, fresh }) {
  const found = Object.entries(FAMILIES).flatMap(([family, key]) => {
    const note = painted.find((each) => each.family === family);
    return note ? [{ words: t(key, note.quote), span: note }] : [];
  });
  const lowest = fresh?.band === 'about-you' && { words: t('pauseLowest'), span: null };
  return lowest ? [...found, lowest] : found;
}

/**
 * @param {object} about
 * @param {HTMLElement} about.box
 * @param {Reason[]} about.reasons
 * @param {import('../shared/settings.js').Look} about.look
 * @param {() => void} about.onEdit the writer wants to look at it
 * @param {() => void} about.onSend the next press is to go through
 * @param {AbortSignal} about.signal
 * @returns {AbortController} closes it
 */
export function openPauseCard({ box, reasons, look, onEdit, onSend, signal }) {
  const life = new AbortController();
  const open = AbortSignal.any([life.signal, signal]);
  const { host, root } = openHost(box, cardCss(look));
  const pane = (shown = paneOf(reasons));
  root.append(pane);
  const put = () => {
    pane.style.maxHeight = '';
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const size = { width: pane.offsetWidth, height: pane.offsetHeight };
    const place = placeCard(besideOf(box), size, { width, height });
    pane.style.maxHeight = `${place.height}px`;
    moveHost(host, place.left, place.top);
  };
  open.addEventListener(
    'abort',
    () => {
      host.remove();
      if (shown === pane) shown = null;
    },
    { once: true },
  );
  follow(box, put, open);
  put();
  // The editor keeps the focus; dialogs of the page do not notice.
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup'])
    pane.addEventListener(type, (event) => calm(event), { signal: open });
  pane.addEventListener(
    'click',
    (event) => {
      calm(event);
      const deed = event.isTrusted && /** @type {HTMLElement} */ (event.target).dataset.deed;
      if (!deed) return;
      life.abort();
      if (deed === 'edit') onEdit();
      else onSend();
    },
    { signal: open },
  );
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.isTrusted && event.key === 'Escape' && !event.isComposing) life.abort();
    },
    { capture: true, signal: open },
  );
  return life;
}

/**
 * What the card keeps off: the box, or of a tall one its lower edge.
 * @param {HTMLElement} box
 * @returns {import('./place.js').Sight}
 */
function besideOf(box) {
  const view = viewOf(box);
  const tall = view.bottom - view.top > document.documentElement.clientHeight / 2;
  const at = tall ? { ...view, top: view.bottom - 1 } : view;
  return { lines: [at], at };
}

/** What it shows, for whoever may run code in this script's own world. */
export const describePause = () =>
  shown ? { open: true, focused: false, ...described(shown) } : null;

/** @param {Event} event */
function calm(event) {
  event.preventDefault();
  event.stopPropagation();
}

/** @param {string} deed @param {string} look @param {string} words */
const button = (deed, look, words) =>
  make('button', { type: 'button', class: look, 'data-deed': deed }, words);

/** @param {Reason[]} reasons */
const paneOf = (reasons) =>
  make(
    'div',
    { class: 'card pause', role: 'alertdialog', 'aria-label': t('pauseTitle') },
    make('p', { class: 'message' }, t('pauseTitle')),
    make('ul', { class: 'reasons' }, ...reasons.map(({ words }) => make('li', {}, words))),
    make('p', { class: 'again' }, t('pauseAgain')),
    make(
      'div',
      { class: 'row' },
      button('edit', 'button primary', t('pauseEdit')),
      button('send', 'bare', t('pauseSend')),
    ),
  );
