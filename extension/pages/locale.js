// @ts-check
// Puts the words into one of our pages before anybody sees it. In its HTML `data-t` names the
// message that is an element's text, `data-t-label`, `-title`, `-placeholder` and `-alt` those of
// its attributes. In a message <b>, <i>, <code> and <kbd> become elements.

import { t } from '../shared/words.js';

/** Which attribute a name stands for. @type {Record<string, string>} */
const ATTRIBUTES = {
  tLabel: 'aria-label',
  tTitle: 'title',
  tPlaceholder: 'placeholder',
  tAlt: 'alt',
};
const ELEMENT = /<(b|i|code|kbd)>(.*?)<\/\1>/;

/** Fills the page and the templates in it. */
export function fillPage() {
  const page = document.documentElement;
  page.lang = t('appLanguage');
  page.dir = t('appDirection');
  fill(page);
}

/** @param {Element | DocumentFragment} root */
function fill(root) {
  const selector = ['t', 't-label', 't-title', 't-placeholder', 't-alt'].map((n) => `[data-${n}]`);
  for (const element of root.querySelectorAll(selector.join())) {
    const { dataset } = /** @type {HTMLElement} */ (element);
    if (dataset.t) element.append(...worded(t(dataset.t)));
    for (const [name, attribute] of Object.entries(ATTRIBUTES)) {
      const key = dataset[name];
      if (key) element.setAttribute(attribute, t(key));
    }
  }
  for (const template of root.querySelectorAll('template')) fill(template.content);
}

/**
 * The nodes of a message.
 * @param {string} message
 * @returns {(string | Element)[]}
 */
export function worded(message) {
  const found = ELEMENT.exec(message);
  if (!found) return [message];
  const [all, name, words] = found;
  const element = document.createElement(name);
  element.append(words);
  const after = message.slice(found.index + all.length);
  return [message.slice(0, found.index), element, ...worded(after)];
}
