// @ts-check
// Popup only: nothing is drawn into the page and nothing in it changes; the popup shows it all.

import assert from 'node:assert/strict';
import { cardOf } from './card.mjs';
import { eachBrowser, waitFor } from './harness.mjs';
import { settled, waitForMarks } from './marks.mjs';
import { surface } from './sites.mjs';

const DRAFT = 'Hi Ada, I would love to pick your brain about pricing. ';
const PHRASE = 'pick your brain';
const SITES = ['LinkedIn message page', 'X chat in a shadow root', 'Gmail new message'].map(surface);

/** All of a page that its own scripts can see. @param {import('./harness.mjs').Box} box */
const everything = ({ frame }) =>
  frame.evaluate(() => ({
    html: document.documentElement.outerHTML,
    sheets: document.adoptedStyleSheets.length,
    highlights: [...CSS.highlights.keys()],
  }));

eachBrowser(
  (test) => {
    /** @type {Map<string, object>} */
    const without = new Map();

    test('without the extension', async (session) => {
      for (const at of SITES) {
        const box = await session.compose(at);
        await box.type(DRAFT);
        without.set(at.name, await everything(box));
      }
      await session.install();
    });

    for (const at of SITES) {
      test(`${at.name}: the page is as it would be without us`, async (session) => {
        await session.keep({ sites: { [String(at.site)]: 'popup' } });
        const box = await session.compose(at);
        await box.type(DRAFT);
        const popup = await session.popup(box.page);
        await waitFor(
          () => popup.evaluate(() => document.querySelector('#findings .quote')?.textContent),
          'the findings in the popup',
        );
        assert.deepEqual(await everything(box), without.get(at.name));
        await popup.evaluate(() => {
          const row = /** @type {HTMLElement} */ (document.querySelector('#findings .place'));
          row.click();
        });
        await waitFor(async () => !(await popup.isOpen()), 'the popup to close');
        await box.page.bringToFront();
        // What is selected tells the place.
        await box.press('Delete');
        await waitFor(async () => !(await box.text()).includes(PHRASE), 'the place to be selected');
        assert.equal(await cardOf(session, box), undefined);
        await settled(box.frame);
        assert.deepEqual((await everything(box)).highlights, []);
      });

      test(`${at.name}: chosen while a draft is marked, and taken back`, async (session) => {
        const options = await session.openTab('options.html');
        const box = await session.compose(at);
        await box.type(DRAFT);
        await waitForMarks(box.frame, [PHRASE]);
        await session.update(options, { sites: { [String(at.site)]: 'popup' } });
        await waitForMarks(box.frame, []);
        assert.equal((await session.state(box.page)).draft.text.trim(), DRAFT.trim());
        await session.update(options, { sites: {} });
        await waitForMarks(box.frame, [PHRASE]);
      });
    }
  },
  { install: false },
);
