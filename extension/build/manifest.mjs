// @ts-check
// The one source of the manifest, extension/manifest.json, and what each browser gets of it.

import { readFileSync } from 'node:fs';

/** @typedef {'chromium' | 'firefox' | 'demo'} Target */

/** Where the demo pages of `./build.sh run` are served; never in a released build. */
const DEMO_PAGES = 'http://127.0.0.1/*';

/** The version of the crate is the version of the extension. */
export function version() {
  const found = /^version = "([\d.]+)"$/m.exec(readFileSync('Cargo.toml', 'utf8'));
  if (!found) throw new Error('Cargo.toml has no line `version = "…"`');
  return found[1];
}

/**
 * @param {Target} target
 * @returns {Record<string, any>} the manifest of that build
 */
export function manifest(target) {
  const source = JSON.parse(readFileSync('extension/manifest.json', 'utf8'));
  const { manifest_version, name, ...rest } = source;
  const made = { manifest_version, name, version: version(), ...rest };
  if (target === 'firefox') {
    delete made.background.service_worker;
    delete made.minimum_chrome_version;
  } else {
    delete made.background.scripts;
    delete made.browser_specific_settings;
  }
  if (target === 'demo') {
    made.host_permissions.push(DEMO_PAGES);
    for (const script of made.content_scripts) script.matches.push(DEMO_PAGES);
  }
  return made;
}
