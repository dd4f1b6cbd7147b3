// @ts-check
// A walk by Tab: through a page from its start to its end, through a card once around.

import { waitFor } from './wait.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {{name: string, at: number, ringed: boolean}} Stop */

const STOPS =
  'a[href], button, input, select, textarea, summary, [contenteditable], [tabindex]:not([tabindex^="-"])';

/**
 * What is wrong with the walk: controls that it leaves out or comes to twice, one that shows no
 * ring, and steps that go backwards for the eye.
 * @param {Page} page freshly opened: the walk begins where the focus would
 * @param {string} [part] that keeps the focus; ` >>> ` goes into an open shadow root
 * @returns {Promise<{faults: string[], stops: number}>}
 */
export async function tabFaults(page, part = 'body') {
  await page.bringToFront();
  const wanted = await page.evaluate(listen, STOPS, part.split(' >>> '));
  // A part that scrolls is a stop of its own in some browsers.
  for (let steps = 0; steps < wanted * 1.2 + 5; steps += 1) {
    await page.keyboard.press('Tab');
    if (steps + 1 >= wanted && (await page.evaluate(() => /** @type {any} */ (window).walk.over())))
      break;
  }
  return waitFor(() => page.evaluate(() => /** @type {any} */ (window).walk.result()), 'the walk');
}

/**
 * Runs in the page.
 * @param {string} selector @param {string[]} path
 * @returns {number} how many stops there should be
 */
function listen(selector, [outer, inner]) {
  const root = document.querySelector(outer)?.shadowRoot ?? document;
  const part = root.querySelector(inner ?? outer);
  const all = /** @type {HTMLElement[]} */ ([...(part?.querySelectorAll(selector) ?? [])]);
  const named = new Set();
  const wanted = all.filter((each) => {
    if (!each.checkVisibility({ visibilityProperty: true }) || each.matches(':disabled, [inert] *'))
      return false;
    if (!each.matches('[type="radio"]')) return true;
    // Of a group of radio buttons the chosen one.
    const { name, checked } = /** @type {HTMLInputElement} */ (each);
    return checked && !named.has(name) && named.add(name);
  });
  /** @type {{target: HTMLElement, top: number, bottom: number, left: number, right: number, ringed: boolean}[]} */
  const seen = [];
  root.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    const { top, bottom, left, right } = target.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(target);
    seen.push({
      ...{ target, left, right, top: top + scrollY, bottom: bottom + scrollY },
      ringed: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    });
  });
  const name = (/** @type {HTMLElement} */ each) =>
    `${each.tagName.toLowerCase()}${each.id && `#${each.id}`} “${(
      each.ariaLabel ?? each.innerText
    ).slice(0, 40)}”`;
  const result = () => {
    // In a card the walk begins at what is most wanted.
    const top = seen.findIndex(({ target }) => target === wanted[0]);
    if (inner) seen.push(...seen.splice(0, top));
    const count = (/** @type {HTMLElement} */ each) =>
      seen.filter(({ target }) => target === each).length;
    const faults = wanted.filter((each) => count(each) === 0).map((each) => `missed: ${name(each)}`);
    for (const [index, { target, top, left, ringed }] of seen.entries()) {
      if (!ringed) faults.push(`no ring: ${name(target)}`);
      const before = seen[index - 1];
      if (!before) continue;
      const sameLine = top < before.bottom && before.top < seen[index].bottom;
      // Down a column, then on to the next one.
      if (sameLine ? left < before.left : top < before.top && left < before.right)
        faults.push(`backwards: ${name(before.target)} to ${name(target)}`);
    }
    const twice = [...new Set(seen.map(({ target }) => target))].filter((each) => count(each) > 1);
    return { faults: [...faults, ...twice.map((each) => `twice: ${name(each)}`)], stops: seen.length };
  };
  const over = () => wanted.every((each) => seen.some(({ target }) => target === each));
  Object.assign(window, { walk: { result, over } });
  return wanted.length;
}
