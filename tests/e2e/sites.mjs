// @ts-check
// The three sites as the tests serve them: which fixture stands for which address, under which
// headers, and where in it the compose box is.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { answerOfEditors } from './editors.mjs';

const root = new URL('../../', import.meta.url);
const file = (/** @type {string} */ path) => fileURLToPath(new URL(path, root));

/** The sites' own policies, as far as they bear on an extension. */
const policies = {
  linkedin:
    "default-src *; connect-src 'self'; img-src data: blob: *; style-src 'self' " +
    "'unsafe-inline' static.licdn.com; script-src 'report-sample' " +
    "'sha256-6gLjSWp3GRKZCUFvX5aGHtECD1wVRgJOJp7r0ZQjIV0=' static.licdn.com; object-src 'none'; " +
    "frame-ancestors 'self'; require-trusted-types-for 'script'; " +
    "trusted-types 'allow-duplicates' default jSecure highcharts dompurify",
  x:
    "default-src 'self'; connect-src 'self'; img-src 'self' data: blob:; style-src 'self' " +
    "'unsafe-inline' https://*.twimg.com; script-src 'self' 'unsafe-inline' https://*.twimg.com " +
    "'wasm-unsafe-eval' 'nonce-fixture'; worker-src 'self' blob:; object-src 'none'",
  gmail:
    "script-src 'nonce-fixture' 'strict-dynamic' https: 'unsafe-eval'; object-src 'none'; " +
    "base-uri 'self'; require-trusted-types-for 'script'",
};

/** @type {Record<string, {path: string, csp?: string}>} */
const pages = {
  'https://www.linkedin.com/messaging/thread/2-thread/': page('linkedin', 'thread'),
  'https://www.linkedin.com/messaging/thread/2-shell/': page('linkedin', 'shell'),
  'https://www.linkedin.com/preload/': page('linkedin', 'preload'),
  'https://www.linkedin.com/feed/': page('linkedin', 'overlay'),
  'https://www.linkedin.com/in/ada-nakamura/': page('linkedin', 'invite'),
  'https://x.com/i/chat/11-22': page('x', 'chat'),
  'https://x.com/i/chat/33-44': page('x', 'chat-light'),
  'https://mail.google.com/mail/u/0/?view=compose': page('gmail', 'compose'),
  'https://mail.google.com/mail/u/0/?view=reply': page('gmail', 'reply'),
};

/** @param {'linkedin' | 'x' | 'gmail'} site @param {string} name */
function page(site, name) {
  return { path: `tests/fixtures/${site}/${name}.html`, csp: policies[site] };
}

/** Folders behind the sites' script and style hosts. */
const assets = [
  ['https://static.licdn.com/fixture/', 'tests/fixtures/linkedin/'],
  ['https://abs.twimg.com/fixture/react-dom.', 'node_modules/react-dom/umd/react-dom.'],
  ['https://abs.twimg.com/fixture/react.', 'node_modules/react/umd/react.'],
  ['https://abs.twimg.com/fixture/', 'tests/fixtures/x/'],
  ['https://mail.google.com/mail/fixture/', 'tests/fixtures/gmail/'],
];

const types = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

/**
 * What the fixtures answer to a request, or nothing where no fixture is meant.
 * @param {string} address
 */
export async function answer(address) {
  const url = new URL(address);
  url.hash = '';
  const elsewhere = await answerOfEditors(url);
  if (elsewhere) return elsewhere;
  const found = pages[url.href] ?? pages[url.origin + url.pathname];
  const asset = assets.find(([prefix]) => url.href.startsWith(prefix));
  const path = found?.path ?? (asset && asset[1] + url.href.slice(asset[0].length));
  if (!path) return undefined;
  const type = types[/** @type {keyof typeof types} */ (path.split('.').at(-1))];
  return {
    status: 200,
    contentType: `${type}; charset=utf-8`,
    headers: found?.csp ? { 'content-security-policy': found.csp } : {},
    body: await readFile(file(path)),
  };
}

/**
 * A place where a message is written. `editor`, `send` and `history` are puppeteer selectors
 * (`>>>` goes through shadow roots) inside the frame.
 * @typedef {object} Surface
 * @property {string} name
 * @property {'linkedin' | 'x' | 'gmail' | null} site null where it is none of the three
 * @property {string} url
 * @property {string} [frame] part of the address of the frame that holds the box
 * @property {string} editor
 * @property {'contenteditable' | 'textarea'} kind
 * @property {string} newline the keys that break a line
 * @property {string} send
 */

/** @type {Surface[]} */
export const surfaces = [
  {
    name: 'LinkedIn message page',
    site: 'linkedin',
    url: 'https://www.linkedin.com/messaging/thread/2-thread/',
    editor: '.msg-form__contenteditable',
    kind: 'contenteditable',
    newline: 'Enter',
    send: '.msg-form__send-button',
  },
  {
    name: 'LinkedIn overlay in a shadow root',
    site: 'linkedin',
    url: 'https://www.linkedin.com/feed/',
    editor: '#interop-outlet >>> .msg-form__contenteditable',
    kind: 'contenteditable',
    newline: 'Enter',
    send: '#interop-outlet >>> .msg-form__send-button',
  },
  {
    name: 'LinkedIn messages in a frame',
    site: 'linkedin',
    url: 'https://www.linkedin.com/messaging/thread/2-shell/',
    frame: '/preload/',
    editor: '.msg-form__contenteditable',
    kind: 'contenteditable',
    newline: 'Enter',
    send: '.msg-form__send-button',
  },
  {
    name: 'LinkedIn connection note',
    site: 'linkedin',
    url: 'https://www.linkedin.com/in/ada-nakamura/',
    editor: '#interop-outlet >>> #custom-message',
    kind: 'textarea',
    newline: 'Enter',
    send: '#interop-outlet >>> .artdeco-button--primary',
  },
  {
    name: 'X chat in a shadow root',
    site: 'x',
    url: 'https://x.com/i/chat/11-22',
    editor: '[data-testid="xchatEmbedRoute"] >>> [data-testid="dm-composer-textarea"]',
    kind: 'textarea',
    newline: 'Shift+Enter',
    send: 'Enter',
  },
  {
    name: 'X chat in the light DOM',
    site: 'x',
    url: 'https://x.com/i/chat/33-44',
    editor: '[data-testid="dm-composer-textarea"]',
    kind: 'textarea',
    newline: 'Shift+Enter',
    send: '[data-testid="dm-composer-send-button"]',
  },
  {
    name: 'Gmail new message',
    site: 'gmail',
    url: 'https://mail.google.com/mail/u/0/?view=compose',
    editor: '[g_editable="true"]',
    kind: 'contenteditable',
    newline: 'Enter',
    send: '.aoO',
  },
  {
    name: 'Gmail inline reply',
    site: 'gmail',
    url: 'https://mail.google.com/mail/u/0/?view=reply',
    editor: '.ip [g_editable="true"]',
    kind: 'contenteditable',
    newline: 'Enter',
    send: 'Control+Enter',
  },
];

/** The surface of a name; for tests that need just one. @param {string} name */
export function surface(name) {
  const found = surfaces.find((each) => each.name === name);
  if (!found) throw new Error(`no surface called ${name}`);
  return found;
}
