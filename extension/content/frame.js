// @ts-check
// One frame of a page: finds the compose boxes that get the focus, and ties what is said about
// them to marks, card and status.

import { alive } from '../shared/messages.js';
import { Card } from './card.js';
import { claim, holds } from './claim.js';
import { about, conversationOf, watchConversation } from './conversation.js';
import { deeds } from './deeds.js';
import { Field } from './field.js';
import { focusIsForeign, watchFocus } from './finder.js';
import { watchKeys } from './keys.js';
import { openLink } from './link.js';
import { Marks } from './marks.js';
import { watchMoment } from './moment.js';
import { watchForOrphan } from './orphan.js';
import { describePause } from './pause-card.js';
import { watchPointer } from './pointer.js';
import { Remote } from './remote.js';
import { RichBox } from './rich.js';
import { Session } from './session.js';
import { Status } from './status.js';
import { Tallied } from './tallied.js';

/** @typedef {import('./claim.js').Claim} Claim */
/** @typedef {Omit<import('../shared/verbs.js').SiteSettings, 'site'>} Obeyed */
/** @typedef {import('../shared/verbs.js').FrameState} FrameState */
/** @typedef {import('../shared/verbs.js').Place} Place */

export class Frame {
  #life = new AbortController();
  #signal = this.#life.signal;
  /** @type {Map<HTMLElement, {session: Session, life: AbortController, optional: boolean}>} */
  #boxes = new Map();
  /** @type {{box: Element, focusedAt: number} | null} */
  #unreadable = null;
  /** Until it is known what the user wants, nothing is drawn. @type {Obeyed} */
  #wants = {
    ...{ on: true, marks: false, posts: false, comments: false, look: {} },
    ...{ pause: false, memory: false },
  };
  /** Boxes that are ours only while their text says so. @type {WeakSet<Element>} */
  #watched = new WeakSet();
  #count = 0;

  #marks = new Marks(this.#signal);
  #status = new Status(this.#signal);
  #link = openLink({
    onSettings: (settings) => {
      this.#obey(settings, this.#sessions());
      const optional = [...this.#boxes].filter(([, each]) => each.optional);
      for (const [box] of optional) {
        this.#watchText(box);
        this.#judge(box);
      }
    },
    onReveal: (place) => this.#remote.reveal(place),
    onCommand: (name) => this.#remote.command(name),
    onOrphan: () => this.stop(),
    signal: this.#signal,
  });
  #tallied = new Tallied((fired) => this.#link.tally(fired));
  #card = new Card(
    deeds({ link: this.#link, status: this.#status, card: () => this.#card }),
    (range) => this.#marks.emphasise(range),
  );
  #remote = new Remote({
    sessions: () => this.#sessions(),
    card: this.#card,
    draws: () => this.#draws,
    signal: this.#signal,
  });
  // A box that is taken out of the page changes its size.
  #sizes = new ResizeObserver(() => this.#forgetGone());

  constructor() {
    const signal = this.#signal;
    signal.addEventListener('abort', () => this.#sizes.disconnect(), { once: true });
    window.addEventListener('pagehide', () => this.#card.close(), { signal });
    watchFocus((element) => void this.#focused(element), signal);
  }

  /** False once it was stopped, or its extension was updated or removed. */
  get alive() {
    return !this.#signal.aborted && alive();
  }

  /** Leaves nothing behind. */
  stop() {
    this.#card.close();
    this.#life.abort();
  }

  /** What the popup is told. @returns {FrameState} */
  state() {
    const session = this.#remote.latest();
    const focusedAt = session?.focusedAt ?? 0;
    const unreadable = this.#unreadable;
    if (unreadable?.box.isConnected && unreadable.focusedAt > focusedAt) {
      return { state: 'unreadable', focusedAt: unreadable.focusedAt };
    }
    if (!session) return { state: focusIsForeign() ? 'foreign' : 'no-box', focusedAt: 0 };
    if (!this.#wants.on) return { state: 'off', focusedAt };
    return { state: 'draft', focusedAt, box: session.id, ...session.read() };
  }

  /** @type {Remote['fix']} */
  fix = (box, fix) => this.#remote.fix(box, fix);

  /** @type {Remote['setStage']} */
  setStage = (box, stage) => this.#remote.setStage(box, stage);

  /** @type {Remote['command']} */
  command = (name) => this.#remote.command(name);

  /** What the card shows. */
  card() {
    return describePause() ?? this.#card.describe();
  }

  #sessions() {
    return [...this.#boxes.values()].map(({ session }) => session);
  }

  #forgetGone() {
    for (const [box, { life }] of this.#boxes) if (!box.isConnected) life.abort();
  }

  /** @param {Element} element */
  async #focused(element) {
    // One that was hidden before had no size to change.
    this.#forgetGone();
    const possible = claim(element);
    if (!possible) return;
    const focusedAt = Date.now();
    if (possible === 'unreadable') {
      this.#unreadable = { box: element, focusedAt };
      return;
    }
    // What is off by default is left alone until it is known that the user wants it.
    if (possible.optional) this.#obey(await this.#settings(), []);
    const claimed = claim(element, { wants: this.#wants });
    if (!claimed || claimed === 'unreadable') return;
    if (claimed.unless) this.#watchText(claimed.box);
    if (holds(claimed)) void this.#begin(claimed, focusedAt);
  }

  /** @param {Claim} claimed @param {number} focusedAt */
  async #begin(claimed, focusedAt) {
    const session = this.#sessionOf(claimed);
    // To popup and badge, a message is its body.
    const body = session.body ?? session;
    body.focusedAt = focusedAt;
    this.#obey(await this.#settings(), [...new Set([body, session])]);
  }

  /** @param {Claim} claimed @returns {Session} */
  #sessionOf(claimed) {
    return this.#boxes.get(claimed.box)?.session ?? this.#open(claimed);
  }

  /** As they are, or as they were known last. @returns {Promise<Obeyed>} */
  #settings() {
    return this.#link.settings().catch(() => this.#wants);
  }

  /**
   * A post is read while it speaks to somebody, so it is judged anew whenever its text changes.
   * @param {HTMLElement} box
   */
  #watchText(box) {
    if (this.#watched.has(box)) return;
    this.#watched.add(box);
    const observer = new MutationObserver(() => this.#judge(box));
    observer.observe(box, { childList: true, characterData: true, subtree: true });
    this.#signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  }

  /** @param {HTMLElement} box */
  #judge(box) {
    const claimed = claim(box, { wants: this.#wants });
    const open = this.#boxes.get(box);
    if (!claimed || claimed === 'unreadable' || !holds(claimed)) open?.life.abort();
    else if (!open) void this.#begin(claimed, Date.now());
  }

  /** @param {Claim} claimed */
  #open(claimed) {
    const { box, exclude } = claimed;
    const found = claimed.body && claim(claimed.body);
    const message = found && found !== 'unreadable' ? found : null;
    const body = message && this.#sessionOf(message);
    if (this.#count === 0) watchForOrphan(() => this.stop(), this.#signal);
    const life = new AbortController();
    const signal = AbortSignal.any([life.signal, this.#signal]);
    const session = new Session({
      id: (this.#count += 1),
      open: (changed) =>
        box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement
          ? new Field(box, changed, signal)
          : new RichBox(box, exclude, changed, signal),
      body,
      about: () => about(message ?? claimed),
      conversation: () => conversationOf(claimed),
      ask: (question) => (this.#draws ? this.#link.analyze(question) : null),
      wake: (question) => this.#draws && this.#link.wake(question),
      onPaint: () => {
        moved();
        this.#marks.show(session, session.painted);
        this.#card.paint(session);
        this.#tallied.see(session);
      },
      onReport: () => void this.#status.tell(session),
      signal,
    });
    const moved = this.#moment(session, claimed, signal);
    watchConversation(claimed, () => session.look(), signal);
    watchPointer(session, this.#card, signal);
    watchKeys(session, this.#card, signal);
    this.#boxes.set(box, { session, life, optional: Boolean(claimed.optional) });
    this.#sizes.observe(box);
    signal.addEventListener(
      'abort',
      () => {
        session.clear();
        if (this.#card.openedFor(session)) this.#card.close();
        this.#boxes.delete(box);
        this.#sizes.unobserve(box);
        if (this.#draws && this.alive) this.#link.tellGone(session);
      },
      { once: true },
    );
    return session;
  }

  /** @param {Session} session @param {Claim} claimed @param {AbortSignal} signal */
  #moment(session, { send }, signal) {
    const wants = () => {
      const { pause, memory, look, on } = this.#wants;
      return { pause: pause && this.#draws && alive(), memory: memory && on, look };
    };
    const edit = (/** @type {import('./spans.js').Span | null} */ span) =>
      this.#remote.reveal({ box: session.id, start: 0, end: 0, ...span });
    const close = () => this.#card.close();
    const means = { link: this.#link, status: this.#status, wants, edit, close };
    return send ? watchMoment({ ...means, session, send, signal }) : () => undefined;
  }

  get #draws() {
    return this.#wants.on && this.#wants.marks;
  }

  /** @param {Obeyed} settings @param {Session[]} sessions */
  #obey(settings, sessions) {
    this.#wants = settings;
    this.#marks.dress(settings.look);
    this.#card.dress(settings.look);
    this.#card.walkKey = settings.walkKey !== false;
    if (this.#draws && this.#boxes.size) this.#status.prepare();
    for (const session of sessions) {
      if (this.#draws) void session.analyze();
      else session.clear();
    }
  }
}
