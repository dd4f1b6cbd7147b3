// @ts-check
// The rules as the options page shows them, with their examples: core.wasm leaves out what only
// people read.

import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'smol-toml';

const RULES = 'src/rules';

/** The text of a module that exports the families, in the order of their files. */
export function catalogue() {
  const files = readdirSync(RULES).filter((name) => name.endsWith('.toml')).sort();
  const families = files.map((name) => parse(readFileSync(`${RULES}/${name}`, 'utf8')));
  const type = "/** @type {import('./core.js').Family[]} */";
  return `// @ts-nocheck\n${type}\nexport const FAMILIES = ${JSON.stringify(families, null, 1)};\n`;
}
