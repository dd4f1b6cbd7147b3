// @ts-check
// `chrome.i18n` over the locale's own file, for what no browser lets a test do.

import { readFileSync } from 'node:fs';

const LOCALE = 'extension/_locales/en/messages.json';
/** @type {Record<string, {message: string}>} */
const messages = JSON.parse(readFileSync(LOCALE, 'utf8'));

export const i18n = {
  /** @param {string} key @param {string[]} fills */
  getMessage: (key, fills = []) =>
    (messages[key]?.message ?? '').replace(/\$(\$|\d)/g, (_, at) =>
      at === '$' ? '$' : (fills[at - 1] ?? ''),
    ),
};
