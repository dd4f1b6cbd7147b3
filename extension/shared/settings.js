// @ts-check
// What the user has set: defaults, checks, versions. Pure functions; background/store.js saves.

import { SITE_NAMES } from './sites.js';
import { t } from './words.js';

/** @typedef {import('./sites.js').SiteName} SiteName */
/** @typedef {import('../wasm/core.js').Rule} Rule */
/** @typedef {'off' | 'hint' | 'soft' | 'strong'} Level */
/** @typedef {{rule: string, phrase: string}} Ignored */
/** @typedef {'linkedin-posts' | 'linkedin-comments' | 'x-posts'} Public */
/**
 * @typedef {object} Look
 * @property {'light' | 'dark'} [theme]
 * @property {'wash' | 'both'} [marks] a wash of colour in place of the line, or with it
 * @property {'vivid' | 'safe'} [colours] stronger ones, or ones that no eye confuses
 */
/**
 * `memory`: what was sent is counted by contact, and sketched; `pause`: before a message goes out
 * that should not; `trade`: what the reader does for a living is held against the draft.
 * @typedef {'memory' | 'pause' | 'trade'} Extra
 */
/**
 * @typedef {object} Settings
 * @property {number} version
 * @property {Partial<Record<SiteName, 'off' | 'popup'>>} sites absent: on; `popup`: nothing is
 *   drawn into the page
 * @property {Partial<Record<Public, true>>} public what is written for everybody and read all the
 *   same
 * @property {Look} look how cards, pages and marks look; absent: as the browser says, and ours
 * @property {Partial<Record<Extra, true>>} extras what is off until it is asked for
 * @property {Record<string, Level>} levels by rule; absent: the rule's own severity
 * @property {Rule[]} custom the user's own rules
 * @property {Ignored[]} ignored phrases never to mark again
 */
/** @typedef {Partial<Settings> & {version: number}} Stored */
/** @typedef {Record<number, (settings: any) => any>} Migrations */

export const VERSION = 1;

/** @type {Readonly<Settings>} */
export const DEFAULTS = {
  version: VERSION,
  sites: {},
  public: {},
  look: {},
  extras: {},
  levels: {},
  custom: [],
  ignored: [],
};

/** What turns settings of version n into version n + 1. @type {Migrations} */
export const MIGRATIONS = {};

/** Settings of a version that this code does not know: they are neither used nor overwritten. */
export class NewerSettings extends Error {
  name = 'NewerSettings';
}

const SITE_MODES = ['off', 'popup'];
const PUBLIC = ['linkedin-posts', 'linkedin-comments', 'x-posts'];
/** @type {Record<string, string[]>} */
const LOOKS = { theme: ['light', 'dark'], marks: ['wash', 'both'], colours: ['vivid', 'safe'] };
const EXTRAS = ['memory', 'pause', 'trade'];
const LEVELS = ['off', 'hint', 'soft', 'strong'];
const KINDS = ['phrases', 'pattern', 'regex'];
const SUGGESTIONS = ['edit', 'scaffold', 'advice'];

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param {unknown} value @returns {value is string} */
const isText = (value) => typeof value === 'string' && value.length > 0;

/** @param {unknown} value */
const isString = (value) => typeof value === 'string';

/** @param {(value: unknown) => boolean} is @returns {(value: unknown) => boolean} */
const listOf = (is) => (value) => Array.isArray(value) && value.every(is);

/** @param {(value: unknown) => boolean} is @returns {(value: unknown) => boolean} */
const perhaps = (is) => (value) => value === undefined || is(value);

/** @param {unknown} value */
const isSuggestion = (value) =>
  isRecord(value) && SUGGESTIONS.includes(String(value.kind)) && isString(value.text);

/** @param {unknown} value */
const isPair = (value) =>
  Array.isArray(value) && value.length === 2 && isText(value[0]) && isString(value[1]);

/** @param {unknown} value */
const isExample = (value) => isString(value) || (isRecord(value) && isString(value.text));

/**
 * The fields of a rule as src/rule.rs has them. A stored rule of any other shape is left out
 * here: the core and the pages would refuse it.
 * @type {Record<string, (value: any) => boolean>}
 */
const RULE = {
  id: (value) => isText(value) && value.startsWith('custom.'),
  enabled: perhaps((value) => typeof value === 'boolean'),
  kind: (value) => KINDS.includes(value),
  patterns: perhaps(listOf(isText)),
  swaps: perhaps(listOf(isPair)),
  forms: perhaps((value) => typeof value === 'boolean'),
  unless: perhaps(listOf(isText)),
  absent: perhaps(listOf(isText)),
  needs: perhaps(listOf(isText)),
  check: perhaps((value) => value === null),
  when: perhaps(isRecord),
  message: isText,
  why: perhaps(isString),
  evidence: perhaps((value) => value === null || isRecord(value)),
  severity: (value) => LEVELS.indexOf(value) > 0,
  weight: (value) => Number.isInteger(value) && value >= 1 && value <= 40,
  suggestions: perhaps(listOf(isSuggestion)),
  group: perhaps(isString),
  sites: perhaps(listOf(isText)),
  fires: perhaps(listOf(isExample)),
  quiet: perhaps(listOf(isString)),
};

/**
 * The first field that a rule must not have, or has not as it should. The shape only: whether its
 * patterns compile is for the core to say.
 * @param {Record<string, unknown>} rule
 * @returns {{field: string, known: boolean} | null}
 */
export function faultOf(rule) {
  const unknown = Object.keys(rule).find((key) => !Object.hasOwn(RULE, key));
  if (unknown !== undefined) return { field: unknown, known: false };
  const wrong = Object.keys(RULE).find((key) => !RULE[key](rule[key]));
  if (wrong !== undefined) return { field: wrong, known: true };
  const { patterns = [], swaps = [] } = /** @type {Record<string, unknown[]>} */ (rule);
  return patterns.length + swaps.length > 0 ? null : { field: 'patterns', known: true };
}

/** @param {unknown} value */
const isRule = (value) => isRecord(value) && faultOf(value) === null;

/**
 * What each entry of a key must be.
 * @type {Record<string, (key: string, value: unknown) => boolean>}
 */
const ENTRY = {
  sites: (key, value) =>
    SITE_NAMES.includes(/** @type {SiteName} */ (key)) && SITE_MODES.includes(String(value)),
  public: (key, value) => PUBLIC.includes(key) && value === true,
  look: (key, value) => Object.hasOwn(LOOKS, key) && LOOKS[key].includes(String(value)),
  extras: (key, value) => EXTRAS.includes(key) && value === true,
  levels: (_, value) => LEVELS.includes(/** @type {string} */ (value)),
  custom: (_, value) => isRule(value),
  ignored: (_, value) => isRecord(value) && isText(value.rule) && isText(value.phrase),
};

/**
 * Key by key and entry by entry, so that one bad value costs nothing but itself.
 * @param {Record<string, unknown>} raw of this version
 * @returns {{settings: Settings, notes: string[]}}
 */
export function validate(raw) {
  /** @type {string[]} */
  const notes = [];
  /** @type {any} */
  const settings = { version: VERSION };
  for (const [key, allowed] of Object.entries(ENTRY)) {
    const standard = DEFAULTS[/** @type {keyof Settings} */ (key)];
    const value = raw[key] ?? standard;
    if (Array.isArray(value) !== Array.isArray(standard) || typeof value !== 'object') {
      notes.push(t('settingsKey', key));
      settings[key] = structuredClone(standard);
      continue;
    }
    const entries = Object.entries(/** @type {object} */ (value));
    const kept = entries.filter(([name, entry]) => allowed(name, entry));
    for (const [name] of entries.filter((entry) => !kept.includes(entry))) {
      notes.push(t('settingsEntry', key, name));
    }
    settings[key] = Array.isArray(value)
      ? kept.map(([, entry]) => entry)
      : Object.fromEntries(kept);
  }
  return { settings, notes };
}

/**
 * From what is stored to what is used.
 * @param {unknown} raw
 * @param {number} [version]
 * @param {Migrations} [migrations]
 * @returns {{settings: Settings, notes: string[]}}
 * @throws {NewerSettings}
 */
export function load(raw, version = VERSION, migrations = MIGRATIONS) {
  if (raw === undefined) return validate({});
  if (!isRecord(raw)) return { ...validate({}), notes: [t('settingsAll')] };
  const stored = raw.version;
  let at = typeof stored === 'number' && Number.isInteger(stored) && stored > 0 ? stored : 1;
  if (at > version) throw new NewerSettings(t('settingsNewer'));
  let migrated = structuredClone(raw);
  for (; at < version; at += 1) migrated = migrations[at](migrated);
  return validate(migrated);
}

/**
 * From what is used to what is stored: without what equals the default.
 * @param {Settings} settings
 * @returns {Stored}
 */
export function prune(settings) {
  const worthKeeping = Object.entries(settings).filter(
    ([key, value]) => key === 'version' || Object.keys(value).length > 0,
  );
  return /** @type {Stored} */ (Object.fromEntries(worthKeeping));
}
