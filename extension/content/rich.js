// @ts-check
// A contenteditable as the rest sees it.

import { selectedIn, selectRange } from './selection.js';
import { read } from './text.js';

/** @typedef {import('./spans.js').Span} Span */

/**
 * A compose box, whatever it is made of. Offsets are those of the text that was read last.
 * @typedef {object} Surface
 * @property {HTMLElement} box
 * @property {() => string} read the text as it is now
 * @property {(spans: Span[]) => (Range | null)[]} ranges where spans are on the screen
 * @property {() => Span | null} selected
 * @property {(span: Span) => boolean} select false where it cannot be done
 * @property {(span: Span) => boolean} editable
 */

/** @implements {Surface} */
export class RichBox {
  #exclude;
  #reading;

  /**
   * @param {HTMLElement} box
   * @param {string} exclude
   * @param {() => void} changed called after any change of the text, whoever made it
   * @param {AbortSignal} signal
   */
  constructor(box, exclude, changed, signal) {
    this.box = box;
    this.#exclude = exclude;
    this.#reading = read(box, exclude);
    // Frameworks swallow the `input` event and render by themselves; nodes never lie.
    const observer = new MutationObserver(changed);
    observer.observe(box, { childList: true, characterData: true, subtree: true });
    signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  }

  read() {
    this.#reading = read(this.box, this.#exclude);
    return this.#reading.text;
  }

  /** @param {Span[]} spans */
  ranges(spans) {
    return spans.map((span) => this.#reading.rangeOf(span));
  }

  selected() {
    const range = selectedIn(this.box);
    if (!range) return null;
    const start = this.#reading.offsetOf(range.startContainer, range.startOffset);
    const end = this.#reading.offsetOf(range.endContainer, range.endOffset);
    return { start, end };
  }

  /** @param {Span} span */
  select(span) {
    const range = this.#reading.rangeOf(span);
    if (!range) return false;
    selectRange(this.box, range);
    return true;
  }

  /** @param {Span} span */
  editable(span) {
    return this.box.isContentEditable && this.#reading.editable(span);
  }
}
