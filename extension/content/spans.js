// @ts-check
// Spans of a text that changes under them: plain functions, nothing of a page.

/** @typedef {{start: number, end: number}} Span */
/** @typedef {{at: number, removed: number, added: number}} Change */

const WORD = /[\p{L}\p{N}\p{M}'’_-]/u;

/**
 * The one stretch in which two texts differ.
 * @param {string} before
 * @param {string} after
 * @returns {Change}
 */
export function changeBetween(before, after) {
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at < most && before[at] === after[at]) at += 1;
  let tail = 0;
  while (tail < most - at && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { at, removed: before.length - at - tail, added: after.length - at - tail };
}

/**
 * Where a span is after a change; null where the change touched its text.
 * @template {Span} S
 * @param {S} span
 * @param {Change} change
 * @returns {S | null}
 */
export function moved(span, { at, removed, added }) {
  if (span.end <= at) return span;
  if (span.start < at + removed) return null;
  const shift = added - removed;
  return { ...span, start: span.start + shift, end: span.end + shift };
}

/**
 * The word that ends at the caret and has not been finished yet.
 * @param {string} text
 * @param {number} caret
 * @returns {Span | null}
 */
export function wordBefore(text, caret) {
  let start = caret;
  while (start > 0 && WORD.test(text[start - 1])) start -= 1;
  return start < caret ? { start, end: caret } : null;
}

/**
 * What a span leaves of the word in which it ends.
 * @param {string} text
 * @param {Span} span
 */
export function restOfWord(text, { start, end }) {
  let at = end;
  if (end > start && WORD.test(text[end - 1])) while (WORD.test(text[at] ?? '')) at += 1;
  return text.slice(end, at);
}

/** How much of a quote is said inside a sentence of ours. */
const SAID = 60;

/**
 * A quote inside a sentence of ours, whichever way it runs.
 * @param {string} quote
 */
export const isolated = (quote) =>
  `\u2068${quote.length > SAID ? `${quote.slice(0, SAID - 1).trimEnd()}…` : quote}\u2069`;

/** @param {Span} a @param {Span} b whether they share a character or an edge */
export const touches = (a, b) => a.start <= b.end && b.start <= a.end;

/** @param {string} text @param {Span} span */
export const slice = (text, { start, end }) => text.slice(start, end);
