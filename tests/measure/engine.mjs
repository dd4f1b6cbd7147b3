// @ts-check
// The engine over labelled messages, through its command line.

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

/** @typedef {import('./gold.mjs').Gold} Gold @typedef {import('./scores.mjs').Answer} Answer */
/** @typedef {{ gold: Gold, answer: Answer }} Row */

const CLI = 'target/release/youfirst';
const CORPUS = 'tests/corpus';

/** The files of our own corpus. */
export const corpus = () => readdirSync(CORPUS).sort().map((name) => `${CORPUS}/${name}`);

/**
 * What the engine says of each message.
 * @param {Gold[]} golds @param {'hint' | 'soft'} [least] the quietest findings to list
 * @returns {Row[]}
 */
export function answers(golds, least = 'soft') {
  const input = golds.map(({ readings, ...draft }) => JSON.stringify(draft)).join('\n');
  const run = spawnSync(CLI, ['check', '-', '--format', 'jsonl', '--min-severity', least], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.error || (run.status ?? 2) > 1) throw run.error ?? new Error(run.stderr);
  const lines = run.stdout.trim().split('\n').map((line) => JSON.parse(line));
  return golds.map((gold, i) => ({ gold, answer: inCharacters(gold.text, lines[i]) }));
}

/** The command line counts bytes, JavaScript UTF-16 units. @param {string} text @param {any} answer */
function inCharacters(text, answer) {
  const bytes = Buffer.from(text);
  const at = (/** @type {number} */ offset) => bytes.subarray(0, offset).toString().length;
  for (const mark of [...answer.findings, ...answer.strengths]) {
    [mark.start, mark.end] = [at(mark.start), at(mark.end)];
  }
  return answer;
}
