// @ts-check
// Photographs everything that YouFirst shows, for people to look at: `node tests/e2e/shots.mjs`.
// The pictures go to tests/screenshots/; `YOUFIRST_BROWSERS=firefox` takes Firefox's.

import { mkdir } from 'node:fs/promises';
import { openByKeys, press, waitForCard } from './card.mjs';
import { browsers, screenshots, Session, waitFor } from './harness.mjs';
import { marks } from './marks.mjs';
import { surface, surfaces } from './sites.mjs';
import { serveWww } from './www.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('./harness.mjs').Box} Box */

const THEMES = /** @type {const} */ (['light', 'dark']);
const DRAFT =
  'Hi Ada,\nI’m excited to announce my new podcast. I loved your talk on queues in Berlin! ' +
  'I’d love to pick your brain, and please share it with your followers ASAP.\nNo worries if not. ' +
  'Thanks in advance ';

/** @param {Session} session @param {Page} page @param {string} name */
async function shoot(session, page, name) {
  await page.screenshot({ path: `${screenshots}shot-${session.name}-${name}.png` });
}

/** @param {Session} session @param {import('./sites.mjs').Surface} at */
async function draftIn(session, at) {
  const box = await session.compose(at);
  await box.type(DRAFT);
  await waitFor(async () => (await marks(box.frame)).length > 4, 'marks');
  return box;
}

/** @param {Session} session @param {import('./harness.mjs').Popup} popup */
async function popupViews(session, popup) {
  for (const view of ['causes', 'glance', 'places']) {
    const choose = (/** @type {string} */ id) => document.getElementById(id)?.click();
    await popup.evaluate(choose, `view-${view}`);
    const name = view === 'places' ? 'popup' : `popup-${view}`;
    await popup.screenshot(`${screenshots}shot-${session.name}-${name}.png`);
  }
}

/** @param {Session} session */
async function boxes(session) {
  for (const at of surfaces) {
    const { page } = await draftIn(session, at);
    await shoot(session, page, `box-${at.name.replaceAll(' ', '-')}`);
    const popup = await session.popup(page);
    await waitFor(() => popup.evaluate(() => !document.querySelector('[aria-busy]')), 'the popup');
    if (at === surfaces[0]) await popupViews(session, popup);
    await session.closePages();
  }
}

/** @param {Session} session */
async function cards(session) {
  const at = surface('LinkedIn overlay in a shadow root');
  for (const theme of THEMES) {
    for (const [width, height] of [
      [1200, 800],
      [360, 640],
    ]) {
      const box = await draftIn(session, at);
      await session.extension.theme(box.page, theme);
      await box.page.setViewport({ width, height });
      await openByKeys(session, box);
      await press(session, box, 'Why');
      const told = async () => (await waitForCard(session, box)).text.includes('But ');
      await waitFor(told, 'what is known of the family');
      await shoot(session, box.page, `card-${theme}-${width}-why`);
      for (let index = 0; index < 5; index += 1) {
        await shoot(session, box.page, `card-${theme}-${width}-${index}`);
        const { message } = await waitForCard(session, box);
        await box.page.keyboard.press('ArrowRight');
        await waitFor(
          async () => (await waitForCard(session, box)).message !== message,
          'the next',
        );
      }
      await session.closePages();
    }
  }
}

/** @param {Session} session */
async function pages(session) {
  const { page } = await draftIn(session, surfaces[0]);
  const tabId = await session.extension.background(
    async (/** @type {string} */ url) =>
      (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id,
    surfaces[0].url,
  );
  for (const theme of THEMES) {
    const popup = await session.openTab(`popup.html?tab=${tabId}`);
    await session.extension.theme(popup, theme);
    await waitFor(() => popup.evaluate(() => !document.querySelector('[aria-busy]')), 'the popup');
    await shoot(session, popup, `popup-tab-${theme}`);
    const options = await session.openTab('options.html');
    await session.extension.theme(options, theme);
    await options.waitForSelector('#families .rule');
    await shoot(session, options, `options-${theme}`);
    await options.setViewport({ width: 360, height: 800 });
    await shoot(session, options, `options-${theme}-360`);
    await options.setViewport({ width: 1200, height: 1100 });
    await (await options.waitForSelector('#families summary', { visible: true }))?.click();
    await shoot(session, options, `options-${theme}-rule`);
    await ruleForm(session, options, theme);
  }
  await page.close();
  await session.closePages();
}

/** @param {Session} session @param {Page} options @param {string} theme */
async function ruleForm(session, options, theme) {
  await options.click('#add');
  await options.type('#message', 'It may sound small to you alone.');
  await options.click('#kind-regex');
  await options.type('#regex', '\\b(quick|tiny favou?r');
  await options.type('#fires', 'Do me a tiny favour.');
  await options.focus('#save');
  await options.keyboard.press('Enter');
  await waitFor(
    () => options.$eval('#patterns-faults', (list) => list.textContent?.trim()),
    'an error',
  );
  await shoot(session, options, `options-${theme}-fault`);
  await options.$eval('#regex', (field) => /** @type {HTMLTextAreaElement} */ (field).select());
  await options.focus('#regex');
  await options.keyboard.press('End');
  await options.keyboard.type(')\\b');
  await waitFor(
    () => options.$eval('#patterns-faults', (list) => !list.textContent?.trim()),
    'no error',
  );
  await options.focus('#add-suggestion');
  await options.keyboard.press('Enter');
  await options.keyboard.type('$1 question');
  await shoot(session, options, `options-${theme}-form`);
}

/** @param {Session} session */
async function playground(session) {
  const server = await serveWww();
  const page = session.watch(await session.browser.newPage());
  for (const theme of THEMES) {
    for (const width of [1200, 360]) {
      await page.setViewport({ width, height: 900 });
      await page.goto(server.address);
      await session.extension.theme(page, theme);
      await page.waitForSelector('main:not([aria-busy])');
      await shoot(session, page, `playground-${theme}-${width}`);
      await page.goto(`${server.address}boxes.html`);
      await shoot(session, page, `boxes-${theme}-${width}`);
    }
  }
  await session.closePages();
  server.close();
}

await mkdir(screenshots, { recursive: true });
for (const name of browsers) {
  const session = await Session.launch(name);
  try {
    await session.install();
    for (const part of [boxes, cards, pages, playground]) await part(session);
  } finally {
    await session.close();
  }
}
