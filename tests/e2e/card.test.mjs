// @ts-check
// The card: opened by pointer and keyboard, closed, applied, and undone.

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
import { countStrong } from './core.mjs';
import { DRAFT, draftIn, EDIT, finding, PHRASE } from './draft.mjs';
import { eachBrowser, waitFor } from './harness.mjs';
import { drawn, marks, phrases, waitForMarks } from './marks.mjs';
import { keepRule } from './rules.mjs';
import { surface, surfaces } from './sites.mjs';

const overlay = surface('LinkedIn overlay in a shadow root');
const chat = surface('X chat in a shadow root');
const mail = surface('Gmail new message');
const note = surface('LinkedIn connection note');

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

  for (const at of [overlay, chat]) {
    test(`${at.name}: the pointer: rest opens it, leaving closes it, its mark stands out`, async (session) => {
      const box = await draftIn(session, at);
      const { x, y } = await placeOf(box, PHRASE);
      await box.page.mouse.move(x, y);
      const { message } = await waitForCard(session, box);
      assert.equal(message, finding.message);
      assert.deepEqual((await drawn(box, 'open'))?.texts, [PHRASE]);
      await box.page.mouse.move(5, 5);
      await waitForNoCard(session, box);
      assert.equal(await drawn(box, 'open'), null);
    });
  }

  test('the card stays inside the window and off all lines of its mark', async (session) => {
    for (const [at, width, height, wide] of /** @type {const} */ ([
      [overlay, 360, 700, ''],
      [overlay, 320, 240, ''],
      [overlay, 1200, 260, ''],
      [note, 1200, 800, '110px'],
    ])) {
      const box = await draftIn(session, at);
      await box.page.setViewport({ width, height });
      if (wide) await (await box.editor()).evaluate((each, to) => (each.style.width = to), wide);
      for (const how of [openByKeys, openByClick]) {
        const { rect } = await how(session, box, PHRASE);
        const [{ rects }] = await marks(box.frame);
        const seen = JSON.stringify({ width, height, rect, rects });
        assert.ok(rect.x >= 0 && rect.x + rect.width <= width, seen);
        assert.ok(rect.y >= 0 && rect.y + rect.height <= height && rect.height >= 80, seen);
        assert.ok(!wide || rects.length > 1, 'the mark is in one line');
        for (const line of rects) {
          const beside = line.x + line.width <= rect.x || line.x >= rect.x + rect.width;
          const apart = line.y + line.height <= rect.y || line.y >= rect.y + rect.height;
          assert.ok(beside || apart, `the card hides its mark: ${seen}`);
        }
        await box.page.keyboard.press('Escape');
        await waitForNoCard(session, box);
      }
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
