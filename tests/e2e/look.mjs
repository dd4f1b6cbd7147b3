// @ts-check
// What the card and the popup look like, and what they are to somebody who listens, held against
// what was seen and approved: tests/look/. `BLESS=1` approves what is there now.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { screenshots } from './harness.mjs';
import { apart, small } from './png.mjs';

/** @typedef {import('./states.mjs').State} State */

const folder = fileURLToPath(new URL('../look/', import.meta.url));
const bless = process.env.BLESS === '1';
/** In which the pictures were approved: what Debian's browsers take where they are asked for none. */
const FONT = 'DejaVu Sans';
/** Of 255, in the mean of a cell of 16 pixels. */
const SLACK = 8;
/** Cells of a thousand that may be beyond it: letters that another version draws otherwise. */
const STRAY = 1;

/**
 * The screenshot of a state, of its part alone.
 * @param {State} state
 */
export async function picture({ page, part }) {
  const handle = await page.waitForSelector(part);
  const box = part === 'body' ? null : await handle?.boundingBox();
  return page.screenshot(box ? { clip: box, captureBeyondViewport: false } : {});
}

/** Pictures can be held against each other in one font only. @returns {string[]} what is wrong */
export function fontFaults() {
  const font = execFileSync('fc-match', ['--format=%{family}', 'system-ui'], { encoding: 'utf8' });
  const fault = `approved in ${FONT}, seen in ${font}: install fonts-dejavu-core`;
  return font.includes(FONT) ? [] : [fault];
}

/**
 * Whether two small pictures look the same.
 * @param {Uint8Array} seen @param {Uint8Array} approved
 */
export function compared(seen, approved) {
  const { cells, of, where } = apart(seen, approved, SLACK);
  const words = `${cells} of ${of} cells look otherwise, at ${where}`;
  return { same: cells * 1000 <= of * STRAY, words };
}

/**
 * @param {Uint8Array} seen a PNG
 * @param {string} name of the baseline
 * @returns {Promise<string[]>} what is wrong, or nothing
 */
export async function lookFaults(seen, name) {
  const path = `${folder}${name.replaceAll(' ', '-')}.png`;
  if (bless) return approve(path, small(seen));
  if (!existsSync(path)) return [`${name}: nothing to compare with; BLESS=1 approves what is there`];
  const { same, words } = compared(small(seen), await readFile(path));
  if (same) return [];
  await mkdir(screenshots, { recursive: true });
  const kept = `${screenshots}look-${name.replaceAll(/[ /]/g, '-')}.png`;
  await writeFile(kept, seen);
  return [`${name}: ${words}: ${kept}`];
}

/**
 * @param {string} seen
 * @param {string} name of the baseline
 * @returns {Promise<string>} the text that was approved
 */
export async function approvedText(seen, name) {
  const path = `${folder}${name}.txt`;
  if (bless) await approve(path, seen);
  return readFile(path, 'utf8');
}

/** @param {string} path @param {string | Uint8Array} seen */
async function approve(path, seen) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, seen);
  return [];
}
