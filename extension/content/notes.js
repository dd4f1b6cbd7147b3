// @ts-check
// The findings and strengths of a report as they live on while the text changes.

import { moved, restOfWord, slice } from './spans.js';

/** @typedef {import('../wasm/core.js').Report} Report */
/** @typedef {import('../wasm/core.js').Evidence} Evidence */
/** @typedef {import('./spans.js').Change} Change */
/** @typedef {import('./marks.js').MarkKind} MarkKind */
/**
 * `old` is what a suggestion would replace: it must still stand there. `rest` is what follows of
 * a word of which it replaces only the start, as a capital: what is shown and copied is whole.
 * @typedef {import('../wasm/core.js').Suggestion & {old: string, rest: string}} Remedy
 */
/**
 * @typedef {object} Note
 * @property {MarkKind} kind
 * @property {string} rule
 * @property {string} family
 * @property {number} start
 * @property {number} end
 * @property {string} quote
 * @property {string} message
 * @property {string} why
 * @property {Evidence} [evidence]
 * @property {number} points
 * @property {Remedy[]} suggestions
 */

/**
 * What a report says that is marked in the box; hints are not.
 * @param {Report} report
 * @param {string} text the text that it was made for
 * @returns {Note[]}
 */
export function notesOf({ findings, strengths }, text) {
  /** @type {Note[]} */
  const notes = [];
  for (const finding of findings) {
    const { severity, suggestions, ...rest } = finding;
    if (severity === 'hint') continue;
    const remedies = suggestions.map(
      (/** @type {import('../wasm/core.js').Suggestion} */ remedy) => ({
        ...remedy,
        old: slice(text, remedy),
        rest: restOfWord(text, remedy),
      }),
    );
    notes.push({ ...rest, kind: severity, suggestions: remedies });
  }
  for (const praise of strengths) {
    notes.push({ ...praise, kind: 'praise', why: '', suggestions: [] });
  }
  return stillThere(notes, text).sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * Notes after a change of the text; those whose words changed are gone, until the next report.
 * @param {Note[]} notes
 * @param {Change} change
 * @param {string} text after the change
 */
export function carried(notes, change, text) {
  const kept = notes.flatMap((note) => {
    const suggestions = note.suggestions.flatMap((remedy) => moved(remedy, change) ?? []);
    return moved({ ...note, suggestions }, change) ?? [];
  });
  return stillThere(kept, text);
}

/** @param {Note[]} notes @param {string} text */
const stillThere = (notes, text) => notes.filter((note) => slice(text, note) === note.quote);

/** @param {Note} a @param {Note} b whether they say the same of the same words */
export const same = (a, b) => a.rule === b.rule && a.start === b.start && a.end === b.end;
