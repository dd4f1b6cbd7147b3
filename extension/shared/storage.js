// @ts-check
// The only user of the browser's storage, and of `local` alone: `sync` would upload what it holds.

const KEY = 'settings';

/** @returns {Promise<unknown>} what was saved last; undefined before the first time */
export async function read() {
  return (await chrome.storage.local.get(KEY))[KEY];
}

/** @param {import('./settings.js').Stored} settings */
export async function write(settings) {
  await chrome.storage.local.set({ [KEY]: settings });
}
