// @ts-check
// One browser with the built extension, at the real addresses of the sites, offline.

import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { Box } from './box.mjs';
import * as chromium from './chromium.mjs';
import * as firefox from './firefox.mjs';
import { deadEnd, serve } from './network.mjs';
import { waitFor } from './wait.mjs';

/**
 * @typedef {'chromium' | 'firefox'} BrowserName
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {import('./sites.mjs').Surface} Surface
 */

/**
 * The toolbar popup, open.
 * @typedef {object} Popup
 * @property {(fn: (...args: any[]) => any, ...args: any[]) => Promise<any>} evaluate
 * @property {(path: string) => Promise<void>} screenshot
 * @property {() => boolean | Promise<boolean>} isOpen
 * @property {() => Promise<void>} close
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
export const screenshots = `${root}tests/screenshots/`;

/** Where the build put everything; `YOUFIRST_DIST` points elsewhere. */
export const distFolder = process.env.YOUFIRST_DIST ?? `${root}dist`;

/** A built extension. @param {BrowserName} name */
export const dist = (name) => `${distFolder}/${name}`;

/** One browser with, after `install`, YouFirst in it. */
export class Session {
  /** Errors in pages and in the extension since the last look. @type {string[]} */
  problems = [];
  /** Requests for anything but the fixtures. @type {string[]} */
  strays = [];
  /** Pages that the test opened. @type {Page[]} */
  pages = [];
  /** Popups that the test opened. @type {Popup[]} */
  popups = [];

  /**
   * @param {BrowserName} name
   * @param {{profile?: string, folder?: string}} options `profile` is a folder that outlives the
   *   browser, `folder` holds another build than the browser's own
   */
  static async launch(name, { profile, folder = dist(name) } = {}) {
    const session = new Session();
    session.name = name;
    session.folder = folder;
    session.proxy = await deadEnd((request) => session.strays.push(request));
    const options = (name === 'chromium' ? chromium : firefox).launchOptions(session.proxy.port);
    session.browser = await puppeteer.launch({
      browser: name === 'chromium' ? 'chrome' : 'firefox',
      headless: true,
      userDataDir: profile,
      defaultViewport: { width: 1200, height: 800 },
      protocolTimeout: 30_000,
      ...options,
    });
    return session;
  }

  /** @type {BrowserName} */
  name = 'chromium';
  folder = '';
  /** @type {Awaited<ReturnType<typeof deadEnd>>} */
  // @ts-ignore: set by `launch`, as are the next two.
  proxy;
  /** @type {import('puppeteer-core').Browser} */
  // @ts-ignore
  browser;
  /** @type {chromium.ChromiumExtension | firefox.FirefoxExtension} */
  // @ts-ignore
  extension;

  /**
   * Installs the built extension.
   * @param {{welcome?: boolean}} [options] whether the page of the first run is wanted
   */
  async install({ welcome = false } = {}) {
    const id = await this.browser.installExtension(this.folder);
    const problem = (/** @type {string} */ text) => this.problems.push(text);
    this.extension =
      this.name === 'chromium'
        ? new chromium.ChromiumExtension(this.browser, id, problem, waitFor)
        : new firefox.FirefoxExtension(this.browser, id, waitFor);
    const first = await this.extension.welcome();
    if (welcome) return this.watch(first);
    await first.close();
    return undefined;
  }

  /** Removes the extension from under its open pages. */
  async uninstall() {
    await this.browser.uninstallExtension(this.extension.id);
    // @ts-ignore: as before `install`.
    this.extension = undefined;
  }

  /** A new page that is served from the fixtures. @param {string} url */
  async open(url) {
    const page = this.watch(await this.browser.newPage());
    await serve(page, (request) => this.strays.push(request));
    await page.goto(url);
    await page.bringToFront();
    return page;
  }

  /** Errors in a page are failures of the test. @param {Page} page */
  watch(page) {
    this.pages.push(page);
    page.on('pageerror', (error) => this.problems.push(`page: ${error}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(`console: ${message.text()}`);
    });
    return page;
  }

  /** Opens a surface and puts the caret into its box. @param {Surface} surface */
  async compose(surface) {
    return this.box(await this.open(surface.url), surface);
  }

  /** Puts the caret into the box of a surface that is open. @param {Page} page @param {Surface} surface */
  async box(page, surface) {
    const { frame: address } = surface;
    const frame = address
      ? await page.waitForFrame((each) => each.url().includes(address))
      : page.mainFrame();
    const box = new Box(page, frame, surface);
    await box.focus();
    if (!surface.site && this.extension) await this.lend(page);
    return box;
  }

  /** A click on the toolbar icon, by which YouFirst may read the page. @param {Page} page */
  async lend(page) {
    const popup = await this.popup(page);
    await waitFor(
      async () => (await this.inContent(page, () => 'youfirst' in globalThis))[0],
      'the content script',
    );
    await popup.close();
    await page.bringToFront();
  }

  /** One of the extension's pages in a tab. @param {string} path */
  async openTab(path) {
    return this.watch(await this.extension.openTab(path));
  }

  /** Clicks the toolbar icon while `page` is in front. @param {Page} page */
  async popup(page) {
    const popup = await this.extension.popup(page);
    this.popups.push(popup);
    return popup;
  }

  /**
   * Runs a function in the content scripts of a page, one result a frame.
   * @param {Page} page
   * @param {() => any} fn
   * @returns {Promise<any[]>}
   */
  async inContent(page, fn) {
    const url = await page.evaluate(() => location.href);
    // In our own page it is a script of the page.
    if (/^(chrome|moz)-extension:/.test(url)) return [await page.evaluate(fn)];
    // The function is written into the source: the background's policy lets no text become code.
    const run = new Function(
      'url',
      `return (async () => {
      const tabs = (await chrome.tabs.query({})).filter((each) => each.url === url);
      const tab = tabs.find((each) => each.active) ?? tabs[0];
      const target = { tabId: tab.id, allFrames: true };
      const results = await chrome.scripting.executeScript({ target, func: ${fn} });
      return results.map((each) => each.result ?? null);
    })()`,
    );
    return this.extension.background(/** @type {any} */ (run), url);
  }

  /** What the extension has stored, all of it. @returns {Promise<Record<string, any>>} */
  stored() {
    return this.extension.background(() => chrome.storage.local.get());
  }

  /** The settings that are stored. */
  settings = async () => (await this.stored()).settings ?? {};

  /** Has settings stored as if they had been all along. @param {object} settings */
  async keep(settings) {
    await this.extension.background(
      (/** @type {object} */ kept) =>
        chrome.storage.local.set({ settings: { version: 1, ...kept } }),
      settings,
    );
    await this.extension.stopBackground();
  }

  /**
   * Changes settings as an open page of the extension does.
   * @param {Page} options
   * @param {object} changes
   */
  async update(options, changes) {
    await options.evaluate((payload) => {
      const port = chrome.runtime.connect({ name: 'page' });
      port.postMessage({ id: 1, verb: 'update', payload });
      return new Promise((resolve) => port.onMessage.addListener(() => resolve(null)));
    }, changes);
  }

  /** The box of a page that had the focus last, as the popup is told. @param {Page} page */
  async state(page) {
    const states = await this.inContent(page, () =>
      /** @type {any} */ (globalThis).youfirst?.state(),
    );
    return states.filter(Boolean).sort((a, b) => b.focusedAt - a.focusedAt)[0];
  }

  /** Takes the extension back to the day of its installation. */
  async forget() {
    const { tallies, ...kept } = await this.stored();
    // Counts are read anew each time: for them alone no worker has to be stopped.
    if (Object.keys(kept).length === 0) {
      if (tallies) await this.extension.background(() => chrome.storage.local.remove('tallies'));
      return;
    }
    await this.extension.background(() => chrome.storage.local.clear());
    await this.extension.stopBackground();
    await this.extension.startBackground();
  }

  /** The number by which the browser knows a page's tab. @param {Page} page @returns {Promise<number>} */
  async tabOf(page) {
    const url = await page.evaluate(() => location.href);
    return this.extension.background(
      async (/** @type {string} */ address) =>
        (await chrome.tabs.query({})).find((tab) => tab.url === address)?.id,
      url,
    );
  }

  /** The text on the toolbar icon of a page. @param {Page} page @returns {Promise<string>} */
  async badge(page) {
    return this.extension.background(
      async (/** @type {number} */ tabId) => chrome.action.getBadgeText({ tabId }),
      await this.tabOf(page),
    );
  }

  /** Fails where a page, the extension or the network did what it must not. */
  async assertClean() {
    if (this.extension) this.problems.push(...(await this.extension.takeErrors()));
    const all = [...this.problems.splice(0), ...this.strays.splice(0)];
    if (all.length > 0) throw new Error(`not clean:\n  ${all.join('\n  ')}`);
  }

  /** Keeps what every open page shows. @param {string} label */
  async screenshot(label) {
    await mkdir(screenshots, { recursive: true });
    const name = `${this.name}-${label}`.replace(/[^a-zA-Z0-9]+/g, '-').slice(0, 100);
    for (const [index, page] of this.pages.entries()) {
      await page.bringToFront();
      await page.screenshot({ path: `${screenshots}${name}-${index}.png` });
    }
  }

  /** Closes the pages of a test; the browser's first, blank one stays. */
  async closePages() {
    for (const popup of this.popups.splice(0)) if (await popup.isOpen()) await popup.close();
    for (const page of this.pages.splice(0)) if (!page.isClosed()) await page.close();
  }

  async close() {
    await this.browser.close();
    this.proxy.close();
  }
}
