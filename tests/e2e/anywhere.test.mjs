// @ts-check
// Any other site: nothing of ours is there until the icon is clicked, and then only for that page.

import assert from 'node:assert/strict';
import { openByClick, press } from './card.mjs';
import { EDITORS, ELSEWHERE, surfaceOf } from './editors.mjs';
import { eachBrowser, waitFor } from './harness.mjs';
import { waitForMarks } from './marks.mjs';

const TEXT = 'Hi Ada, I would love to pick your brain about pricing. ';
const PHRASE = 'pick your brain';
const [notes] = EDITORS.map(surfaceOf);

/** @typedef {import('./harness.mjs').Session} Session */
/** @typedef {import('puppeteer-core').Page} Page */

/**
 * What the popup says of a page.
 * @param {Session} session
 * @param {Page} page
 */
async function said(session, page) {
  const popup = await session.popup(page);
  const words = await waitFor(
    () => popup.evaluate(() => document.querySelector('#said')?.textContent),
    'words in the popup',
  );
  await popup.close();
  return words;
}

/**
 * Puts an element into the page and the caret into it.
 * @param {Page} page
 * @param {string} html
 */
async function focusOn(page, html) {
  await page.evaluate((/** @type {string} */ source) => {
    const made = new DOMParser().parseFromString(source, 'text/html').body.children[0];
    document.querySelector('main')?.append(made);
  }, html);
  await page.click('main > :last-child .here, main > .here:last-child');
}

eachBrowser((test) => {
  test('a click on the icon reads what is written, and from then on as it is typed', async (session) => {
    const page = await session.open(notes.url);
    await page.click('textarea');
    await page.keyboard.type(TEXT);
    assert.match(await said(session, page), /place/);
    await page.bringToFront();
    await waitForMarks(page.mainFrame(), [PHRASE]);
    await page.keyboard.type('May I pick your brain? ');
    await waitForMarks(page.mainFrame(), [PHRASE, PHRASE]);
    assert.equal(await session.badge(page), '2');
  });

  test('the next page is another matter', async (session) => {
    const box = await session.compose(notes);
    await box.type(TEXT);
    await waitForMarks(box.frame, [PHRASE]);
    await box.page.goto(`${notes.url}?next`);
    await box.focus();
    await box.type(TEXT);
    // Asked of the page itself: no permission reaches it any more.
    assert.deepEqual(await box.page.evaluate(() => [...CSS.highlights.keys()]), []);
    assert.match(await said(session, box.page), /place/);
  });

  test('what is switched off in one place is off here too', async (session) => {
    const boxes = [];
    for (const url of [notes.url, `${notes.url}?other`]) {
      const box = await session.compose({ ...notes, url });
      await box.type(TEXT);
      await waitForMarks(box.frame, [PHRASE]);
      boxes.push(box);
    }
    await openByClick(session, boxes[1], PHRASE);
    await press(session, boxes[1], 'Rule off');
    for (const box of boxes) await waitForMarks(box.frame, []);
  });

  test('searches, secrets and payments are not read', async (session) => {
    const page = await session.open(notes.url);
    for (const html of [
      '<input class="here" type="password">',
      '<input class="here" type="search">',
      '<div role="search"><textarea class="here"></textarea></div>',
      '<textarea class="here" role="combobox"></textarea>',
      '<textarea class="here" autocomplete="cc-name"></textarea>',
      '<form><input autocomplete="cc-number"><textarea class="here"></textarea></form>',
      '<form><input type="password"><textarea class="here"></textarea></form>',
    ]) {
      await focusOn(page, html);
      await page.keyboard.type(TEXT);
      assert.equal(await said(session, page), 'No message open here', html);
    }
    assert.deepEqual(await page.evaluate(() => [...CSS.highlights.keys()]), []);
  });

  test('a frame of another site is out of reach, and the popup says so', async (session) => {
    const page = await session.open(notes.url);
    await page.evaluate((/** @type {string} */ src) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      document.querySelector('main')?.append(frame);
    }, `${ELSEWHERE}/`);
    const frame = await page.waitForFrame((each) => each.url().startsWith(ELSEWHERE));
    await (await frame.waitForSelector('textarea'))?.click();
    await page.keyboard.type(TEXT);
    assert.equal(await said(session, page), 'A page inside the page');
  });

  test('a frame of the same site is read like the page', async (session) => {
    const page = await session.open(notes.url);
    await page.click('textarea');
    await page.keyboard.type('Something else altogether. ');
    await page.evaluate((/** @type {string} */ src) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      document.querySelector('main')?.append(frame);
    }, `${notes.url}?inner`);
    const frame = await page.waitForFrame((each) => each.url().endsWith('?inner'));
    await (await frame.waitForSelector('textarea'))?.click();
    await page.keyboard.type(TEXT);
    assert.match(await said(session, page), /place/);
    await waitForMarks(frame, [PHRASE]);
  });
});
