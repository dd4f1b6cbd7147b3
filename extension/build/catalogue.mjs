// @ts-check
// The rules' words, which core.wasm leaves out: as the options page shows them, with examples; as a
// report says them; and what a card says about a family.

import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'smol-toml';

const RULES = 'src/rules';
const CARDS = 'src/families.toml';

/** @typedef {import('../wasm/core.js').Family} Family */

/** @param {string} path @returns {any} */
const toml = (path) => parse(readFileSync(path, 'utf8'));

/** @returns {Family[]} in the order of their files */
const families = () => readdirSync(RULES).sort().map((name) => toml(`${RULES}/${name}`));

/**
 * The text of a module that exports one constant.
 * @param {string} name @param {string} type @param {unknown} value
 */
const module = (name, type, value) => {
  const text = JSON.stringify(value, null, 1);
  return `// @ts-nocheck\n/** @type {${type}} */\nexport const ${name} = ${text};\n`;
};

/** The modules that are made from the rules, by their file names. */
export const modules = () => ({
  'catalogue.js': module('FAMILIES', "import('./core.js').Family[]", families()),
  'words.js': module('WORDS', "import('./core.js').Words[]", families().flatMap(words)),
  'cards.js': module(
    'CARDS',
    "Record<string, import('../shared/verbs.js').FamilyCard>",
    toml(CARDS),
  ),
});

/** What a family and its rules say. @param {Family} family */
const words = ({ id, title, rule }) => [
  { id, message: title },
  ...rule.map(({ id, message, why, evidence, suggestions }) => ({
    ...{ id, message, why, evidence, suggestions },
  })),
];
