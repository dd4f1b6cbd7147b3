// @ts-check
// The three sites by name. What their pages look like is the content script's business.

/** @typedef {'linkedin' | 'x' | 'gmail'} SiteName */

/** @type {Readonly<Record<string, SiteName>>} */
const BY_HOST = {
  'www.linkedin.com': 'linkedin',
  'x.com': 'x',
  'twitter.com': 'x',
  'mail.google.com': 'gmail',
};

/** @type {readonly SiteName[]} */
export const SITE_NAMES = ['linkedin', 'x', 'gmail'];

/** Match patterns of the pages on which the content script runs, as the manifest has them. */
export const pagePatterns = () => chrome.runtime.getManifest().content_scripts?.[0]?.matches ?? [];

/** @param {string | undefined} url */
function parse(url) {
  try {
    return new URL(url ?? '');
  } catch {
    return null;
  }
}

/**
 * @param {string | undefined} url a page's address or origin
 * @returns {SiteName | null} the site it belongs to
 */
export function siteOf(url) {
  const page = parse(url);
  return page?.protocol === 'https:' ? (BY_HOST[page.hostname] ?? null) : null;
}

/** The page of the first run, of which the content script is one of the scripts. */
export const welcomePage = () => chrome.runtime.getURL('welcome.html');

/**
 * The three sites, the page of the first run, and in the demo build the demo pages.
 * @param {string | undefined} url a page's address or origin
 * @returns {boolean} whether the content script runs there
 */
export function isServed(url) {
  const page = parse(url);
  if (page?.href.split(/[?#]/)[0] === welcomePage()) return true;
  return page !== null && pagePatterns().includes(`${page.protocol}//${page.hostname}/*`);
}
