// @ts-check
// What is known of a draft's reader and of messages like it, where the user has asked for memory.

import { t } from '../shared/words.js';
import { analyze, likeness, sketch } from './core.js';
import { bytes64, pastWith, remember, remembered } from './memory.js';

/** @typedef {import('../wasm/core.js').Draft} Draft */
/** @typedef {import('../wasm/core.js').Span} Span */
/** @typedef {import('../shared/settings.js').Settings} Settings */
/** @typedef {import('../shared/sites.js').SiteName} SiteName */
/**
 * A draft where it is written: `contact` tells its reader from others.
 * @typedef {{draft: Draft, contact?: string, site: SiteName | null}} Placed
 */
/**
 * Messages of the last days that are much like a draft.
 * @typedef {object} Alike
 * @property {number} count
 * @property {string} since the day of the first, in words
 * @property {string[]} parts of the draft that are in them, too
 */

/** @param {number} day since 1970 (UTC) */
const weekday = (day) =>
  new Intl.DateTimeFormat(t('appLanguage'), { weekday: 'long', timeZone: 'UTC' }).format(
    day * 86_400_000,
  );

/** Days of which it is told. */
const WEEK = 7;

/**
 * The draft with what is remembered of its reader, and that alone.
 * @param {Settings} settings
 * @param {Placed} placed
 * @returns {Promise<{whole: Draft, past: import('./memory.js').Past | null}>}
 */
export async function known({ extras }, { draft, contact, site }) {
  const past = extras.memory && site && contact ? await pastWith(site, contact) : null;
  const { trade } = extras;
  const around = { site: site ?? undefined, ...(past && { past }), ...(trade && { trade }) };
  return { whole: { ...draft, ...around }, past };
}

/**
 * Counts a message that has just gone out.
 * @param {Settings} settings
 * @param {Placed} placed
 */
export async function countSent({ extras }, { draft, contact = '', site }) {
  if (!extras.memory || !site) return;
  const { measures, strengths } = await analyze({ ...draft, site });
  const { asks, questions, offers } = measures;
  const thanks = strengths.filter(({ family }) => family === 'gratitude').length;
  const sent = { asks, questions, offers, thanks };
  await remember(site, contact, sent, (salt) => sketch(draft.text, salt));
}

/**
 * @param {Settings} settings
 * @param {string} text
 * @returns {Promise<Alike | null>} null where it is like no other
 */
export async function alike({ extras }, text) {
  if (!extras.memory) return null;
  const { salt, sketches } = await remembered();
  const today = Math.floor(Date.now() / 86_400_000);
  const recent = sketches.filter(({ day }) => today - day < WEEK);
  if (recent.length === 0) return null;
  const all = recent.map(({ sketch }) => [...bytes64(sketch)]);
  const found = await likeness(text, bytes64(salt), new Uint8Array(all.flat()));
  if (!found || found.near.length === 0) return null;
  const first = Math.min(...found.near.map((/** @type {number} */ at) => recent[at].day));
  const parts = found.parts.map((/** @type {Span} */ { start, end }) => text.slice(start, end));
  return { count: found.near.length, since: weekday(first), parts };
}
