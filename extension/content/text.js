// @ts-check
// Reading a contenteditable. One walk over its nodes gives the text and, with it, the way back
// from every offset to its place in the page, so that the two can never disagree.

/** @typedef {import('./spans.js').Span} Span */
/**
 * A stretch of the text that comes from one place: `from..to` of a text node, or a whole node
 * that stands for its text (an emoji that is an image). Line ends lie between pieces.
 * @typedef {object} Piece
 * @property {number} start
 * @property {number} end
 * @property {Node} node
 * @property {number} from
 * @property {number} to
 * @property {boolean} locked inside an island that the user cannot edit, such as a mention
 */

/** What is never text, whatever its style. */
const SILENT = 'script, style, template, noscript, button, input, select, textarea, iframe, svg';
const INLINE = /^(inline|contents|ruby)/;
const KEEPS_SPACE = /^(pre|break-spaces)/;
const RUNS = /[ \t\n\r\f]+|[^ \t\n\r\f]+/g;
const UNEVEN = /[\t\n\r\f]|  /;

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
  #exclude;

  /** @param {string} exclude selector of what is not the writer's: quoted mail, a signature */
  constructor(exclude) {
    this.#exclude = exclude ? `${SILENT}, ${exclude}` : SILENT;
  }

  /** @param {Element} parent @param {boolean} keeps @param {boolean} locked */
  children(parent, keeps, locked) {
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) this.#chars(/** @type {Text} */ (node), keeps, locked);
      else if (node instanceof Element) this.#element(node, locked);
    }
  }

  /** @param {Element} element @param {boolean} locked */
  #element(element, locked) {
    if (element.localName === 'br') return this.#br();
    const style = getComputedStyle(element);
    const block = !INLINE.test(style.display);
    if (style.display === 'none') return;
    if (element.matches(this.#exclude)) return block && this.#block();
    if (element.localName === 'img') return this.#image(element, locked);
    if (style.visibility === 'hidden') return;
    if (block) this.#block();
    const island = element.getAttribute('contenteditable') === 'false';
    this.children(element, KEEPS_SPACE.test(style.whiteSpace), locked || island);
    if (block) this.#block();
  }

  #block() {
    this.#hanging = false;
    this.#due ||= this.#occupied;
    this.#occupied = false;
  }

  #br() {
    this.#endLines();
    this.#hanging = true;
    this.#occupied = true;
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
    if (keeps) return this.#put(node.data, node, 0, node.length, locked);
    if (!UNEVEN.test(node.data)) {
      const from = Number(node.data.startsWith(' ') && this.#swallowsSpace());
      return this.#put(node.data.slice(from), node, from, node.length, locked);
    }
    for (const { 0: run, index } of node.data.matchAll(RUNS)) {
      const space = /^[ \t\n\r\f]/.test(run);
      if (space && this.#swallowsSpace()) continue;
      this.#put(space ? ' ' : run, node, index, index + run.length, locked);
    }
  }

  // As in layout: no space at the start of a line, and one for many.
  #swallowsSpace() {
    return !this.#occupied || this.#due || this.#hanging || this.text.endsWith(' ');
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
   * @returns {Range | null} null where the span begins or ends inside several line ends
   */
  rangeOf({ start, end }) {
    const first = this.#pieces.find((piece) => piece.end > start);
    const last = this.#pieces.findLast((piece) => piece.start < end);
    if (!first || !last) return null;
    const range = first.node.ownerDocument?.createRange();
    if (!range) return null;
    const [head, tail] = [this.#startIn(first, start), this.#endIn(last, end)];
    if (!head || !tail) return null;
    range.setStart(...head);
    range.setEnd(...tail);
    return range;
  }

  /** @param {Piece} piece @param {number} offset @returns {[Node, number] | null} */
  #startIn(piece, offset) {
    if (offset >= piece.start) return place(piece, offset);
    const before = this.#pieces[this.#pieces.indexOf(piece) - 1];
    return before?.end === offset ? place(before, offset) : null;
  }

  /** @param {Piece} piece @param {number} offset @returns {[Node, number] | null} */
  #endIn(piece, offset) {
    if (offset <= piece.end) return place(piece, offset);
    const after = this.#pieces[this.#pieces.indexOf(piece) + 1];
    return after?.start === offset ? place(after, offset) : null;
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

/** @param {Piece} piece @param {number} offset @returns {[Node, number]} */
function place({ node, start, end, from, to }, offset) {
  if (node.nodeType === Node.TEXT_NODE) return [node, offset === end ? to : from + offset - start];
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
  walk.children(box, KEEPS_SPACE.test(getComputedStyle(box).whiteSpace), false);
  return new Reading(walk.text, walk.pieces);
}
