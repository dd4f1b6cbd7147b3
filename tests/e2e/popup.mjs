// @ts-check
// The popup as the tests see it, and a draft for it to speak of.

import assert from 'node:assert/strict';
import { analyze } from './core.mjs';
import { waitFor } from './harness.mjs';
import { waitForMarks } from './marks.mjs';
import { surface } from './sites.mjs';

/** @typedef {import('./harness.mjs').Session} Session */
/** @typedef {(fn: (...args: any[]) => any, ...args: any[]) => Promise<any>} Evaluate */

export const DRAFT =
  'Hi Ada,\nI would love to pick your brain. Please share my post with your followers. ' +
  'No worries at all if not. ';
export const BUBBLE = 'LinkedIn bubble on a classic page';
const { about } = surface(BUBBLE);
export const report = analyze({ text: DRAFT, site: 'linkedin', ...about });
export const marks = report.findings
  .filter((/** @type {any} */ { severity }) => severity !== 'hint')
  .map((/** @type {any} */ { quote }) => quote);

/** The phrases as the popup lists them: each once, what wins back the most first. @param {any} of */
function ranked({ findings }) {
  /** @type {Map<number, {quote: string, points: number}>} */
  const places = new Map();
  for (const { start, end, quote, points } of findings) {
    const place = places.get(start * 1e6 + end) ?? { quote, points: 0 };
    places.set(start * 1e6 + end, { quote, points: place.points + points });
  }
  return [...places.values()].sort((a, b) => b.points - a.points).map(({ quote }) => quote);
}

export const quotes = ranked(report);

/** Runs in the popup's page. */
export function read() {
  const text = (/** @type {string} */ selector) =>
    [...document.querySelectorAll(selector)].map((each) => each.textContent?.trim());
  const meter = document.querySelector('[role="meter"]');
  const shown = (/** @type {string} */ id) => !document.getElementById(id)?.hidden;
  return {
    busy: document.getElementById('main')?.hasAttribute('aria-busy'),
    draft: shown('draft'),
    title: shown('plain') ? text('#plain [data-part="title"]')[0] : null,
    score:
      meter && !(/** @type {HTMLElement} */ (meter).hidden)
        ? meter.getAttribute('aria-valuenow')
        : null,
    band: text('#band')[0],
    findings: text('#findings .quote'),
    trouble: shown('trouble') ? text('#trouble p')[0] : null,
    relation: shown('relation') ? text('#relation')[0] : null,
    glance: document.getElementById('glance')?.dataset.glance,
    line: text('#glance [data-part="line"]')[0],
    kind: /** @type {HTMLSelectElement} */ (document.getElementById('kind')).value,
    read: text('#as-it-reads')[0],
    focus: document.activeElement?.closest('li')?.querySelector('.quote')?.textContent,
    strengths: text('#strengths .quote'),
    causes: text('#causes .points'),
  };
}

/**
 * What the popup shows once it holds.
 * @param {{evaluate: Evaluate}} popup
 * @param {(view: ReturnType<typeof read>) => boolean} holds
 * @param {string} what
 */
export const until = (popup, holds, what) =>
  waitFor(async () => {
    const view = await popup.evaluate(read);
    return !view.busy && holds(view) && view;
  }, what);

/** @param {ReturnType<typeof read>} view @param {any} wanted a report */
export function assertShows(view, wanted) {
  assert.equal(view.score, String(wanted.score));
  assert.deepEqual(view.findings, ranked(wanted));
  assert.deepEqual(
    view.strengths,
    wanted.strengths.map((/** @type {any} */ each) => each.quote),
  );
  const sum = view.causes
    .map((points) => Number(points?.replace('−', '-')))
    .reduce((a, b) => a + b, 100);
  assert.equal(Math.min(100, Math.max(0, sum)), wanted.score, 'the causes add up to the score');
}

/** Chooses a rewrite as the keyboard does. @param {{evaluate: Evaluate}} popup @param {string} phrase */
export const applyTo = (popup, phrase) =>
  popup.evaluate((/** @type {string} */ wanted) => {
    const rows = [...document.querySelectorAll('#findings > li')];
    const row = rows.find((each) => each.querySelector('.quote')?.textContent?.trim() === wanted);
    /** @type {HTMLElement | undefined | null} */
    const button = row?.querySelector('[data-part="apply"]');
    button?.focus();
    button?.click();
  }, phrase);

/** @param {Session} session @param {string} [name] */
export async function draftIn(session, name = BUBBLE) {
  const box = await session.compose(surface(name));
  await box.type(DRAFT);
  await waitForMarks(box.frame, marks);
  return box;
}
