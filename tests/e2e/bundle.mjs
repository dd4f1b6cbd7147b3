// @ts-check
// A script of a fixture in one piece with the editor from npm that it runs, made when it is first
// asked for.

import { build } from 'esbuild';

/** @type {Map<string, Promise<Uint8Array>>} */
const made = new Map();

/** @param {string} path of a script @returns {Promise<Uint8Array>} */
export function bundled(path) {
  const bundle = made.get(path) ?? make(path);
  made.set(path, bundle);
  return bundle;
}

/** @param {string} path */
async function make(path) {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
    logLevel: 'error',
  });
  return outputFiles[0].contents;
}
