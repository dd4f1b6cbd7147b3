// @ts-check
// Which rules marked something in a draft for the first time: that is counted, by rule.

/** @typedef {import('./session.js').Session} Session */
/** @typedef {{talk: string, rules: Set<string>}} Drafted */

export class Tallied {
  #send;
  /** @type {WeakMap<Session, Drafted>} */
  #drafts = new WeakMap();

  /** @param {(fired: string[]) => void} send */
  constructor(send) {
    this.#send = send;
  }

  /**
   * A draft ends when its box is emptied, or when another conversation is around it.
   * @param {Session} session that was painted
   */
  see(session) {
    const { painted, text, talk } = session;
    const before = this.#drafts.get(session);
    const goes = before && text.trim() && (!before.talk || before.talk === talk);
    const rules = goes ? before.rules : new Set();
    this.#drafts.set(session, { talk, rules });
    const marked = painted.filter(({ kind }) => kind !== 'praise').map(({ rule }) => rule);
    const fired = [...new Set(marked)].filter((rule) => !rules.has(rule));
    for (const rule of fired) rules.add(rule);
    if (fired.length) this.#send(fired);
  }
}
