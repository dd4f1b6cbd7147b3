// @ts-check
// What only Chromium can do for the tests: reach the worker, the real popup and the themes.

import { findBrowser } from './find.mjs';

/** @typedef {import('./harness.mjs').Popup} Popup */

/** @param {number} [proxyPort] where all of its requests go */
export function launchOptions(proxyPort) {
  return {
    executablePath: findBrowser('CHROMIUM', ['chromium', 'google-chrome', 'chromium-browser']),
    pipe: true,
    enableExtensions: true,
    args: [
      // Chromium refuses to run as root otherwise.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--force-device-scale-factor=1',
      '--force-prefers-reduced-motion',
      ...(proxyPort ? [`--proxy-server=127.0.0.1:${proxyPort}`] : []),
    ],
  };
}

/** The extension as Chromium shows it to the tests. */
export class ChromiumExtension {
  /**
   * @param {import('puppeteer-core').Browser} browser
   * @param {string} id
   * @param {(problem: string) => void} problem
   * @param {(condition: () => any, what: string) => Promise<any>} waitFor
   */
  constructor(browser, id, problem, waitFor) {
    this.browser = browser;
    this.id = id;
    this.base = `chrome-extension://${id}/`;
    this.problem = problem;
    this.waitFor = waitFor;
    /** @type {WeakSet<object>} */
    this.watched = new WeakSet();
    browser.on('targetcreated', (target) => {
      // A worker may be gone again, or the browser be closed, before it can be watched.
      this.#watch(target).catch(() => {});
    });
  }

  /** @param {import('puppeteer-core').Target} target */
  #isWorker(target) {
    return target.type() === 'service_worker' && target.url().startsWith(this.base);
  }

  /**
   * Errors in the worker are failures of the test.
   * @param {import('puppeteer-core').Target} target
   */
  async #watch(target) {
    if (!this.#isWorker(target) || this.watched.has(target)) return;
    this.watched.add(target);
    const worker = await target.worker();
    worker?.client.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
      this.problem(
        `background: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`,
      );
    });
  }

  async #worker() {
    const target = await this.browser.waitForTarget((each) => this.#isWorker(each));
    await this.#watch(target);
    return {
      target,
      worker: /** @type {import('puppeteer-core').WebWorker} */ (await target.worker()),
    };
  }

  /**
   * Runs a function in the background.
   * @param {(...args: any[]) => any} fn
   * @param {...any} args
   */
  async background(fn, ...args) {
    // One that was just stopped can still be listed: it answers no more, and another one will.
    const worker = await this.waitFor(async () => {
      const { worker } = await this.#worker();
      const runs = await worker.evaluate(() => 'chrome' in globalThis).catch(() => false);
      return runs && worker;
    }, 'the worker to start');
    return worker.evaluate(fn, ...args);
  }

  /** Stops the worker, as the browser does when it is idle; the next message starts a new one. */
  async stopBackground() {
    const { target, worker } = await this.#worker();
    await worker.close();
    await this.waitFor(() => !this.browser.targets().includes(target), 'the worker to stop');
  }

  /** Starts the worker, which a page of the extension does by asking it something. */
  async startBackground() {
    const page = await this.browser.newPage();
    await page.goto(`${this.base}options.html`);
    await this.#worker();
    await page.close();
  }

  /** Whether a worker runs now. */
  backgroundRuns() {
    return this.browser.targets().some((target) => this.#isWorker(target));
  }

  /** The page that an installation opens. */
  async welcome() {
    const url = `${this.base}welcome.html`;
    const target = await this.browser.waitForTarget((each) => each.url() === url);
    return /** @type {import('puppeteer-core').Page} */ (await target.page());
  }

  /**
   * What a key of the browser's list does; no key that is made up gets there.
   * @param {string} name
   */
  command(name) {
    return this.background(async (/** @type {string} */ command) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      /** @type {any} */ (chrome.commands.onCommand).dispatch(command, tab);
    }, name);
  }

  /** @param {string} path */
  async openTab(path) {
    const page = await this.browser.newPage();
    await page.goto(this.base + path);
    return page;
  }

  /**
   * A click on the toolbar icon while `page` is in front.
   * @param {import('puppeteer-core').Page} page
   * @returns {Promise<Popup>}
   */
  async popup(page) {
    await page.bringToFront();
    const extensions = await this.browser.extensions();
    const extension = extensions.get(this.id);
    if (!extension) throw new Error('the extension is not installed');
    await page.triggerExtensionAction(extension);
    const target = await this.browser.waitForTarget(
      (each) => each.url().startsWith(`${this.base}popup.html`) && String(each.type()) !== 'tab',
    );
    const popup = await target.asPage();
    popup.on('pageerror', (error) => this.problem(`popup: ${error}`));
    return {
      evaluate: (fn, ...args) => popup.evaluate(fn, ...args),
      screenshot: async (path) => {
        await popup.screenshot({ path });
      },
      isOpen: () => !popup.isClosed(),
      close: async () => {
        await popup.evaluate(() => window.close()).catch(() => {});
        await this.waitFor(() => popup.isClosed(), 'the popup to close');
      },
    };
  }

  /** Errors of the extension that were not reported as they happened: none in Chromium. */
  async takeErrors() {
    return /** @type {string[]} */ ([]);
  }

  /**
   * @param {import('puppeteer-core').Page} page
   * @param {'light' | 'dark'} theme
   */
  async theme(page, theme) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  }
}
