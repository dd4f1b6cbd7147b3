// @ts-check
// Prints how well the engine reads labelled messages, and a table by rule.
//
//   ./build.sh measure [--rules] [--misses] [--praise] [FILE…]
//
// --misses prints the findings that were missed or are wrong, --praise the strengths.
// FILE is a corpus (.toml) or a gold file (.jsonl); without one, our own corpus is measured.

import { basename } from 'node:path';
import { answers, corpus } from './engine.mjs';
import { read } from './gold.mjs';
import { auc, compare, spearman } from './scores.mjs';

/** @typedef {import('./gold.mjs').Gold} Gold @typedef {import('./scores.mjs').Answer} Answer */
/** @typedef {{ gold: Gold, answer: Answer }} Row */

const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const files = process.argv.slice(2).filter((word) => !word.startsWith('--'));

const ratio = (/** @type {number} */ n, /** @type {number} */ of) => (of ? (n / of).toFixed(2) : '–').padStart(5);
const count = (/** @type {any[]} */ list, /** @type {(x: any) => boolean} */ is) => list.filter(is).length;

/** @param {string} name @param {Row[]} rows */
function print(name, rows) {
  const pairs = rows.map(({ gold, answer }) => ({ ...compare(gold, answer, 'findings'), gold }));
  const praise = rows.map(({ gold, answer }) => compare(gold, answer, 'strengths'));
  const [found, asked] = [pairs.flatMap((p) => p.found), pairs.flatMap((p) => p.asked)];
  const [kind, wished] = [praise.flatMap((p) => p.found), praise.flatMap((p) => p.asked)];
  const clean = pairs.filter((p) => p.clean);
  const words = clean.reduce((sum, p) => sum + p.gold.text.split(/\s+/).length, 0);
  const alarms = clean.reduce((sum, p) => sum + p.found.length, 0);
  console.log(
    `${name.padEnd(16)} n=${rows.length} auc=${auc(rows).toFixed(3)} spearman=${spearman(rows).toFixed(3)}`,
    `precision=${ratio(count(found, (f) => f.right), found.length)} recall=${ratio(count(asked, (a) => a.met), asked.length)}`,
    `findings=${found.length} praise=${ratio(count(kind, (f) => f.right), kind.length)}/${ratio(count(wished, (a) => a.met), wished.length)}`,
    `alarms=${words ? (1000 * alarms / words).toFixed(2) : '–'} a thousand words`,
  );
}

/** Rules by what they found, strengths too. @param {Row[]} rows */
function printRules(rows) {
  /** @type {Map<string, { fires: number, right: number }>} */
  const table = new Map();
  for (const { gold, answer } of rows) {
    for (const side of /** @type {const} */ (['findings', 'strengths'])) {
      for (const { mark, right } of compare(gold, answer, side).found) {
        const name = mark.rule ?? mark.family;
        const row = table.get(name) ?? { fires: 0, right: 0 };
        table.set(name, { fires: row.fires + 1, right: row.right + Number(right) });
      }
    }
  }
  console.log('\nrule                                     fires precision');
  for (const [rule, { fires, right }] of [...table].sort()) {
    const low = fires >= 8 && right / fires < 0.7 ? '  below 0.7' : '';
    console.log(`${rule.padEnd(40)} ${String(fires).padStart(5)} ${ratio(right, fires)}${low}`);
  }
}

/**
 * What was missed, and what is wrong, with the families that readers marked there instead.
 * @param {Row[]} rows @param {'findings' | 'strengths'} side
 */
function printMisses(rows, side) {
  for (const { gold, answer } of rows) {
    const { found, asked } = compare(gold, answer, side);
    const marks = gold.readings.flatMap((reading) => reading[side]);
    const quote = (/** @type {any} */ mark) => JSON.stringify(gold.text.slice(mark.start, mark.end));
    for (const { mark } of asked.filter((a) => !a.met)) {
      console.log(`missed ${gold.id.padEnd(30)} ${mark.family.padEnd(30)} ${quote(mark)}`);
    }
    for (const { mark } of found.filter((f) => !f.right)) {
      const there = marks.filter((m) => m.start < mark.end && mark.start < m.end).map((m) => m.family);
      const instead = there.length ? `  instead: ${[...new Set(there)].join(', ')}` : '';
      console.log(`wrong  ${gold.id.padEnd(30)} ${mark.rule.padEnd(30)} ${quote(mark)}${instead}`);
    }
  }
}

const measured = (files.length ? files : corpus()).map((file) => ({
  name: basename(file).replace(/\.\w+$/, ''),
  rows: answers(read(file)),
}));
for (const { name, rows } of measured) print(name, rows);
const all = measured.flatMap((m) => m.rows);
if (measured.length > 1) print('all', all);
if (options.includes('--rules')) printRules(all);
if (options.includes('--misses')) printMisses(all, 'findings');
if (options.includes('--praise')) printMisses(all, 'strengths');
