// @ts-check
// The extension's own core.wasm, run in Node: what a draft's report has to be.

import { readFileSync } from 'node:fs';
import { dist } from './harness.mjs';

/** @typedef {import('../../extension/wasm/core.js').Draft} CoreDraft */
/** @typedef {Omit<CoreDraft, 'site'> & {site?: string | null}} Draft */

const folder = dist('chromium');
const core = await import(`${folder}/wasm/core.js`);
core.initSync({ module: readFileSync(`${folder}/wasm/core_bg.wasm`) });
const { WORDS: words } = await import(`${folder}/wasm/words.js`);
core.configure({ words });

/** What cards say about the families. */
export const { CARDS } = await import(`${folder}/wasm/cards.js`);

/** The reasons of the rules. */
export const WORDS = new Map(words.map((/** @type {any} */ { id, why }) => [id, why]));

/** @param {Draft} draft */
export const analyze = ({ site, ...draft }) => core.analyze({ ...draft, ...(site && { site }) });

/**
 * The findings that are marked in a box: hints are not.
 * @param {Draft} draft
 * @returns {any[]}
 */
export const marked = (draft) =>
  analyze(draft).findings.filter((/** @type {any} */ { severity }) => severity !== 'hint');

/** What the icon counts. @param {Draft} draft @returns {number} */
export const countStrong = (draft) =>
  marked(draft).filter(({ severity }) => severity === 'strong').length;

/** @param {Draft} draft @returns {string[]} */
export const markedPhrases = (draft) => marked(draft).map(({ quote }) => quote);
