// @ts-check
// Files out and in. What comes in is text until each part has passed the checks that what is
// stored has to pass, and each rule has been tried on its own examples.

import { chosen, clashes, takenIn, takenOut } from '../shared/merge.js';
import { faultOf, load, prune } from '../shared/settings.js';
import { count, t } from '../shared/words.js';
import { checkRules } from './core.js';
import { remembered } from './memory.js';
import { stored } from './store.js';
import { tallies } from './tallies.js';

/** @typedef {import('../shared/settings.js').Settings} Settings */
/** @typedef {import('../wasm/core.js').Rule} Rule */
/** @typedef {import('../shared/verbs.js').Upload} Upload */
/** @typedef {{name: string, rule: Rule, faults: string[]}} Tried */

/** What the browsers let an extension store is not much more. */
const LARGEST = 4_000_000;

/**
 * Everything that is stored, or the user's own rules alone.
 * @param {{rules: boolean}} which
 */
export async function exportFile({ rules }) {
  const { version } = chrome.runtime.getManifest();
  const settings = await stored();
  const all = rules
    ? { youfirst: version, rules: settings.custom }
    : {
        ...{ youfirst: version, settings: prune(settings), counts: await tallies() },
        memory: await remembered(),
      };
  const day = new Date().toISOString().slice(0, 10);
  return {
    name: `youfirst-${rules ? 'rules-' : ''}${day}.json`,
    text: `${JSON.stringify(all, null, 2)}\n`,
  };
}

/**
 * What a file would change, and what becomes of each of its rules: nothing is changed by looking.
 * @param {Upload} upload
 * @returns {Promise<import('../shared/verbs.js').Examined>}
 */
export async function examine({ text, clash }) {
  try {
    const now = await stored();
    const { file, tried, notes } = await read(text);
    const both = file.custom.filter((rule) => clashes(now, rule)).length;
    return {
      fault: '',
      changes: changes(chosen(file, now, clash, newId), now),
      clash: both > 0 ? count('optionsClash', both) : '',
      report: [
        // What is refused comes first: it is what somebody may want to do something about.
        ...notes.map((note) => line(note, t('optionsImportLeftOut'))),
        ...tried.filter(({ faults }) => faults.length > 0).map(told),
        ...tried.filter(({ faults }) => faults.length === 0).map(told),
      ],
    };
  } catch (error) {
    const fault = /** @type {Error} */ (error).message;
    return { fault, changes: [], clash: '', report: [] };
  }
}

/**
 * Takes a file in.
 * @param {Upload} upload
 * @param {(edit: (now: Settings) => Settings) => Promise<unknown>} change
 * @returns {Promise<{words: string, undo: {file: Settings, before: Settings}}>}
 */
export async function takeIn({ text, clash }, change) {
  const { file, tried } = await read(text);
  const refused = tried.filter(({ faults }) => faults.length > 0).length;
  /** @type {any} */
  let undo;
  await change((before) => {
    undo = { file: chosen(file, before, clash, newId), before };
    return takenIn(before, undo.file);
  });
  const words = [count('optionsImported', undo.file.custom.length)];
  if (refused > 0) words.push(count('optionsImportRefused', refused));
  return { words: words.join(' '), undo };
}

export { takenOut };

/**
 * What taking `file` in would change, in words.
 * @param {Settings} file what is chosen of it
 * @param {Settings} now
 */
function changes(file, now) {
  const size = (/** @type {object} */ part) => Object.keys(part).length;
  const replaced = file.custom.filter((rule) => now.custom.some(({ id }) => id === rule.id)).length;
  /** @type {[string, number][]} */
  const all = [
    ['optionsImportNew', file.custom.length - replaced],
    ['optionsImportReplaced', replaced],
    ['optionsImportLevels', size(file.levels)],
    ['optionsImportIgnored', file.ignored.length],
    ['optionsImportSites', size(file.sites) + size(file.public)],
    ['optionsImportLook', size(file.look)],
    ['optionsImportExtras', size(file.extras)],
  ];
  return all.flatMap(([key, number]) => (number > 0 ? [count(key, number)] : []));
}

/** @param {string} what @param {string} why @returns {[string, string]} */
const line = (what, why) => [what, why];

/** @param {Tried} tried */
const told = ({ name, faults }) => line(name, faults.join(' '));

/** An id that no rule has. */
const newId = () => `custom.${crypto.randomUUID().slice(0, 8)}`;

/**
 * @param {string} text
 * @returns {Promise<{file: Settings, tried: Tried[], notes: string[]}>} `file` holds what is sound
 * @throws {Error} in words, where nothing of it can be used
 */
async function read(text) {
  if (text.length > LARGEST) throw new Error(t('optionsImportLarge'));
  let file;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Error(t('optionsImportNotJson', /** @type {Error} */ (error).message));
  }
  const rules = Array.isArray(file) ? file : (file?.settings?.custom ?? file?.rules ?? []);
  const isOurs = Array.isArray(file) || file?.settings || file?.rules;
  if (!isOurs || !Array.isArray(rules)) throw new Error(t('optionsImportNotOurs'));
  const { settings, notes } = load({ ...file.settings, custom: [] });
  const tried = await tryRules(rules);
  const custom = tried.flatMap(({ rule, faults }) => (faults.length > 0 ? [] : [rule]));
  return { file: { ...settings, custom }, tried, notes };
}

/**
 * A rule without an id gets one; otherwise it must be as a stored one is, and do what its examples
 * say.
 * @param {any[]} given
 * @returns {Promise<Tried[]>}
 */
async function tryRules(given) {
  const tried = given.map((one, index) => {
    const isObject = typeof one === 'object' && one !== null && !Array.isArray(one);
    const rule = isObject ? { id: newId(), ...one } : {};
    const says = typeof rule.message === 'string' ? rule.message.trim() : '';
    const faults = isObject ? shapeFaults(rule) : [t('optionsImportNoObject')];
    return { name: says || t('optionsImportNameless', index + 1), rule, faults };
  });
  const sound = tried.filter(({ faults }) => faults.length === 0);
  const checks = await checkRules(sound.map(({ rule }) => rule));
  for (const [index, { rule, faults }] of sound.entries()) {
    const { problems, fires, quiet } = checks[index];
    faults.push(
      ...problems.map(({ message }) => message),
      ...missed('optionsImportFires', fires, rule.fires),
      ...missed('optionsImportQuiet', quiet, rule.quiet),
    );
  }
  return tried;
}

/** @param {Record<string, unknown>} rule */
function shapeFaults(rule) {
  const fault = faultOf(rule);
  if (!fault) return [];
  return [t(fault.known ? 'optionsImportField' : 'optionsImportUnknown', fault.field)];
}

/**
 * The examples that do not hold.
 * @param {string} key
 * @param {{ok: boolean}[]} lines
 * @param {any[]} [examples]
 */
const missed = (key, lines, examples = []) =>
  lines.flatMap(({ ok }, index) => {
    const example = examples[index];
    return ok ? [] : [t(key, String(example?.text ?? example).replace(/[«»]/g, ''))];
  });
