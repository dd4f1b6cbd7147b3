// @ts-check
// Settings from a file and those in use, brought together. Pure functions.

/** @typedef {import('./settings.js').Settings} Settings */
/** @typedef {import('../wasm/core.js').Rule} Rule */
/** @typedef {'replace' | 'both' | 'skip'} Clash what becomes of a rule that is here already */

/** The parts that are objects with an entry for each thing. */
const RECORDS = /** @type {const} */ (['sites', 'public', 'look', 'extras', 'levels']);

/** @param {unknown} one @param {unknown} other */
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** @param {Settings} now @param {Rule} rule */
const mine = (now, rule) => now.custom.find(({ id }) => id === rule.id);

/**
 * Whether a rule of this id is here, with other contents.
 * @param {Settings} now
 * @param {Rule} rule
 */
export function clashes(now, rule) {
  const known = mine(now, rule);
  return known !== undefined && !same(known, rule);
}

/**
 * What of a file is to be taken in: nothing that is here already, and rules as the user wants them
 * where both have one.
 * @param {Settings} file
 * @param {Settings} now
 * @param {Clash} clash
 * @param {() => string} newId
 * @returns {Settings}
 */
export function chosen(file, now, clash, newId) {
  const kept = /** @type {any} */ ({ ...file });
  for (const part of RECORDS) {
    const entries = Object.entries(file[part]);
    const here = /** @type {Record<string, unknown>} */ (now[part]);
    kept[part] = Object.fromEntries(entries.filter(([key, value]) => here[key] !== value));
  }
  kept.ignored = file.ignored.filter((one) => !now.ignored.some((other) => same(one, other)));
  kept.custom = file.custom.flatMap((rule) => {
    if (!mine(now, rule)) return [rule];
    if (!clashes(now, rule) || clash === 'skip') return [];
    return [clash === 'both' ? { ...rule, id: newId() } : rule];
  });
  return kept;
}

/** Settings with those of a file taken in. @param {Settings} now @param {Settings} file */
export function takenIn(now, file) {
  const all = /** @type {any} */ ({ ...now });
  for (const part of RECORDS) all[part] = { ...now[part], ...file[part] };
  all.ignored = [...now.ignored, ...file.ignored];
  const replaced = now.custom.map((rule) => mine(file, rule) ?? rule);
  all.custom = [...replaced, ...file.custom.filter((rule) => !mine(now, rule))];
  return /** @type {Settings} */ (all);
}

/**
 * Settings with what came out of a file taken out again; what was set otherwise since then stays.
 * @param {Settings} now
 * @param {Settings} file what was taken in
 * @param {Settings} before
 */
export function takenOut(now, file, before) {
  const all = /** @type {any} */ ({ ...now });
  for (const part of RECORDS) {
    const [came, was, is] = /** @type {Record<string, unknown>[]} */ (
      [file, before, now].map((settings) => settings[part])
    );
    const back = Object.entries(is).map(([key, value]) => [
      key,
      key in came && came[key] === value ? was[key] : value,
    ]);
    all[part] = Object.fromEntries(back.filter(([, value]) => value !== undefined));
  }
  const came = (/** @type {unknown} */ one) => file.ignored.some((other) => same(one, other));
  all.ignored = now.ignored.filter((one) => !came(one));
  all.custom = now.custom.flatMap((rule) => {
    const stays = !mine(file, rule);
    return stays ? [rule] : [mine(before, rule) ?? []].flat();
  });
  return /** @type {Settings} */ (all);
}
