// @ts-check
// What axe-core finds against WCAG 2.2 AA, and against what it calls best practice, in a page or
// in a part of it.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SOURCE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Bars are drawn by pseudo-elements, × is one letter, ← is none: judged all the same. */
const CONTRAST = { ignorePseudo: true, ignoreLength: true, ignoreUnicode: false };

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string} part a selector; ` >>> ` goes into an open shadow root
 * @returns {Promise<string[]>} one line a fault
 */
export async function axeFaults(page, part) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE);
  return page.evaluate(run, part.split(' >>> '), TAGS, CONTRAST);
}

/**
 * Runs in the page. Colours that axe cannot make out are faults too, so that none goes unjudged.
 * @param {string[]} path @param {string[]} tags @param {object} options of the check of contrast
 */
async function run(path, tags, options) {
  const { axe } = /** @type {any} */ (window);
  const id = 'color-contrast';
  axe.configure({ checks: [{ id, options: { ...axe._audit.checks[id].options, ...options } }] });
  const [host, inside] = path;
  const copy = inside ? copyOf() : null;
  // Nothing lies under a header that stays.
  scrollTo(0, 0);
  try {
    const found = await axe.run(
      { include: copy ? { fromShadowDom: ['#copy', inside] } : host },
      // `preload` would request the page's sheets.
      { runOnly: { type: 'tag', values: tags }, preload: false, elementRef: true },
    );
    const unclear = found.incomplete.filter((/** @type {any} */ rule) => rule.id === id);
    for (const rule of unclear) rule.nodes = rule.nodes.filter(isCovered);
    if (found.passes.length === 0) return ['nothing was looked at'];
    return [...found.violations, ...unclear].flatMap((rule) =>
      rule.nodes.map((/** @type {any} */ node) => {
        const checks = [...node.any, ...node.all, ...node.none];
        return [rule.id, node.target.flat().join(' '), ...checks.map(({ message }) => message)].join(': ');
      }),
    );
  } finally {
    copy?.remove();
  }

  /**
   * Axe thinks that words which go on in the next line overlap with themselves, and that what is
   * cut short with three dots goes on over what is below: the browser knows what lies on top.
   */
  function isCovered(/** @type {any} */ { element }) {
    const [{ x, y, width, height }, more] = element.getClientRects();
    const top = element.getRootNode().elementFromPoint(x + width / 2, y + height / 2);
    return !more && top !== element;
  }

  /** Axe makes out no colours beside the body, where the card is: a copy lies below the page. */
  function copyOf() {
    const root = document.querySelector(host)?.shadowRoot;
    const original = root?.querySelector(inside);
    if (!root || !original) throw new Error(`no ${inside} in ${host}`);
    const box = document.createElement('div');
    box.id = 'copy';
    box.style.cssText = 'position: absolute; inset: 300vh auto auto 0';
    const shadow = box.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = root.adoptedStyleSheets;
    const pane = /** @type {HTMLElement} */ (original.cloneNode(true));
    // All of it is in sight.
    pane.style.maxHeight = 'none';
    shadow.append(pane);
    document.body.append(box);
    return box;
  }
}
