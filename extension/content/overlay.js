// @ts-check
// Nothing can be painted inside a <textarea> or an <input>. So its text is laid out once more, in
// letters that cannot be seen, in a host of our own exactly above it; the marks are painted there.

import { follow } from './follow.js';
import { moveHost, openHost } from './host.js';
import { viewOf } from './sight.js';

/** @typedef {import('./spans.js').Span} Span */
/** @typedef {HTMLTextAreaElement | HTMLInputElement} PlainBox */

/**
 * @typedef {object} Twin
 * @property {HTMLElement} host
 * @property {HTMLElement} view what is in sight of it
 * @property {HTMLElement} mirror
 * @property {Text} text
 * @property {AbortController} life
 */

/** What decides where a letter comes to lie. */
const METRICS = [
  'direction',
  'font-family',
  'font-feature-settings',
  'font-kerning',
  'font-optical-sizing',
  'font-size',
  'font-size-adjust',
  'font-stretch',
  'font-style',
  'font-variant',
  'font-variation-settings',
  'font-weight',
  'hyphens',
  'letter-spacing',
  'line-break',
  'line-height',
  'overflow-wrap',
  'padding-bottom',
  'padding-left',
  'padding-right',
  'padding-top',
  'tab-size',
  'text-align',
  'text-indent',
  'text-rendering',
  'text-transform',
  'unicode-bidi',
  'white-space',
  'word-break',
  'word-spacing',
  'writing-mode',
];
const CSS = `
  .view { position: relative; overflow: hidden; transform-origin: 0 0; }
  .mirror {
    box-sizing: border-box; position: absolute; left: 0; top: 0; margin: 0;
    color: transparent; forced-color-adjust: none;
  }
  .line { display: flex; align-items: center; height: 100%; }
  .line.mirror { white-space: pre !important; }
`;
// Rounding may differ by this much between a textarea and its twin.
const SLACK = 3;

export class Overlay {
  #field;
  #signal;
  /** @type {Twin | null} */
  #twin = null;

  /** @param {PlainBox} field @param {AbortSignal} signal */
  constructor(field, signal) {
    this.#field = field;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#remove(), { once: true });
  }

  /**
   * Shows the twin for these spans, and takes it away where there are none.
   * @param {Span[]} spans
   * @param {string} read the text of which they are spans; the field may hold another by now
   * @returns {(Range | null)[]} ranges over the twin's text
   */
  ranges(spans, read) {
    if (!spans.length || this.#signal.aborted) {
      this.#remove();
      return spans.map(() => null);
    }
    this.#twin ??= this.#open();
    const { text } = this.#twin;
    if (text.data !== read) text.data = read;
    this.#lay();
    return spans.map(({ start, end }) => {
      const range = document.createRange();
      range.setStart(text, start);
      range.setEnd(text, end);
      return range;
    });
  }

  #open() {
    const { host, root } = openHost(this.#field, CSS, { inert: true });
    const view = document.createElement('div');
    const mirror = document.createElement('div');
    const text = document.createTextNode('');
    view.className = 'view';
    mirror.className = this.#field instanceof HTMLInputElement ? 'mirror line' : 'mirror';
    // The <br> gives a line end at the end of the text its empty line.
    mirror.append(text, document.createElement('br'));
    mirror.ariaHidden = 'true';
    view.append(mirror);
    root.append(view);
    const life = new AbortController();
    follow(this.#field, () => this.#lay(), life.signal);
    return { host, view, mirror, text, life };
  }

  #remove() {
    this.#twin?.life.abort();
    this.#twin?.host.remove();
    this.#twin = null;
  }

  /** Puts the twin where the field is, or out of sight where they would not match. */
  #lay() {
    if (!this.#twin) return;
    const field = this.#field;
    const { host, view, mirror, text } = this.#twin;
    const isLine = field instanceof HTMLInputElement;
    const style = getComputedStyle(field);
    for (const name of METRICS) mirror.style.setProperty(name, style.getPropertyValue(name));
    const { inner, outer } = widthsOf(field, style);
    const pane = paneOf(field, style);
    mirror.style[isLine ? 'minWidth' : 'width'] = `${inner}px`;
    mirror.style.translate = `${-field.scrollLeft}px ${-field.scrollTop}px`;
    view.style.width = `${pane.width}px`;
    view.style.height = `${pane.height}px`;
    const rect = field.getBoundingClientRect();
    const scale = outer ? rect.width / outer : 1;
    view.style.scale = `${scale}`;
    const seen = viewOf(field);
    const cut = [
      seen.top - rect.top,
      rect.right - seen.right,
      rect.bottom - seen.bottom,
      seen.left - rect.left,
    ];
    host.style.setProperty(
      'clip-path',
      `inset(${cut.map((by) => `${Math.max(0, by)}px`).join(' ')})`,
      'important',
    );
    moveHost(host, rect.left + pane.left * scale, rect.top + pane.top * scale);
    // The text must take as much room in the twin as in the field.
    const [twin, own] = isLine
      ? [mirror.offsetWidth - pane.width, field.scrollWidth - field.clientWidth]
      : [Math.max(mirror.offsetHeight, pane.height), field.scrollHeight];
    const fits = Math.abs(twin - own) <= SLACK && text.data === field.value;
    view.style.visibility = fits && style.visibility === 'visible' ? 'visible' : 'hidden';
  }
}

/**
 * What lies inside the borders. Of a line Firefox calls the padding a part of the border.
 * @param {PlainBox} field
 * @param {CSSStyleDeclaration} style
 */
function paneOf(field, style) {
  if (field instanceof HTMLTextAreaElement) {
    const { clientLeft, clientTop, clientWidth, clientHeight } = field;
    return { left: clientLeft, top: clientTop, width: clientWidth, height: clientHeight };
  }
  const [left, top, right, bottom] = ['left', 'top', 'right', 'bottom'].map((side) =>
    parseFloat(style.getPropertyValue(`border-${side}-width`)),
  );
  const { offsetWidth, offsetHeight } = field;
  return { left, top, width: offsetWidth - left - right, height: offsetHeight - top - bottom };
}

/**
 * Widths with the fractions that `clientWidth` and `offsetWidth` round away: lines break by them.
 * @param {PlainBox} field
 * @param {CSSStyleDeclaration} style
 */
function widthsOf(field, style) {
  const sum = (/** @type {string[]} */ ...names) =>
    names.reduce((total, name) => total + (parseFloat(style.getPropertyValue(name)) || 0), 0);
  const borders = sum('border-left-width', 'border-right-width');
  const isLine = field instanceof HTMLInputElement;
  const bar = isLine ? 0 : Math.max(0, Math.round(field.offsetWidth - field.clientWidth - borders));
  if (style.boxSizing === 'border-box') {
    const outer = sum('width');
    return { inner: outer - borders - bar, outer };
  }
  const inner = sum('width', 'padding-left', 'padding-right');
  return { inner, outer: inner + borders + bar };
}
