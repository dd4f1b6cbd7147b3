// @ts-check
// A textarea as the rest sees it.

import { Overlay } from './overlay.js';

/** @typedef {import('./rich.js').Surface} Surface */
/** @typedef {import('./spans.js').Span} Span */

/** @implements {Surface} */
export class Field {
  #overlay;

  /**
   * @param {HTMLTextAreaElement} box
   * @param {() => void} changed called after any change of the text, whoever made it
   * @param {AbortSignal} signal
   */
  constructor(box, changed, signal) {
    this.box = box;
    this.#overlay = new Overlay(box, signal);
    box.addEventListener('input', changed, { signal });
    // A script that sets the value tells nobody. Its selection moves, though, and what sends a
    // message redraws the form around the box.
    box.addEventListener('selectionchange', changed, { signal });
    const observer = new MutationObserver(changed);
    observer.observe(box.form ?? box.parentElement ?? box, { childList: true, characterData: true, subtree: true });
    signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  }

  read() {
    return this.box.value;
  }

  /** @param {Span[]} spans */
  ranges(spans) {
    return this.#overlay.ranges(spans);
  }

  selected() {
    const { selectionStart: start, selectionEnd: end } = this.box;
    return { start, end };
  }

  /** @param {Span} span */
  select({ start, end }) {
    this.box.setSelectionRange(start, end);
    return true;
  }

  editable() {
    return !this.box.readOnly && !this.box.disabled;
  }
}
