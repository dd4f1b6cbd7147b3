// @ts-check
// Owns the one instance of core.wasm. It is loaded by the first call, configured anew when the
// settings in use are others than those it was configured with, and started afresh after a trap.

import init, * as core from '../wasm/core.js';
import { WORDS } from '../wasm/words.js';
import { current } from './store.js';

/** @typedef {import('../wasm/core.js').Draft} Draft */
/** @typedef {import('../wasm/core.js').Rule} Rule */
/** @typedef {import('../shared/settings.js').Settings} Settings */

/** @type {Settings | null} */
let configuredWith = null;

/**
 * @template T
 * @param {() => T} work
 * @returns {Promise<T>}
 */
async function withCore(work) {
  await init();
  const settings = await current();
  try {
    if (settings !== configuredWith) {
      const { levels, custom, ignored } = settings;
      core.configure({ levels, custom, ignored, words: WORDS });
      configuredWith = settings;
    }
    return work();
  } catch (error) {
    // What a trap leaves behind in memory is not to be trusted.
    if (error instanceof WebAssembly.RuntimeError) {
      configuredWith = null;
      core.__wbg_reset_state();
    }
    throw error;
  }
}

/** @param {Draft} draft */
export const analyze = (draft) => withCore(() => core.analyze(draft));

/**
 * @param {string} text
 * @param {Uint8Array} salt
 * @returns {Promise<Uint8Array | null>} null where it is too short to be told from others
 */
export const sketch = (text, salt) => withCore(() => core.sketch(text, salt));

/**
 * @param {string} text
 * @param {Uint8Array} salt
 * @param {Uint8Array} sketches one after the other
 */
export const likeness = (text, salt, sketches) =>
  withCore(() => core.likeness(text, salt, sketches));

/** @param {Rule} rule */
export const checkRule = (rule) => withCore(() => core.checkRule(rule));

/** @param {Rule[]} rules */
export const checkRules = (rules) => withCore(() => core.checkRules(rules));
