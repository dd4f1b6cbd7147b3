// @ts-check
// After an afternoon of writing, fixing, ignoring and sending: every place in which the extension or
// a page could have kept something holds no word of a draft, no name, no address.

import assert from 'node:assert/strict';
import { cardOf, openByClick, press, waitForNoCard } from './card.mjs';
import { eachBrowser, waitFor } from './harness.mjs';
import { surface } from './sites.mjs';

/** @typedef {import('./harness.mjs').Session} Session */
/** @typedef {import('./harness.mjs').Box} Box */

const PLACES = ['LinkedIn message page', 'X chat in a shadow root', 'Gmail inline reply'];
const IGNORED = 'pick your brain';
const DRAFTS = [
  `Hello Ada, the orchard by Lindholm stayed with me. I would love to ${IGNORED} about grafting. ` +
    'Please share my zebrafish album with your followers at https://album.example/zf today. ',
  'Hello Ada, an orchard needs bees, and ours came back this spring with the first warm wind. ' +
    'Which zebrafish tank did you choose in Lindholm, and would you choose it again? ',
];
/** Words of the drafts, of the people and of the places; none may be found anywhere. */
const WORDS = /ada|nakamura|lindholm|orchard|graft|zebrafish|album|example\.com|thread\/2|robin/i;

/** Everything that can be kept at the origin of a page. Runs there. */
async function keptHere() {
  const caught = async (/** @type {() => any} */ read) => {
    try {
      return await read();
    } catch {
      return null;
    }
  };
  return JSON.stringify([
    await caught(() => ({ ...localStorage })),
    await caught(() => ({ ...sessionStorage })),
    await caught(() => indexedDB.databases()),
    await caught(() => caches.keys()),
    await caught(() => document.cookie),
    await caught(() => history.state),
    await caught(() => window.name),
  ]);
}

/** Everything that the extension can keep. Runs in its background. */
async function keptByExtension() {
  const areas = [chrome.storage.local, chrome.storage.session, chrome.storage.sync];
  const all = await Promise.all(areas.map((area) => area?.get().catch(() => null)));
  const databases = await indexedDB.databases?.();
  return { areas: all, databases, badge: await chrome.action.getTitle({}) };
}

/** @param {Session} session @param {Box} box */
async function ignore(session, box) {
  await openByClick(session, box, IGNORED);
  await press(session, box, 'Ignore always');
  await waitFor(async () => (await session.settings()).ignored, 'the phrase to be kept');
  await box.page.keyboard.press('Escape');
  await waitForNoCard(session, box);
}

/** It may be asked about first. @param {Session} session @param {Box} box */
async function sendInTheEnd(session, box) {
  const { length } = await box.sent();
  await box.pressSend();
  const what = await waitFor(
    async () => ((await box.sent()).length > length ? 'sent' : await cardOf(session, box)),
    'the message to be sent, or a question',
  );
  if (what === 'sent') return;
  await press(session, box, 'Send as it is');
  await waitForNoCard(session, box);
  await box.send();
}

eachBrowser((test) => {
  test('nothing of what was written is kept', async (session) => {
    await session.keep({ extras: { memory: true, pause: true } });
    let messages = 0;
    for (const name of PLACES) {
      const box = await session.compose(surface(name));
      for (const draft of DRAFTS.slice(name.startsWith('Gmail') ? 1 : 0)) {
        await box.focus();
        await box.type(draft);
        if (messages === 0) await ignore(session, box);
        await sendInTheEnd(session, box);
        messages += 1;
        await waitFor(
          async () => (await session.stored()).memory?.sketches.length === messages,
          'the message to be counted',
        );
      }
      assert.doesNotMatch(await box.page.evaluate(keptHere), WORDS, name);
    }
    const { areas, ...rest } = await session.extension.background(keptByExtension);
    const { settings, memory } = areas[0];
    assert.deepEqual(settings.ignored.map((/** @type {any} */ { phrase }) => phrase), [IGNORED]);
    assert.equal(Object.keys(memory.contacts).length, PLACES.length);
    assert.doesNotMatch(JSON.stringify([areas, rest]), WORDS);
    assert.deepEqual(Object.keys(areas[0]).sort(), ['memory', 'settings', 'tallies']);
    assert.deepEqual(areas.slice(1).filter((/** @type {any} */ area) => area && Object.keys(area).length > 0), []);
  });
});
