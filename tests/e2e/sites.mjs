// @ts-check
// The three sites as the tests serve them: which fixture stands for which address, under which
// headers.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundled } from './bundle.mjs';
import { answerOfEditors } from './editors.mjs';

export { publicSurfaces, surface, surfaces } from './surface-list.mjs';
/** @typedef {import('./surface-list.mjs').Surface} Surface */

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
  'https://www.linkedin.com/mynetwork/': page('linkedin', 'bubble'),
  'https://www.linkedin.com/messaging/compose/': page('linkedin', 'compose'),
  'https://www.linkedin.com/in/ben-okri/': page('linkedin', 'inmail'),
  'https://www.linkedin.com/sales/inbox/2-thread': page('linkedin', 'sales'),
  'https://www.linkedin.com/feed/?share=classic': page('linkedin', 'post'),
  'https://www.linkedin.com/feed/?share=dialog': page('linkedin', 'share'),
  'https://www.linkedin.com/feed/update/1/': page('linkedin', 'comment'),
  'https://x.com/i/chat/11-22': page('x', 'chat'),
  'https://x.com/i/chat/33-44': page('x', 'chat-light'),
  'https://x.com/explore': page('x', 'drawer'),
  'https://x.com/messages/55-66': page('x', 'legacy'),
  'https://x.com/compose/post': page('x', 'reply'),
  'https://x.com/adanakamura/status/1': page('x', 'status'),
  'https://x.com/home': page('x', 'home'),
  'https://mail.google.com/mail/u/0/?view=compose': page('gmail', 'compose'),
  'https://mail.google.com/mail/u/0/?view=reply': page('gmail', 'reply'),
  'https://mail.google.com/mail/u/0/?view=forward': page('gmail', 'forward'),
  'https://mail.google.com/mail/u/0/?view=windows': page('gmail', 'windows'),
  'https://mail.google.com/mail/u/0/?view=full': page('gmail', 'full'),
  'https://mail.google.com/mail/u/0/?view=popout': page('gmail', 'popout'),
};

/** @param {'linkedin' | 'x' | 'gmail'} site @param {string} name */
function page(site, name) {
  return { path: `tests/fixtures/${site}/${name}.html`, csp: policies[site] };
}

/** Folders behind the sites' script and style hosts; what is more particular comes first. */
const assets = [
  ['https://static.licdn.com/fixture/quill.core.', 'node_modules/quill1/dist/quill.core.'],
  ['https://static.licdn.com/fixture/', 'tests/fixtures/linkedin/'],
  ['https://abs.twimg.com/fixture/Draft.css', 'node_modules/draft-js/dist/Draft.css'],
  ['https://abs.twimg.com/fixture/react-dom.', 'node_modules/react-dom/umd/react-dom.'],
  ['https://abs.twimg.com/fixture/react.', 'node_modules/react/umd/react.'],
  ['https://abs.twimg.com/fixture/', 'tests/fixtures/x/'],
  ['https://mail.google.com/mail/fixture/', 'tests/fixtures/gmail/'],
];

/** Fixtures that run an editor from npm. */
const withEditors = new Set([
  'tests/fixtures/linkedin/quill-post.js',
  'tests/fixtures/linkedin/tiptap-boxes.js',
  'tests/fixtures/x/draft-boxes.js',
]);

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
    body: await (withEditors.has(path) ? bundled(file(path)) : readFile(file(path))),
  };
}

