// @ts-check
// A text for whoever looks for a fault: numbers and settings, never a word that the user wrote.
// It is in words that need no translation to be understood by those who look for faults.

import { WORDS } from '../wasm/words.js';
import { checkRule } from './core.js';
import { remembered } from './memory.js';
import { stored } from './store.js';
import { tallies } from './tallies.js';

/** @typedef {import('../shared/settings.js').Settings} Settings */
/** @typedef {import('../wasm/core.js').Rule} Rule */

/** A rule of ours, on which the engine is tried. @type {Rule} */
const PROBE = {
  ...{ id: 'custom.probe', kind: 'phrases', patterns: ['probe'], message: 'A probe.' },
  ...{ severity: 'soft', weight: 1, fires: ['A probe.'] },
};

/** @returns {Promise<string>} */
export async function diagnosis() {
  const commands = (await chrome.commands?.getAll()) ?? [];
  const { contacts, sketches } = await remembered();
  return told(await stored(), {
    YouFirst: chrome.runtime.getManifest().version,
    browser: navigator.userAgent,
    language: chrome.i18n.getUILanguage(),
    engine: await checkRule(PROBE).then(
      ({ fires }) => (fires[0]?.ok ? 'answers' : 'answers wrongly'),
      (error) => String(error.message),
    ),
    commands: listed(commands.map(({ name, shortcut }) => `${name} ${shortcut || 'no key'}`)),
    'contacts and sketches': `${Object.keys(contacts).length}, ${sketches.length}`,
    'rules with counts': String(Object.keys(await tallies()).length),
  });
}

/** @param {string[]} parts */
const listed = (parts) => parts.join(', ') || 'none';

/** @param {object} entries */
const pairs = (entries) => listed(Object.entries(entries).map((entry) => entry.join(' ')));

/**
 * Line by line.
 * @param {Settings} settings
 * @param {Record<string, string>} facts
 */
export function told(settings, facts) {
  const { sites, public: read, look, extras, levels, custom, ignored } = settings;
  // Only what names a rule of ours: a file may have brought anything in.
  const ours = Object.entries(levels).filter(([rule]) => WORDS.some(({ id }) => id === rule));
  const all = {
    ...facts,
    sites: pairs({ linkedin: 'on', x: 'on', gmail: 'on', ...sites }),
    'read for everybody': listed(Object.keys(read)),
    look: pairs(look),
    extras: listed(Object.keys(extras)),
    'built-in rules': String(WORDS.filter(({ id }) => id.includes('.')).length),
    levels: pairs(Object.fromEntries(ours)),
    'own rules': own(custom),
    'ignored phrases': String(ignored.length),
  };
  return Object.entries(all)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}

/**
 * How many rules of the user's own there are, of which kind and how large.
 * @param {Rule[]} rules
 */
function own(rules) {
  const of = (/** @type {string} */ kind) => rules.filter((rule) => rule.kind === kind).length;
  const kinds = ['phrases', 'regex', 'pattern'].map((kind) => `${of(kind)} ${kind}`);
  const off = rules.filter(({ enabled }) => enabled === false).length;
  const entries = rules.flatMap(({ patterns = [], swaps = [] }) => [...patterns, ...swaps]).length;
  return `${rules.length} (${kinds.join(', ')}; ${off} off), ${entries} entries`;
}
