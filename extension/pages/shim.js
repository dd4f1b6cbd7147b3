// @ts-check
// What pages.wasm needs of the browser's extension interface, one thin function each. The names
// are those of src/pages/shim.rs.

import { connect } from '../shared/messages.js';
import { count, t } from '../shared/words.js';
import { paintSample } from './sample.js';
import { wear } from './theme.js';

/** @type {Set<(push: string, payload: unknown) => void>} */
const listeners = new Set();

const ask = connect('page', (push, payload) => {
  if (push === 'settings') wear(/** @type {any} */ (payload).look.theme);
  for (const listener of listeners) listener(push, payload);
});

/** @type {{verb: string, answer: Promise<unknown>} | null} */
let ahead = null;

/**
 * Asks the worker what pages.wasm will ask first, while that is still being compiled.
 * @type {typeof ask}
 */
export const askAhead = (verb, payload) => {
  const answer = ask(verb, payload);
  ahead = { verb, answer };
  // Whoever takes the answer is told of what is wrong with it.
  answer.catch(() => undefined);
  return answer;
};

/** Asks the worker. @type {typeof ask} */
export const request = (verb, payload) => {
  if (ahead?.verb !== verb) return ask(verb, payload);
  const { answer } = ahead;
  ahead = null;
  return /** @type {ReturnType<typeof ask>} */ (answer);
};

/**
 * Calls back on each push, for as long as the page lives.
 * @param {(push: string, payload: unknown) => void} listener
 */
export const onPush = (listener) => void listeners.add(listener);

/** The built-in rules as people read them; core.wasm holds only what it needs to run them. */
export const catalogue = async () => (await import('../wasm/catalogue.js')).FAMILIES;

/** @param {string} key @param {string[]} fills */
export const message = (key, fills) => t(key, ...fills);

/** @param {string} stem @param {number} number */
export const counted = (stem, number) => count(stem, number);

/** The tab that `popup.html?tab=<id>` names. */
export function namedTab() {
  const id = new URLSearchParams(location.search).get('tab');
  return id && /^\d+$/.test(id) ? Number(id) : undefined;
}

/** Whether this page is a tab of its own, not the toolbar's popup. */
export const isTab = async () => (await chrome.tabs.getCurrent()) !== undefined;

/**
 * Puts on a look, each word empty where nothing is chosen.
 * @param {string} theme @param {string} marks @param {string} colours
 */
export function dress(theme, marks, colours) {
  wear(theme);
  paintSample(
    /** @type {import('../shared/settings.js').Look} */ ({
      theme: theme || undefined,
      marks: marks || undefined,
      colours: colours || undefined,
    }),
  );
}

/** The browser's keys for us: what each does, and the key. */
export const commands = async () =>
  ((await chrome.commands?.getAll()) ?? []).map(({ description, shortcut }) => [
    // The browsers name what opens the popup in their own lists only.
    description || t('optionsOpenPopup'),
    shortcut,
  ]);

/** Opens the browser's own page for keys: Firefox has a call for it, Chromium an address. */
export async function openShortcuts() {
  const { openShortcutSettings } = /** @type {any} */ (chrome.commands);
  if (openShortcutSettings) await openShortcutSettings();
  else await chrome.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

/** Puts text into the clipboard. @param {string} text @returns {Promise<boolean>} whether it was */
export const copy = (text) =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );

/**
 * The file that was chosen in the field with this id, which can then choose the same one again.
 * @param {string} id
 * @returns {Promise<[name: string, text: string] | undefined>}
 */
export async function readFile(id) {
  const field = /** @type {HTMLInputElement} */ (document.getElementById(id));
  const [file] = field.files ?? [];
  if (!file) return undefined;
  const text = await file.text();
  field.value = '';
  return [file.name, text];
}

/**
 * Saves a file with everything that is stored, or with the user's own rules.
 * @param {boolean} rules
 */
export async function saveFile(rules) {
  const { name, text } = await request('exportFile', { rules });
  const href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href, download: name }).click();
  URL.revokeObjectURL(href);
}

/** @param {Event} event */
export const pasted = (event) =>
  /** @type {ClipboardEvent} */ (event).clipboardData?.getData('text/plain') ?? '';

/** Opens the options page, and closes the popup. */
export async function openOptions() {
  await chrome.runtime.openOptionsPage();
  await closePopup();
}

/** @param {number} tab */
export const reloadTab = (tab) => void chrome.tabs.reload(tab);

/** Closes the popup; a page in a tab of its own stays. */
export async function closePopup() {
  if (!(await isTab())) window.close();
}
