// @ts-check
// The table in which a benchmark says what it measured.

/**
 * @typedef {object} Row
 * @property {string} what
 * @property {string} budget
 * @property {string} measured
 * @property {boolean | null} ok null: for information
 */

/** @param {Row[]} rows */
export function print(rows) {
  const [one, two, three] = /** @type {const} */ (['what', 'budget', 'measured']).map((key) =>
    Math.max(...rows.map((row) => row[key].length)),
  );
  for (const { what, budget, measured, ok } of rows) {
    const verdict = ok === null ? '' : ok ? 'within' : 'OVER';
    const cells = [what.padEnd(one), budget.padEnd(two), measured.padEnd(three), verdict];
    console.log(cells.join('  ').trimEnd());
  }
}

/** @param {number[]} values @param {number} share */
export const quantile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1];

/** @param {number[]} values */
export const figures = (values) =>
  `${quantile(values, 0.95).toFixed(1)} ms (median ${quantile(values, 0.5).toFixed(1)})`;
