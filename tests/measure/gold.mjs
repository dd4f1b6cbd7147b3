// @ts-check
// Labelled messages: our own corpus (TOML, marks in the text) and gold files (JSON lines).

import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';

/**
 * A stretch of a message that a reader marked.
 * @typedef {{ family: string, start: number, end: number }} Mark
 * What one reader made of a message.
 * @typedef {{ verdict?: string, severity?: number, findings: Mark[], strengths: Mark[] }} Reading
 * @typedef {{ from: 'me' | 'them', text: string }} Turn
 * @typedef {{ id: string, text: string, channel?: string, stage?: string, thread?: Turn[],
 *   readings: Reading[] }} Gold
 */

/** Families that are praised. */
export const STRENGTHS = new Set([
  'specific-reference', 'genuine-question', 'gratitude', 'easy-out', 'free-offer', 'reason-why',
  'open-interest', 'mutual-optin', 'respects-no', 'shared-history',
]);

/**
 * Takes «family:phrase» marks out of a text; they may nest, and name several families.
 * @param {string} marked
 * @returns {{ text: string, marks: Mark[] }}
 */
export function unmark(marked) {
  let text = '';
  /** @type {Mark[]} */
  const marks = [];
  /** @type {{ families: string[], start: number }[]} */
  const open = [];
  for (const piece of marked.split(/(«[a-z,-]+:|»)/)) {
    if (piece === '»') {
      const mark = open.pop();
      if (!mark) throw new Error(`» without «family: before it, after “${text.slice(-40)}”`);
      const { families, start } = mark;
      marks.push(...families.map((family) => ({ family, start, end: text.length })));
    } else if (piece.startsWith('«')) {
      open.push({ families: piece.slice(1, -1).split(','), start: text.length });
    } else text += piece;
  }
  if (open.length > 0) throw new Error(`« is not closed in “${text.slice(0, 40)}…”`);
  return { text, marks };
}

/** @param {any} message a table of a corpus file @returns {Gold} */
function fromCorpus(message) {
  const { text, marks } = unmark(message.text);
  const praised = (/** @type {Mark} */ mark) => STRENGTHS.has(mark.family);
  const findings = marks.filter((mark) => !praised(mark));
  const { id, channel, stage, thread, verdict, severity } = message;
  const reading = { verdict, severity, findings, strengths: marks.filter(praised) };
  return { id, text, channel, stage, thread, readings: [reading] };
}

/** @param {any} row a line of a gold file @returns {Gold} */
function fromLine(row) {
  const { id, text, channel, stage, thread } = row;
  const readers = [row.a, row.b].filter(Boolean);
  const placed = (/** @type {any} */ reader) => ({
    verdict: reader.verdict,
    severity: reader.severity,
    findings: places(text, reader.findings ?? reader.must ?? []),
    strengths: places(text, reader.strengths ?? []),
  });
  return { id, text, channel, stage, thread, readings: (readers[0] ? readers : [row]).map(placed) };
}

/**
 * Finds quotes in a text; the same one again is its next occurrence.
 * @param {string} text @param {{ family: string, quote: string }[]} items @returns {Mark[]}
 */
function places(text, items) {
  /** @type {Map<string, number>} */
  const from = new Map();
  return items.flatMap(({ family, quote }) => {
    const key = `${family} ${quote}`;
    const start = text.indexOf(quote, from.get(key) ?? 0);
    if (start < 0) return [];
    from.set(key, start + 1);
    return [{ family, start, end: start + quote.length }];
  });
}

/** @param {string} path a corpus (.toml) or a gold file (.jsonl) @returns {Gold[]} */
export function read(path) {
  const text = readFileSync(path, 'utf8');
  if (path.endsWith('.toml')) {
    return /** @type {any} */ (parse(text)).message.map(fromCorpus);
  }
  return text.split('\n').filter((line) => line.trim()).map((line) => fromLine(JSON.parse(line)));
}
