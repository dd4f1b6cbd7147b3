// @ts-check
// Writing a fix through the editor's own input path. What kind of editor it is decides how; an
// editor that keeps a model of its own beside the page is left alone until it has a driver.

import { changeBetween, slice } from './spans.js';

/** @typedef {import('./notes.js').Remedy} Remedy */
/** @typedef {import('./session.js').Session} Session */
/** @typedef {import('./rich.js').Surface} Surface */
/** @typedef {'written' | 'refused' | 'altered'} Outcome refused: the old text stands */

/** Draft.js, Quill, Lexical, ProseMirror and Tiptap, Slate, CKEditor, CodeMirror. */
const MODELLED =
  '.public-DraftEditor-content, .ql-editor, [data-lexical-editor], .ProseMirror, ' +
  '[data-slate-editor], .ck-editor__editable, .cm-content';
const BLANK = /⟨[^⟩]*⟩/;
/** By which of these a user's next change comes, whatever the keyboard. */
const NEXT_MOVE = /** @type {const} */ (['keydown', 'pointerdown', 'beforeinput', 'paste', 'drop']);

/** @param {Element} box whether there is a driver for this editor */
export const canWrite = (box) => !box.matches(MODELLED);

/**
 * Replaces what a remedy is about, and makes sure that it happened. Where it did not, the old
 * text is put back.
 * @param {Session} session
 * @param {Remedy} remedy
 * @returns {Promise<Outcome>}
 */
export async function apply(session, remedy) {
  session.changed();
  const { surface, box, text } = session;
  if (!canWrite(box) || slice(text, remedy) !== remedy.old || !surface.editable(remedy))
    return 'refused';
  box.focus({ preventScroll: true });
  if (!surface.select(remedy) || !selects(surface, remedy)) return 'refused';
  const wanted = text.slice(0, remedy.start) + remedy.text + text.slice(remedy.end);
  const done = insert(remedy.text);
  await settled();
  const written = looksLike(surface.read(), wanted);
  if (written) placeCaret(surface, remedy);
  else restore(surface, done, text);
  const stands = looksLike(surface.read(), text);
  session.changed();
  session.finishWord();
  await session.analyze();
  if (written) return 'written';
  return stands ? 'refused' : 'altered';
}

/** @param {Surface} surface @param {import('./spans.js').Span} span */
function selects(surface, { start, end }) {
  const selected = surface.selected();
  return selected?.start === start && selected.end === end;
}

/**
 * One command whatever the number of lines, so that one undo takes it back.
 * @param {string} text
 */
const insert = (text) =>
  text ? document.execCommand('insertText', false, text) : document.execCommand('delete');

/**
 * Undoes what was written; where the editor's undo leads elsewhere, writes the old words again.
 * @param {Surface} surface
 * @param {boolean} done whether there is anything to undo
 * @param {string} text
 */
function restore(surface, done, text) {
  if (done && !looksLike(surface.read(), text)) document.execCommand('undo');
  const now = surface.read();
  if (looksLike(now, text)) return;
  const { at, removed, added } = changeBetween(now, text);
  if (surface.select({ start: at, end: at + removed })) insert(text.slice(at, at + added));
}

/**
 * After the fix, or on the first blank that the writer has to fill.
 * @param {Surface} surface
 * @param {Remedy} remedy
 */
function placeCaret(surface, { start, text, rest }) {
  const blank = BLANK.exec(text);
  const from = start + (blank ? blank.index : text.length + rest.length);
  surface.select({ start: from, end: blank ? from + blank[0].length : from });
}

// Editors turn spaces into unbreakable ones and back as they like, and layout eats doubles.
/** @param {string} a @param {string} b */
const looksLike = (a, b) => spaced(a) === spaced(b);
/** @param {string} text */
const spaced = (text) => text.replace(/[ \t\u00a0]+/g, ' ').trimEnd();

/**
 * Waits for what the editor makes of a change, but not past the next move of the user's hand: the
 * text is looked at just before a key is taken in, so that no key is ever judged or undone.
 * @returns {Promise<void>}
 */
function settled() {
  const over = new AbortController();
  return new Promise((resolve) => {
    const end = () => {
      over.abort();
      resolve();
    };
    const options = { capture: true, signal: over.signal };
    for (const type of NEXT_MOVE) {
      window.addEventListener(type, ({ isTrusted }) => isTrusted && end(), options);
    }
    requestAnimationFrame(() => requestAnimationFrame(end));
  });
}
