// @ts-check
// The card and the popup look, and sound, as they did when somebody looked and listened.

import assert from 'node:assert/strict';
import { openByKeys } from './card.mjs';
import { eachBrowser } from './harness.mjs';
import { heard } from './heard.mjs';
import { approvedText, compared, fontFaults, lookFaults, picture } from './look.mjs';
import { settled } from './marks.mjs';
import { openBuild } from './open-build.mjs';
import { small } from './png.mjs';
import { CARD, draftIn, SCENES, show, THEMES, WINDOW } from './states.mjs';

/** What an eye sees, and what only the edges of letters do. */
const CHANGES = /** @type {const} */ ([
  [':host { --accent: #0a5a6d !important }', false],
  ['.body { gap: 16px !important }', false],
  ['summary { font-weight: 700 !important }', false],
  ['.card { opacity: 0.99 }', true],
  ['.message { -webkit-text-stroke: 0.05px }', true],
]);

eachBrowser(
  (test, browser) => {
    for (const name of /** @type {const} */ (['popup', 'card'])) {
      test(`${name}: every state looks as it did`, async (session) => {
        const faults = fontFaults();
        /** @type {readonly ('light' | 'dark')[]} */
        let themes = THEMES;
        for await (const state of SCENES[name](session)) {
          for (const theme of themes) {
            await show(session, state, { theme });
            const seen = await picture(state);
            faults.push(...(await lookFaults(seen, `${browser}/${state.name} ${theme}`)));
          }
          // Themes differ in their colours alone: once is enough.
          themes = ['light'];
        }
        assert.deepEqual(faults, []);
      });
    }

    test('a change of colour, room or weight is seen, one of edges is not', async (session) => {
      const box = await draftIn(session);
      await openByKeys(session, box);
      const card = { name: 'card', page: box.page, part: CARD, size: WINDOW };
      await show(session, card);
      const before = small(await picture(card));
      for (const [css, same] of CHANGES) {
        await box.page.evaluate((text) => {
          const root = document.querySelector('html > [popover]')?.shadowRoot;
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(text);
          if (root) root.adoptedStyleSheets = [root.adoptedStyleSheets[0], sheet];
        }, css);
        await settled(box.page.mainFrame());
        const result = compared(small(await picture(card)), before);
        assert.equal(result.same, same, `${css}: ${result.words}`);
      }
    });

    if (browser !== 'chromium') return;
    test('card and popup are told in words and in an order that make sense', async (session) => {
      const box = await draftIn(session);
      const { message: name } = await openByKeys(session, box);
      const card = await heard(await box.page.createCDPSession(), { role: 'dialog', name });
      assert.equal(card, await approvedText(card, 'card'));
      const popup = await session.openTab(`popup.html?tab=${await session.tabOf(box.page)}`);
      await popup.waitForSelector('#findings button');
      const all = await heard(await popup.createCDPSession());
      assert.equal(all, await approvedText(all, 'popup'));
    });
  },
  { build: openBuild },
);
