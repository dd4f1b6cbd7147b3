// @ts-check
// The card of a mark, worked as a user works it: with the pointer and the keyboard. Where its
// buttons are is asked of the content script's own world, which no page can reach.

import { waitFor } from './harness.mjs';
import { marks } from './marks.mjs';

/** @typedef {import('./harness.mjs').Session} Session */
/** @typedef {import('./harness.mjs').Box} Box */
/** @typedef {import('./png.mjs').Rect} Rect */
/**
 * @typedef {object} CardState
 * @property {boolean} open
 * @property {string} message
 * @property {string} text
 * @property {boolean} focused
 * @property {Rect} rect
 * @property {{name: string, rect: Rect}[]} buttons
 */

/** @param {Session} session @param {Box} box @returns {Promise<CardState | undefined>} */
export async function cardOf(session, box) {
  const all = await session.inContent(box.page, () =>
    /** @type {any} */ (globalThis).youfirst?.card(),
  );
  return all.find((card) => card?.open);
}

/** @param {Session} session @param {Box} box @returns {Promise<CardState>} */
export const waitForCard = (session, box) => waitFor(() => cardOf(session, box), 'the card');

/** @param {Session} session @param {Box} box */
export const waitForNoCard = (session, box) =>
  waitFor(async () => !(await cardOf(session, box)), 'the card to close');

/** The middle of the mark of a phrase. @param {Box} box @param {string} phrase */
export async function placeOf(box, phrase) {
  const mark = await waitFor(
    async () => (await marks(box.frame)).find(({ text }) => text === phrase),
    `the mark of “${phrase}”`,
  );
  const { x, y, width, height } = mark.rects[0];
  return { x: x + width / 2, y: y + height / 2 };
}

/**
 * Opens the card of a phrase by a click.
 * @param {Session} session
 * @param {Box} box
 * @param {string} phrase
 */
export async function openByClick(session, box, phrase) {
  const { x, y } = await placeOf(box, phrase);
  await box.page.mouse.click(x, y);
  return waitForCard(session, box);
}

/**
 * Opens the card of the last mark before the caret with the keyboard.
 * @param {Session} session @param {Box} box
 */
export async function openByKeys(session, box) {
  await box.press('Alt+Shift+Period');
  return waitForCard(session, box);
}

/**
 * Clicks a button of the open card.
 * @param {Session} session @param {Box} box @param {string} name
 */
export async function press(session, box, name) {
  const card = await waitForCard(session, box);
  const button = card.buttons.find((each) => each.name === name);
  if (!button) throw new Error(`no “${name}” among ${card.buttons.map((each) => each.name)}`);
  const { x, y, width, height } = button.rect;
  await box.page.mouse.click(x + width / 2, y + height / 2);
}
