// @ts-check
// Lays out dist/: one unpacked extension a browser, the demo build of `./build.sh run`, and the
// playground. What is written as modules is copied as it is; only the content script is bundled,
// because a classic script cannot import, and modules of its own would have to be
// web-accessible, which lets a page find out that the extension is there.

import { build } from 'esbuild';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { modules } from './build/catalogue.mjs';
import { manifest } from './build/manifest.mjs';
import { worded } from './build/words.mjs';

const COPIED = ['_locales', 'background', 'shared', 'pages', 'wasm', 'icons'];
const PAGES = ['popup.html', 'options.html', 'welcome.html'];
const SHIPPED = new Set(['', '.js', '.json', '.wasm', '.css', '.html', '.png']);
const BROWSERS = ['chrome120', 'firefox140'];

/** @param {string} source */
const ships = (source) => !source.endsWith('.d.ts') && SHIPPED.has(extname(source));

/**
 * One readable script: names and line breaks stay, so that a reviewer can read it.
 * @param {string} entry
 * @param {string} outfile
 * @param {import('esbuild').BuildOptions} [options]
 */
const bundle = (entry, outfile, options) =>
  build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    target: BROWSERS,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    ...options,
  });

/** @param {import('./build/manifest.mjs').Target} target */
async function extension(target) {
  const out = `dist/${target}`;
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const name of [...COPIED, ...PAGES]) {
    cpSync(`extension/${name}`, `${out}/${name}`, { recursive: true, filter: ships });
  }
  await bundle('extension/content/main.js', `${out}/content.js`, { format: 'iife' });
  writeFileSync(`${out}/manifest.json`, `${JSON.stringify(manifest(target), null, 2)}\n`);
}

/** The playground: static files, the core, and its script with whatever it shares bundled in. */
async function playground() {
  const out = 'dist/www';
  rmSync(out, { recursive: true, force: true });
  cpSync('www', out, { recursive: true, filter: (source) => extname(source) !== '.js' });
  writeFileSync(`${out}/index.html`, worded(readFileSync('www/index.html', 'utf8')));
  for (const name of ['core.js', 'core_bg.wasm']) {
    cpSync(`extension/wasm/${name}`, `${out}/wasm/${name}`);
  }
  await bundle('www/playground.js', `${out}/playground.js`, {
    format: 'esm',
    external: ['./wasm/core.js'],
  });
}

for (const [name, text] of Object.entries(modules())) writeFileSync(`extension/wasm/${name}`, text);
await extension('chromium');
await extension('firefox');
await extension('demo');
await playground();
