// @ts-check
// One polite sentence for those who listen: how many notes there are, when their number changes.

import { make } from './dom.js';

/** @typedef {import('./session.js').Session} Session */

const UNSEEN = {
  all: 'initial',
  position: 'fixed',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  'clip-path': 'inset(50%)',
};

export class Status {
  /** @type {HTMLElement | null} */
  #host = null;
  /** @type {HTMLElement | null} */
  #line = null;
  /** @type {WeakMap<Session, number>} */
  #told = new WeakMap();
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

  /** @param {Session} session after a report */
  tell(session) {
    const count = session.painted.filter(({ kind }) => kind !== 'praise').length;
    if (this.#signal.aborted || count === (this.#told.get(session) ?? 0)) return;
    this.#told.set(session, count);
    const score = session.report?.score ?? null;
    const notes = count === 1 ? '1 note' : `${count || 'no'} notes`;
    this.say(score === null ? notes : `${notes}, score ${score}`);
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
