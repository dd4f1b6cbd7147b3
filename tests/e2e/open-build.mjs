// @ts-check
// The built extension with open shadow roots, for what has to look into the card from the page;
// in what ships they are closed.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dist } from './session.mjs';

const CLOSED = /mode: "closed"/g;

/** @param {import('./session.mjs').BrowserName} name @returns {string} the folder */
export function openBuild(name) {
  const folder = mkdtempSync(join(tmpdir(), 'youfirst-open-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  cpSync(dist(name), folder, { recursive: true });
  const script = join(folder, 'content.js');
  const source = readFileSync(script, 'utf8');
  if (!CLOSED.test(source)) throw new Error('no shadow root is closed');
  writeFileSync(script, source.replaceAll(CLOSED, 'mode: "open"'));
  return folder;
}
