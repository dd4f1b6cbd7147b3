// @ts-check
// What dist/ holds after a build: whole, small, and silent towards the network.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

const BROWSERS = ['chromium', 'firefox'];
const HOSTS = [
  'https://www.linkedin.com/*',
  'https://x.com/*',
  'https://twitter.com/*',
  'https://mail.google.com/*',
];

/** @param {string} browser */
const manifestOf = (browser) => JSON.parse(readFileSync(`dist/${browser}/manifest.json`, 'utf8'));

/** @param {string} browser @returns {string[]} */
const filesOf = (browser) =>
  readdirSync(`dist/${browser}`, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join('dist', browser, path)).isFile(),
  );

/**
 * Every string in a manifest that looks like the path of a file.
 * @param {any} value
 * @returns {string[]}
 */
function paths(value) {
  if (typeof value === 'string') return /^[\w/]+\.(js|html|png)$/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(paths) : [];
}

const CALLS =
  /\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|WebTransport)\b\s*\(?/g;
const COMMENT_LINES = /^\s*(\/\/|\*|\/\*).*$/gm;

for (const browser of BROWSERS) {
  test(`${browser}: the manifest asks for what it needs and nothing else`, () => {
    const manifest = manifestOf(browser);
    assert.equal(manifest.manifest_version, 3);
    assert.deepEqual(manifest.permissions, ['storage', 'activeTab', 'scripting']);
    assert.deepEqual(manifest.host_permissions, HOSTS);
    assert.deepEqual(manifest.content_scripts.map((/** @type {any} */ s) => s.matches), [HOSTS]);
    const others = ['optional_permissions', 'optional_host_permissions', 'externally_connectable'];
    for (const key of others) assert.equal(manifest[key], undefined);
    assert.equal(manifest.web_accessible_resources, undefined, 'pages could find the extension');
  });

  test(`${browser}: every file that the manifest names is there`, () => {
    const named = paths(manifestOf(browser));
    assert.ok(named.length >= 9, named.join());
    assert.deepEqual(named.filter((path) => !existsSync(`dist/${browser}/${path}`)), []);
  });

  test(`${browser}: commands, described, with at most four keys, which both browsers allow`, () => {
    const { commands } = manifestOf(browser);
    const { _execute_action: popup, ...named } = commands;
    assert.deepEqual(Object.keys(named), ['next-note', 'previous-note', 'apply-fix', 'open-card']);
    for (const { description } of Object.values(named)) assert.match(description, /^__MSG_\w+__$/);
    const keys = [popup, ...Object.values(named)].flatMap(({ suggested_key: key }) => key ?? []);
    assert.ok(keys.length <= 4, 'Chromium takes no more');
    for (const { default: key } of keys) assert.match(key, /^Alt\+(Shift\+)?([A-Z]|Period)$/);
  });

  test(`${browser}: every file that a page or a module names is there`, () => {
    for (const page of ['popup', 'options', 'welcome']) {
      assert.ok(existsSync(`dist/${browser}/${page}.html`), page);
    }
    /** @type {string[]} */
    const dangling = [];
    for (const path of filesOf(browser).filter((path) => /\.(html|js)$/.test(path))) {
      const text = readFileSync(join('dist', browser, path), 'utf8');
      const named = path.endsWith('.html')
        ? text.matchAll(/(?:src|href)="([^"#?:]+)"/g)
        : text.matchAll(/^(?:import|export)\b[^;'"]*['"](\.[^'"]+)['"]/gm);
      for (const [, name] of named) {
        if (!existsSync(join('dist', browser, path, '..', name))) dangling.push(`${path}: ${name}`);
      }
    }
    assert.deepEqual(dangling, []);
  });

  test(`${browser}: pages may run the packaged wasm and reach nothing`, () => {
    const policy = manifestOf(browser).content_security_policy.extension_pages;
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /connect-src 'none'/);
    assert.match(policy, /script-src 'self' 'wasm-unsafe-eval';/);
  });

  test(`${browser}: the one network call is the glue’s, for its own module`, () => {
    /** @type {string[]} */
    const found = [];
    for (const path of filesOf(browser).filter((path) => /\.(js|html)$/.test(path))) {
      const text = readFileSync(join('dist', browser, path), 'utf8');
      for (const [call, name] of text.replace(COMMENT_LINES, '').matchAll(CALLS)) {
        if (call.endsWith('(') || name !== 'fetch') found.push(`${path}: ${name}`);
      }
    }
    assert.deepEqual(found.sort(), ['wasm/core.js: fetch', 'wasm/pages.js: fetch']);
    for (const name of ['core', 'pages']) {
      const glue = readFileSync(`dist/${browser}/wasm/${name}.js`, 'utf8');
      assert.ok(glue.includes(`new URL('${name}_bg.wasm', import.meta.url)`));
    }
  });

  test(`${browser}: addresses in the code are those of the three sites or names of formats`, () => {
    const known = new Set([...HOSTS.map((host) => new URL(host).hostname), 'www.w3.org']);
    // The glue’s error messages name a manual.
    const ours = filesOf(browser).filter((path) => !path.startsWith('wasm/'));
    for (const path of ours.filter((path) => /\.(js|html|css)$/.test(path))) {
      const text = readFileSync(join('dist', browser, path), 'utf8');
      for (const [address, host] of text.matchAll(/\b(?:https?|wss?):\/\/([\w.-]+)/g)) {
        assert.ok(known.has(host), `${path}: ${address}`);
      }
    }
  });
}

test('chromium: a service worker, and the version with CSS highlights', () => {
  const manifest = manifestOf('chromium');
  assert.deepEqual(manifest.background, { service_worker: 'background/worker.js', type: 'module' });
  assert.equal(manifest.minimum_chrome_version, '120');
  assert.equal(manifest.browser_specific_settings, undefined);
});

test('firefox: an event page, a fixed id, and no data collected', () => {
  const manifest = manifestOf('firefox');
  assert.deepEqual(manifest.background, { scripts: ['background/worker.js'], type: 'module' });
  const { gecko } = manifest.browser_specific_settings;
  assert.equal(gecko.strict_min_version, '140.0');
  assert.deepEqual(gecko.data_collection_permissions, { required: ['none'] });
  assert.match(gecko.id, /@/);
  assert.equal(manifest.minimum_chrome_version, undefined);
});

test('both are the same extension but for the manifest', () => {
  const [one, other] = BROWSERS.map((browser) => filesOf(browser).sort());
  assert.deepEqual(one, other);
  for (const path of one.filter((path) => path !== 'manifest.json')) {
    const [a, b] = BROWSERS.map((browser) => readFileSync(join('dist', browser, path)));
    assert.ok(a.equals(b), path);
  }
});

test('the version is that of the crate', () => {
  const crate = /^version = "(.+)"$/m.exec(readFileSync('Cargo.toml', 'utf8'))?.[1];
  for (const browser of BROWSERS) assert.equal(manifestOf(browser).version, crate);
});

test('the playground has its words before any script runs', () => {
  const page = readFileSync('dist/www/index.html', 'utf8');
  assert.doesNotMatch(page, /data-t\b/);
  assert.match(page, /<h1>Read your message/);
  assert.match(page, /data-placeholder="Write or paste/);
  assert.deepEqual(page.match(/<(h1|h3|option|summary)\b[^>]*><\/\1>/g), [
    '<h3 id="findings-title"></h3>',
  ]);
});

for (const [path, budget] of /** @type {const} */ ([
  ['wasm/core_bg.wasm', 300],
  ['wasm/pages_bg.wasm', 120],
  ['content.js', 40],
])) {
  test(`${path} is at most ${budget} KB in gzip`, () => {
    const size = gzipSync(readFileSync(`dist/chromium/${path}`), { level: 9 }).length;
    assert.ok(size <= budget * 1000, `${(size / 1000).toFixed(1)} KB`);
  });
}

test('the content script is readable: no line is longer than a reviewer’s patience', () => {
  const lines = readFileSync('dist/chromium/content.js', 'utf8').split('\n');
  assert.ok(Math.max(...lines.map((line) => line.length)) <= 400);
});
