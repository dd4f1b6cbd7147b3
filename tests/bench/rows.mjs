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
