// @ts-check
// The form of the options page, as hands use it.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitFor } from './wait.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

/** @param {Page} options @param {string} selector */
export async function click(options, selector) {
  await options.bringToFront();
  const found = await options.waitForSelector(selector, { visible: true });
  await found?.click();
}

/**
 * Saves the rule in the form, by keyboard: the button moves while the rule is being tried.
 * @param {Page} options
 */
export async function save(options) {
  await options.bringToFront();
  await options.focus('#save');
  await options.keyboard.press('Enter');
}

/**
 * Fills the form of a new rule with the keyboard and the pointer.
 * @param {Page} options
 * @param {{message: string, phrases?: string, regex?: string, fires?: string, quiet?: string, edit?: string}} rule
 */
export async function write(options, { message, phrases, regex, fires, quiet, edit }) {
  await click(options, '#add');
  await options.waitForSelector('#form', { visible: true });
  await type(options, '#message', message);
  if (regex !== undefined) await click(options, '#kind-regex');
  if (phrases !== undefined) await type(options, '#phrases', phrases);
  if (regex !== undefined) await type(options, '#regex', regex);
  if (fires !== undefined) await type(options, '#fires', fires);
  if (quiet !== undefined) await type(options, '#quiet', quiet);
  if (edit !== undefined) {
    // By keyboard: what is said about a pattern comes and goes above, and moves the button.
    await options.focus('#add-suggestion');
    await options.keyboard.press('Enter');
    await options.waitForFunction(
      () => document.activeElement?.matches('#suggestions [data-part="text"]'),
    );
    await options.keyboard.type(edit);
  }
}

/** @param {Page} options @param {string} selector @param {string} text */
export async function type(options, selector, text) {
  await click(options, selector);
  await options.keyboard.type(text);
}

/** @param {Page} options @param {string} selector @returns {Promise<string>} */
export const textOf = (options, selector) =>
  options.$eval(selector, (each) =>
    /** @type {HTMLElement} */ (each).hidden ? '' : (each.textContent ?? ''),
  );

/** @param {Page} options @param {string} selector @returns {Promise<string>} */
export const valueOf = (options, selector) =>
  options.$eval(selector, (field) => /** @type {HTMLInputElement} */ (field).value);

/** @param {import('./harness.mjs').Session} session */
export const custom = async (session) => (await session.settings()).custom ?? [];

/**
 * Chooses a file in a field.
 * @param {Page} options @param {string} field @param {string} name @param {string} text
 */
export async function upload(options, field, name, text) {
  const folder = await mkdtemp(join(tmpdir(), 'youfirst-'));
  const path = join(folder, name);
  await writeFile(path, text);
  const input = /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (
    await options.waitForSelector(`#sections:not([hidden]) ${field}`)
  );
  await input.uploadFile(path);
  await waitFor(
    () => options.$eval(field, (each) => /** @type {HTMLInputElement} */ (each).value === ''),
    'the file to be read',
  );
  await rm(folder, { recursive: true });
}
