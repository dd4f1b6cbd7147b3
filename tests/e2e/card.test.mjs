// @ts-check
// The card: opened by pointer and keyboard, closed, applied, undone, and told to be quiet.

import assert from 'node:assert/strict';
import {
  cardOf,
  openByClick,
  openByKeys,
  placeOf,
  press,
  waitForCard,
  waitForNoCard,
} from './card.mjs';
import { countStrong, marked } from './core.mjs';
import { eachBrowser, waitFor } from './harness.mjs';
import { marks, phrases, waitForMarks } from './marks.mjs';
import { keepRule } from './rules.mjs';
import { surface, surfaces } from './sites.mjs';

const DRAFT = 'Hi Ada,\nI would love to pick your brain about pricing. ';
const PHRASE = 'pick your brain';
const [finding] = marked({ text: DRAFT, site: 'linkedin', channel: 'linkedin-dm' });
const EDIT = finding.suggestions.find((/** @type {any} */ { kind }) => kind === 'edit').text;

/**
 * A box with the draft in it, marked.
 * @param {import('./harness.mjs').Session} session
 * @param {import('./sites.mjs').Surface} at
 */
async function draftIn(session, at, draft = DRAFT) {
  const box = await session.compose(at);
  await box.type(draft);
  await waitForMarks(box.frame, [PHRASE]);
  return box;
}

const overlay = surface('LinkedIn overlay in a shadow root');
const chat = surface('X chat in a shadow root');
const mail = surface('Gmail new message');

eachBrowser((test) => {
  for (const at of [overlay, chat, mail]) {
    test(`${at.name}: apply by keyboard, type on, undo both, send`, async (session) => {
      const box = await draftIn(session, at);
      const before = await box.content();
      const after = before.replace(PHRASE, EDIT);
      const card = await openByKeys(session, box);
      assert.ok(card.focused, 'the card has the focus');
      await box.page.keyboard.press('Enter');
      await waitFor(async () => (await box.content()) === after, 'the rewrite');
      await waitForNoCard(session, box);
      await box.type('!');
      const typed = before.replace(PHRASE, `${EDIT}!`);
      await waitFor(
        async () => (await box.content()) === typed,
        'what was typed after the rewrite',
      );
      await box.press('Control+z');
      await waitFor(async () => (await box.content()) === after, 'the rewrite without it');
      await box.press('Control+z');
      await waitFor(async () => (await box.content()) === before, 'the text as it was');
      const { html } = await box.send();
      assert.equal(html, before);
    });

    test(`${at.name}: a key right after Apply is kept, and is a step of undo by itself`, async (session) => {
      const box = await draftIn(session, at);
      const before = await box.content();
      await openByKeys(session, box);
      const { keyboard } = box.page;
      await Promise.all([keyboard.press('Enter'), keyboard.press('!')]);
      for (const wanted of [
        before.replace(PHRASE, `${EDIT}!`),
        before.replace(PHRASE, EDIT),
        before,
      ]) {
        await waitFor(async () => (await box.content()) === wanted, wanted);
        await box.press('Control+z');
      }
    });

    test(`${at.name}: a rewrite of several lines is one step of undo`, async (session) => {
      const box = await session.compose(at);
      await keepRule(session, {
        phrase: PHRASE,
        rewrite: 'one thing\n\nand another',
        off: finding.rule,
      });
      await box.type(DRAFT);
      await waitForMarks(box.frame, [PHRASE]);
      const before = await box.content();
      await openByClick(session, box, PHRASE);
      await press(session, box, 'Apply');
      // The text between two lines is a break or a paragraph, as the browser has it.
      const wanted = /one thing\s+and another about pricing/;
      await waitFor(async () => wanted.test(await box.text()), 'the lines');
      await waitForNoCard(session, box);
      await box.press('Control+z');
      await waitFor(async () => (await box.content()) === before, 'the text before the rewrite');
    });
  }

  for (const at of surfaces) {
    test(`${at.name}: once the message is sent the icon counts nothing`, async (session) => {
      const box = await draftIn(session, at);
      const count = String(countStrong({ text: DRAFT, site: at.site, ...at.about }) || '');
      await waitFor(async () => (await session.badge(box.page)) === count, 'the badge');
      await box.send();
      await waitFor(async () => (await session.badge(box.page)) === '', 'the badge to go');
    });
  }

  test('the pointer: rest opens it, leaving closes it', async (session) => {
    const box = await draftIn(session, overlay);
    const { x, y } = await placeOf(box, PHRASE);
    await box.page.mouse.move(x, y);
    const { message } = await waitForCard(session, box);
    assert.equal(message, finding.message);
    await box.page.mouse.move(5, 5);
    await waitForNoCard(session, box);
  });

  test('the card stays inside the window and off its mark', async (session) => {
    const box = await draftIn(session, overlay);
    for (const width of [360, 1200]) {
      await box.page.setViewport({ width, height: 700 });
      const { rect } = await openByClick(session, box, PHRASE);
      assert.ok(
        rect.x >= 0 && rect.x + rect.width <= width,
        `${rect.x} + ${rect.width} in ${width}`,
      );
      assert.ok(rect.y >= 0 && rect.y + rect.height <= 700, `${rect.y} + ${rect.height} in 700`);
      const { y } = await placeOf(box, PHRASE);
      assert.ok(y < rect.y || y > rect.y + rect.height, 'the card hides its mark');
      await box.page.keyboard.press('Escape');
      await waitForNoCard(session, box);
    }
  });

  test('the card stays off all lines of its mark', async (session) => {
    const box = await draftIn(session, surface('LinkedIn connection note'));
    await (await box.editor()).evaluate((editor) => (editor.style.width = '110px'));
    for (const how of [openByKeys, openByClick]) {
      const { rect } = await how(session, box, PHRASE);
      const [{ rects }] = await marks(box.frame);
      assert.ok(rects.length > 1, 'the mark is in one line');
      for (const { y, height } of rects) {
        assert.ok(y + height <= rect.y || y >= rect.y + rect.height, 'the card hides its mark');
      }
      await box.page.keyboard.press('Escape');
      await waitForNoCard(session, box);
    }
  });

  test('the keyboard: Escape gives the focus and the caret back', async (session) => {
    const box = await draftIn(session, chat);
    await openByKeys(session, box);
    await box.page.keyboard.press('Escape');
    await waitForNoCard(session, box);
    const before = await box.content();
    await box.type('Really.');
    assert.equal(await box.content(), `${before}Really.`);
  });

  test('the keyboard: keys in the card do not reach the page', async (session) => {
    const box = await draftIn(session, chat);
    const before = await box.content();
    await openByKeys(session, box);
    for (const key of /** @type {const} */ (['Tab', 'ArrowDown', 'x']))
      await box.page.keyboard.press(key);
    assert.equal(await box.content(), before);
    assert.ok((await cardOf(session, box))?.focused, 'the focus stays in the card');
    const sent = await box.frame.evaluate(() => /** @type {any} */ (window).sent.length);
    assert.equal(sent, 0);
  });

  test('a page cannot open the card', async (session) => {
    const box = await draftIn(session, overlay);
    const place = await placeOf(box, PHRASE);
    await (
      await box.editor()
    ).evaluate((editor, { x, y }) => {
      for (const type of ['pointermove', 'mousemove', 'click']) {
        editor.dispatchEvent(
          new PointerEvent(type, { clientX: x, clientY: y, bubbles: true, composed: true }),
        );
      }
      editor.dispatchEvent(
        new KeyboardEvent('keydown', {
          code: 'Period',
          key: '.',
          altKey: true,
          bubbles: true,
          composed: true,
        }),
      );
    }, place);
    // A real click does, and only then: whatever the page had opened would have been there by now.
    assert.equal(await cardOf(session, box), undefined);
    await openByClick(session, box, PHRASE);
  });

  test('ignore once: this mark goes, the same words elsewhere stay', async (session) => {
    const box = await draftIn(session, mail);
    await openByClick(session, box, PHRASE);
    await press(session, box, 'Ignore once');
    await waitForMarks(box.frame, []);
    await waitForNoCard(session, box);
    await box.focus();
    await box.press('Control+End');
    await box.type('May I pick your brain? ');
    await waitForMarks(box.frame, [PHRASE]);
  });

  test('ignore always: the phrase is quiet in every open tab and in the next', async (session) => {
    const other = await draftIn(session, chat);
    const box = await draftIn(session, overlay);
    await openByClick(session, box, PHRASE);
    await press(session, box, 'Ignore always');
    await waitForMarks(box.frame, []);
    await waitForMarks(other.frame, []);
    const { ignored } = await session.settings();
    assert.deepEqual(ignored, [{ rule: finding.rule, phrase: PHRASE }]);

    const options = await session.openTab('options.html#phrases-section');
    const row = await options.waitForSelector('#ignored button');
    assert.match(
      await options.$eval('#ignored', (list) => list.textContent ?? ''),
      /pick your brain/,
    );
    await row?.click();
    await waitForMarks(box.frame, [PHRASE]);
    await waitForMarks(other.frame, [PHRASE]);
  });

  test('rule off: quiet everywhere until options switch it on again', async (session) => {
    const box = await draftIn(session, overlay);
    await openByClick(session, box, PHRASE);
    await press(session, box, 'Switch rule off');
    await waitForMarks(box.frame, []);
    const { levels } = await session.settings();
    assert.deepEqual(levels, { [finding.rule]: 'off' });
    const options = await session.openTab('options.html');
    await (await options.waitForSelector('#reset-levels', { visible: true }))?.click();
    await waitForMarks(box.frame, [PHRASE]);
  });

  test('no mark on a word that is not finished', async (session) => {
    const box = await session.compose(overlay);
    await box.type('Hi Ada, I would love to pick your brain');
    // The badge says that the report with the finding is there; the word at the caret waits.
    await waitFor(async () => (await session.badge(box.page)) === '1', 'the badge');
    await box.frame.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    assert.deepEqual(await phrases(box.frame), []);
    await box.type(' ');
    await waitForMarks(box.frame, [PHRASE]);
    await box.page.keyboard.press('Backspace');
    await box.type('s');
    await waitForMarks(box.frame, []);
  });
});
