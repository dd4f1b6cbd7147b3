// @ts-check
// `./build.sh run`: a real browser with the demo build, the page of three boxes and the
// playground. With a display it stays open until it is closed; without one it shows the main job
// by itself: it types into each box, opens a card, takes screenshots into dist/screenshots/ and
// prints what it saw.

import { mkdir } from 'node:fs/promises';
import puppeteer from 'puppeteer-core';
import { cardOf } from './card.mjs';
import { launchOptions } from './chromium.mjs';
import { marked } from './core.mjs';
import { Box, distFolder, Session, waitFor } from './harness.mjs';
import { waitForMarks } from './marks.mjs';
import { serveWww } from './www.mjs';

const demo = `${distFolder}/demo`;
const screenshots = `${distFolder}/screenshots`;

/** What the headless run types into each box. */
const BOXES = [
  {
    name: 'LinkedIn-like',
    site: 'linkedin',
    newline: 'Enter',
    text: 'Hi Ada,\nThanks for connecting! I would love to pick your brain about pricing. Thanks in advance. ',
  },
  {
    name: 'X-like',
    site: 'x',
    newline: 'Shift+Enter',
    text: 'Hi Ada! I’m excited to announce my new podcast.\nPlease share it with your followers ASAP. ',
  },
  {
    name: 'Gmail-like',
    site: 'gmail',
    newline: 'Enter',
    text: 'Hi Ada,\nJust following up again. Could you introduce me to your editor? I know you’re busy. ',
  },
];

/** For people: the browser is theirs until they close it. @param {string} address */
async function show(address) {
  const browser = await puppeteer.launch({
    ...launchOptions(),
    headless: false,
    defaultViewport: null,
  });
  await browser.installExtension(demo);
  const [page] = await browser.pages();
  await page.goto(`${address}boxes.html`);
  const playground = await browser.newPage();
  await playground.goto(address);
  await page.bringToFront();
  console.log(`Three boxes to write in: ${address}boxes.html\nPlayground: ${address}`);
  console.log('Close the browser to end this.');
  await new Promise((resolve) => browser.once('disconnected', resolve));
}

/**
 * Types into one box and waits until just the phrases are marked that the core finds in it.
 * @param {import('puppeteer-core').Page} page
 * @param {typeof BOXES[number]} at
 * @param {string[]} before phrases that are marked in other boxes
 */
async function compose(page, { name, site, newline, text }, before) {
  const surface = /** @type {any} */ ({ name, editor: `[data-site="${site}"] .box`, newline });
  const box = new Box(page, page.mainFrame(), surface);
  await box.focus();
  await box.type(text);
  const found = marked({ text });
  if (found.length === 0) throw new Error(`the core finds nothing in the ${name} draft`);
  before.push(...found.map(({ quote }) => quote));
  await waitForMarks(page.mainFrame(), before);
  return { box, found };
}

/** @param {Session} session @param {string} address */
async function demonstrate(session, address) {
  const page = session.watch(await session.browser.newPage());
  await page.goto(`${address}boxes.html`);
  await page.bringToFront();
  /** @type {string[]} */
  const phrases = [];
  for (const at of BOXES) {
    const { box, found } = await compose(page, at, phrases);
    console.log(`\n${at.name} box: ${found.length} marks`);
    for (const { severity, quote } of found) console.log(`  ${severity.padEnd(6)} ${quote}`);
    const popup = await session.popup(page);
    const score = await waitFor(
      () =>
        popup.evaluate(() =>
          document.querySelector('[role="meter"]')?.getAttribute('aria-valuetext'),
        ),
      'the score',
    );
    console.log(`  score  ${score}`);
    await popup.screenshot(`${screenshots}/popup-${at.site}.png`);
    await popup.close();
    await box.focus();
    await box.press('Alt+Period');
    const card = await waitFor(() => cardOf(session, box), 'the card');
    console.log(`  card   ${card.message}`);
    await page.screenshot({ path: `${screenshots}/${at.site}.png` });
    await page.keyboard.press('Escape');
  }
  await page.goto(address);
  await page.waitForSelector('main:not([aria-busy])');
  await page.screenshot({ path: `${screenshots}/playground.png` });
}

const server = await serveWww();
try {
  if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY) {
    await show(server.address);
  } else {
    await mkdir(screenshots, { recursive: true });
    const session = await Session.launch('chromium', { folder: demo });
    try {
      await session.install();
      await demonstrate(session, server.address);
      await session.assertClean();
    } finally {
      await session.close();
    }
    console.log(
      '\nThere is no display: this was typed by a headless browser. Screenshots: dist/screenshots/',
    );
  }
} finally {
  server.close();
}
