// @ts-check
// The only file that knows what the three sites' pages look like. A site is a row of this table:
// the boxes it has, best known first, and the look-alikes that are none of our business.

import { siteOf } from '../shared/sites.js';

/** @typedef {import('../shared/sites.js').SiteName} SiteName */
/** @typedef {'linkedin-dm' | 'linkedin-note' | 'inmail' | 'x-dm' | 'x-post' | 'email'} Channel */
/**
 * @typedef {object} Box
 * @property {Channel} channel
 * @property {string} box selector of the element that takes the keys
 * @property {string} [within] selector of what must be around it
 * @property {RegExp} [path] pages on which it is looked for
 * @property {string} [exclude] selector of what in it are not the writer's own words
 */
/** @typedef {{boxes: Box[], never: string}} Site */
/**
 * What a focused element is: a box to read, a box that nobody knows how to read, or no box.
 * @typedef {{box: HTMLElement, site: SiteName | null, channel?: Channel, exclude: string}} Claim
 */

/** @type {Record<SiteName, Site>} */
const SITES = {
  linkedin: {
    boxes: [
      // The note of an invitation, in a dialog of the page or of #interop-outlet's shadow root.
      { channel: 'linkedin-note', box: 'textarea#custom-message, textarea[name="message"]' },
      // An InMail is a message with a subject.
      {
        channel: 'inmail',
        box: '[contenteditable="true"][role="textbox"]',
        within: '[class~="msg-form"]:has(input[name="subject"], .msg-form__subject)',
      },
      { channel: 'linkedin-dm', box: '.msg-form__contenteditable[contenteditable="true"]' },
      {
        channel: 'linkedin-dm',
        box: '[contenteditable="true"][role="textbox"]',
        within: '[class~="msg-form"]',
      },
      // Sales Navigator.
      {
        channel: 'inmail',
        box: 'textarea',
        within: '[role="dialog"], .thread-container, .compose-form',
        path: /^\/sales\//,
      },
    ],
    // Posts and comments have no single reader; the rest are fields for searching.
    never:
      '.ql-editor, .tiptap, [componentkey^="commentBox-"] *, ' +
      '[componentkey="ShareBox_textEditor"] *',
  },
  x: {
    boxes: [
      { channel: 'x-dm', box: 'textarea[data-testid="dm-composer-textarea"]' },
      { channel: 'x-dm', box: '[data-testid="dmComposerTextInput"]' },
    ],
    // Posts have no single reader.
    never: '[data-testid^="tweetTextarea_"], [data-testid="DMDrawer"] [role="search"] *',
  },
  gmail: {
    boxes: [
      {
        channel: 'email',
        box: '[g_editable="true"][role="textbox"][contenteditable="true"]',
        // The signature editor of the settings looks the same, but is in none of these.
        within: '.Ap, .aO7, .M9, .ip, .AD, [role="dialog"]',
        exclude:
          '.gmail_quote, .gmail_quote_container, .gmail_attr, .gmail_extra, ' +
          '.gmail_signature, .gmail_signature_prefix',
      },
    ],
    // The hidden twin of every body.
    never: 'textarea.Ak',
  },
};

/** What no page wants read: secrets, payments, searches, code. */
const PRIVATE =
  '[role="searchbox"], [role="combobox"], [role="search"] *, ' +
  '[enterkeyhint="search"], [aria-multiline="false"], [readonly], [disabled], ' +
  '[aria-readonly="true"], [data-enable-grammarly="false"], .cm-content, .monaco-editor *, ' +
  '[autocomplete^="cc-"], form:has([type="password"], [autocomplete^="cc-"]) *';

/**
 * @param {Element} element the one that has the focus
 * @param {{site?: SiteName | null, path?: string}} [page] where it is; this page
 * @returns {Claim | 'unreadable' | null}
 */
export function claim(element, { site = siteOf(origin), path = location.pathname } = {}) {
  const box = editorOf(element);
  if (!box || box.matches('[readonly], [disabled]')) return null;
  if (!site) return box.matches(PRIVATE) ? null : { box, site, exclude: '' };
  const { boxes, never } = SITES[site];
  const found = boxes.find((known) => fits(box, known, path));
  if (found) return { box, site, channel: found.channel, exclude: found.exclude ?? '' };
  return box.matches(`${never}, ${PRIVATE}`) ? null : 'unreadable';
}

/** @param {Element} box @param {Box} known @param {string} pathname */
const fits = (box, { box: selector, within, path }, pathname) =>
  box.matches(selector) &&
  (!within || box.closest(within) !== null) &&
  (!path || path.test(pathname));

/**
 * The editor that an element belongs to: many lines of plain or rich text, in sight.
 * @param {Element} element
 * @returns {HTMLElement | null}
 */
function editorOf(element) {
  if (element instanceof HTMLTextAreaElement) return inSight(element) ? element : null;
  if (!(element instanceof HTMLElement) || !element.isContentEditable) return null;
  let host = element;
  while (host.parentElement?.isContentEditable) host = host.parentElement;
  return host !== document.body && inSight(host) ? host : null;
}

/** @param {HTMLElement} box */
function inSight(box) {
  const { width, height } = box.getBoundingClientRect();
  return width > 8 && height > 8 && getComputedStyle(box).visibility === 'visible';
}
