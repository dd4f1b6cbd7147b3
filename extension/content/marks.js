// @ts-check
// Paints marks by CSS Custom Highlights: no node of the page is touched.

import { KINDS, marksCss } from '../shared/look.js';

/** @typedef {import('../shared/look.js').MarkKind} MarkKind */
/** @typedef {{kind: MarkKind, range: Range}} Mark */

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** A page can list the names of highlights: they say nothing, and differ from page to page. */
const drawPrefix = () =>
  [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => LETTERS[byte % 26]).join('');

/**
 * The names alone. Firefox lends content scripts no iterators, and what an ended script left in
 * the registry must not even be looked at there.
 * @returns {string[]}
 */
function highlightNames() {
  const page = /** @type {{wrappedJSObject?: typeof globalThis}} */ (
    /** @type {unknown} */ (window)
  ).wrappedJSObject;
  return page ? page.Array.from(page.CSS.highlights.keys()) : [...CSS.highlights.keys()];
}

/**
 * Where a browser ends the script of an updated extension without a word, its marks stay: three
 * names with one prefix, and perhaps a fourth.
 */
function sweep() {
  const names = highlightNames();
  for (const name of names) {
    const prefix = /^([a-z]{8})-strong$/.exec(name)?.[1];
    const own = KINDS.map((kind) => `${prefix}-${kind}`);
    if (prefix && own.every((each) => names.includes(each))) {
      for (const each of [...own, `${prefix}-open`]) CSS.highlights.delete(each);
    }
  }
}

export class Marks {
  #prefix = drawPrefix();
  #sheet = new CSSStyleSheet();
  /** @type {Set<Document | ShadowRoot>} */
  #roots = new Set();
  /** @type {Map<object, Mark[]>} */
  #shown = new Map();
  #highlights = {
    praise: new Highlight(),
    soft: new Highlight(),
    strong: new Highlight(),
  };
  #open = new Highlight();
  /** @type {Range | null} */
  #opened = null;

  /** @param {AbortSignal} signal */
  constructor(signal) {
    sweep();
    this.dress({});
    KINDS.forEach((kind, priority) => (this.#highlights[kind].priority = priority));
    this.#open.priority = KINDS.length;
    signal.addEventListener('abort', () => this.#leave(), { once: true });
  }

  /** @param {import('../shared/look.js').Look} look from now on, marks that are there as well */
  dress(look) {
    this.#sheet.replaceSync(marksCss(this.#prefix, look));
  }

  /** @param {Range | null} range of the mark whose card is open */
  emphasise(range) {
    if (range === this.#opened) return;
    if (this.#opened) this.#open.delete(this.#opened);
    if (range) this.#open.add(range);
    this.#opened = range;
    const name = `${this.#prefix}-open`;
    if (range) CSS.highlights.set(name, this.#open);
    else CSS.highlights.delete(name);
  }

  /**
   * Shows these marks of an owner in place of those it had.
   * @param {object} owner
   * @param {Mark[]} marks
   */
  show(owner, marks) {
    const before = this.#shown.get(owner) ?? [];
    for (const { kind, range } of before) this.#highlights[kind].delete(range);
    for (const { kind, range } of marks) {
      this.#adopt(range.startContainer.getRootNode());
      this.#highlights[kind].add(range);
    }
    if (marks.length) this.#shown.set(owner, marks);
    else this.#shown.delete(owner);
    this.#register();
  }

  // A page without marks has no names of ours either.
  #register() {
    for (const kind of KINDS) {
      const name = `${this.#prefix}-${kind}`;
      if (!this.#shown.size) CSS.highlights.delete(name);
      else if (!CSS.highlights.has(name)) CSS.highlights.set(name, this.#highlights[kind]);
    }
  }

  // One sheet in the document is not enough in Firefox for ranges in a shadow root.
  /** @param {Node} root */
  #adopt(root) {
    if (!(root instanceof Document || root instanceof ShadowRoot)) return;
    if (root.adoptedStyleSheets.includes(this.#sheet)) return;
    for (const old of this.#roots) if (!old.isConnected) this.#roots.delete(old);
    this.#roots.add(root);
    root.adoptedStyleSheets.push(this.#sheet);
  }

  #leave() {
    this.emphasise(null);
    this.#shown.clear();
    this.#register();
    for (const root of this.#roots) {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    }
  }
}
