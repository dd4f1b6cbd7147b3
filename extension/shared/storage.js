// @ts-check
// The only user of the browser's storage, and of `local` alone: `sync` would upload what it holds.

/**
 * What is kept: the settings, how often each rule has marked something, and, where the user has
 * asked for it, what was sent to whom in counts.
 * @typedef {'settings' | 'tallies' | 'memory'} Key
 */

/** @param {Key} key @returns {Promise<unknown>} what was saved last; undefined where nothing was */
export const read = async (key) => (await chrome.storage.local.get(key))[key];

/** @param {Key} key @param {unknown} value */
export const write = (key, value) => chrome.storage.local.set({ [key]: value });

/** How much is kept, as bytes of text. */
export async function bytesKept() {
  const all = await chrome.storage.local.get(null);
  return Object.keys(all).length > 0 ? new TextEncoder().encode(JSON.stringify(all)).length : 0;
}

/** @param {Key} key */
export const forget = (key) => chrome.storage.local.remove(key);
