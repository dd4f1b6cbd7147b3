// @ts-check
// Reading a contenteditable. One walk over its nodes gives the text and, with it, the way back
// from every offset to its place in the page, so that the two can never disagree.

/** @typedef {import('./spans.js').Span} Span */
/** @typedef {[Node, number]} Point a place in the page, as a range has it */
/**
 * A stretch of the text that comes from one place: `from..to` of a text node, or a whole node
 * that stands for its text (an emoji that is an image). Line ends lie between pieces. An empty
 * piece is the point where a line ends: there a caret in a line without text has its place.
 * @typedef {object} Piece
 * @property {number} start
 * @property {number} end
 * @property {Node} node
 * @property {number} from
 * @property {number} to
 * @property {boolean} locked inside an island that the user cannot edit, such as a mention
 */

/** What is never text, whatever its style; and what a page only shows in it, as a suggestion. */
const SILENT =
  'script, style, template, noscript, button, input, select, textarea, iframe, svg, ' +
  '[aria-hidden="true"]:not(img)';
const INLINE = /^(inline|contents|ruby)/;
const KEEPS_SPACE = /^(pre|break-spaces)/;
const RUNS = /[ \t\n\r\f]+|[^ \t\n\r\f]+/g;
const UNEVEN = /[\t\n\r\f]|  /;
/** All that is in a node by which Slate and Quill hold a place for a caret. */
const HOLDER = '\ufeff';

class Walk {
  text = '';
  /** @type {Piece[]} */
  pieces = [];
  // A line must end before the next content.
  #due = false;
  // A <br> was seen: it ends a line only if content follows it in its block.
  #hanging = false;
  // The current line holds something, be it only the <br> of an empty line.
  #occupied = false;
  // Up to here spaces are folded: one that is kept as it is swallows none after it.
  #folded = 0;
  #exclude;

  /** @param {string} exclude selector of what is not the writer's: quoted mail, a signature */
  constructor(exclude) {
    this.#exclude = exclude ? `${SILENT}, ${exclude}` : SILENT;
  }

  /** @param {Element} parent @param {CSSStyleDeclaration} style its own @param {boolean} locked */
  children(parent, { whiteSpace, visibility }, locked) {
    const [keeps, shown] = [KEEPS_SPACE.test(whiteSpace), visibility === 'visible'];
    for (const [at, node] of parent.childNodes.entries()) {
      if (node instanceof Element) this.#element(node, [parent, at], locked);
      else if (shown && node instanceof Text) this.#chars(node, keeps, locked);
    }
  }

  /** @param {Element} element @param {Point} before it @param {boolean} locked */
  #element(element, before, locked) {
    if (element.localName === 'br') return this.#br(before);
    const style = getComputedStyle(element);
    const block = !INLINE.test(style.display);
    if (style.display === 'none') return;
    if (element.matches(this.#exclude)) return block && this.#block(before);
    if (element.localName === 'img') {
      return style.visibility === 'visible' && this.#image(element, locked);
    }
    if (block) this.#block(before);
    const island = element.getAttribute('contenteditable') === 'false';
    this.children(element, style, locked || island);
    if (block) this.#block([element, element.childNodes.length]);
  }

  /** @param {Point} edge of a block */
  #block(edge) {
    if (this.#occupied) this.#lineEnd(edge);
    this.#due ||= this.#occupied;
    this.#occupied = false;
  }

  /** @param {Point} point */
  #br(point) {
    this.#endLines();
    this.#lineEnd(point);
    this.#hanging = true;
    this.#occupied = true;
  }

  /** @param {Point} point */
  #lineEnd([node, at]) {
    const { length } = this.text;
    this.pieces.push({ start: length, end: length, node, from: at, to: at, locked: false });
  }

  #endLines() {
    if (this.#due || this.#hanging) this.text += '\n';
    this.#due = false;
    this.#hanging = false;
  }

  /** @param {Element} image @param {boolean} locked */
  #image(image, locked) {
    const alt = image.getAttribute('alt');
    if (alt) this.#put(alt, image, 0, 0, locked);
  }

  /** @param {Text} node @param {boolean} keeps @param {boolean} locked */
  #chars(node, keeps, locked) {
    if (node.data === HOLDER) return;
    if (keeps) return this.#kept(node, locked);
    if (!UNEVEN.test(node.data)) {
      const from = Number(node.data.startsWith(' ') && this.#swallowsSpace());
      return this.#fold(node.data.slice(from), node, from, node.length, locked);
    }
    for (const { 0: run, index } of node.data.matchAll(RUNS)) {
      const space = /^[ \t\n\r\f]/.test(run);
      if (space && this.#swallowsSpace()) continue;
      this.#fold(space ? ' ' : run, node, index, index + run.length, locked);
    }
  }

  /** @param {string} text @param {[Node, number, number, boolean]} where as for `#put` */
  #fold(text, ...where) {
    if (!text) return;
    this.#put(text, ...where);
    this.#folded = this.text.length;
  }

  // A line end that is the last of its block is like such a <br>.
  /** @param {Text} node @param {boolean} locked */
  #kept(node, locked) {
    const ends = node.data.endsWith('\n');
    const to = node.length - Number(ends);
    this.#put(node.data.slice(0, to), node, 0, to, locked);
    if (ends) this.#br([node, to]);
  }

  // As in layout: no space at the start of a line, and one for many.
  #swallowsSpace() {
    const second = this.#folded === this.text.length && this.text.endsWith(' ');
    return !this.#occupied || this.#due || this.#hanging || second;
  }

  /**
   * @param {string} text
   * @param {Node} node where it is from
   * @param {number} from
   * @param {number} to
   * @param {boolean} locked
   */
  #put(text, node, from, to, locked) {
    if (!text) return;
    this.#endLines();
    this.#occupied = true;
    const start = this.text.length;
    this.text += text;
    const last = this.pieces.at(-1);
    const goesOn = last?.node === node && last.to === from && last.end === start && to > from;
    if (goesOn && last.end - last.start === last.to - last.from && text.length === to - from) {
      last.end = this.text.length;
      last.to = to;
    } else {
      this.pieces.push({ start, end: this.text.length, node, from, to, locked });
    }
  }
}

/** The text of an editor at one moment, with its way back into the page. */
export class Reading {
  #pieces;

  /** @param {string} text @param {Piece[]} pieces */
  constructor(text, pieces) {
    this.text = text;
    this.#pieces = pieces;
  }

  /**
   * @param {Span} span
   * @returns {Range | null} null where the text has no such place
   */
  rangeOf({ start, end }) {
    const head =
      this.#pieces.find((at) => at.start <= start && at.end > start) ??
      this.#pieces.find((at) => at.end === start);
    const tail =
      this.#pieces.find((at) => at.start < end && at.end >= end) ??
      this.#pieces.find((at) => at.start === end);
    const range = head?.node.ownerDocument?.createRange();
    if (!head || !tail || !range) return null;
    range.setStart(...place(head, start));
    range.setEnd(...place(tail, end));
    return range;
  }

  /**
   * @param {Node} node
   * @param {number} offset
   * @returns {number} the offset in the text of a boundary point in the page
   */
  offsetOf(node, offset) {
    const piece = this.#pieces.find(
      (at) => at.node === node && offset >= at.from && offset <= at.to,
    );
    if (piece && node.nodeType === Node.TEXT_NODE) {
      return offset === piece.to ? piece.end : piece.start + offset - piece.from;
    }
    const point = /** @type {Document} */ (node.ownerDocument).createRange();
    point.setStart(node, offset);
    const next = this.#pieces.find((at) => point.comparePoint(...place(at, at.start)) >= 0);
    return next ? next.start : this.text.length;
  }

  /**
   * Whether the user could have typed over the whole span.
   * @param {Span} span
   */
  editable({ start, end }) {
    return !this.#pieces.some((piece) => piece.locked && piece.start < end && piece.end > start);
  }
}

/** @param {Piece} piece @param {number} offset @returns {Point} */
function place({ node, start, end, from, to }, offset) {
  const image = node.nodeType !== Node.TEXT_NODE && end > start;
  if (!image) return [node, offset === end ? to : from + offset - start];
  const parent = /** @type {Node} */ (node.parentNode);
  const index = [...parent.childNodes].indexOf(/** @type {ChildNode} */ (node));
  return [parent, offset > start ? index + 1 : index];
}

/**
 * @param {Element} box
 * @param {string} [exclude] selector of subtrees that are not the writer's words
 */
export function read(box, exclude = '') {
  const walk = new Walk(exclude);
  walk.children(box, getComputedStyle(box), false);
  return new Reading(walk.text, walk.pieces);
}
