// @ts-check
// The keys that the browser lists for us and lets people change.

import { pushToTab } from '../shared/messages.js';
import { frameInUse } from './tabs.js';

/** @typedef {import('../shared/verbs.js').Command} Command */

/** Alt with the full stop, as the browsers write it. */
const WALK = /^(Alt\+|⌥)(Period|\.)$/;

/**
 * The content script listens to Alt with the full stop itself, where the key gets that far.
 * @returns {Promise<boolean>} false once the user has chosen another key, or none
 */
export async function walkKey() {
  const all = await chrome.commands.getAll();
  return all.some(({ name, shortcut }) => name === 'next-note' && WALK.test(shortcut ?? ''));
}

/**
 * Hands a command to the box that had the focus last, and to no other.
 * @param {string} name
 * @param {chrome.tabs.Tab} [tab] the one in front
 */
export async function onCommand(name, tab) {
  const frame = tab && (await frameInUse(tab));
  if (frame) await pushToTab(frame, 'command', { name: /** @type {Command} */ (name) });
}
