// @ts-check
// DESIGN's budgets beside what is measured: `./build.sh bench`. Times are compared with another
// checker's in the same run, because seconds say more about the machine than about the code.

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
// @ts-expect-error It has no types.
import writeGood from 'write-good';
import init, * as core from '../../extension/wasm/core.js';
import { WORDS } from '../../extension/wasm/words.js';
import { draftOf, DRAFTS } from './drafts.mjs';
import { keystrokes } from './keystroke.mjs';
import { ownRules } from './own.mjs';
import { popups } from './popup.mjs';
import { print } from './rows.mjs';

/** @type {import('./rows.mjs').Row[]} */
const rows = [];

/**
 * @param {string} what
 * @param {string} budget
 * @param {string} measured
 * @param {boolean | null} ok null: for information
 */
const row = (what, budget, measured, ok) => void rows.push({ what, budget, measured, ok });

/** @param {number[]} values */
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** @param {() => unknown} work @returns {number} milliseconds */
function time(work) {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

/** @param {string} path @param {number} budget in KB */
function size(path, budget) {
  const kilobytes = gzipSync(readFileSync(path), { level: 9 }).length / 1000;
  const name = path.split('/').at(-1) ?? path;
  row(`${name}, gzip`, `≤ ${budget} KB`, `${kilobytes.toFixed(1)} KB`, kilobytes <= budget);
}

/** @param {string} text */
const analyze = (text) => core.analyze({ text });

function shortDrafts() {
  const ours = [];
  const theirs = [];
  for (const text of DRAFTS) for (let i = 0; i < 200; i += 1) (analyze(text), writeGood(text));
  for (let round = 0; round < 500; round += 1) {
    for (const text of DRAFTS) {
      ours.push(time(() => analyze(text)));
      theirs.push(time(() => writeGood(text)));
    }
  }
  const [us, them] = [median(ours), median(theirs)];
  const figures = `1/${(them / us).toFixed(1)} (${us.toFixed(3)} ms to ${them.toFixed(3)} ms)`;
  row('a 400-byte draft, to write-good', '≤ 1/5', figures, us <= them / 5);
}

/** @param {number} bytes */
function timeOf(bytes) {
  const text = draftOf(bytes);
  const rounds = Math.max(5, Math.min(200, Math.round(2e6 / bytes)));
  for (let i = 0; i < 3; i += 1) analyze(text);
  return median(Array.from({ length: rounds }, () => time(() => analyze(text))));
}

function longDrafts() {
  const sizes = [1, 3, 10, 30, 100, 300, 1000].map((kilobytes) => kilobytes * 1000);
  const times = sizes.map(timeOf);
  const speed = 100e3 / 1e6 / (times[4] / 1000);
  row('a 100 KB draft', '≥ 20 MB/s', `${speed.toFixed(1)} MB/s`, speed >= 20);
  const slope = slopeOf(sizes.map(Math.log), times.map(Math.log));
  row('growth, 1 KB to 1 MB, log-log', '≤ 1.1', slope.toFixed(2), slope <= 1.1);
  row('a 10 KB draft, whole', '', `${times[2].toFixed(2)} ms`, null);
}

/** The line of least squares. @param {number[]} xs @param {number[]} ys */
function slopeOf(xs, ys) {
  const mean = (/** @type {number[]} */ values) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(xs), mean(ys)];
  const covariance = mean(xs.map((value, at) => (value - x) * (ys[at] - y)));
  return covariance / mean(xs.map((value) => (value - x) ** 2));
}

/** @param {WebAssembly.Memory} memory */
function memoryUse(memory) {
  const analyses = (/** @type {number} */ count) => {
    for (let i = 0; i < count; i += 1) analyze(DRAFTS[i % DRAFTS.length]);
    return memory.buffer.byteLength / 1e6;
  };
  const early = analyses(1_000);
  const late = analyses(9_000);
  const flat = late === early ? 'flat' : `${early.toFixed(1)} MB after 1,000`;
  const measured = `${late.toFixed(1)} MB, ${flat}`;
  row('memory after 10,000 analyses', '≤ 8 MB, flat', measured, late <= 8 && late === early);
}

/** The sketches of a draft and of 9,999 others. Noise is as good: it is what they look like. */
function sketches() {
  const salt = new Uint8Array(16).fill(7);
  const own = /** @type {Uint8Array} */ (core.sketch(DRAFTS[0], salt));
  const kept = Uint8Array.from({ length: 10_000 * own.length }, () => Math.random() * 256);
  kept.set(own, 777 * own.length);
  const search = () => core.likeness(DRAFTS[0], salt, kept);
  if (search()?.near.join() !== '777') throw new Error('the draft is not found again');
  const took = median(Array.from({ length: 200 }, () => time(search)));
  const alone = median(
    Array.from({ length: 200 }, () => time(() => core.sketch(DRAFTS[0], salt))),
  );
  const measured = `${took.toFixed(2)} ms, ${alone.toFixed(2)} of it the draft's own sketch`;
  row('a draft among 10,000 sketches', '≤ 2 ms', measured, took <= 2);
}

size('dist/chromium/wasm/core_bg.wasm', 300);
size('dist/chromium/wasm/pages_bg.wasm', 120);
size('dist/chromium/content.js', 40);

const bytes = readFileSync('dist/chromium/wasm/core_bg.wasm');
const begun = performance.now();
const { memory } = await init({ module_or_path: bytes });
core.configure({ words: WORDS });
analyze(DRAFTS[0]);
row('load, configure, first analysis', '', `${(performance.now() - begun).toFixed(0)} ms`, null);

memoryUse(memory);
shortDrafts();
longDrafts();
rows.push(...ownRules(core, memory, WORDS));
sketches();
for (const [what, measure] of /** @type {const} */ ([
  ['key to marks', keystrokes],
  ['popup', popups],
])) {
  const failed = ({ message = '' }) => [
    { what, budget: '', measured: `not measured: ${message}`, ok: null },
  ];
  rows.push(...(await measure().catch(failed)));
}
print(rows);
