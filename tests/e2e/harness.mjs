// @ts-check
// Runs the built extension in a real browser at the real addresses of the three sites, offline.

import { after, before, describe, it } from 'node:test';
import { Box } from './box.mjs';
import { dist, distFolder, screenshots, Session } from './session.mjs';
import { waitFor } from './wait.mjs';

export { Box, dist, distFolder, screenshots, Session, waitFor };

/**
 * @typedef {import('./session.mjs').BrowserName} BrowserName
 * @typedef {import('./session.mjs').Popup} Popup
 * @typedef {import('puppeteer-core').Page} Page
 */

/** Browsers to test; `YOUFIRST_BROWSERS=firefox` narrows it down. */
export const browsers = /** @type {BrowserName[]} */ (
  (process.env.YOUFIRST_BROWSERS ?? 'chromium,firefox').split(',')
);

/**
 * A suite that runs once in each browser, with one browser for all of its tests.
 * @param {(
 *   test: (name: string, run: (session: Session) => Promise<void>) => void,
 *   browser: BrowserName,
 * ) => void} define
 * @param {{install?: boolean, build?: (name: BrowserName) => string}} options `install: false`
 *   leaves the installation to the tests, `build` is the folder of what is installed
 */
export function eachBrowser(define, { install = true, build = dist } = {}) {
  for (const name of browsers) {
    describe(name, { concurrency: false }, () => {
      /** @type {Session} */
      let session;
      before(async () => {
        session = await Session.launch(name, { folder: build(name) });
        if (install) await session.install();
      });
      after(() => session?.close());
      /** @type {Parameters<typeof define>[0]} */
      const test = (title, run) =>
        it(title, async () => {
          try {
            await run(session);
            await session.assertClean();
          } catch (error) {
            await session.screenshot(title).catch((why) => console.error(`no screenshot: ${why}`));
            throw error;
          } finally {
            session.problems.length = 0;
            session.strays.length = 0;
            await session.closePages();
            if (session.extension) await session.forget();
          }
        });
      define(test, name);
    });
  }
}
