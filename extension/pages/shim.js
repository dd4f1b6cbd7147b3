// @ts-check
// What pages.wasm needs of the browser's extension interface, one thin function each. The names
// are those of src/pages/shim.rs.

import { connect } from '../shared/messages.js';

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
