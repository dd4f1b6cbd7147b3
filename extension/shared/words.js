// @ts-check
// The words that people see, from _locales. Keys are written out where they are used, so that
// tests/unit/locale.test.mjs finds those that nobody uses and those that are missing.

/**
 * @param {string} key
 * @param {...(string | number)} fills what stands for $1, $2 …
 * @returns {string} nothing in a page whose extension was updated from under it
 */
export function t(key, ...fills) {
  try {
    return chrome.i18n.getMessage(key, fills.map(String));
  } catch {
    return '';
  }
}

/** By language: what a number asks of the words around it. @type {Map<string, Intl.PluralRules>} */
const plurals = new Map();

/**
 * The words for a number of things: `stem_one`, `stem_other`, and what else the language needs.
 * @param {string} stem
 * @param {number} number stands for $1
 * @param {...(string | number)} fills $2 …
 * @returns {string}
 */
export function count(stem, number, ...fills) {
  const language = t('appLanguage') || 'en';
  const rules = plurals.get(language) ?? new Intl.PluralRules(language);
  plurals.set(language, rules);
  return (
    t(`${stem}_${rules.select(number)}`, number, ...fills) || t(`${stem}_other`, number, ...fills)
  );
}
