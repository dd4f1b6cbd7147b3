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
import { drawn, marks, phrases, waitForMarks } from './marks.mjs';
import { difference, within } from './png.mjs';
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

  test('ignore once: this mark goes, the same words elsewhere stay; typing on closes it', async (session) => {
    const box = await draftIn(session, mail);
    await openByClick(session, box, PHRASE);
    await press(session, box, 'Ignore once');
    await waitForMarks(box.frame, []);
    await waitForCard(session, box);
    await box.press('Control+End');
    await box.type('May I pick your brain? ');
    await waitForNoCard(session, box);
    await waitForMarks(box.frame, [PHRASE]);
  });

  for (const at of [overlay, note]) {
    test(`${at.name}: whatever silences a mark is undone on the spot`, async (session) => {
      const box = await draftIn(session, at);
      const { rule } = finding;
      const kept = async () => {
        const { levels = {}, ignored = [] } = await session.settings();
        return { levels, ignored };
      };
      const before = { levels: {}, ignored: [] };
      const soft = { levels: { [rule]: 'soft' }, ignored: [] };
      const steps = [
        { name: 'Ignore once', stored: before },
        { name: 'Ignore always', stored: { levels: {}, ignored: [{ rule, phrase: PHRASE }] } },
        { name: 'Rule off', stored: { levels: { [rule]: 'off' }, ignored: [] } },
        { name: 'Softer', level: 'soft', stored: soft },
        { name: 'Softer', level: 'soft', stored: soft, keep: true },
        { name: 'Softer', stored: { levels: { [rule]: 'hint' }, ignored: [] } },
      ];
      let now = { level: 'strong', stored: before };
      const shows = async (/** @type {string | undefined} */ level) =>
        (await marks(box.frame)).map((mark) => mark.level).join() === (level ?? '');
      for (const { name, level, stored, keep } of steps) {
        await openByClick(session, box, PHRASE);
        await press(session, box, name);
        await waitFor(() => shows(level), `the mark after “${name}”`);
        assert.deepEqual(await kept(), stored, name);
        assert.equal(await drawn(box, 'open'), null, 'a mark stands out that has no card');
        if (keep) now = { level: 'soft', stored };
        else await press(session, box, 'Undo');
        await waitFor(() => shows(now.level), `the mark after “${name}” and Undo`);
        if (!keep) {
          const again = async () => (await cardOf(session, box))?.message === finding.message;
          await waitFor(again, `the card after “${name}” and Undo`);
          assert.deepEqual((await drawn(box, 'open'))?.texts, [PHRASE]);
        }
        assert.deepEqual(await kept(), now.stored, `${name}, undone`);
        await box.page.keyboard.press('Escape');
        await waitForNoCard(session, box);
      }
    });
  }

  test('ignore always: the phrase is quiet in every open tab and in the next', async (session) => {
    const other = await draftIn(session, chat);
    const box = await draftIn(session, overlay);
    await openByClick(session, box, PHRASE);
    await press(session, box, 'Ignore always');
    await waitForMarks(box.frame, []);
    await waitForMarks(other.frame, []);

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

  test('another look is there at once, on marks and on an open card', async (session) => {
    const box = await draftIn(session, overlay);
    const { rect } = await openByClick(session, box, PHRASE);
    const line = await drawn(box, 'strong');
    assert.match(String(line?.line), /underline/);
    const before = await box.page.screenshot();
    const options = await session.openTab('options.html');
    await session.update(options, {
      look: { theme: 'dark', marks: 'wash', colours: 'safe' },
    });
    await box.page.bringToFront();
    const washed = await waitFor(async () => {
      const now = await drawn(box, 'strong');
      return now?.wash !== line?.wash && now;
    }, 'the wash');
    assert.doesNotMatch(washed.line, /underline/);
    // Nearly every point of a light card that turns dark is another.
    const points = difference(before, await box.page.screenshot());
    const inside = points.filter((point) => within(rect, point, 0)).length;
    assert.ok(inside > rect.width * rect.height * 0.8, `${inside} points of the card changed`);
    await session.update(options, { look: {} });
    await waitFor(async () => (await drawn(box, 'strong'))?.wash === line?.wash, 'the old look');
  });

  test('what the browser’s own shortcuts ask is done in the box with the focus', async (session) => {
    const box = await session.compose(overlay);
    await box.type(`${DRAFT}May I pick your brain? `);
    await waitForMarks(box.frame, [PHRASE, PHRASE]);
    const { url } = overlay;
    const tell = (/** @type {string} */ push, /** @type {object} */ payload) =>
      session.extension.background(
        async (/** @type {string} */ address, /** @type {object} */ message) => {
          const [tab] = (await chrome.tabs.query({})).filter((each) => each.url === address);
          return chrome.tabs.sendMessage(/** @type {number} */ (tab.id), message).catch(() => {});
        },
        url,
        { push, payload },
      );
    for (const [name, place] of [
      ['previous-note', '2 of 2'],
      ['next-note', '1 of 2'],
      ['open-card', '1 of 2'],
      ['previous-note', '2 of 2'],
    ]) {
      await tell('command', { name });
      const there = async () => (await cardOf(session, box))?.text.includes(place);
      await waitFor(there, `${place} after ${name}`);
      assert.ok((await waitForCard(session, box)).focused, name);
    }
    const before = await box.content();
    await tell('command', { name: 'apply-fix' });
    const last = before.lastIndexOf(PHRASE);
    const after = before.slice(0, last) + EDIT + before.slice(last + PHRASE.length);
    await waitFor(async () => (await box.content()) === after, 'the rewrite of the open card');
    await waitForNoCard(session, box);
    await box.press('Control+Home');
    await tell('command', { name: 'apply-fix' });
    const both = after.replace(PHRASE, EDIT);
    await waitFor(async () => (await box.content()) === both, 'the rewrite after the caret');
    await waitForMarks(box.frame, []);

    // Where the browser has another key for it, ours is the page's again.
    const settings = { on: true, marks: true, site: 'linkedin', posts: false, comments: false };
    await tell('settings', { ...settings, look: {}, walkKey: false });
    await box.press('Control+End');
    await box.type('Well, may I pick your brain? ');
    await waitForMarks(box.frame, [PHRASE]);
    await (
      await box.editor()
    ).evaluate((editor) => {
      const page = /** @type {any} */ (window);
      page.heard = [];
      editor.addEventListener('keydown', ({ code }) => page.heard.push(code));
    });
    await box.press('Alt+Period');
    assert.ok(await box.frame.evaluate(() => /** @type {any} */ (window).heard.includes('Period')));
    assert.equal(await cardOf(session, box), undefined);
  });

  test('a rule is counted once a draft, and so is what was ignored', async (session) => {
    const box = await draftIn(session, overlay);
    const counts = async () => (await session.stored()).tallies?.[finding.rule];
    const become = (/** @type {object} */ wanted) =>
      waitFor(
        async () => JSON.stringify(await counts()) === JSON.stringify(wanted),
        JSON.stringify(wanted),
      );
    await become({ fired: 1, ignored: 0 });
    await box.type('May I pick your brain? ');
    await waitForMarks(box.frame, [PHRASE, PHRASE]);
    await openByClick(session, box, PHRASE);
    await press(session, box, 'Ignore always');
    await become({ fired: 1, ignored: 1 });
    await press(session, box, 'Undo');
    await waitForMarks(box.frame, [PHRASE, PHRASE]);
    await box.page.keyboard.press('Escape');
    await box.send();
    await waitForMarks(box.frame, []);
    await box.focus();
    await box.type(DRAFT);
    await become({ fired: 2, ignored: 1 });
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
