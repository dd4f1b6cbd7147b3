// @ts-check
// Whether what is shown finds its room: nothing past an edge, nothing cut off, nothing that only
// scrolling sideways shows.

/** @typedef {import('puppeteer-core').Page} Page */

/** WCAG 1.4.12: what a reader may set, and nothing is lost. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; }`;

/**
 * @param {Page} page
 * @param {string} part a selector; ` >>> ` goes into an open shadow root
 * @param {{spaced?: boolean}} [how] with the widest spacing
 * @returns {Promise<string[]>} one line a fault
 */
export const fitFaults = (page, part, { spaced = false } = {}) =>
  page.evaluate(look, part.split(' >>> '), spaced ? SPACED : '');

/**
 * Runs in the page.
 * @param {string[]} path @param {string} css
 */
async function look([outer, inner], css) {
  const host = /** @type {HTMLElement} */ (document.querySelector(outer));
  const root = host.shadowRoot ?? document;
  const part = inner ? /** @type {HTMLElement} */ (root.querySelector(inner)) : host;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const sheets = [...root.adoptedStyleSheets];
  if (css) root.adoptedStyleSheets = [...sheets, sheet];
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const SEEN = { visibilityProperty: true, opacityProperty: true };
  const faults = [...pageFaults(), ...textFaults()];
  root.adoptedStyleSheets = sheets;
  return faults;

  function pageFaults() {
    const { scrollWidth, clientWidth } = document.documentElement;
    // How wide a page of others is, is theirs to say.
    return !inner && scrollWidth > clientWidth
      ? [`the page is ${scrollWidth} px wide in a window of ${clientWidth}`]
      : [];
  }

  /** Each line of text keeps inside of whatever would cut it, and off all other text. */
  function textFaults() {
    /** @type {string[]} */
    const told = [];
    const lines = linesOf(part, told);
    const edges = { left: 0, right: document.documentElement.clientWidth };
    for (const [index, { rect, frames, words, holder }] of lines.entries()) {
      const past = frames.find(({ box }) => !isIn(rect, { ...edges, top: -1e6, bottom: 1e6, ...box }));
      if (past) told.push(`“${words}” goes past ${past.name}`);
      // Sorted from top to bottom: what begins below this line is not over it.
      for (let at = index + 1; lines[at]?.rect.top < rect.bottom; at += 1) {
        const other = lines[at];
        const apart = other.holder !== holder && level(other.holder) === level(holder);
        if (apart && meet(rect, other.rect)) told.push(`“${words}” lies over “${other.words}”`);
      }
    }
    return told;
  }

  /** @param {HTMLElement} within @param {string[]} told */
  function linesOf(within, told) {
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const lines = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.parentElement;
      const words = node.nodeValue?.trim().replace(/\s+/g, ' ').slice(0, 40);
      // What is only heard has no place.
      if (!words || !holder?.checkVisibility(SEEN) || holder.closest('.spoken, select, [inert]')) continue;
      const frames = framesOf(holder);
      if (!css) told.push(...brokenIn(node, range));
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        const seen = seenOf(rect, holder);
        if (rect.width > 1 && seen.height > 1) lines.push({ rect: seen, holder, frames, words });
      }
    }
    return lines.sort((a, b) => a.rect.top - b.rect.top);
  }

  /** Words of everyday length that go on in the next line. @param {Node} node @param {Range} range */
  function brokenIn(node, range) {
    return [...(node.nodeValue ?? '').matchAll(/[\p{L}\p{N}]{2,12}/gu)].flatMap(({ 0: word, index }) => {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
      return new Set(tops).size > 1 ? [`“${word}” is broken`] : [];
    });
  }

  /** What is neither scrolled away nor shortened. @param {DOMRect} rect @param {HTMLElement | null} holder */
  function seenOf({ left, right, top, bottom }, holder) {
    for (let at = holder; at && at !== document.body; at = at.parentElement) {
      const { overflowY, webkitLineClamp, textOverflow } = getComputedStyle(at);
      const frame = at.getBoundingClientRect();
      if (['auto', 'scroll'].includes(overflowY) || webkitLineClamp !== 'none')
        [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
      if (textOverflow === 'ellipsis')
        [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)];
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }

  /** What text has to keep inside of: the window, its control, and all that clips it. */
  function framesOf(/** @type {HTMLElement | null} */ each) {
    /** @type {{name: string, box: Partial<DOMRect>}[]} */
    const frames = [];
    for (let at = each; at && at !== part.parentElement; at = at.parentElement) {
      const { overflowX, overflowY, position, textOverflow, webkitLineClamp } = getComputedStyle(at);
      const name = `<${at.tagName.toLowerCase()} class="${at.className}">`;
      const { left, right, top, bottom } = at.getBoundingClientRect();
      // Code scrolls sideways, and what is shortened says so by its three dots.
      if (at.matches('pre') || textOverflow === 'ellipsis' || webkitLineClamp !== 'none') return [];
      if (at.matches('button, a, summary') || overflowX !== 'visible')
        frames.push({ name, box: { left, right } });
      if (at.matches('button') || ['hidden', 'clip'].includes(overflowY))
        frames.push({ name, box: { top, bottom } });
      if (position === 'fixed') return frames;
    }
    return [...frames, { name: 'the window', box: {} }];
  }

  /** @param {DOMRect} a @param {{left: number, right: number, top: number, bottom: number}} b */
  function isIn(a, b) {
    return (
      a.left >= b.left - 1 && a.right <= b.right + 1 && a.top >= b.top - 3 && a.bottom <= b.bottom + 3
    );
  }

  /** What stays in sight lies over what scrolls. @param {HTMLElement | null} at */
  function level(at) {
    for (; at; at = at.parentElement)
      if (getComputedStyle(at).position === 'sticky') return 1;
    return 0;
  }

  /** Lines may touch, and letters are taller than a tight line. @param {DOMRect} a @param {DOMRect} b */
  function meet(a, b) {
    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return across > 3 && down > Math.min(a.height, b.height) / 3;
  }
}
