// @ts-check
// The toolbar popup of each browser, opened as its icon opens it: what it says of the draft, and
// where it leads.

import assert from 'node:assert/strict';
import { cardOf, waitForCard } from './card.mjs';
import { analyze } from './core.mjs';
import { eachBrowser, waitFor } from './harness.mjs';
import { waitForMarks } from './marks.mjs';
import { assertShows, BUBBLE, DRAFT, draftIn, marks, quotes } from './popup.mjs';
import { read, report, until } from './popup.mjs';
import { surface } from './sites.mjs';

eachBrowser((test) => {
  test('the score and the findings are those of the core', async (session) => {
    assert.ok(quotes.length >= 2 && report.strengths.length >= 1 && report.score < 100);
    for (const name of [BUBBLE, 'LinkedIn message page', 'LinkedIn messages in a frame']) {
      const box = await draftIn(session, name);
      const popup = await session.popup(box.page);
      const view = await until(popup, ({ draft }) => draft, 'a draft in the popup');
      const known = { site: 'linkedin', ...box.surface.about };
      assertShows(view, analyze({ text: DRAFT, ...known }));
      assert.match(
        view.band ?? '',
        /^(Reads as about them|Balanced|Leans towards you|Reads as about you)$/,
      );
      await popup.close();
    }
  });

  test('the icon counts the strong findings', async (session) => {
    const box = await draftIn(session);
    const strong = report.findings.filter(
      (/** @type {any} */ { severity }) => severity === 'strong',
    );
    assert.ok(strong.length > 0);
    await waitFor(
      async () => (await session.badge(box.page)) === String(strong.length),
      'the badge',
    );
    await box.send();
    await waitFor(async () => (await session.badge(box.page)) === '', 'no badge');
  });

  test('a finding leads to its place', async (session) => {
    const box = await draftIn(session);
    const popup = await session.popup(box.page);
    await until(popup, ({ draft }) => draft, 'a draft in the popup');
    await popup.evaluate((/** @type {string} */ phrase) => {
      const rows = [...document.querySelectorAll('#findings button')];
      const row = rows.find((each) => each.querySelector('.quote')?.textContent?.trim() === phrase);
      /** @type {HTMLElement} */ (row).click();
    }, 'pick your brain');
    await waitFor(async () => !(await popup.isOpen()), 'the popup to close');
    const card = await waitForCard(session, box);
    assert.match(card.text, /pick your brain/);
    const focused = await (
      await box.editor()
    ).evaluate((editor) => editor === document.activeElement);
    assert.ok(focused, 'the box has the focus');
  });

  test('the same page in a tab follows the draft', async (session) => {
    const box = await draftIn(session);
    const tabId = await session.extension.background(
      async (/** @type {string} */ url) =>
        (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id,
      box.surface.url,
    );
    const tab = await session.openTab(`popup.html?tab=${tabId}`);
    assertShows(await until(tab, ({ draft }) => draft, 'a draft'), report);
    await box.page.bringToFront();
    await box.focus();
    await box.press('Control+End');
    await box.type('Thanks in advance, and could you introduce me to your boss? ');
    const text = await box.text();
    await tab.bringToFront();
    await until(tab, ({ findings }) => findings.length > quotes.length, 'the new findings');
    assert.match(text, /introduce me/);

    // With the real keyboard: down the list, and to another view.
    await tab.focus('#findings button');
    await tab.keyboard.press('ArrowDown');
    const { focus, findings } = await tab.evaluate(read);
    assert.equal(focus, findings[1]);
    await tab.focus('#view-places');
    await tab.keyboard.press('ArrowRight');
    const panels = await tab.$$eval('.panel', (all) => all.map((each) => each.checkVisibility()));
    assert.deepEqual(panels, [false, true, false]);

    const options = await session.openTab('options.html');
    const mode = '#sites-list > li:first-child [data-part="mode"]';
    await options.waitForSelector(mode);
    await options.select(mode, 'popup');
    await waitFor(
      () => tab.$eval('#unmarked', (line) => !(/** @type {HTMLElement} */ (line).hidden)),
      '“Popup only”',
    );
    await options.select(mode, 'off');
    await tab.bringToFront();
    await until(tab, ({ title }) => /^Off on LinkedIn/.test(title ?? ''), '“Off on LinkedIn”');
  });

  test('switched off and on for the site', async (session) => {
    const box = await draftIn(session);
    const other = await session.compose(surface('Gmail new message'));
    await other.type('I would love to pick your brain. ');
    await waitForMarks(other.frame, ['pick your brain']);
    const popup = await session.popup(box.page);
    await until(popup, ({ draft }) => draft, 'a draft in the popup');
    const toggle = () => popup.evaluate(() => document.getElementById('site')?.click());
    await toggle();
    await until(popup, ({ title }) => /^Off on LinkedIn/.test(title ?? ''), '“Off on LinkedIn”');
    await waitForMarks(box.frame, []);
    await waitFor(async () => (await session.badge(box.page)) === '', 'no badge');
    await waitForMarks(other.frame, ['pick your brain']);
    assert.deepEqual((await session.settings()).sites, { linkedin: 'off' });
    await toggle();
    await waitForMarks(box.frame, marks);
    await popup.close();
  });

  test('a switch that cannot be stored goes back', async (session) => {
    const box = await draftIn(session);
    await session.extension.background(() =>
      chrome.storage.local.set({ settings: { version: 99 } }),
    );
    await session.extension.stopBackground();
    const popup = await session.popup(box.page);
    await until(popup, ({ draft }) => draft, 'a draft in the popup');
    await popup.evaluate(() => document.getElementById('site')?.click());
    await until(popup, ({ title }) => title === 'That did not work', 'a word on it');
    const site = () =>
      popup.evaluate(() => {
        const { checked } = /** @type {HTMLInputElement} */ (document.getElementById('site'));
        return checked;
      });
    assert.equal(await site(), true);
    await popup.close();
  });

  test('it says plainly why there is nothing to show', async (session) => {
    const page = await session.open(surface('LinkedIn message page').url);
    /** @param {RegExp} words */
    const says = async (words) => {
      const popup = await session.popup(page);
      const view = await until(popup, ({ title }) => title !== null, 'words in the popup');
      assert.match(view.title ?? '', words);
      await popup.close();
    };
    await says(/^No message open here/);
    await page.evaluate(() =>
      document.querySelector('main')?.append(document.createElement('textarea')),
    );
    await page.click('main > textarea');
    await says(/can’t be read/);
    // No extension may look into a page of an extension, not even its own.
    const popup = await session.popup(await session.openTab('options.html'));
    const view = await until(popup, ({ title }) => title !== null, 'words in the popup');
    assert.match(view.title ?? '', /^Not on this page/);
    await popup.close();
  });

  test('too little text has no score', async (session) => {
    const box = await session.compose(surface(BUBBLE));
    await box.type('Hello ');
    const popup = await session.popup(box.page);
    const view = await until(popup, ({ draft }) => draft, 'a draft in the popup');
    assert.equal(view.score, null);
    assert.equal(await cardOf(session, box), undefined);
    await popup.close();
  });
});
