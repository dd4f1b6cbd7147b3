// @ts-check
// Every page of ours and every state it can be in, one after the other: what is judged for
// access, compared with its baseline and photographed. A new state is one more `yield`.

import { openByKeys, press, waitForCard } from './card.mjs';
import { click } from './form.mjs';
import { waitFor } from './harness.mjs';
import { marks, settled } from './marks.mjs';
import { optionsStates } from './options-states.mjs';
import { surface } from './sites.mjs';
import { serveWww } from './www.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('./harness.mjs').Session} Session */
/** @typedef {import('./harness.mjs').Box} Box */
/**
 * @typedef {object} State
 * @property {string} name
 * @property {Page} page
 * @property {string} part what is looked at: a selector of puppeteer's
 * @property {{width: number, height: number}} size at which it is usually seen
 */
/** @typedef {(session: Session) => AsyncGenerator<State>} Scene */

export const THEMES = /** @type {const} */ (['light', 'dark']);
/** WCAG's narrowest window. */
export const NARROW = { width: 320, height: 640 };
export const WINDOW = { width: 1200, height: 900 };
const TOOLBAR = { width: 392, height: 510 };

export const DRAFT =
  'Hi Ada,\nI’m excited to announce my new podcast. I loved your talk on queues in Berlin! ' +
  'I’d love to pick your brain, and please share it with your followers ASAP.\nNo worries if not. ' +
  'Thanks in advance ';
const BUBBLE = surface('LinkedIn bubble on a classic page');
/** Where our card is in a page of others. */
export const CARD = 'html > [popover] >>> .card';

/** @param {Session} session @param {import('./sites.mjs').Surface} [at] */
export async function draftIn(session, at = BUBBLE) {
  const box = await session.compose(at);
  await box.type(DRAFT);
  await waitFor(async () => (await marks(box.frame)).length > 4, 'marks');
  return box;
}

/**
 * A page of the extension has said what it has to say.
 * @param {Page} page
 */
const ready = (page) => page.waitForSelector('main:not([aria-busy])');

/** The next change is taken back by the editor. @param {Box} box */
async function takesNothing(box) {
  await (await box.editor()).evaluate((editor) => {
    const before = editor.cloneNode(true).childNodes;
    editor.addEventListener('input', () => editor.replaceChildren(...before), { once: true });
  });
}

/** @type {Scene} */
async function* popup(session) {
  /** @param {string} name @param {Page} page @param {RegExp} says what must be there to read */
  const opened = async (name, page, says) => {
    const tabId = await session.tabOf(page);
    const tab = await session.openTab(`popup.html?tab=${tabId}`);
    await ready(tab);
    const read = () => tab.evaluate(() => document.body.innerText);
    await waitFor(async () => says.test(await read()), `the popup to say ${says}`);
    return { name: `popup ${name}`, page: tab, part: 'body', size: TOOLBAR };
  };
  const box = await draftIn(session);
  const draft = await opened('draft', box.page, /to look at/);
  yield draft;
  for (const view of ['glance', 'causes']) {
    await click(draft.page, `label:has(#view-${view})`);
    yield { ...draft, name: `popup ${view}` };
  }
  await click(draft.page, 'label:has(#view-places)');
  await takesNothing(box);
  await click(draft.page, '[data-part="apply"]');
  await draft.page.waitForSelector('#trouble', { visible: true });
  yield { ...draft, name: 'popup trouble' };
  await box.page.bringToFront();
  await box.focus();
  await box.press('Control+a');
  await box.type('Hello ');
  yield opened('too short', box.page, /No score yet/);
  await box.page.bringToFront();
  await box.type('zusammen, ich wollte fragen, ob ihr nächste Woche Zeit für mich habt. ');
  yield opened('not English', box.page, /English/);
  const known = await draftIn(session, surface('LinkedIn message page'));
  yield opened('with a thread', known.page, /So far/);
  await known.page.close();
  const page = await session.open(surface('LinkedIn message page').url);
  yield opened('no box', page, /No message open here/);
  await page.bringToFront();
  await page.evaluate(() =>
    document.querySelector('main')?.append(document.createElement('textarea')),
  );
  await page.click('main > textarea');
  yield opened('unreadable', page, /can’t be read|could not be read/);
  const other = await session.openTab('options.html');
  yield opened('unsupported', other, /Not on this page/);
  await session.update(other, { sites: { linkedin: 'popup' } });
  yield opened('popup only', box.page, /opup only|raws nothing/);
  await session.update(other, { sites: { linkedin: 'off' } });
  const off = await opened('off', box.page, /Off on LinkedIn/);
  yield off;
  await session.keep({ version: 99 });
  await off.page.bringToFront();
  await off.page.click('#site');
  await off.page.waitForFunction(() => /did not/.test(document.body.innerText));
  yield { ...off, name: 'popup error' };
}

/** @type {Scene} */
async function* card(session) {
  const box = await draftIn(session);
  const state = (/** @type {string} */ name) => ({
    ...{ name: `card ${name}`, page: box.page, part: CARD, size: WINDOW },
  });
  await openByKeys(session, box);
  const first = await waitForCard(session, box);
  let { message } = first;
  /** @type {Set<string>} */
  const seen = new Set();
  for (let at = 1; !seen.has(message); at += 1) {
    yield state(`${at}`);
    seen.add(message);
    await box.page.keyboard.press('ArrowRight');
    const turned = async () => (await waitForCard(session, box)).message !== message;
    await waitFor(turned, 'the next note');
    ({ message } = await waitForCard(session, box));
  }
  await press(session, box, 'Why');
  const told = async () => (await waitForCard(session, box)).text.includes('But ');
  await waitFor(told, 'what is known of the family');
  yield state('why');
  await takesNothing(box);
  const turn = async () => {
    await box.page.keyboard.press('ArrowRight');
    return (await waitForCard(session, box)).buttons.some(({ name }) => name === 'Apply');
  };
  await waitFor(turn, 'a note with a fix');
  await press(session, box, 'Apply');
  const refused = async () => (await waitForCard(session, box)).text.includes('did not take');
  await waitFor(refused, 'the trouble');
  yield state('trouble');
  await press(session, box, 'Ignore always');
  await waitFor(async () => /undo/i.test((await waitForCard(session, box)).text), 'what was done');
  yield state('done');
  const other = await session.openTab('options.html');
  await session.update(other, { extras: { pause: true } });
  const last = await session.compose(BUBBLE);
  await last.type('Hello Ada, the reading in [Town] stayed with me for days. ');
  await waitFor(async () => (await marks(last.frame)).length > 0, 'the mark of the blank');
  await last.pressSend();
  await waitForCard(session, last);
  yield { ...state('before sending'), page: last.page };
}

/** @type {Scene} */
async function* welcome(session) {
  const page = await session.openTab('welcome.html');
  await waitFor(async () => (await marks(page.mainFrame())).length > 2, 'marks');
  yield { name: 'welcome', page, part: 'body', size: WINDOW };
  await click(page, 'summary');
  await page.select('#sites select', 'popup');
  yield { name: 'welcome told more', page, part: 'body', size: WINDOW };
}

/** @type {Scene} */
async function* playground(session) {
  const server = await serveWww();
  try {
    const page = session.watch(await session.browser.newPage());
    await page.goto(server.address);
    await page.waitForSelector('main:not([aria-busy])');
    yield { name: 'playground', page, part: 'body', size: WINDOW };
    await page.goto(`${server.address}boxes.html`);
    yield { name: 'boxes', page, part: 'body', size: WINDOW };
  } finally {
    server.close();
  }
}

export const SCENES = { popup, card, options: optionsStates, welcome, playground };

/**
 * @typedef {object} How a state is shown
 * @property {'light' | 'dark'} [theme]
 * @property {{width: number, height: number}} [size]
 * @property {boolean} [rtl] read from right to left
 * @property {boolean} [forced] in the few colours of the system's own; Chromium's alone
 */

/**
 * Shows a state otherwise. What the popup says is all in sight in a tab; at its usual size it is as
 * the toolbar shows it.
 * @param {Session} session
 * @param {State} state
 * @param {How} [how]
 */
export async function show(session, { page, part, size: usual }, how = {}) {
  const { theme = 'light', size = usual, rtl = false, forced = false } = how;
  await page.bringToFront();
  await session.extension.theme(page, theme);
  await forceColours(page, forced);
  await page.setViewport(size);
  await page.evaluate(
    ([outer, inner], dir, mayBeTab, isTab) => {
      const root = document.documentElement;
      const turned = inner ? document.querySelector(outer)?.shadowRoot?.querySelector(inner) : root;
      turned?.setAttribute('dir', dir);
      if (mayBeTab) root.classList.toggle('tab', isTab);
    },
    part.split(' >>> '),
    rtl ? 'rtl' : 'ltr',
    usual === TOOLBAR,
    size !== TOOLBAR,
  );
  await settled(page.mainFrame());
}

/** What is forced lasts as long as the connection that asked for it. @type {WeakMap<Page, any>} */
const forcing = new WeakMap();

/** @param {Page} page @param {boolean} on */
async function forceColours(page, on) {
  if (!on && !forcing.has(page)) return;
  const client = forcing.get(page) ?? (await page.createCDPSession());
  forcing.set(page, client);
  const features = [{ name: 'forced-colors', value: on ? 'active' : '' }];
  await client.send('Emulation.setEmulatedMedia', { features });
}
