// @ts-check
// What pages.wasm needs of the browser's extension interface, one thin function each. The names
// are those of src/pages/shim.rs.

import { connect } from '../shared/messages.js';
import { count, t } from '../shared/words.js';

/** @type {Set<(push: string, payload: unknown) => void>} */
const listeners = new Set();

const ask = connect('page', (push, payload) => {
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

/** Puts text into the clipboard. @param {string} text @returns {Promise<boolean>} whether it was */
export const copy = (text) =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );

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
