// @ts-check
// One polite sentence for those who listen: how many notes there are, when their number has
// changed and the keys rest.

import { count, t } from '../shared/words.js';
import { make } from './dom.js';
import { pause } from './pause.js';

/** @typedef {import('./session.js').Session} Session */

const UNSEEN = {
  all: 'initial',
  position: 'fixed',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  'clip-path': 'inset(50%)',
};

/** How long after a report its number of notes is said. */
const KEYS_REST = 1200;

/** @param {Session} session */
const notesIn = ({ painted }) => painted.filter(({ kind }) => kind !== 'praise').length;

export class Status {
  /** @type {HTMLElement | null} */
  #host = null;
  /** @type {HTMLElement | null} */
  #line = null;
  /** @type {WeakMap<Session, number>} */
  #told = new WeakMap();
  #waiting = new AbortController();
  #signal;

  /** @param {AbortSignal} signal */
  constructor(signal) {
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#host?.remove(), { once: true });
  }

  /** A region that comes with its first words is not listened to yet: it must be there before. */
  prepare() {
    if (!this.#signal.aborted) this.#line ??= this.#open();
  }

  /**
   * Waits until the keys rest: who listens while typing hears letters.
   * @param {Session} session after a report
   */
  async tell(session) {
    const { text } = session;
    this.#waiting.abort();
    if (this.#signal.aborted || notesIn(session) === (this.#told.get(session) ?? 0)) return;
    this.#waiting = new AbortController();
    const still = AbortSignal.any([this.#waiting.signal, this.#signal]);
    if (!(await pause(KEYS_REST, still)) || session.text !== text) return;
    const notes = notesIn(session);
    this.#told.set(session, notes);
    const words = notes ? count('cardNotes', notes) : t('cardNoNotes');
    const score = session.report?.score ?? null;
    this.say(score === null ? words : t('cardScore', words, score));
  }

  /** @param {string} words */
  say(words) {
    this.prepare();
    if (this.#line) this.#line.textContent = words;
  }

  #open() {
    this.#host = make('div', {});
    for (const [name, value] of Object.entries(UNSEEN))
      this.#host.style.setProperty(name, value, 'important');
    const line = make('div', { role: 'status' });
    this.#host.attachShadow({ mode: 'closed' }).append(line);
    document.documentElement.append(this.#host);
    return line;
  }
}
