// @ts-check
// dist/youfirst-<version>-<browser>.zip: the same bytes from the same sources, on any machine.

import { zipSync } from 'fflate';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from './manifest.mjs';

/** The earliest time that a zip can name, in whatever zone this runs. */
const LONG_AGO = new Date(1980, 0, 1);

for (const browser of ['chromium', 'firefox']) {
  const root = join('dist', browser);
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(root, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
  const files = Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path))]));
  const zip = zipSync(files, { level: 9, mtime: LONG_AGO });
  const name = `dist/youfirst-${version()}-${browser}.zip`;
  writeFileSync(name, zip);
  console.log(`${name}: ${paths.length} files, ${(zip.length / 1000).toFixed(0)} KB`);
}
