// @ts-check
// Writing a fix through the editor's own input path, and making sure that it happened.

import { driverOf } from './drivers.js';
import { pause } from './pause.js';
import { changeBetween, slice } from './spans.js';

/** @typedef {import('./drivers.js').Driver} Driver */
/** @typedef {import('./notes.js').Remedy} Remedy */
/** @typedef {import('./session.js').Session} Session */
/** @typedef {import('./rich.js').Surface} Surface */
/** @typedef {import('./spans.js').Span} Span */
/** @typedef {'written' | 'refused' | 'altered'} Outcome refused: the old text stands */

/** Milliseconds after which no news of a selection comes any more. */
const TELLING = 500;
const BLANK = /⟨[^⟩]*⟩/;
/** By which of these a user's next change comes, whatever the keyboard. */
const NEXT_MOVE = /** @type {const} */ (['keydown', 'pointerdown', 'beforeinput', 'paste', 'drop']);

/** @param {Element} box whether there is a driver for this editor */
export const canWrite = (box) => driverOf(box) !== null;

/**
 * An editor with a model of its own hears of no selection while another window, as the popup is,
 * has the focus; and where the page is not seen, nothing settles.
 * @param {Element} box
 */
export function waitsForFocus(box) {
  const driver = driverOf(box);
  return document.hidden || (driver !== null && !driver.history && !document.hasFocus());
}

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
  const driver = driverOf(box);
  if (!driver || slice(text, remedy) !== remedy.old || !surface.editable(remedy)) return 'refused';
  const wanted = text.slice(0, remedy.start) + remedy.text + text.slice(remedy.end);
  box.focus({ preventScroll: true });
  const done = await replace(surface, driver, text, remedy);
  if (done) await settled();
  const written = done && looksLike(surface.read(), wanted);
  if (written) placeCaret(surface, remedy);
  else if (done) await restore(surface, driver, text);
  const stands = looksLike(surface.read(), text);
  session.changed();
  session.finishWord();
  await session.analyze();
  if (written) return 'written';
  return stands ? 'refused' : 'altered';
}

/**
 * Selects a stretch and writes over it.
 * @param {Surface} surface
 * @param {Driver} driver
 * @param {string} before the text in which the stretch lies
 * @param {Span & {text: string}} change
 * @returns {Promise<boolean>} false where nothing was done: the user, or the editor, went ahead
 */
async function replace(surface, driver, before, change) {
  const { text, ...span } = driver.history ? change : withNeighbour(change, before);
  const selected = driver.history ? surface.select(span) : await selectAndTell(surface, span);
  if (!selected || !selects(surface, span) || surface.read() !== before) return false;
  driver.listen?.(surface.box);
  return driver.insert(surface.box, text);
}

/** @param {Surface} surface @param {Span} span */
function selects(surface, { start, end }) {
  const selected = surface.selected();
  return selected?.start === start && selected.end === end;
}

/**
 * Selects, and waits until the page has heard of it, which can be long after: an editor with a
 * model of its own writes where it has last heard of a selection.
 * @param {Surface} surface
 * @param {Span} span
 */
async function selectAndTell(surface, span) {
  const over = new AbortController();
  const { signal } = over;
  const heard = new Promise((resolve) =>
    document.addEventListener('selectionchange', resolve, { once: true, signal }),
  );
  const moves = !selects(surface, span);
  const done = surface.select(span);
  if (done && moves) await Promise.race([heard, pause(TELLING, signal)]);
  over.abort();
  await settled();
  return done;
}

/**
 * A paste of nothing changes nothing: what is to go, goes with the character beside it, which
 * comes back.
 * @template {Span & {text: string}} C
 * @param {C} change
 * @param {string} before
 */
function withNeighbour(change, before) {
  const { start, end, text } = change;
  if (text) return change;
  const beside = [...before.slice(0, start)].at(-1);
  if (beside && beside !== '\n') return { start: start - beside.length, end, text: beside };
  const [after] = before.slice(end);
  return after ? { start, end: end + after.length, text: after } : change;
}

/**
 * Undoes what was written; where the editor's undo is its own, or leads elsewhere, writes the old
 * words again.
 * @param {Surface} surface
 * @param {Driver} driver
 * @param {string} text
 */
async function restore(surface, driver, text) {
  if (driver.history && !looksLike(surface.read(), text)) document.execCommand('undo');
  const now = surface.read();
  if (looksLike(now, text)) return;
  const { at, removed, added } = changeBetween(now, text);
  const old = { start: at, end: at + removed, text: text.slice(at, at + added) };
  if (await replace(surface, driver, now, old)) await settled();
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
 * Waits for what the editor makes of a change, or of a selection, but not past the next move of
 * the user's hand: the text is looked at just before a key is taken in, so that no key is ever
 * judged or undone.
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
