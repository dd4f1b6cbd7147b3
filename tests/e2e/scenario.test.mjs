// @ts-check
// The same afternoon in every compose box: marks, the card by pointer and by keyboard, a fix, undo
// and redo, a second fix in another line, typing on, quiet marks, and sending. What was sent is
// what a page without the extension sends for the same words. docs/works.md is made of it.

import assert from 'node:assert/strict';
import { cardOf, openByClick, openByKeys, placeOf, press, waitForNoCard } from './card.mjs';
import { EDITORS, modelOf, surfaceOf } from './editors.mjs';
import { eachBrowser, waitFor } from './harness.mjs';
import { waitForMarks } from './marks.mjs';
import { customRule } from './rules.mjs';
import { publicSurfaces, surfaces } from './sites.mjs';
import { keepTable } from './works.mjs';

/** @typedef {import('./harness.mjs').Session} Session */
/** @typedef {import('./harness.mjs').Box} Box */

const DRAFT = 'Hello Ada,\nthe red gadget is ready.\nThe blue gadget is ready too. ';
const RULES = [
  customRule('red', 'red gadget', 'green lamp'),
  customRule('blue', 'blue gadget', 'grey lamp'),
];
const MARKS = ['red gadget', 'blue gadget'];
const LAST = 'Hello Ada,\nthe green lamp is ready.\nThe grey lamp, really, is ready too. ';

const everywhere = [
  ...surfaces.map((at) => ({ at, setting: {} })),
  ...publicSurfaces.map((at) => ({ at, setting: at.setting })),
  ...EDITORS.map((editor) => ({ at: surfaceOf(editor), setting: {} })),
];

/** Waits until the next change is a step of undo by itself. @param {Box} box */
const rested = (box) => waitFor(async () => (await modelOf(box)).rested, 'the history to rest');

/**
 * @param {Box} box
 * @param {string} wanted every byte of it
 * @param {string} what
 */
const holds = (box, wanted, what) =>
  waitFor(async () => (await box.content()) === wanted, what).catch(async (error) => {
    throw new Error(`${error.message}: ${wanted}\n  there is: ${await box.content()}`);
  });

/**
 * What is done, in this order; each goes on where the one before has ended.
 * @type {Record<string, (session: Session, box: Box) => Promise<void>>}
 */
const STEPS = {
  marks: (_, box) => waitForMarks(box.frame, MARKS),

  async card(session, box) {
    const { x, y } = await placeOf(box, 'red gadget');
    await box.page.mouse.move(x, y);
    await waitFor(() => cardOf(session, box), 'the card under the pointer');
    await box.page.mouse.move(1, 1);
    await waitForNoCard(session, box);
    assert.ok((await openByKeys(session, box)).focused, 'the card has the focus');
    await box.page.keyboard.press('Escape');
    await waitForNoCard(session, box);
  },

  async fix(session, box) {
    const before = await box.content();
    await rested(box);
    await openByClick(session, box, 'red gadget');
    await press(session, box, 'Apply');
    await holds(box, before.replace('red gadget', 'green lamp'), 'the fix');
    await waitForNoCard(session, box);
    await waitForMarks(box.frame, ['blue gadget']);
  },

  async undo(_, box) {
    const after = await box.content();
    await box.press('Control+z');
    await holds(box, after.replace('green lamp', 'red gadget'), 'the text before the fix');
    await waitForMarks(box.frame, MARKS);
    await box.press('Control+Shift+z');
    await holds(box, after, 'the fix again');
    await waitForMarks(box.frame, ['blue gadget']);
  },

  async 'by keys'(session, box) {
    const before = await box.content();
    await box.press('Control+End');
    await openByKeys(session, box);
    await box.page.keyboard.press('Enter');
    await holds(box, before.replace('blue gadget', 'grey lamp'), 'the second fix');
    await waitForNoCard(session, box);
    await waitForMarks(box.frame, []);
  },

  async typing(_, box) {
    const before = await box.content();
    await box.type(', really,,');
    await box.page.keyboard.press('Backspace');
    for (const key of /** @type {const} */ (['ArrowLeft', 'ArrowRight', 'ArrowRight']))
      await box.page.keyboard.press(key);
    await box.type('x');
    await box.page.keyboard.press('Backspace');
    await holds(box, before.replace('grey lamp', 'grey lamp, really,'), 'what was typed on');
  },
};

eachBrowser(
  (test, browser) => {
    /** What each page sends for the last text. @type {Map<string, {text: string}>} */
    const without = new Map();
    /** By surface, what was seen to work. @type {Map<string, string[]>} */
    const works = new Map();

    test('without the extension', async (session) => {
      for (const { at } of everywhere) {
        const box = await session.compose(at);
        await box.type(LAST);
        without.set(at.name, await box.send());
      }
      await session.install();
    });

    for (const { at, setting } of everywhere) {
      test(`${at.name}: from the first mark to Send`, async (session) => {
        await session.keep({ public: setting, custom: RULES });
        const box = await session.compose(at);
        await box.type(DRAFT);
        const done = [];
        for (const [name, step] of Object.entries(STEPS)) {
          await step(session, box);
          done.push(name);
        }
        const sent = await box.send();
        assert.equal(spaced(sent.text), spaced(without.get(at.name)?.text));
        works.set(at.name, [...done, 'send']);
      });

      test(`${at.name}: quiet when told to be`, async (session) => {
        await session.keep({ public: setting, custom: RULES });
        const box = await session.compose(at);
        await box.type(DRAFT);
        await waitForMarks(box.frame, MARKS);
        await openByClick(session, box, 'red gadget');
        await press(session, box, 'Ignore once');
        await waitForMarks(box.frame, ['blue gadget']);
        await openByClick(session, box, 'blue gadget');
        await press(session, box, 'Rule off');
        await waitForMarks(box.frame, []);
        works.get(at.name)?.push('quiet');
      });
    }

    test('the table of what works where is true', () => keepTable(browser, works));
  },
  { install: false },
);

/** Editors make a space unbreakable where it would be lost. @param {string | undefined} text */
const spaced = (text) => text?.replaceAll('\u00a0', ' ').trimEnd();
