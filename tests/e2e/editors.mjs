// @ts-check
// Pages of another site, each with an editor that many sites use: the editors themselves, from
// npm, under a strict policy.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundled } from './bundle.mjs';

/** @typedef {import('./sites.mjs').Surface} Surface */
/** @typedef {import('./harness.mjs').Box} Box */

export const ORIGIN = 'https://notes.example';
/** A third site, for a frame in the other one's page. */
export const ELSEWHERE = 'https://elsewhere.example';
const folder = fileURLToPath(new URL('../fixtures/editors/', import.meta.url));
const CSP =
  "default-src 'none'; connect-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; " +
  `script-src 'self'; frame-src 'self' ${ELSEWHERE}; object-src 'none'; base-uri 'none'`;

/**
 * An editor: `box` is what takes the keys.
 * @typedef {object} EditorPage
 * @property {string} name
 * @property {string} page its fixture
 * @property {string} box
 * @property {'contenteditable' | 'textarea'} [kind]
 * @property {boolean} [bold] whether it knows bold by Control+B
 */

/** @type {EditorPage[]} */
export const EDITORS = [
  { name: 'textarea', page: 'textarea', box: 'textarea', kind: 'textarea' },
  { name: 'plain contenteditable', page: 'plain', box: '#editor', bold: true },
  { name: 'Quill 1', page: 'quill1', box: '.ql-editor', bold: true },
  { name: 'Quill 2', page: 'quill', box: '.ql-editor', bold: true },
  { name: 'Draft.js', page: 'draft', box: '.public-DraftEditor-content', bold: true },
  { name: 'Lexical', page: 'lexical', box: '#editor', bold: true },
  { name: 'Tiptap', page: 'tiptap', box: '.tiptap', bold: true },
  { name: 'Slate', page: 'slate', box: '[data-slate-editor]', bold: true },
];

/** @param {EditorPage} editor @returns {Surface} */
export const surfaceOf = ({ name, page, box, kind = 'contenteditable' }) => ({
  name,
  site: null,
  url: `${ORIGIN}/${page}`,
  editor: box,
  kind,
  newline: 'Enter',
  send: '#send',
  about: {},
});

/**
 * What an editor itself believes to hold, whatever its nodes show.
 * @param {Box} box
 * @returns {Promise<{text: string, bold: string | null, rested: boolean}>}
 */
export const modelOf = (box) =>
  box.frame.evaluate(() => {
    const editor = /** @type {any} */ (window).editor ?? {};
    return {
      text: (editor.text?.() ?? '').replace(/\u00a0/g, ' ').replace(/\n$/, ''),
      bold: editor.bold?.() ?? null,
      rested: editor.rested?.() ?? true,
    };
  });

/**
 * What the other site answers, or nothing where no fixture is meant.
 * @param {URL} url
 */
export async function answerOfEditors({ origin, pathname }) {
  if (origin === ELSEWHERE) return reply('text/html', '<!doctype html><textarea></textarea>');
  if (origin !== ORIGIN) return undefined;
  const [, name, type] = /^\/(?:fixture\/)?(\w+)(?:\.(\w+))?$/.exec(pathname) ?? [];
  if (type === 'js') return reply('text/javascript', await bundled(`${folder}${name}.js`));
  if (type === 'css') return reply('text/css', await readFile(`${folder}editor.css`, 'utf8'));
  if (!EDITORS.some(({ page }) => page === name)) return undefined;
  const html = await readFile(`${folder}editor.html`, 'utf8');
  const script = `<script src="${ORIGIN}/fixture/${name}.js"></script>`;
  return reply('text/html', html + script, { 'content-security-policy': CSP });
}

/**
 * @param {string} type
 * @param {string | Uint8Array} body
 * @param {Record<string, string>} [headers]
 */
const reply = (type, body, headers = {}) => ({
  status: 200,
  contentType: `${type}; charset=utf-8`,
  headers,
  body,
});
