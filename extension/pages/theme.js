// @ts-check
// Light or dark by the user's own choice, over what the browser says.

import { read } from '../shared/storage.js';

const DARK = '(prefers-color-scheme: dark)';

/** The rules for a dark browser. @type {CSSMediaRule[] | null} */
let dark = null;

const darkRules = () =>
  [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSMediaRule && rule.conditionText === DARK);

/**
 * Has what is meant for a dark browser hold always, never, or, with no word, as it says.
 * @param {string} [theme]
 */
export function wear(theme) {
  const page = document.documentElement;
  if (page.dataset.theme === (theme || 'auto')) return;
  dark ??= /** @type {CSSMediaRule[]} */ (darkRules());
  const when = { dark: 'all', light: 'not all' }[theme ?? ''] ?? DARK;
  for (const { media } of dark) media.mediaText = when;
  page.style.colorScheme = theme ?? '';
  page.dataset.theme = theme || 'auto';
}

/** Puts on what is stored. Until then the page waits, by `data-theme=""`, so as not to flash. */
export async function wearStored() {
  const stored = /** @type {any} */ (await read('settings').catch(() => null));
  const theme = stored?.look?.theme;
  wear(theme === 'dark' || theme === 'light' ? theme : '');
}
