// @ts-check
// A textarea, or a line of text, as the rest sees it.

import { Overlay } from './overlay.js';

/** @typedef {import('./rich.js').Surface} Surface */
/** @typedef {import('./spans.js').Span} Span */

/** @implements {Surface} */
export class Field {
  #overlay;
  #seen = '';

  /**
   * @param {import('./overlay.js').PlainBox} box
   * @param {() => void} changed called after any change of the text, whoever made it
   * @param {AbortSignal} signal
   */
  constructor(box, changed, signal) {
    this.box = box;
    this.#overlay = new Overlay(box, signal);
    const check = () => {
      if (box.value !== this.#seen) changed();
    };
    box.addEventListener('input', check, { signal });
    // A script that sets the value tells nobody. But what sends a message is a click or a key,
    // and it redraws the form, or what is around the box.
    const soon = () => requestAnimationFrame(check);
    window.addEventListener('click', soon, { capture: true, passive: true, signal });
    window.addEventListener('keyup', soon, { capture: true, passive: true, signal });
    box.addEventListener('selectionchange', check, { signal });
    const observer = new MutationObserver(check);
    const around = box.form ?? box.parentElement ?? box;
    observer.observe(around, {
      childList: true,
      attributes: true,
      characterData: true,
      subtree: true,
    });
    signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  }

  read() {
    this.#seen = this.box.value;
    return this.#seen;
  }

  /** @param {Span[]} spans */
  ranges(spans) {
    return this.#overlay.ranges(spans, this.#seen);
  }

  selected() {
    const { selectionStart, selectionEnd } = this.box;
    return { start: selectionStart ?? 0, end: selectionEnd ?? 0 };
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
