// @ts-check
// What the popup and the browser's shortcuts ask of the boxes of a frame.

import { focusIsHere } from './finder.js';
import { obeyCommand } from './keys.js';
import { Later } from './later.js';
import { apply, waitsForFocus } from './write.js';

/** @typedef {import('./session.js').Session} Session */
/** @typedef {import('./card.js').Card} Card */
/** @typedef {import('../shared/verbs.js').Place} Place */

export class Remote {
  #sessions;
  #card;
  #draws;
  #signal;
  /** For a rewrite that waits for the focus. */
  #later = new Later();

  /**
   * @param {object} frame
   * @param {() => Session[]} frame.sessions
   * @param {Card} frame.card
   * @param {() => boolean} frame.draws whether anything may be drawn into the page
   * @param {AbortSignal} frame.signal
   */
  constructor({ sessions, card, draws, signal }) {
    this.#sessions = sessions;
    this.#card = card;
    this.#draws = draws;
    this.#signal = signal;
  }

  /** @param {number} box */
  #session(box) {
    return this.#sessions().find(({ id }) => id === box);
  }

  /** The box that had the focus last. */
  latest() {
    const open = this.#sessions().filter(({ box }) => box.isConnected);
    return open.sort((a, b) => b.focusedAt - a.focusedAt)[0];
  }

  /**
   * Writes a rewrite that was chosen in the popup; only the latest one waits for the focus, and
   * where it cannot be written then, the card of its phrase opens.
   * @param {number} box
   * @param {import('../shared/verbs.js').Fix} fix
   * @returns {Promise<import('../shared/verbs.js').FixOutcome>}
   */
  async fix(box, fix) {
    const session = this.#session(box);
    if (!session) return 'gone';
    const write = () => apply(session, { ...fix, kind: 'edit', rest: '' });
    if (!waitsForFocus(session.box)) return write();
    this.#later.atFocus(async () => {
      if ((await write()) !== 'written') this.reveal({ box, ...fix });
    }, this.#signal);
    return 'later';
  }

  /**
   * Holds until another conversation is around the box.
   * @param {number} box
   * @param {string | null} stage what the user says that the message is; null: as it is read
   */
  setStage(box, stage) {
    const session = this.#session(box);
    if (!session) return;
    session.stage = stage ?? '';
    void session.analyze();
  }

  /**
   * A shortcut of the browser: meant for the box with the focus, or the one that had it last.
   * @param {import('../shared/verbs.js').Command} name
   */
  command(name) {
    const held = this.#sessions().find(({ box }) => box.matches(':focus-within'));
    const session = held ?? this.latest();
    if (session && this.#draws() && focusIsHere()) obeyCommand(name, session, this.#card);
  }

  /** @param {Place} place to be looked at */
  reveal({ box, start, end }) {
    const session = this.#session(box);
    if (!session) return;
    session.box.focus();
    // Where nothing is drawn, the selection points at it.
    session.surface.select({ start: this.#draws() ? end : start, end });
    const note = session.painted.find((painted) => painted.start === start && painted.end === end);
    const shown = note && session.reveal(note);
    if (shown) this.#card.open(session, shown, { pinned: true });
  }
}
