// @ts-check
// The network of a test: pages are answered from the fixtures, everything else is refused and
// written down, so that a test can say that nothing else was asked for.

import http from 'node:http';
import { answer } from './sites.mjs';

/** Hosts that the browsers themselves call, whatever is installed. */
const browserOwn =
  /(^|\.)(mozilla\.(org|com|net)|firefox\.com|gvt1\.com|googleapis\.com|google\.com|gstatic\.com)$/;

/** Where pages are served from: browsers connect there ahead of requests that are then answered. */
const served = /^(notes\.example|elsewhere\.example|www\.linkedin\.com|static\.licdn\.com|x\.com|abs\.twimg\.com|mail\.google\.com)$/;

/**
 * A proxy that lets nothing through and remembers what was asked, for the requests that no page
 * interception sees: those of the background and of the extension's own pages.
 * @param {(request: string) => void} stray
 */
export async function deadEnd(stray) {
  const note = (/** @type {string} */ target) => {
    const host = target.replace(/^https?:\/\//, '').replace(/[:/].*$/, '');
    if (!served.test(host) && !browserOwn.test(host)) stray(`network: ${target}`);
  };
  const server = http.createServer((request, response) => {
    note(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    note(request.url ?? '');
    socket.on('error', () => {});
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/**
 * Serves the fixtures to a page at the sites' own addresses.
 * @param {import('puppeteer-core').Page} page
 * @param {(request: string) => void} stray
 */
export async function serve(page, stray) {
  /** @param {import('puppeteer-core').HTTPRequest} request */
  const settle = async (request) => {
    const url = request.url();
    if (!/^https?:/.test(url)) return request.continue();
    if (url.endsWith('/favicon.ico')) return request.respond({ status: 204 });
    const response = await answer(url);
    if (response) return request.respond(response);
    stray(`page: ${request.method()} ${url}`);
    return request.abort();
  };
  page.on('request', (request) => {
    // A page that is closed meanwhile needs no answer.
    settle(request).catch((error) => {
      if (!page.isClosed()) throw error;
    });
  });
  await page.setRequestInterception(true);
}
