// @ts-check
// What pages.wasm needs of the browser's extension interface, one thin function each. The names
// are those of src/pages/shim.rs.

import { connect } from '../shared/messages.js';
import { count, t } from '../shared/words.js';

/** @type {Set<(push: string, payload: unknown) => void>} */
const listeners = new Set();

/** Asks the worker. */
export const request = connect('page', (push, payload) => {
  for (const listener of listeners) listener(push, payload);
});

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
