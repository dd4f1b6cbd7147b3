// @ts-check
// The words of the extension, for pages that are served without it. Those that stand in the HTML
// are put there by the build.

import MESSAGES from '../extension/_locales/en/messages.json' with { type: 'json' };

/** @type {Record<string, {message: string}>} */
const messages = MESSAGES;
const plurals = new Intl.PluralRules(messages.appLanguage.message);

/**
 * @param {string} key
 * @param {...(string | number)} fills what stands for $1, $2 …
 */
export const t = (key, ...fills) =>
  messages[key].message.replace(/\$(\d)/g, (_, at) => String(fills[at - 1] ?? ''));

/**
 * @param {string} stem
 * @param {number} number stands for $1
 */
export const count = (stem, number) => t(`${stem}_${plurals.select(number)}`, number);
