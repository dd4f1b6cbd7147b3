// @ts-check
// What users set where they write: notes silenced and brought back, another look, shortcuts of the
// browser, and what is counted of it.

import assert from 'node:assert/strict';
import { cardOf, openByClick, press, waitForCard, waitForNoCard } from './card.mjs';
import { DRAFT, draftIn, EDIT, finding, PHRASE } from './draft.mjs';
import { eachBrowser, waitFor } from './harness.mjs';
import { drawn, marks, waitForMarks } from './marks.mjs';
import { difference, within } from './png.mjs';
import { surface } from './sites.mjs';

const overlay = surface('LinkedIn overlay in a shadow root');
const chat = surface('X chat in a shadow root');
const mail = surface('Gmail new message');
const note = surface('LinkedIn connection note');

eachBrowser((test) => {
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
        { to: 'content', push, payload },
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
});
