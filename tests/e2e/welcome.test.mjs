// @ts-check
// The page of the first run, opened by the installation itself: its box is read by the real
// content script. And the keys that the browser lists.

import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { cardOf, openByClick, openByKeys, press, waitForCard, waitForNoCard } from './card.mjs';
import { analyze, markedPhrases } from './core.mjs';
import { EDITORS, surfaceOf } from './editors.mjs';
import { Box, eachBrowser, waitFor } from './harness.mjs';
import { assertPainted, marks, waitForMarks } from './marks.mjs';
import { surface } from './sites.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

/** @param {Page} page */
function boxOf(page) {
  const surface = /** @type {any} */ ({ name: 'first run', editor: '#box', newline: 'Enter' });
  return new Box(page, page.mainFrame(), surface);
}

/** @param {Page} page @param {string} selector */
const textOf = (page, selector) =>
  page.$eval(selector, (each) => /** @type {HTMLElement} */ (each).innerText.trim());

/** @param {Page} page @returns {Promise<string[]>} what is chosen for each site */
const chosen = (page) =>
  page.$$eval('#sites select', (all) =>
    all.map((each) => /** @type {HTMLSelectElement} */ (each).value),
  );

eachBrowser(
  (test) => {
    test('a message to try it on: marked, mended, taken back, scored', async (session) => {
      const page = /** @type {Page} */ (await session.install({ welcome: true }));
      await page.bringToFront();
      const box = boxOf(page);
      const draft = await box.text();
      const wanted = markedPhrases({ text: draft });
      await waitForMarks(box.frame, wanted);
      const levels = (await marks(box.frame)).map(({ level }) => level);
      assert.deepEqual([...new Set(levels)].sort(), ['praise', 'soft', 'strong']);

      // The caret is in the box already: keys alone work it.
      const first = await openByKeys(session, box);
      assert.ok(first.focused);
      await page.keyboard.press('Escape');
      await waitForNoCard(session, box);
      await openByClick(session, box, 'Thanks in advance');
      await press(session, box, 'Apply');
      await waitFor(async () => (await box.text()).includes('Thank you'), 'the rewrite');
      await waitForMarks(
        box.frame,
        wanted.filter((phrase) => phrase !== 'Thanks in advance'),
      );
      await box.press('Control+z');
      await waitFor(async () => (await box.text()) === draft, 'the old words');
      await waitForMarks(box.frame, wanted);

      // The popup reads the box, and points into it.
      const popup = await session.popup(page);
      const meter = () =>
        popup.evaluate(() =>
          document.querySelector('[role="meter"]')?.getAttribute('aria-valuenow'),
        );
      const score = String(analyze({ text: draft }).score);
      await waitFor(async () => (await meter()) === score, `the score ${score}`);
      await popup.evaluate(() =>
        /** @type {HTMLElement} */ (document.querySelector('#findings .place')).click(),
      );
      await waitFor(async () => !(await popup.isOpen()), 'the popup to close');
      await page.bringToFront();
      await waitForCard(session, box);
      await page.keyboard.press('Escape');
      await waitForNoCard(session, box);

      await box.type('Well. ');
      await page.click('#again');
      await waitFor(async () => (await box.text()) === draft, 'the message as it was');
      await waitForMarks(box.frame, wanted);
      await assertPainted(box);
    });

    test('which sites are read along: chosen here, shown as it is', async (session) => {
      const page = await session.openTab('welcome.html');
      const linkedIn = /** @type {any} */ (await page.waitForSelector('#site-linkedin:enabled'));
      assert.deepEqual(await chosen(page), ['', '', '']);
      const warned = await linkedIn.evaluate((/** @type {Element} */ each) =>
        document.getElementById(each.getAttribute('aria-describedby') ?? '')?.checkVisibility(),
      );
      assert.equal(warned, true, 'the user agreement is spoken of');
      await linkedIn.select('popup');
      await page.select('#site-x', 'off');
      await waitFor(
        async () =>
          isDeepStrictEqual((await session.settings()).sites, { linkedin: 'popup', x: 'off' }),
        'both in storage',
      );
      await waitFor(async () => /\S/.test(await textOf(page, '#said')), 'a word that it is kept');
      // As another page changes it.
      const other = await session.openTab('options.html');
      await session.update(other, { sites: { gmail: 'popup' } });
      await waitFor(async () => (await chosen(page)).join() === ',,popup', 'the news');
      assert.deepEqual((await session.settings()).sites, { gmail: 'popup' });
    });

    test('it fits a narrow window in either direction, and knows the browser', async (session) => {
      const page = await session.openTab('welcome.html');
      const pin = await waitFor(() => textOf(page, '#pin'), 'how to pin the icon');
      assert.match(pin, session.name === 'firefox' ? /cogwheel/ : /then the pin/);
      await page.setViewport({ width: 320, height: 640 });
      await page.click('summary');
      for (const direction of ['ltr', 'rtl']) {
        await page.evaluate((dir) => (document.documentElement.dir = dir), direction);
        const wide = await page.evaluate(() =>
          [...document.querySelectorAll('body *')]
            .filter((each) => !each.closest('.spoken'))
            .filter((each) => {
              const { left, right } = each.getBoundingClientRect();
              return left < 0 || right > document.documentElement.clientWidth;
            })
            .map((each) => each.outerHTML.slice(0, 60)),
        );
        assert.deepEqual(wide, [], direction);
      }
    });

    test('the browser’s own list has our keys, and they reach the box', async (session) => {
      const all = await session.extension.background(() => chrome.commands.getAll());
      const keys = Object.fromEntries(
        all.map((/** @type {any} */ { name, shortcut }) => [name, shortcut]),
      );
      assert.deepEqual(keys, {
        _execute_action: 'Alt+Shift+Y',
        'next-note': 'Alt+Period',
        'previous-note': 'Alt+Shift+Period',
        'apply-fix': '',
        'open-card': '',
      });

      // Keys that are made up get no further than the page: what a real one does is done here.
      const box = await session.compose(surface('X chat in a shadow root'));
      await box.type('Hi Ada, may I pick your brain? Thanks in advance. ');
      await waitForMarks(box.frame, ['pick your brain', 'Thanks in advance']);
      const walked = async (/** @type {string} */ name) => {
        const { message = '' } = (await cardOf(session, box)) ?? {};
        await session.extension.command(name);
        return waitFor(async () => {
          const card = await cardOf(session, box);
          return card && card.message !== message && card.message;
        }, name);
      };
      const last = await walked('previous-note');
      const first = await walked('previous-note');
      assert.notEqual(first, last);
      assert.equal(await walked('next-note'), last);
      await session.extension.command('apply-fix');
      await waitFor(async () => (await box.text()).includes('Thank you.'), 'the first rewrite');

      // On any other page a key lends us the tab, as a click on the icon does.
      if (session.name !== 'firefox') return;
      const elsewhere = surfaceOf(EDITORS[1]);
      const page = await session.open(elsewhere.url);
      const other = new Box(page, page.mainFrame(), elsewhere);
      await other.focus();
      await other.type('Hi Ada, may I pick your brain? ');
      await session.extension.command('next-note');
      await waitForMarks(other.frame, ['pick your brain']);
    });
  },
  { install: false },
);
