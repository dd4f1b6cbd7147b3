// @ts-check
// The moment of sending, in every compose box: one question before, if the user wants it; then the
// message goes out as it would have gone, and is counted, if the user wants that.

import assert from 'node:assert/strict';
import { cardOf, press, waitForCard, waitForNoCard } from './card.mjs';
import { eachBrowser, waitFor } from './harness.mjs';
import { waitForMarks } from './marks.mjs';
import { publicSurfaces, surface, surfaces } from './sites.mjs';

/** @typedef {import('./harness.mjs').Session} Session */
/** @typedef {import('./harness.mjs').Box} Box */

const BLANK = '[Town]';
const DRAFT =
  `Hello Ada, the reading in ${BLANK} stayed with me for days. ` +
  'What came of the shelf by the door, and who minds it now? ';
const CHAT = surface('X chat in a shadow root');
const PAGE = surface('LinkedIn message page');

/** A comment's button has no mark that is the same in every language. */
const everywhere = [
  ...surfaces.map((at) => ({ at, setting: {} })),
  ...publicSurfaces
    .filter(({ name }) => name !== 'LinkedIn comment')
    .map((at) => ({ at, setting: at.setting })),
];

/** @param {Session} session @param {object} extras @param {import('./sites.mjs').Surface} at */
async function draftIn(session, extras, at, setting = {}) {
  await session.keep({ extras, public: setting });
  const box = await session.compose(at);
  await box.type(DRAFT);
  await waitForMarks(box.frame, [BLANK]);
  return box;
}

/** What is remembered. @param {Session} session */
const memory = async (session) => (await session.stored()).memory ?? { contacts: {}, sketches: [] };

/** @param {string} text */
const spaced = (text) => text.replaceAll('\u00a0', ' ').trimEnd();

eachBrowser((test) => {
  for (const { at, setting } of everywhere) {
    test(`${at.name}: asked once, sent as it is, counted`, async (session) => {
      const box = await draftIn(session, { pause: true, memory: true }, at, setting);
      const before = await box.content();
      await box.pressSend();
      const card = await waitForCard(session, box);
      assert.match(card.text, /One look before it goes[^]*\[Town\][^]*Nothing has been sent/);
      assert.deepEqual([await box.sent(), await box.content()], [[], before]);
      await press(session, box, 'Send as it is');
      await waitForNoCard(session, box);
      assert.deepEqual([await box.sent(), await box.content()], [[], before]);
      const { text } = await box.send();
      assert.ok(spaced(text).startsWith(spaced(DRAFT)), text);
      const { contacts, sketches } = await waitFor(async () => {
        const all = await memory(session);
        return all.sketches.length > 0 && all;
      }, 'the message to be counted');
      assert.equal(sketches.length, 1);
      const known = !setting && at.about.recipient;
      const counted = Object.values(contacts).map((/** @type {any} */ { messages }) => messages);
      if (known) assert.deepEqual(counted, [1]);
      assert.ok(counted.every((messages) => messages === 1));
      const stored = JSON.stringify(await session.stored());
      for (const word of ['Ada', 'ada', 'Nakamura', 'reading', 'Town'])
        assert.ok(!stored.includes(word), `${word} in ${stored}`);
    });
  }

  test('to edit leads to the blank; the second press goes through', async (session) => {
    const box = await draftIn(session, { pause: true }, PAGE);
    await box.pressSend();
    await press(session, box, 'Edit');
    const card = await waitForCard(session, box);
    assert.match(card.message, /blank/i);
    await box.page.keyboard.press('Escape');
    await waitForNoCard(session, box);
    await box.press('Control+End');
    await box.type('Truly. ');
    await waitForMarks(box.frame, [BLANK]);
    assert.equal(spaced((await box.send()).text), spaced(`${DRAFT}Truly. `));
  });

  test('who goes on typing is not stopped, nor is who is faster than a report', async (session) => {
    const box = await draftIn(session, { pause: true }, CHAT);
    await box.pressSend();
    await waitForCard(session, box);
    await box.type('Truly. ');
    await waitForNoCard(session, box);
    assert.equal(await box.text(), `${DRAFT}Truly. `);
    assert.equal((await box.send()).text, `${DRAFT}Truly. `);
    // The next draft is asked about anew, but not before it was read.
    await box.type(`And ${BLANK}`);
    assert.equal((await box.send()).text, `And ${BLANK}`);
    await box.type(DRAFT);
    await waitForMarks(box.frame, [BLANK]);
    await box.pressSend();
    await waitForCard(session, box);
  });

  test('a key that is held down is one press', async (session) => {
    const box = await draftIn(session, { pause: true }, CHAT);
    await box.page.keyboard.down('Enter');
    await waitForCard(session, box);
    const now = () => box.page.evaluate(() => performance.now());
    const since = await now();
    await waitFor(async () => (await now()) > since + 600, 'a press to be another one');
    await box.page.keyboard.down('Enter');
    assert.deepEqual([await box.sent(), await box.text()], [[], DRAFT]);
    await box.page.keyboard.up('Enter');
    await box.page.keyboard.press('Enter');
    await waitFor(async () => (await box.sent()).length === 1, 'the message to be sent');
  });

  test('a double click is one press, and the window’s close leaves nothing', async (session) => {
    const box = await draftIn(session, { pause: true }, surface('X chat in the light DOM'));
    const button = await box.frame.waitForSelector(box.surface.send);
    // Pages may send at the first of a press's events.
    await button?.evaluate((element) => {
      const page = /** @type {any} */ (window);
      page.heard = [];
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
        element.addEventListener(type, () => page.heard.push(type));
    });
    await button?.click({ count: 2 });
    await waitForCard(session, box);
    const heard = await box.frame.evaluate(() => /** @type {any} */ (window).heard);
    assert.deepEqual([await box.sent(), heard], [[], []]);
    await box.page.keyboard.press('Escape');
    await waitForNoCard(session, box);
    await button?.click();
    await waitFor(async () => (await box.sent()).length === 1, 'the message to be sent');
  });

  test('without a wish for it nothing is asked, and nothing is kept', async (session) => {
    const box = await draftIn(session, {}, PAGE);
    assert.equal(spaced((await box.send()).text), spaced(DRAFT));
    assert.equal(await cardOf(session, box), undefined);
    await box.focus();
    // What a message leaves behind is there before the next report comes.
    await box.type(DRAFT);
    await waitForMarks(box.frame, [BLANK]);
    assert.equal('memory' in (await session.stored()), false);
  });

  test('Enter that breaks a line sends nothing', async (session) => {
    const box = await draftIn(session, { pause: true, memory: true }, PAGE);
    await box.press('Enter');
    await box.press('Control+a');
    await box.press('Backspace');
    await waitForMarks(box.frame, []);
    await box.type('A new beginning here, then. ');
    assert.equal(await cardOf(session, box), undefined);
    // Nor does a press that the page does not take, when the writer then clears the box.
    await box.frame.evaluate(() =>
      document.addEventListener('submit', (event) => {
        event.stopImmediatePropagation();
        event.preventDefault();
      }, true),
    );
    await box.pressSend();
    await box.focus();
    await box.press('Control+a');
    await box.press('Backspace');
    await box.type(DRAFT);
    await waitForMarks(box.frame, [BLANK]);
    assert.deepEqual((await memory(session)).contacts, {});
  });
});
