// @ts-check
// Puts the words of the locale into the HTML of a page that no extension serves. Its marks are
// those of extension/pages/locale.js: `data-t` for an element's text, `data-t-label` and the like
// for its attributes.

import { readFileSync } from 'node:fs';

/** @type {Record<string, string>} */
const ATTRIBUTES = { label: 'aria-label', placeholder: 'data-placeholder', content: 'content' };

/** @param {string} html @returns {string} the same page with its words */
export function worded(html) {
  const messages = JSON.parse(readFileSync('extension/_locales/en/messages.json', 'utf8'));
  const said = (/** @type {string} */ key) => {
    if (!messages[key]) throw new Error(`The locale has no message “${key}”.`);
    return messages[key].message;
  };
  return html
    .replace(/\sdata-t-(label|placeholder|content)="(\w+)"/g, (_, name, key) => {
      return ` ${ATTRIBUTES[name]}="${said(key)}"`;
    })
    .replace(/\sdata-t="(\w+)"([^>]*)>/g, (_, key, rest) => `${rest}>${said(key)}`);
}
