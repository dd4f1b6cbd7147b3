// @ts-check
// Every page of ours in every state, for all who come to it: judged by axe against WCAG 2.2 AA,
// in both themes and in the narrowest window; read from right to left and with wide spacing; and
// worked by Tab alone.

import assert from 'node:assert/strict';
import { axeFaults } from './axe.mjs';
import { openByKeys } from './card.mjs';
import { fitFaults } from './fit.mjs';
import { eachBrowser } from './harness.mjs';
import { openBuild } from './open-build.mjs';
import { CARD, draftIn, NARROW, SCENES, show, WINDOW } from './states.mjs';
import { tabFaults } from './tabbing.mjs';

/** @typedef {import('./states.mjs').State} State */

/** @type {[string, import('./states.mjs').How][]} */
const WAYS = [
  ['right to left', { size: NARROW, rtl: true }],
  // 1280 pixels.
  ['200 %', { size: { width: 640, height: 400 } }],
  ['as usual', {}],
];

eachBrowser(
  (test) => {
    for (const [name, scene] of Object.entries(SCENES)) {
      test(`${name}: no fault in any state`, async (session) => {
        /** @type {string[]} */
        const faults = [];
        let states = 0;
        for await (const state of scene(session)) {
          const { page, part } = state;
          const note = (/** @type {string} */ where, /** @type {string[]} */ found) =>
            faults.push(...found.map((fault) => `${state.name}, ${where}: ${fault}`));
          await show(session, state, { size: WINDOW });
          note('light', await axeFaults(page, part));
          await show(session, state, { theme: 'dark', size: NARROW });
          note('dark, narrow', await axeFaults(page, part));
          note('narrow', await fitFaults(page, part));
          note('narrow, wide spacing', await fitFaults(page, part, { spaced: true }));
          for (const [where, how] of WAYS) {
            await show(session, state, how);
            note(where, await fitFaults(page, part));
          }
          states += 1;
        }
        assert.ok(states > 1);
        assert.deepEqual(faults, []);
      });
    }

    test('Tab comes to everything, once, in the order of the eye, and shows where', async (session) => {
      const box = await draftIn(session);
      await openByKeys(session, box);
      const { page } = box;
      const around = await tabFaults(page, CARD);
      assert.deepEqual(around.faults, []);
      assert.ok(around.stops > 8, `only ${around.stops} stops`);
      const popup = await session.openTab(`popup.html?tab=${await session.tabOf(page)}`);
      await popup.waitForSelector('#findings button');
      const options = await session.openTab('options.html');
      await options.waitForSelector('#families .rule');
      await options.$$eval('.family', (all) =>
        all.forEach((each) => each.setAttribute('open', '')),
      );
      for (const [each, least] of /** @type {const} */ ([
        [popup, 6],
        [options, 50],
      ])) {
        const { faults, stops } = await tabFaults(each);
        assert.deepEqual(faults, []);
        assert.ok(stops >= least, `only ${stops} stops`);
      }
    });
  },
  { build: openBuild },
);
