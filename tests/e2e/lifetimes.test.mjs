// @ts-check
// What comes and goes while a message is written: the background, the browser, the extension.

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openByClick, press } from './card.mjs';
import { markedPhrases, WORDS } from './core.mjs';
import { eachBrowser, Session, waitFor } from './harness.mjs';
import { waitForMarks } from './marks.mjs';
import { EDITORS, surfaceOf } from './editors.mjs';
import { surface, surfaces } from './sites.mjs';

const chat = surface('X chat in a shadow root');
const thread = surface('LinkedIn message page');
/** Nothing was said before: what is found there is strong. */
const fresh = surface('X chat in the light DOM');
const notes = surfaceOf(EDITORS[1]);
const PHRASE = 'pick your brain';

/** Stops the background and makes sure that it is gone. @param {Session} session */
async function stopBackground(session) {
  await session.extension.stopBackground();
  await waitFor(async () => !(await session.extension.backgroundRuns()), 'the background to stop');
}

/**
 * Counts what stirs in this world from now on: timers and frames that are asked for, those that
 * come, and ports that are opened. In a page the count stands where the page can be asked for it.
 */
function countStirs() {
  const world = /** @type {any} */ (globalThis);
  const stir = (by = 1) => {
    world.stirs += by;
    if (world.document) world.document.documentElement.dataset.stirs = world.stirs;
  };
  const begun = 'stirs' in world;
  world.stirs = 0;
  stir(0);
  if (begun) return;
  for (const name of [
    'setTimeout',
    'setInterval',
    'requestAnimationFrame',
    'requestIdleCallback',
  ]) {
    const real = world[name];
    if (!real) continue;
    world[name] = (/** @type {Function} */ then, /** @type {any[]} */ ...how) => {
      stir();
      const counted = (/** @type {any[]} */ ...args) => {
        stir();
        return then(...args);
      };
      return real.call(world, counted, ...how);
    };
  }
  const { connect } = chrome.runtime;
  chrome.runtime.connect = (/** @type {any[]} */ ...args) => {
    stir();
    return connect(...args);
  };
}

/** @param {import('puppeteer-core').Page} page */
const stirsIn = (page) => page.evaluate(() => Number(document.documentElement.dataset.stirs));

/**
 * Lets a minute pass for a page at once; Chromium only.
 * @param {import('puppeteer-core').Page} page
 */
async function aMinutePasses(page) {
  const client = await page.createCDPSession();
  const over = new Promise((resolve) => client.once('Emulation.virtualTimeBudgetExpired', resolve));
  await client.send('Emulation.setVirtualTimePolicy', { policy: 'advance', budget: 60_000 });
  await over;
  await client.detach();
}

eachBrowser(
  (test, browser) => {
    test('tabs that were open before the installation', async (session) => {
      const box = await session.compose(thread);
      await box.type('I would love to ');
      await session.install();
      await waitFor(
        async () =>
          (
            await session.inContent(box.page, () =>
              Boolean(/** @type {any} */ (globalThis).youfirst),
            )
          )[0],
        'the content script',
      );
      await box.type('pick your brain. ');
      await waitForMarks(box.frame, [PHRASE]);
    });

    test('the background is stopped in mid-typing', async (session) => {
      for (const at of [thread, chat]) {
        const box = await session.compose(at);
        await box.type('I would love to pick your brain. And ');
        await waitForMarks(box.frame, [PHRASE]);
        await stopBackground(session);
        await waitForMarks(box.frame, [PHRASE]);
        await box.type('may I pick your brain? ');
        await waitForMarks(box.frame, [PHRASE, PHRASE]);
        assert.ok(await session.extension.backgroundRuns());
      }
    });

    test('a rule is switched off after the background was stopped', async (session) => {
      const box = await session.compose(thread);
      await box.type('I would love to pick your brain. ');
      const { buttons } = await openByClick(session, box, PHRASE);
      const { rect } = /** @type {any} */ (buttons.find(({ name }) => name === 'Rule off'));
      await stopBackground(session);
      await box.page.mouse.click(rect.x + rect.width / 2, rect.y + rect.height / 2);
      await waitForMarks(box.frame, []);
      assert.deepEqual((await session.settings()).levels, { 'cold-ask.pick-your-brain': 'off' });
    });

    test('a site that swaps its page keeps the marks apart', async (session) => {
      const box = await session.compose(notes);
      await box.type('I would love to pick your brain. ');
      await waitForMarks(box.frame, [PHRASE]);
      // As a site does that goes elsewhere without loading a page: the box is another one.
      const swap = () =>
        box.frame.evaluate(() => {
          history.pushState(null, '', '?elsewhere');
          const old = /** @type {HTMLElement} */ (document.querySelector('#editor'));
          const next = /** @type {HTMLElement} */ (old.cloneNode());
          old.replaceWith(next);
        });
      await swap();
      await waitForMarks(box.frame, []);
      await box.focus();
      await box.type('May I pick your brain? ');
      await waitForMarks(box.frame, [PHRASE]);
      assert.match((await session.state(box.page)).draft.text, /^May I/);
    });

    test('an editor that is drawn anew after Send is read anew', async (session) => {
      const box = await session.compose(notes);
      for (const line of ['I would love to pick your brain. ', 'May I pick your brain? ']) {
        await box.type(line);
        await waitForMarks(box.frame, [PHRASE]);
        await box.frame.evaluate(() => {
          const old = /** @type {HTMLElement} */ (document.querySelector('#editor'));
          const next = /** @type {HTMLElement} */ (old.cloneNode());
          old.replaceWith(next);
          next.focus();
        });
        await waitForMarks(box.frame, []);
        assert.equal((await session.state(box.page)).draft.text, '');
      }
    });

    test('no draft is ever stored', async (session) => {
      for (const at of surfaces) {
        const box = await session.compose(at);
        await box.type('Xylophone secrets: may I pick your brain? ');
        await waitForMarks(box.frame, [PHRASE]);
      }
      const [{ tallies, ...local }, ...others] = await session.extension.background(async () => [
        await chrome.storage.local.get(),
        await chrome.storage.session?.get(),
        await chrome.storage.sync?.get(),
      ]);
      // What fired is counted by the names of our own rules, some of which are words they find.
      for (const [rule, counts] of Object.entries(tallies)) {
        assert.ok(WORDS.has(rule), rule);
        assert.deepEqual(Object.values(counts).map((count) => typeof count), ['number', 'number']);
      }
      const stored = [local, others];
      assert.doesNotMatch(JSON.stringify(stored), /Xylophone|brain|Nakamura|mill|queues/);
    });

    // Only Chromium can let a minute pass at once.
    if (browser === 'chromium') {
      test('a tab that was put to sleep starts afresh', async (session) => {
        const box = await session.compose(fresh);
        await box.type('I would love to pick your brain. ');
        await waitFor(async () => (await session.badge(box.page)) !== '', 'the badge');
        await session.open(thread.url);
        const asleep = await session.extension.background(async (url) => {
          const [tab] = (await chrome.tabs.query({})).filter((each) => each.url === url);
          const { id, discarded } = (await chrome.tabs.discard(tab.id)) ?? {};
          return { discarded, badge: await chrome.action.getBadgeText({ tabId: id }) };
        }, fresh.url);
        assert.deepEqual(asleep, { discarded: true, badge: '' });
      });

      test('idle means no timers and no messages', async (session) => {
        for (const at of [thread, chat]) {
          const page = await session.open(at.url);
          await session.inContent(page, countStirs);
          const box = await session.box(page, at);
          await box.type('I would love to pick your brain. ');
          await waitForMarks(box.frame, [PHRASE]);
          // What was under way comes to its end.
          await aMinutePasses(page);
          await session.inContent(page, countStirs);
          await session.extension.background(countStirs);
          await aMinutePasses(page);
          assert.equal(await stirsIn(page), 0, at.name);
          const inBackground = () => /** @type {any} */ (globalThis).stirs;
          assert.equal(await session.extension.background(inBackground), 0);
          // With the background gone, whoever has something to say opens a port.
          await stopBackground(session);
          await aMinutePasses(page);
          assert.equal(await stirsIn(page), 0, at.name);
          await waitForMarks(box.frame, [PHRASE]);
          await session.extension.startBackground();
        }
      });
    }

    test('an orphaned script says nothing and does nothing', async (session) => {
      const box = await session.compose(thread);
      await box.type('I would love to pick your brain. ');
      await waitForMarks(box.frame, [PHRASE]);
      await session.uninstall();
      await box.type('May I pick your brain? ');
      // Firefox ends a script without a word to it: what it painted stays until the next starts.
      if (session.name === 'chromium') await waitForMarks(box.frame, []);
      await session.install();
      await box.type('Well, pick your brain? ');
      await waitForMarks(box.frame, [PHRASE, PHRASE, PHRASE]);
      const { text } = await box.send();
      assert.match(
        text,
        /^I would love to pick your brain. May I pick your brain\? Well, pick your brain\?\s$/,
      );
    });

    test('settings survive a restart of the browser', async ({ name }) => {
      const profile = await mkdtemp(join(tmpdir(), 'youfirst-'));
      /** @param {(session: Session) => Promise<void>} use */
      const inBrowser = async (use) => {
        const session = await Session.launch(name, { profile });
        try {
          await session.install();
          await use(session);
          await session.assertClean();
        } finally {
          await session.close();
        }
      };
      try {
        await inBrowser(async (session) => {
          const box = await session.compose(chat);
          await box.type('I would love to pick your brain. ');
          await openByClick(session, box, PHRASE);
          await press(session, box, 'Ignore always');
          await waitForMarks(box.frame, []);
        });
        await inBrowser(async (session) => {
          const box = await session.compose(chat);
          const text =
            'I would love to pick your brain. Please share my post with your followers. ';
          const phrases = markedPhrases({ text, site: 'x', channel: 'x-dm' });
          assert.ok(phrases.includes(PHRASE) && phrases.length > 1);
          await box.type(text);
          await waitForMarks(
            box.frame,
            phrases.filter((phrase) => phrase !== PHRASE),
          );
        });
      } finally {
        await rm(profile, { recursive: true, force: true });
      }
    });
  },
  { install: false },
);
