// @ts-check
// What an element that takes the focus is: a box to read, one that nobody knows how to read, or
// no box of ours.

import { siteOf } from '../shared/sites.js';
import { onlyNear } from './around.js';
import { SITES } from './sites.js';
import { read } from './text.js';

/** @typedef {import('../shared/sites.js').SiteName} SiteName */
/** @typedef {import('./site-types.js').Box} Box */
/** @typedef {import('./site-types.js').Channel} Channel */
/** @typedef {import('./site-types.js').Talk} Talk */
/** @typedef {Record<import('./site-types.js').Optional, boolean>} Wants */
/**
 * A box to read; `unless` is there where it is one only while its text holds that.
 * @typedef {object} Claim
 * @property {HTMLElement} box
 * @property {SiteName | null} site
 * @property {string} exclude
 * @property {Channel} [channel]
 * @property {Talk} [talk]
 * @property {import('./site-types.js').Optional} [optional]
 * @property {RegExp} [unless]
 * @property {HTMLElement} [body] of which the box is the subject
 * @property {Sending} [send]
 */
/**
 * How a box is sent; `boxes` selects all that may lie side by side with it.
 * @typedef {import('./site-types.js').Send & {boxes: string}} Sending
 */

/** What no page wants read: secrets, payments, searches, code. */
const PRIVATE =
  '[role="searchbox"], [role="combobox"], [role="search"] *, ' +
  '[enterkeyhint="search"], [aria-multiline="false"], [readonly], [disabled], ' +
  '[aria-readonly="true"], [data-enable-grammarly="false"], .cm-content, .monaco-editor *, ' +
  '[autocomplete^="cc-"], form:has([type="password"], [autocomplete^="cc-"]) *';

/** @type {Wants} */
const EVERYTHING = { posts: true, comments: true };

/**
 * @param {Element} element the one that has the focus
 * @param {object} [page] where it is; this page
 * @param {Wants} [page.wants] what the user reads of what is off by default
 * @param {SiteName | null} [page.site]
 * @param {string} [page.path]
 * @returns {Claim | 'unreadable' | null}
 */
export function claim(
  element,
  { wants = EVERYTHING, site = siteOf(origin), path = location.pathname } = {},
) {
  const box = editorOf(element);
  if (!box || box.matches('[readonly], [disabled]')) return null;
  const isLine = box instanceof HTMLInputElement;
  if (!site) return isLine || box.matches(PRIVATE) ? null : { box, site, exclude: '' };
  const { boxes, never } = SITES[site];
  const found = boxes.find((known) => fits(box, known, path) && isLine === 'subjectOf' in known);
  if (!found) return isLine || box.matches(`${never}, ${PRIVATE}`) ? null : 'unreadable';
  const { channel, exclude = '', talk, optional, unless, subjectOf } = found;
  const send = found.send && { ...found.send, boxes: talk?.boxes ?? found.box };
  if (subjectOf) {
    const body = onlyNear(box, subjectOf);
    return body && { box, site, channel, exclude, body };
  }
  const granted = !optional || wants[optional];
  if (!granted && !unless) return null;
  return { box, site, channel, exclude, talk, optional, send, ...(!granted && { unless }) };
}

/** Whether a box is ours with what it holds now. @param {Claim} claimed */
export const holds = ({ box, exclude, unless }) => !unless || unless.test(read(box, exclude).text);

/** @param {Element} box @param {Box} known @param {string} pathname */
const fits = (box, { box: selector, within, path }, pathname) =>
  box.matches(selector) &&
  (!within || box.closest(within) !== null) &&
  (!path || path.test(pathname));

/**
 * The editor that an element belongs to, in sight: plain or rich text, or a line of text.
 * @param {Element} element
 * @returns {HTMLElement | null}
 */
function editorOf(element) {
  const plain = element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
  if (plain) return /^text/.test(element.type) && inSight(element) ? element : null;
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
