// @ts-check
// The playground: the core in the page itself, with the extension's own reading and marks.

import { Marks } from '../extension/content/marks.js';
import { read } from '../extension/content/text.js';
import { WORDS } from '../extension/wasm/words.js';
import { byId, rowOf, rows } from './fill.js';
import { SAMPLES } from './samples.js';
import { showVerdict } from './verdict.js';
import { t } from './words.js';
// @ts-expect-error: a style sheet, for the bundler to lay out beside this script.
import './playground.css';

/** @typedef {typeof import('../extension/wasm/core.js')} Core */
/** @typedef {import('../extension/wasm/core.js').Report} Report */
/** @typedef {{start: number, end: number}} Span */

// Not known to the bundler by its name, so it stays a file of its own.
const CORE = new URL('./wasm/core.js', import.meta.url).href;

const box = byId('box');
const channel = /** @type {HTMLSelectElement} */ (byId('channel'));
const stage = /** @type {HTMLSelectElement} */ (byId('stage'));
const marks = new Marks(new AbortController().signal);

/** @type {Core} */
let core;
/** @type {Report} */
let report;

function analyze() {
  const reading = read(box);
  report = core.analyze({
    text: reading.text,
    channel: channel.value || undefined,
    stage: stage.value || undefined,
  });
  const shown = [
    ...report.strengths.map((span) => ({ kind: /** @type {const} */ ('praise'), span })),
    ...report.findings.flatMap((span) =>
      span.severity === 'hint' ? [] : [{ kind: span.severity, span }],
    ),
  ];
  marks.show(
    box,
    shown.flatMap(({ kind, span }) => {
      const range = reading.rangeOf(span);
      return range ? [{ kind, range }] : [];
    }),
  );
  box.classList.toggle('empty', reading.text.trim() === '');
  showVerdict(report, reading.text);
  showSample(reading.text);
}

/** Selects a span of the message, as the writer would. @param {Span} span */
function select(span) {
  const range = read(box).rangeOf(span);
  if (!range) return false;
  box.focus();
  getSelection()?.setBaseAndExtent(
    range.startContainer,
    range.startOffset,
    range.endContainer,
    range.endOffset,
  );
  range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
  return true;
}

/** Types a rewrite over its span, so that it can be undone. @param {Span & {text: string}} fix */
function apply(fix) {
  if (!select(fix)) return;
  if (fix.text) document.execCommand('insertText', false, fix.text);
  else document.execCommand('delete');
}

/** @param {string} text the sample that is in the box, if it is as we wrote it */
function showSample(text) {
  rows(byId('samples'), 'sample', SAMPLES, (button, sample) => {
    button.textContent = t(sample.name);
    button.setAttribute('aria-pressed', String(sample.text === text));
  });
}

/** Shows which findings the caret is in. */
function followCaret() {
  const selection = getSelection();
  if (!selection?.focusNode || !box.contains(selection.focusNode)) return;
  const caret = read(box).offsetOf(selection.focusNode, selection.focusOffset);
  [...byId('findings').children].forEach((row, index) => {
    const { start, end } = report.findings[index] ?? { start: 0, end: -1 };
    row.classList.toggle('here', start <= caret && caret <= end);
  });
}

/** @param {import('./samples.js').Sample} sample */
function take(sample) {
  box.textContent = sample.text;
  channel.value = sample.channel;
  stage.value = '';
  analyze();
}

/** @param {Event} event @param {string} name the part of a row that was clicked */
const clicked = (event, name) =>
  event.target instanceof Element ? event.target.closest(`[data-part=${name}]`) : null;

function listen() {
  box.addEventListener('input', analyze);
  channel.addEventListener('change', analyze);
  stage.addEventListener('change', analyze);
  document.addEventListener('selectionchange', followCaret);
  byId('samples').addEventListener('click', ({ target }) => {
    const sample = target instanceof Element ? SAMPLES[rowOf(target)] : undefined;
    if (sample) take(sample);
  });
  byId('findings').addEventListener('click', (event) => {
    const [place, button] = [clicked(event, 'place'), clicked(event, 'apply')];
    if (place) select(report.findings[rowOf(place)]);
    const row = button?.closest('#findings > li');
    if (button && row) apply(report.findings[rowOf(row)].suggestions[rowOf(button)]);
  });
}

async function start() {
  core = await import(CORE);
  await core.default();
  core.configure({ words: WORDS });
  take(SAMPLES[0]);
  listen();
}

start()
  .catch(() => (byId('trouble').hidden = false))
  .finally(() => byId('main').removeAttribute('aria-busy'));
