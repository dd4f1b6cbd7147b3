// @ts-check
// The wasm that ships says the same as the native core of the command line.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { analyze } from './core.mjs';
import { drafts } from './drafts.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cli =
  process.env.YOUFIRST_CLI ?? `${process.env.CARGO_TARGET_DIR ?? `${root}target`}/release/youfirst`;

/** What the command line says of all drafts, in their order. @returns {any[]} */
function native() {
  assert.ok(existsSync(cli), `${cli} is not built: cargo build --release`);
  const lines = drafts.map((draft, id) => JSON.stringify({ id: String(id), ...draft })).join('\n');
  const command = ['check', '-', '--format', 'jsonl', '--min-severity', 'hint'];
  // Exit status 1 says that there are findings.
  const { stdout } = runs(cli, command, lines);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** @param {string} program @param {string[]} args @param {string} input */
function runs(program, args, input) {
  try {
    return { stdout: execFileSync(program, args, { input, encoding: 'utf8', maxBuffer: 1 << 28 }) };
  } catch (error) {
    const { status, stdout } = /** @type {{status: number, stdout: string}} */ (error);
    if (status !== 1) throw error;
    return { stdout };
  }
}

/**
 * Byte offsets as UTF-16 ones, wherever an object has a span.
 * @param {any} value
 * @param {Buffer} bytes
 * @returns {any}
 */
function converted(value, bytes) {
  if (Array.isArray(value)) return value.map((each) => converted(each, bytes));
  if (typeof value !== 'object' || value === null) return value;
  const at = (/** @type {number} */ offset) => bytes.subarray(0, offset).toString().length;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'start' || key === 'end' ? at(inner) : converted(inner, bytes),
    ]),
  );
}

/**
 * The part of `whole` that has the keys of `part`, all the way down.
 * @param {any} whole
 * @param {any} part
 * @returns {any}
 */
function pick(whole, part) {
  if (Array.isArray(part))
    return whole?.map((/** @type {any} */ each, /** @type {number} */ at) =>
      pick(each, part[at] ?? each),
    );
  if (typeof part !== 'object' || part === null) return whole;
  return Object.fromEntries(Object.keys(part).map((key) => [key, pick(whole?.[key], part[key])]));
}

test('the wasm gives the same report as the native core', () => {
  const reports = native();
  assert.equal(reports.length, drafts.length);
  let findings = 0;
  for (const [at, { id, ...report }] of reports.entries()) {
    const draft = drafts[at];
    assert.equal(id, String(at));
    const wasm = analyze(/** @type {any} */ (draft));
    assert.deepEqual(
      pick(wasm, report),
      converted(report, Buffer.from(draft.text)),
      draft.text.slice(0, 80),
    );
    for (const { start, end, quote } of [...wasm.findings, ...wasm.strengths]) {
      assert.equal(draft.text.slice(start, end), quote);
    }
    findings += wasm.findings.length;
  }
  assert.ok(findings > 60, `the drafts have findings: ${findings}`);
});

test('an analysis leaves nothing behind', () => {
  const first = drafts.map((draft) => analyze(/** @type {any} */ (draft)));
  const again = [...drafts]
    .reverse()
    .map((draft) => analyze(/** @type {any} */ (draft)))
    .reverse();
  assert.deepEqual(again, first);
});
