// @ts-check
// The card of one note: opened by resting on its mark, by a click, or by the keyboard. It follows
// its mark and goes away with it.

import { CARD_CSS } from './card-css.js';
import { described, doneView, familyView, noteView, TROUBLE } from './card-view.js';
import { follow } from './follow.js';
import { moveHost, openHost } from './host.js';
import { keep, take, walkButtons, walkStep } from './keys.js';
import { same } from './notes.js';
import { placeCard } from './place.js';
import { sightOf, viewOf } from './sight.js';
import { canWrite } from './write.js';

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
 * @property {AbortController} life
 * @property {Session} session
 * @property {Painted} note
 * @property {string} text the draft when it was opened
 * @property {Opening} opening
 * @property {Span | null} caret to go back to
 */
/** @typedef {(deed: Deed, session: Session, note: Painted, at: number) => void} Act */

export class Card {
  underPointer = false;
  #act;
  /** @type {Shown | null} */
  #shown = null;
  #busy = false;

  /** @param {Act} act does what a button promises */
  constructor(act) {
    this.#act = act;
  }

  /** Opened by a click or the keyboard: stays until it is closed. */
  get pinned() {
    return Boolean(this.#shown?.opening.pinned);
  }

  /** @param {Session} session */
  openedFor(session) {
    return this.#shown?.session === session;
  }

  /** @param {Session} session @param {Painted} note @param {Opening} [opening] */
  open(session, note, opening = {}) {
    const caret = this.#shown?.caret ?? session.surface.selected();
    if (this.#shown && this.#shown.session === session && same(this.#shown.note, note)) {
      this.#shown.opening = { ...this.#shown.opening, ...opening };
    } else {
      this.close();
      const { host, root } = openHost(session.box, CARD_CSS);
      const life = new AbortController();
      this.#shown = { host, root, life, session, note, text: session.text, opening, caret };
      this.#listen(this.#shown);
      this.#draw('');
    }
    if (opening.focus) this.#focusFirst();
  }

  /** @param {Shown} shown */
  #listen({ host, root, life: { signal }, session }) {
    follow(session.box, () => this.#put(), signal);
    const pane = /** @type {ShadowRoot} */ (root);
    pane.addEventListener('click', (event) => this.#press(event), { signal });
    // The editor keeps the focus and its selection while the pointer works the card.
    pane.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
    // Dialogs of a page close when something beside them is pressed.
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
      pane.addEventListener(type, (event) => event.stopPropagation(), { signal });
    pane.addEventListener('toggle', () => this.#unfold(), { capture: true, signal });
    host.addEventListener('pointerenter', () => (this.underPointer = true), { signal });
    host.addEventListener('pointerleave', (event) => this.#left(event), { signal });
    // At the window, before the page's own listeners: its shortcuts would act on a key that is
    // meant for the card, and its dialogs would pull the focus back.
    const outermost = { capture: true, signal };
    for (const type of /** @type {const} */ (['keydown', 'keypress']))
      window.addEventListener(type, (event) => this.#key(event), outermost);
    for (const type of ['focus', 'focusin'])
      window.addEventListener(type, (event) => this.#focused(event), outermost);
    window.addEventListener(
      'pointerdown',
      (event) => {
        if (event.isTrusted && !event.composedPath().includes(host)) this.close();
      },
      outermost,
    );
  }

  /** @param {PointerEvent} event */
  #left({ isTrusted }) {
    this.underPointer = false;
    if (isTrusted && !this.pinned) this.close();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { isTrusted, type, key, isComposing } = event;
    if (!isTrusted) return;
    if (type === 'keydown' && key === 'Escape' && !isComposing) {
      take(event);
      this.close({ back: true });
    } else if (this.#active()) {
      if (type === 'keydown' && this.#work(event)) take(event);
      else keep(event);
    }
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether the key was used */
  #work(event) {
    const pane = this.#pane();
    const step = walkStep(event);
    if (step) this.walk(step);
    else if (event.key === 'ArrowLeft') this.walk(-1);
    else if (event.key === 'ArrowRight') this.walk(1);
    else return pane !== null && walkButtons(pane, this.#active(), event);
    return true;
  }

  /** @param {Event} event */
  #focused(event) {
    if (event.isTrusted && event.target !== window && this.#active())
      event.stopImmediatePropagation();
  }

  /** @param {Event} event */
  #press(event) {
    const target = /** @type {Element} */ (event.target).closest('[data-deed]');
    const shown = this.#shown;
    if (!event.isTrusted || !(target instanceof HTMLElement) || !shown || this.#busy) return;
    const deed = /** @type {Deed} */ (target.dataset.deed);
    if (deed === 'close') this.close({ back: true });
    else if (deed === 'before' || deed === 'after') this.#turn(deed);
    else this.#act(deed, shown.session, shown.note, Number(target.dataset.at));
  }

  /**
   * The focus stays on the button, so that pressing it again goes on.
   * @param {'before' | 'after'} deed
   */
  #turn(deed) {
    const held = this.#active() !== null;
    this.walk(deed === 'before' ? -1 : 1);
    const button = this.#pane()?.querySelector(`[data-deed="${deed}"]`);
    if (held && button instanceof HTMLElement) button.focus({ preventScroll: true });
  }

  /** @param {1 | -1} step to the next or the previous note of the draft */
  walk(step) {
    const shown = this.#shown;
    if (!shown) return;
    const { painted } = shown.session;
    const at = painted.findIndex((note) => same(note, shown.note)) + step;
    const next = painted[(at + painted.length) % painted.length];
    const seen = next && shown.session.reveal(next);
    if (seen) this.open(shown.session, seen, { pinned: true, focus: shown.opening.focus });
  }

  /** @param {Session} session whose marks were painted anew */
  paint(session) {
    const shown = this.#shown;
    if (shown?.session !== session || this.#busy || shown.root.querySelector('.done')) return;
    const note = session.painted.find((painted) => same(painted, shown.note));
    if (!note || session.text !== shown.text) return this.close({ back: shown.opening.focus });
    shown.note = note;
    this.#put();
  }

  /**
   * Keeps the card while its fix is being written; says so where the editor did not take it.
   * @param {() => Promise<import('./write.js').Outcome>} write
   */
  async during(write) {
    this.#busy = true;
    const outcome = await write().catch(() => /** @type {const} */ ('refused'));
    this.#busy = false;
    const shown = this.#shown;
    const note = shown?.session.painted.find((painted) => same(painted, shown.note));
    if (outcome === 'written' || !shown || !note) return this.close();
    Object.assign(shown, { note, text: shown.session.text });
    this.#draw(TROUBLE[outcome]);
  }

  /** @param {number} at which suggestion was copied */
  copied(at) {
    const button = this.#pane()?.querySelector(`[data-deed="copy"][data-at="${at}"]`);
    if (button) button.textContent = 'Copied';
  }

  /** The reason was opened or closed. */
  #unfold() {
    const shown = this.#shown;
    if (shown && !shown.root.querySelector('.family'))
      this.#act('explain', shown.session, shown.note, 0);
    this.#put();
  }

  /** @param {Painted} note @param {import('../shared/verbs.js').FamilyCard} family */
  explain(note, family) {
    if (!this.#shown || !same(this.#shown.note, note)) return;
    const why = this.#shown.root.querySelector('details:not(:has(.family))');
    why?.append(familyView(family, Boolean(note.evidence)));
    this.#put();
  }

  /** @param {string} words what was done */
  tell(words) {
    const shown = this.#shown;
    if (!shown) return;
    shown.root.replaceChildren(doneView(words));
    this.#put();
    if (shown.opening.focus) this.#focusFirst();
  }

  /** @param {{back?: boolean}} [how] back: the focus goes back to where it was */
  close({ back = false } = {}) {
    const shown = this.#shown;
    if (!shown) return;
    this.#shown = null;
    this.underPointer = false;
    const hadFocus = document.activeElement === shown.host || shown.root.activeElement !== null;
    shown.life.abort();
    shown.host.remove();
    if (!(back && hadFocus) || !shown.session.box.isConnected) return;
    shown.session.box.focus({ preventScroll: true });
    if (shown.caret && shown.session.text === shown.text) shown.session.surface.select(shown.caret);
  }

  /** @param {string} trouble */
  #draw(trouble) {
    const shown = this.#shown;
    if (!shown) return;
    const { session, note, root } = shown;
    const at = session.painted.findIndex((painted) => same(painted, note));
    const writes = canWrite(session.box) && session.surface.editable(note);
    root.replaceChildren(noteView(note, { at, count: session.painted.length, writes, trouble }));
    this.#put();
  }

  #put() {
    const shown = this.#shown;
    const pane = this.#pane();
    if (!shown || !pane) return;
    const sight =
      shown.session.box.isConnected &&
      sightOf(shown.note.range, viewOf(shown.session.box), shown.opening.point);
    if (!sight)
      return this.#busy || shown.root.querySelector('.done')
        ? undefined
        : this.close({ back: true });
    pane.style.maxHeight = '';
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const { offsetWidth, offsetHeight } = pane;
    const place = placeCard(sight, { width: offsetWidth, height: offsetHeight }, { width, height });
    pane.style.maxHeight = `${place.height}px`;
    moveHost(shown.host, place.left, place.top);
  }

  #pane() {
    return /** @type {HTMLElement | null} */ (this.#shown?.root.querySelector('.card') ?? null);
  }

  #active() {
    return /** @type {HTMLElement | null} */ (this.#shown?.root.activeElement ?? null);
  }

  #focusFirst() {
    const pane = this.#pane();
    const first = pane?.querySelector('.primary, .button, .remedies button') ?? pane;
    if (first instanceof HTMLElement) first.focus({ preventScroll: true });
  }

  /** What it shows, for whoever may run code in this script's own world. */
  describe() {
    const pane = this.#pane();
    return pane
      ? { open: true, focused: this.#active() !== null, ...described(pane) }
      : { open: false };
  }
}
