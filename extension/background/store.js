// @ts-check
// The settings in use, and the only writer of them: changes are made one after another.

import { DEFAULTS, load, NewerSettings, prune, validate } from '../shared/settings.js';
import { read, write } from '../shared/storage.js';

/** @typedef {import('../shared/settings.js').Settings} Settings */
/** @typedef {{settings: Settings, refusal: Error | null}} State */

/** @type {Promise<State> | null} */
let state = null;
/** @type {Promise<unknown>} */
let lastChange = Promise.resolve();

/** @returns {Promise<State>} */
async function fromStorage() {
  const raw = await read('settings');
  try {
    return { settings: load(raw).settings, refusal: null };
  } catch (error) {
    if (!(error instanceof NewerSettings)) throw error;
    return { settings: structuredClone(DEFAULTS), refusal: error };
  }
}

function loaded() {
  if (!state) {
    state = fromStorage();
    state.catch(() => (state = null));
  }
  return state;
}

/** @returns {Promise<Settings>} the same object until something is changed */
export const current = async () => (await loaded()).settings;

/**
 * For the pages, which show them to be changed.
 * @returns {Promise<Settings>}
 * @throws {NewerSettings} where a newer YouFirst has stored them
 */
export async function stored() {
  const { settings, refusal } = await loaded();
  if (refusal) throw refusal;
  return settings;
}

/**
 * Waits for the changes before it; a change that cannot be stored leaves all as it was.
 * @param {(settings: Settings) => Partial<Settings>} edit gives the keys that change, whole
 * @returns {Promise<Settings>}
 */
export function change(edit) {
  const changed = lastChange.then(async () => {
    const before = await stored();
    const { settings, notes } = validate({ ...before, ...edit(structuredClone(before)) });
    if (notes.length > 0) throw new Error(notes.join(' '));
    await write('settings', prune(settings));
    state = Promise.resolve({ settings, refusal: null });
    return settings;
  });
  lastChange = changed.catch(() => undefined);
  return changed;
}
