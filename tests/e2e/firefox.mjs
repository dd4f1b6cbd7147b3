// @ts-check
// What only Firefox can do for the tests. WebDriver BiDi alone reaches neither the toolbar popup
// nor the background; with `--remote-allow-system-access` the browser's own scope does.

import { writeFile } from 'node:fs/promises';
import { findBrowser } from './find.mjs';
import * as chrome from './firefox-chrome.mjs';

/** @typedef {import('./harness.mjs').Popup} Popup */
/** @typedef {{connection: {send(method: string, params: object): Promise<{result: any}>}}} Bidi */

/** @param {number} proxyPort */
export function launchOptions(proxyPort) {
  return {
    executablePath: findBrowser('FIREFOX', ['firefox-esr', 'firefox']),
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      // Screenshots show what comes to rest.
      'ui.prefersReducedMotion': 1,
      // An unpacked extension is temporary: without these its storage goes with the session.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
    },
  };
}

/** The extension as Firefox shows it to the tests. */
export class FirefoxExtension {
  /**
   * @param {import('puppeteer-core').Browser} browser
   * @param {string} id
   * @param {(condition: () => any, what: string) => Promise<any>} waitFor
   */
  constructor(browser, id, waitFor) {
    this.browser = browser;
    this.id = id;
    this.waitFor = waitFor;
  }

  /**
   * Runs a function in the browser window's own scope.
   * @param {(...args: any[]) => any} fn
   * @param {...any} args
   */
  async #chrome(fn, ...args) {
    const { connection } = /** @type {Bidi} */ (/** @type {unknown} */ (this.browser));
    const tree = await connection.send('browsingContext.getTree', {
      'moz:scope': 'chrome',
      maxDepth: 0,
    });
    const { result } = await connection.send('script.evaluate', {
      expression: `(async () => JSON.stringify(await (${fn})(...${JSON.stringify(args)})))()`,
      target: { context: tree.result.contexts[0].context },
      awaitPromise: true,
    });
    if (result.type !== 'success') throw new Error(result.exceptionDetails.text);
    return result.result.value === undefined ? undefined : JSON.parse(result.result.value);
  }

  /**
   * @param {string} kind
   * @param {(...args: any[]) => any} fn
   * @param {any[]} args
   */
  #inView(kind, fn, args) {
    const source = `(async () => JSON.stringify(await (${fn})(...${JSON.stringify(args)})))()`;
    return this.#chrome(chrome.evaluateInView, this.id, kind, source);
  }

  /**
   * Runs a function in the background, which is woken for it.
   * @param {(...args: any[]) => any} fn
   * @param {...any} args
   */
  async background(fn, ...args) {
    await this.#chrome(chrome.wakeBackground, this.id);
    await this.waitFor(() => this.#chrome(chrome.hasView, this.id, 'background'), 'background');
    return this.#inView('background', fn, args);
  }

  /** Stops the event page, as the browser does when it is idle. */
  async stopBackground() {
    await this.#chrome(chrome.stopBackground, this.id);
  }

  /** Starts the event page. */
  async startBackground() {
    await this.#chrome(chrome.wakeBackground, this.id);
  }

  /** Whether an event page runs now. */
  backgroundRuns() {
    return this.#chrome(chrome.backgroundRuns, this.id);
  }

  /** The page that an installation opens. */
  async welcome() {
    return this.#tabAt(await this.#chrome(chrome.urlOf, this.id, 'welcome.html'), new Set());
  }

  /**
   * What a key of the browser's list does; no key that is made up gets there.
   * @param {string} name
   */
  command(name) {
    return this.#chrome(chrome.command, this.id, name);
  }

  /** @param {string} path @returns {Promise<import('puppeteer-core').Page>} */
  async openTab(path) {
    const before = new Set(await this.browser.pages());
    return this.#tabAt(await this.#chrome(chrome.openTab, this.id, path), before);
  }

  /**
   * @param {string} url
   * @param {Set<object>} before pages that are not meant
   * @returns {Promise<import('puppeteer-core').Page>}
   */
  #tabAt(url, before) {
    // The address that puppeteer knows stays `about:blank`; the document's own is right.
    return this.waitFor(async () => {
      for (const page of await this.browser.pages()) {
        if (before.has(page)) continue;
        const at = await page.evaluate(() => [location.href, document.readyState]).catch(() => []);
        if (at[0] === url && at[1] === 'complete') return page;
      }
      return undefined;
    }, `a tab with ${url}`);
  }

  /**
   * A click on the toolbar icon while `page` is in front.
   * @param {import('puppeteer-core').Page} page
   * @returns {Promise<Popup>}
   */
  async popup(page) {
    await page.bringToFront();
    await this.#chrome(chrome.openPopup, this.id);
    const isOpen = () => this.#chrome(chrome.hasView, this.id, 'popup');
    await this.waitFor(isOpen, 'the popup');
    return {
      evaluate: (fn, ...args) => this.#inView('popup', fn, args),
      screenshot: async (path) => {
        const png = await this.#chrome(chrome.snapshotPopup, this.id);
        await writeFile(path, Buffer.from(png, 'base64'));
      },
      isOpen,
      close: async () => {
        await this.#chrome(chrome.closePopup, this.id);
        await this.waitFor(async () => !(await isOpen()), 'the popup to close');
      },
    };
  }

  /** Script errors of the extension since the last call. @returns {Promise<string[]>} */
  takeErrors() {
    return this.#chrome(chrome.takeErrors, this.id);
  }

  /**
   * @param {import('puppeteer-core').Page} page
   * @param {'light' | 'dark'} theme
   */
  async theme(page, theme) {
    await this.#chrome(chrome.setTheme, theme);
    await page.waitForFunction(
      (/** @type {boolean} */ dark) => matchMedia('(prefers-color-scheme: dark)').matches === dark,
      {},
      theme === 'dark',
    );
  }
}
