// @ts-check
// The card of one note: opened by resting on its mark, by a click, or by the keyboard. It follows
// its mark and goes away with it.

import { t } from '../shared/words.js';
import { cardCss } from './card-css.js';
import { fit } from './card-fit.js';
import { watchCard } from './card-input.js';
import { described, doneView, familyView, noteView } from './card-view.js';
import { moveHost, openHost } from './host.js';
import { same } from './notes.js';
import { sightOf, viewOf } from './sight.js';
import { canWrite } from './write.js';

/** @typedef {import('./session.js').Session} Session */
/** @typedef {import('./session.js').Painted} Painted */
/** @typedef {import('./card-view.js').Deed} Deed */
/** @typedef {import('./card-types.js').Opening} Opening */
/** @typedef {import('./card-types.js').Shown} Shown */
/** @typedef {import('./card-types.js').Act} Act */
/** @typedef {import('../shared/look.js').Look} Look */

export class Card {
  underPointer = false;
  /** Whether the content script's own key walks from note to note. */
  walkKey = true;
  #act;
  #emphasise;
  /** @type {Shown | null} */
  #shown = null;
  #busy = false;
  /** @type {Look} */
  #look = {};

  /**
   * @param {Act} act does what a button promises
   * @param {(range: Range | null) => void} emphasise the mark whose card is open
   */
  constructor(act, emphasise) {
    this.#act = act;
    this.#emphasise = emphasise;
  }

  /** @param {Look} look from now on, a card that is open as well */
  dress(look) {
    this.#look = look;
    this.#shown?.sheet.replaceSync(cardCss(look));
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
    const before = this.#shown;
    const caret = before?.caret ?? session.surface.selected();
    if (before?.session === session && !before.done && same(before.note, note)) {
      before.opening = { ...before.opening, ...opening };
    } else {
      this.close();
      const { host, root, sheet } = openHost(session.box, cardCss(this.#look));
      const [life, text] = [new AbortController(), session.text];
      const opened = { session, note, text, opening, caret, sight: null, done: null };
      this.#shown = { host, root, sheet, life, ...opened };
      this.#listen(this.#shown);
      this.#draw('');
    }
    if (opening.focus) this.#focusFirst();
  }

  /** @param {Shown} shown */
  #listen({ host, root, life: { signal }, session: { box } }) {
    watchCard(
      { host, root, box, signal },
      {
        pane: () => this.#pane(),
        active: () => this.#active(),
        walk: (step) => this.walk(step),
        press: (deed, at) => this.press(deed, at),
        unfold: () => this.#unfold(),
        moved: () => this.#put(),
        hover: (over) => {
          this.underPointer = over;
          if (!over && !this.pinned) this.close();
        },
        close: (how) => this.close(how),
        walkKey: this.walkKey,
      },
    );
  }

  /**
   * As if a button was pressed.
   * @param {Deed} deed
   * @param {number} at of which suggestion
   */
  press(deed, at) {
    const shown = this.#shown;
    if (!shown || this.#busy) return;
    if (deed === 'close') this.close({ back: true });
    else if (deed === 'before' || deed === 'after') this.#turn(deed);
    else if (deed === 'undo') this.#undo(shown);
    else this.#act(deed, shown.session, shown.note, at);
  }

  /** Applies the first rewrite of the note that is shown, if it has any. */
  applyFirst() {
    const { note, done } = this.#shown ?? {};
    const at = note?.suggestions.findIndex(({ kind }) => kind !== 'advice') ?? -1;
    if (!done && at >= 0) this.press('apply', at);
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
    if (shown?.session !== session || this.#busy) return;
    const note = session.painted.find((painted) => same(painted, shown.note));
    const stays = session.text === shown.text && (note || shown.done);
    if (!stays) return this.close({ back: shown.opening.focus });
    if (!note || (shown.done && !shown.done.undone)) return;
    const changed = shown.done || note.kind !== shown.note.kind;
    Object.assign(shown, { note, done: null });
    if (changed) this.#draw('');
    else this.#put();
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
    this.#draw(t(outcome === 'refused' ? 'cardRefused' : 'cardAltered'));
  }

  /** @param {Deed} deed what a button has copied @param {number} at of which suggestion */
  copied(deed, at) {
    const which = deed === 'copy' ? `[data-deed="copy"][data-at="${at}"]` : `[data-deed="${deed}"]`;
    const button = this.#pane()?.querySelector(which);
    if (button) button.textContent = t('cardCopied');
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

  /**
   * @param {string} words what was done about the note
   * @param {() => unknown} undo
   */
  tell(words, undo) {
    const shown = this.#shown;
    if (!shown) return;
    const held = this.#active() !== null;
    shown.done = { undo, undone: false };
    // It is smaller than what was pressed: the pointer may be beside it by now.
    shown.opening.pinned = true;
    this.#emphasise(null);
    shown.root.replaceChildren(doneView(words));
    this.#put();
    if (held) this.#focusFirst();
  }

  /** @param {Shown} shown */
  #undo({ done, session }) {
    if (!done || done.undone) return;
    done.undone = true;
    void Promise.resolve(done.undo()).catch(() => this.openedFor(session) && this.close());
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
    this.#emphasise(null);
    if (!(back && hadFocus) || !shown.session.box.isConnected) return;
    shown.session.box.focus({ preventScroll: true });
    if (shown.caret && shown.session.text === shown.text) shown.session.surface.select(shown.caret);
  }

  /** @param {string} trouble */
  #draw(trouble) {
    const shown = this.#shown;
    if (!shown) return;
    const { session, note, root } = shown;
    const held = this.#active() !== null;
    const at = session.painted.findIndex((painted) => same(painted, note));
    const writes = canWrite(session.box) && session.surface.editable(note);
    root.replaceChildren(noteView(note, { at, count: session.painted.length, writes, trouble }));
    this.#put();
    if (held) this.#focusFirst();
  }

  #put() {
    const shown = this.#shown;
    const pane = this.#pane();
    if (!shown || !pane) return;
    const { host, note, opening, session, done } = shown;
    if (!done) this.#emphasise(note.range);
    const view = viewOf(session.box);
    const seen = session.box.isConnected && sightOf(note.range, view, opening.point);
    const stays = done || this.#busy;
    const sight = seen || (stays && shown.sight);
    if (!sight) return stays ? undefined : this.close({ back: true });
    shown.sight = sight;
    // What is done must not lie over what is next.
    const next = done ? session.painted : [];
    const others = next.flatMap(({ range }) => sightOf(range, view)?.lines ?? []);
    const { left, top } = fit(pane, { ...sight, lines: [...sight.lines, ...others] });
    moveHost(host, left, top);
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
    if (!(first instanceof HTMLElement)) return;
    first.focus({ preventScroll: true });
    first.scrollIntoView({ block: 'nearest' });
  }

  /** What it shows, for whoever may run code in this script's own world. */
  describe() {
    const pane = this.#pane();
    return pane
      ? { open: true, focused: this.#active() !== null, ...described(pane) }
      : { open: false };
  }
}
