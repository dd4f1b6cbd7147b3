// @ts-check
// Photographs every page and state of ours into tests/screenshots/, for people to look at:
// `./build.sh shots`. With `--readme` it takes the pictures of the README instead.

import { mkdir, rm } from 'node:fs/promises';
import { cardOf } from './card.mjs';
import { Box, browsers, distFolder, screenshots, Session, waitFor } from './harness.mjs';
import { openBuild } from './open-build.mjs';
import { draftIn, NARROW, SCENES, show } from './states.mjs';
import { surfaces } from './sites.mjs';
import { serveWww } from './www.mjs';

/** @typedef {import('./states.mjs').How} How */
/** @typedef {import('./states.mjs').State} State */

/** @type {Record<string, How>} */
const WAYS = {
  light: {},
  'light-320': { size: NARROW },
  dark: { theme: 'dark' },
  'dark-320': { theme: 'dark', size: NARROW },
  'right-to-left': { rtl: true },
  'forced-colours': { forced: true },
};

/**
 * A page of ours is taken in all its length, a page of others as far as the window shows it.
 * @param {State} state
 */
async function stretch({ page, part }) {
  const { width, height } = page.viewport() ?? NARROW;
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  if (!part.includes('>>>') && whole > height) await page.setViewport({ width, height: whole });
}

/** @param {Session} session @returns {Promise<number>} how many were taken */
async function everything(session) {
  const folder = `${screenshots}${session.name}/`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  let taken = 0;
  for (const scene of Object.values(SCENES)) {
    for await (const state of scene(session)) {
      for (const [way, how] of Object.entries(WAYS)) {
        if (how.forced && session.name !== 'chromium') continue;
        await show(session, state, how);
        await stretch(state);
        const path = `${folder}${state.name.replaceAll(' ', '-')}-${way}.png`;
        await state.page.screenshot({ path });
        taken += 1;
      }
      await show(session, state);
    }
    await session.closePages();
    await session.forget();
  }
  for (const at of surfaces) {
    const { page } = await draftIn(session, at);
    await page.screenshot({ path: `${folder}box-${at.name.replaceAll(/[^\w]+/g, '-')}.png` });
    await session.closePages();
  }
  return taken + surfaces.length;
}

/** One state of a scene. @param {Session} session @param {keyof typeof SCENES} scene @param {string} name */
async function reach(session, scene, name) {
  for await (const state of SCENES[scene](session)) if (state.name === name) return state;
  throw new Error(`no state called ${name}`);
}

/** @param {string} name */
const forReadme = (name) => `www/images/${name}.png`;

/** The page of three boxes with a card open in the first. @param {Session} session */
async function cardForReadme(session) {
  const server = await serveWww();
  const page = session.watch(await session.browser.newPage());
  await page.goto(`${server.address}boxes.html`);
  await page.bringToFront();
  const surface = /** @type {any} */ ({ editor: '[data-site="linkedin"] .box', newline: 'Enter' });
  const box = new Box(page, page.mainFrame(), surface);
  await box.focus();
  await box.type(
    'Hi Ada,\nThanks for connecting! I would love to pick your brain about pricing. Thanks in advance. ',
  );
  await waitFor(async () => {
    await box.press('Alt+Period');
    return (await cardOf(session, box))?.text.includes('free work');
  }, 'the card');
  await page.screenshot({ path: forReadme('card') });
  server.close();
}

/** @param {Session} session */
async function pagesForReadme(session) {
  for (const [scene, name, size] of /** @type {const} */ ([
    ['popup', 'popup draft', undefined],
    ['options', 'options at rest', { width: 1000, height: 700 }],
  ])) {
    const state = await reach(session, scene, name);
    await show(session, state, { size });
    await state.page.screenshot({ path: forReadme(scene) });
    await session.closePages();
  }
}

/**
 * @template T
 * @param {import('./harness.mjs').BrowserName} name
 * @param {string} folder of the build
 * @param {(session: Session) => Promise<T>} work
 */
async function inBrowser(name, folder, work) {
  const session = await Session.launch(name, { folder });
  try {
    await session.install();
    return await work(session);
  } finally {
    await session.close();
  }
}

if (process.argv.includes('--readme')) {
  await inBrowser('chromium', `${distFolder}/demo`, cardForReadme);
  await inBrowser('chromium', openBuild('chromium'), pagesForReadme);
  console.log('www/images: 3 pictures');
} else {
  for (const name of browsers) {
    const taken = await inBrowser(name, openBuild(name), everything);
    console.log(`tests/screenshots/${name}: ${taken} pictures`);
  }
}
