// @ts-check
// docs/works.md: what was seen to work where, written by the tests themselves.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../../docs/works.md', import.meta.url));
const COLUMNS = {
  marks: 'marked',
  card: 'card by pointer and key',
  fix: 'fix',
  undo: 'undo, redo',
  'by keys': 'second fix, by key',
  typing: 'typed on',
  send: 'sent as it should be',
  quiet: 'ignored, switched off',
};

/**
 * The table of one browser.
 * @param {string} browser
 * @param {Map<string, string[]>} works by surface, the steps that were done
 */
function table(browser, works) {
  const row = (/** @type {string[]} */ cells) => `| ${cells.join(' | ')} |`;
  const names = Object.keys(COLUMNS);
  return [
    `## ${browser === 'chromium' ? 'Chromium' : 'Firefox'}`,
    '',
    row(['', ...Object.values(COLUMNS)]),
    row(['---', ...names.map(() => ':-:')]),
    ...[...works].map(([name, done]) =>
      row([name, ...names.map((step) => (done.includes(step) ? '✓' : '–'))]),
    ),
  ].join('\n');
}

/**
 * Fails where the page says anything else than what was seen; `BLESS=1` writes it anew.
 * @param {string} browser
 * @param {Map<string, string[]>} works
 */
export async function keepTable(browser, works) {
  const page = await readFile(file, 'utf8');
  const [begin, end] = [`<!-- ${browser} -->\n`, `\n<!-- /${browser} -->`];
  const [before, rest] = page.split(begin);
  const [written, after] = (rest ?? '').split(end);
  assert.ok(after !== undefined, `docs/works.md has no place for ${browser}`);
  const seen = table(browser, works);
  if (process.env.BLESS) await writeFile(file, before + begin + seen + end + after);
  else assert.equal(written, seen, 'BLESS=1 writes docs/works.md anew');
}
