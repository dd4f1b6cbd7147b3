// @ts-check
// One compose box: what it holds, what was said about it, and when to ask again.

import { carried, notesOf, same } from './notes.js';
import { pause } from './pause.js';
import { bringIntoSight } from './sight.js';
import { changeBetween, touches, wordBefore } from './spans.js';

/** @typedef {import('../wasm/core.js').Report} Report */
/** @typedef {import('../wasm/core.js').Draft} Draft */
/** @typedef {import('./notes.js').Note} Note */
/** @typedef {import('./rich.js').Surface} Surface */
/** @typedef {import('./spans.js').Span} Span */
/** @typedef {Note & {range: Range}} Painted */
/** @typedef {import('./link.js').Question} Question */

/** How long after the last key the draft is read. */
const AFTER_LAST_KEY = 150;
/** What leaves a word unfinished; what is pasted, dropped, undone or corrected is whole. */
const TYPED = /^(insertText|insertCompositionText|delete)/;
/** What a user does to a text. Only after one of these is a changed text analysed. */
const HANDS = /** @type {const} */ (['keydown', 'beforeinput', 'input', 'paste', 'cut', 'drop']);

export class Session {
  focusedAt = 0;
  /** What the user says that the message is; empty: as it is read. */
  stage = '';
  /** @type {Painted[]} */
  painted = [];
  /** @type {Report | null} */
  report = null;
  #surface;
  #about;
  #conversation;
  #ask;
  #wake;
  #onPaint;
  #onReport;
  #signal;
  #text = '';
  #talk = '';
  /** @type {Note[]} */
  #notes = [];
  /** @type {Note[]} */
  #skipped = [];
  /** @type {Span | null} */
  #unfinished = null;
  #byHand = false;
  #typing = true;
  #composing = false;
  #asked = 0;
  /** The text that the report is about. */
  #reported = '';
  #waiting = new AbortController();

  /**
   * @param {object} options
   * @param {number} options.id the number of the box in its frame
   * @param {(changed: () => void) => Surface} options.open
   * @param {Session | null} options.body the message of which the box is the subject
   * @param {() => import('./conversation.js').About} options.about what is known around it at this
   *   moment
   * @param {() => string} options.conversation which one the box is in; empty: nobody knows
   * @param {(question: Question) => Promise<Report> | null} options.ask null: nobody cares
   * @param {(question: () => Question) => void} options.wake a question will follow soon
   * @param {(session: Session) => void} options.onPaint
   * @param {() => void} options.onReport
   * @param {AbortSignal} options.signal
   */
  constructor({ id, open, body, about, conversation, ask, wake, onPaint, onReport, signal }) {
    this.id = id;
    this.body = body;
    this.#about = about;
    this.#conversation = conversation;
    this.#talk = conversation();
    this.#ask = ask;
    this.#wake = wake;
    this.#onPaint = onPaint;
    this.#onReport = onReport;
    this.#signal = signal;
    this.#surface = open(() => this.changed());
    this.#text = this.#surface.read();
    this.#listen();
  }

  get box() {
    return this.#surface.box;
  }

  get surface() {
    return this.#surface;
  }

  get text() {
    return this.#text;
  }

  /** Which conversation it is in; empty: nobody knows. */
  get talk() {
    return this.#talk;
  }

  /** The report, unless the text has changed since. */
  get fresh() {
    return this.#reported === this.#text ? this.report : null;
  }

  /** With what is known around it. @returns {{draft: Draft, contact: string}} */
  read() {
    const { draft, contact } = this.#about();
    const stage = (this.body ?? this).stage;
    return { draft: { ...draft, ...(stage && { stage }), text: this.#text }, contact };
  }

  #listen() {
    const { box } = this;
    const options = { capture: true, signal: this.#signal };
    for (const type of HANDS) {
      box.addEventListener(type, (event) => this.#hand(event), options);
    }
    for (const type of /** @type {const} */ (['compositionstart', 'compositionend'])) {
      box.addEventListener(type, (event) => this.#compose(event), options);
    }
    document.addEventListener('selectionchange', () => this.#caretMoved(), options);
    box.addEventListener('focusout', () => this.finishWord(), options);
    this.#signal.addEventListener('abort', () => this.#waiting.abort(), { once: true });
  }

  /** @param {Event} event */
  #hand(event) {
    if (!event.isTrusted) return;
    if (!this.#byHand) this.#wake(() => this.#question());
    this.#byHand = true;
    // An editor with an undo of its own tells of no input.
    if (event instanceof KeyboardEvent) this.#typing = !event.ctrlKey && !event.metaKey;
    if (event instanceof InputEvent) this.#typing = TYPED.test(event.inputType);
  }

  /**
   * Half a word is nothing to ask about. Only a start must be trusted: it silences, and Chromium
   * ends some compositions with an event that is not.
   * @param {CompositionEvent} event
   */
  #compose({ isTrusted, type }) {
    const starts = type === 'compositionstart';
    if (starts && !isTrusted) return;
    this.#composing = starts;
    if (starts) return this.#waiting.abort();
    this.changed();
    if (this.#byHand) void this.#askLater();
  }

  /** The text may be another: keeps the marks true at once, and asks again when the keys rest. */
  changed() {
    if (this.#signal.aborted) return;
    this.look();
    const before = this.#text;
    this.#text = this.#surface.read();
    if (before !== this.#text) {
      const change = changeBetween(before, this.#text);
      this.#notes = carried(this.#notes, change, this.#text);
      this.#skipped = carried(this.#skipped, change, this.#text);
      this.#unfinished = this.#byHand && this.#typing ? this.#wordAtCaret() : null;
      if (this.#composing) this.#waiting.abort();
      else if (this.#byHand) void this.#askLater();
      else if (!this.#text.trim()) void this.analyze();
    }
    this.#paint();
  }

  /**
   * Sites put another conversation around the same box: nothing of the one before goes with it,
   * and what the box holds by then is read as if it had been put there by hand.
   * @returns {boolean} whether it is another one, which is then asked about
   */
  look() {
    const [before, now] = [this.#talk, this.#conversation()];
    if (!now || now === before || this.#signal.aborted) return false;
    this.#talk = now;
    if (!before) return false;
    this.#skipped = [];
    this.#unfinished = null;
    this.stage = '';
    this.clear();
    this.#byHand = true;
    this.#typing = false;
    void this.#askLater();
    return true;
  }

  #wordAtCaret() {
    const caret = this.#surface.selected();
    return caret && caret.start === caret.end ? wordBefore(this.#text, caret.end) : null;
  }

  async #askLater() {
    this.#waiting.abort();
    this.#waiting = new AbortController();
    if (await pause(AFTER_LAST_KEY, this.#waiting.signal)) await this.analyze();
  }

  /** @returns {Question} */
  #question() {
    const { body, focusedAt } = this;
    const { draft, contact } = this.read();
    // A subject is read with its message: what it lacks may stand there.
    const text = body ? `${draft.text}\n\n${body.text}` : draft.text;
    return { box: this.id, draft: { ...draft, text }, contact, focusedAt };
  }

  /** Asks now; an answer that another question has overtaken is dropped. */
  async analyze() {
    if (this.#signal.aborted || this.look()) return;
    this.#waiting.abort();
    this.#byHand = false;
    this.#asked += 1;
    const asked = this.#asked;
    const [own, question] = [this.#text, this.#question()];
    const report = await this.#ask(question)?.catch(() => null);
    if (!report || asked !== this.#asked || this.#signal.aborted) return;
    this.report = report;
    this.#reported = own;
    const notes = notesOf(report, question.draft.text).filter(({ end }) => end <= own.length);
    const current = this.#text;
    this.#notes = current === own ? notes : carried(notes, changeBetween(own, current), current);
    this.#paint();
    this.#onReport();
  }

  #caretMoved() {
    const word = this.#unfinished;
    if (!word || this.#composing) return;
    const caret = this.#surface.selected();
    if (!caret || caret.end < word.start || caret.end > word.end) this.finishWord();
  }

  /** The word at the caret is as it should be. */
  finishWord() {
    if (!this.#unfinished) return;
    this.#unfinished = null;
    this.#paint();
  }

  /** @param {Note} note not to be marked any more in this draft */
  skip(note) {
    this.#skipped.push(note);
    this.#paint();
  }

  /** @param {Note} note that was skipped, and not to be */
  unskip(note) {
    this.#skipped = this.#skipped.filter((skipped) => !same(skipped, note));
    this.#paint();
  }

  /**
   * Brings a note into sight.
   * @param {Note} note
   * @returns {Painted | undefined} as it is painted there
   */
  reveal(note) {
    const find = () => this.painted.find((painted) => same(painted, note));
    const painted = find();
    if (painted) bringIntoSight(painted.range, this.box);
    this.#paint();
    return find();
  }

  /** Takes every mark away, until the next report. */
  clear() {
    this.#asked += 1;
    this.#waiting.abort();
    this.#notes = [];
    this.report = null;
    this.#paint();
  }

  #paint() {
    const due = this.#notes.filter((note) => this.#shows(note));
    const ranges = this.#surface.ranges(due);
    this.painted = due.flatMap((note, at) => {
      const range = ranges[at];
      return range ? [{ ...note, range }] : [];
    });
    this.#onPaint(this);
  }

  /** @param {Note} note */
  #shows(note) {
    if (this.#unfinished && touches(note, this.#unfinished)) return false;
    return !this.#skipped.some((skipped) => same(skipped, note));
  }
}
