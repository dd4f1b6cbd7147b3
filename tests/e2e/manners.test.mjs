// @ts-check
// What YouFirst owes to the page and to the writer: it takes no more than its own, and goes whole.

import assert from 'node:assert/strict';
import { cardOf, openByClick, openByKeys, press, waitForCard, waitForNoCard } from './card.mjs';
import { eachBrowser, waitFor } from './harness.mjs';
import { settled, waitForMarks } from './marks.mjs';
import { surface } from './sites.mjs';

const DRAFT = 'I would love to pick your brain. ';
const PHRASE = 'pick your brain';
const thread = surface('LinkedIn bubble on a classic page');
const inFrame = surface('LinkedIn messages in a frame');
const chat = surface('X chat in the light DOM');

/** @typedef {import('./harness.mjs').Session} Session */
/** @typedef {import('./harness.mjs').Box} Box */

/** @param {Session} session @param {import('./sites.mjs').Surface} at */
async function draftIn(session, at) {
  const box = await session.compose(at);
  await box.type(DRAFT);
  await waitForMarks(box.frame, [PHRASE]);
  return box;
}

/** @param {Session} session @param {Box} box @param {string} text */
const waitForBadge = (session, box, text) =>
  waitFor(async () => (await session.badge(box.page)) === text, `“${text}” on the icon`);

eachBrowser((test, browser) => {
  test('a frame that is taken away takes its count with it', async (session) => {
    const box = await draftIn(session, inFrame);
    await waitForBadge(session, box, '1');
    await box.page.evaluate(() => document.querySelector('iframe')?.remove());
    await waitForBadge(session, box, '');
  });

  test('a box that is hidden first and then taken away is forgotten', async (session) => {
    const box = await draftIn(session, thread);
    await waitForBadge(session, box, '1');
    const editor = await box.editor();
    await editor.evaluate((each) => (each.style.display = 'none'));
    await settled(box.frame);
    await editor.evaluate((each) => each.remove());
    await box.frame.evaluate(() => {
      document.body.tabIndex = -1;
      document.body.focus();
    });
    await waitForBadge(session, box, '');
  });

  test('the card that says what was done goes with its box', async (session) => {
    const box = await draftIn(session, thread);
    await openByClick(session, box, PHRASE);
    await press(session, box, 'Ignore always');
    await waitForMarks(box.frame, []);
    await (await box.editor()).evaluate((each) => each.remove());
    await waitForNoCard(session, box);
  });

  test('keys in the card are told to nobody, up or down', async (session) => {
    for (const at of [thread, chat]) {
      const box = await draftIn(session, at);
      await openByKeys(session, box);
      await box.frame.evaluate(() => {
        const page = /** @type {any} */ (window);
        page.heard = [];
        for (const type of /** @type {const} */ (['keydown', 'keypress', 'keyup']))
          document.addEventListener(type, ({ key }) => page.heard.push(`${type} ${key}`), true);
      });
      for (const key of /** @type {const} */ (['Tab', 'ArrowDown', 'x', 'Escape']))
        await box.page.keyboard.press(key);
      await waitForNoCard(session, box);
      assert.deepEqual(await box.frame.evaluate(() => /** @type {any} */ (window).heard), []);
    }
  });

  test('a dialog that holds the focus does not pull it out of the card', async (session) => {
    const box = await draftIn(session, thread);
    await (
      await box.editor()
    ).evaluate((editor) => {
      for (const type of ['focus', 'focusin']) {
        document.addEventListener(
          type,
          ({ target }) => {
            if (target instanceof Node && !editor.contains(target)) editor.focus();
          },
          true,
        );
      }
    });
    assert.ok((await openByKeys(session, box)).focused);
  });

  test('a page that closes things when its document is pressed hears no press of the card', async (session) => {
    const box = await draftIn(session, thread);
    await openByClick(session, box, PHRASE);
    await box.frame.evaluate(() => {
      const page = /** @type {any} */ (window);
      page.heard = [];
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
        document.addEventListener(type, () => page.heard.push(type));
    });
    await press(session, box, 'Copy');
    await waitFor(
      async () => (await cardOf(session, box))?.buttons.some(({ name }) => name === 'Copied'),
      'the button to say so',
    );
    assert.deepEqual(await box.frame.evaluate(() => /** @type {any} */ (window).heard), []);
  });

  test('what is written in anger can be taken away whole, and rest', async (session) => {
    const box = await session.compose(thread);
    await box.type('Hi Ada,\nThanks for nothing. Your loss. ');
    await waitForMarks(box.frame, ['Thanks for nothing', 'Your loss']);
    await openByKeys(session, box);
    await press(session, box, 'Copy the message');
    await waitFor(
      async () => (await cardOf(session, box))?.buttons.some(({ name }) => name === 'Copied'),
      'the button to say so',
    );
    await box.page.keyboard.press('Escape');
    await waitForNoCard(session, box);
    await box.press('Control+End');
    await box.press('Control+v');
    await waitFor(async () => (await box.text()).split('Your loss.').length === 3, 'it twice');
  });

  test('a second Enter on “Next note” goes on to the next note', async (session) => {
    const box = await session.compose(thread);
    await box.type(`${DRAFT}May I pick your brain? `);
    await waitForMarks(box.frame, [PHRASE, PHRASE]);
    const before = await box.content();
    assert.match((await openByKeys(session, box)).text, /2 of 2/);
    for (const keys of ['Shift+Tab', 'Shift+Tab', 'Enter']) await box.press(keys);
    assert.match((await waitForCard(session, box)).text, /1 of 2/);
    await box.press('Enter');
    assert.equal(await box.content(), before);
    assert.match((await waitForCard(session, box)).text, /2 of 2/);
  });

  test('a text that a script puts into a textarea is never marked by the old one', async (session) => {
    const box = await session.compose(chat);
    // The word at the caret is unfinished: leaving the box paints anew.
    await box.type(`${DRAFT}And`);
    await waitForMarks(box.frame, [PHRASE]);
    const marked = await (
      await box.editor()
    ).evaluate((each) => {
      const field = /** @type {HTMLTextAreaElement} */ (each);
      field.value = '–'.repeat(field.value.length);
      field.blur();
      return [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map(String));
    });
    assert.deepEqual(marked, [PHRASE]);
  });

  // Only Chromium shows what assistive technology is given.
  if (browser === 'chromium') {
    test('the line that is read out is there before its first words, and says them at rest', async (session) => {
      const box = await session.compose(thread);
      const spoken = async () => {
        const tree = await box.page.accessibility.snapshot({ interestingOnly: false });
        /** @param {any} node @returns {any[]} */
        const all = (node) => [node, ...(node.children ?? []).flatMap(all)];
        const status = all(tree).find(({ role }) => role === 'status');
        return status && (status.children ?? []).map((/** @type {any} */ child) => child.name).join();
      };
      await waitFor(async () => (await spoken()) === '', 'the line');
      await box.type(DRAFT);
      await waitFor(async () => /^1 note, score \d+$/.test(await spoken()), 'what is marked');
      await box.type('May I pick your brain? ');
      await waitFor(async () => /^2 notes, score \d+$/.test(await spoken()), 'what is marked now');
    });
  }

  // Only Chromium can be told to refuse the clipboard.
  if (browser === 'chromium') {
    test('where the clipboard is refused, Copy copies once and then keeps out', async (session) => {
      const box = await draftIn(session, thread);
      const client = await session.browser.target().createCDPSession();
      const permission = { name: 'clipboard-write' };
      await client.send('Browser.setPermission', { permission, setting: 'denied' });
      await box.frame.evaluate(() => {
        const page = /** @type {any} */ (window);
        page.copies = 0;
        document.addEventListener('copy', () => (page.copies += 1));
      });
      await openByClick(session, box, PHRASE);
      await press(session, box, 'Copy');
      await waitFor(
        async () => (await cardOf(session, box))?.buttons.some(({ name }) => name === 'Copied'),
        'the button to say so',
      );
      const copies = await box.frame.evaluate(() => {
        getSelection()?.selectAllChildren(document.body);
        document.execCommand('copy');
        return /** @type {any} */ (window).copies;
      });
      await client.send('Browser.resetPermissions');
      assert.equal(copies, 1);
    });
  }
});
