// @ts-check
// Tabs: which draft is the current one, its badge, and the script in tabs that were open before
// the extension came.

import { callOwnPage, pushToPages } from '../shared/messages.js';
import { isServed, pagePatterns, siteOf, welcomePage } from '../shared/sites.js';
import { analyze } from './core.js';
import { alike, known } from './relation.js';

/** @typedef {import('../shared/verbs.js').CurrentDraft} CurrentDraft */
/** @typedef {import('../shared/verbs.js').FrameState} FrameState */
/** @typedef {import('../shared/settings.js').Settings} Settings */
/** @typedef {import('../wasm/core.js').Report} Report */

const BADGE_COLOUR = '#b03a14';

/**
 * By tab, the box that the badge speaks of; lost with the worker, which is no harm.
 * @type {Map<number, {frameId: number, focusedAt: number}>}
 */
const badgeOf = new Map();

/**
 * Open tabs, with the addresses that we may see.
 * @param {chrome.tabs.QueryInfo} [which]
 */
export async function allTabs(which = {}) {
  const tabs = await chrome.tabs.query(which);
  return tabs.flatMap(({ id, url }) => (id === undefined ? [] : [{ id, url }]));
}

/** A tab that closes or navigates meanwhile has no badge to change: no error. */
const nothing = () => undefined;

/** @param {number} tabId */
export function clearBadge(tabId) {
  badgeOf.delete(tabId);
  chrome.action.setBadgeText({ tabId, text: '' }).catch(nothing);
}

/** @param {number} tabId */
export const forgetTab = (tabId) => void badgeOf.delete(tabId);

/**
 * A frame that is removed takes its drafts with it, and cannot say so.
 * @param {{tabId: number, frameId: number}} sender
 */
export function forgetFrame({ tabId, frameId }) {
  if (badgeOf.get(tabId)?.frameId !== frameId) return;
  clearBadge(tabId);
  void pushToPages('draft', { tabId });
}

/**
 * The badge counts the strong findings of the box that had the focus last.
 * @param {{tabId: number, frameId: number}} sender
 * @param {number} focusedAt
 * @param {Report} report
 */
export function noteReport({ tabId, frameId }, focusedAt, report) {
  if (focusedAt < (badgeOf.get(tabId)?.focusedAt ?? 0)) return;
  badgeOf.set(tabId, { frameId, focusedAt });
  const strong = report.findings.filter((finding) => finding.severity === 'strong').length;
  chrome.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOUR }).catch(nothing);
  chrome.action.setBadgeText({ tabId, text: strong ? String(strong) : '' }).catch(nothing);
  void pushToPages('draft', { tabId });
}

/**
 * Calls one of the content script's own methods in frames of a tab.
 * @param {number} tabId
 * @param {number[] | null} frameIds null: in all of them
 * @param {'state' | 'fix' | 'setStage'} method
 * @param {unknown[]} [args]
 * @returns {Promise<{frameId: number, result?: any}[]>}
 */
const call = (tabId, frameIds, method, args = []) =>
  chrome.scripting
    .executeScript({
      target: frameIds ? { tabId, frameIds } : { tabId, allFrames: true },
      func: (/** @type {string} */ method, /** @type {unknown[]} */ args) =>
        /** @type {any} */ (globalThis).youfirst?.[method](...args) ?? null,
      args: [method, args],
    })
    .catch(async () => [{ frameId: 0, result: await callOwnPage(tabId, method, args) }]);

/**
 * Asks every frame of a tab for its state.
 * @param {number} tabId
 * @returns {Promise<{frameId: number, result: FrameState}[]>} the box focused last comes first
 */
async function frameStates(tabId) {
  const answers = await call(tabId, null, 'state');
  return answers
    .flatMap(({ frameId, result }) => (result ? [{ frameId, result }] : []))
    .sort((one, other) => (other.result.focusedAt ?? 0) - (one.result.focusedAt ?? 0));
}

/** @param {number | undefined} tabId */
async function tabOf(tabId) {
  if (tabId !== undefined) return chrome.tabs.get(tabId).catch(() => null);
  const [active] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  return active ?? null;
}

/**
 * On any other page the click on our icon, which opens the popup, lends us the tab: the script is
 * started there, and works until the page is left.
 * @param {number} tabId
 * @returns {Promise<boolean>} false where the browser lets no extension in
 */
const lent = (tabId) =>
  startIn(tabId).then(
    () => true,
    () => false,
  );

/**
 * The draft in the box that had the focus last in a tab, over all its frames.
 * @param {Settings} settings
 * @param {number} [askedTab] the active one where none is named
 * @returns {Promise<CurrentDraft>}
 */
export async function currentDraft(settings, askedTab) {
  const { sites } = settings;
  const tab = await tabOf(askedTab);
  const tabId = tab?.id ?? null;
  const site = siteOf(tab?.url);
  /** @type {CurrentDraft} */
  const none = {
    ...{ state: 'unsupported', tabId, frameId: null, site, box: null },
    ...{ marks: !site || !sites[site], draft: null, report: null },
    ...{ contact: '', past: null, alike: null },
  };
  if (tabId === null) return none;
  if (!isServed(tab?.url) && !(await lent(tabId))) return none;
  if (site && sites[site] === 'off') return { ...none, state: 'off' };
  const [first] = await frameStates(tabId);
  if (!first) return { ...none, state: 'reload' };
  const { state, box = null, draft, contact = '' } = first.result;
  const place = { ...none, state, frameId: first.frameId, box };
  if (state !== 'draft' || !draft) return place;
  const { whole, past } = await known(settings, { draft, contact, site });
  const [report, others] = await Promise.all([analyze(whole), alike(settings, draft.text)]);
  return { ...place, draft, report, contact, past, alike: others };
}

/**
 * Calls one of the content script's own methods.
 * @param {{tabId: number, frameId: number}} frame
 * @param {'fix' | 'setStage'} method
 * @param {unknown[]} args
 * @returns {Promise<any>} what it gives; undefined where nobody is there
 */
export async function inFrame({ tabId, frameId }, method, args) {
  const [answer] = await call(tabId, [frameId], method, args);
  return answer?.result ?? undefined;
}

/**
 * The frame with the box that a command is for; on any other page the key lends us the tab as a
 * click on the icon does.
 * @param {{id?: number, url?: string}} tab
 * @returns {Promise<{tabId: number, frameId: number} | null>}
 */
export async function frameInUse({ id: tabId, url }) {
  if (tabId === undefined || (!isServed(url) && !(await lent(tabId)))) return null;
  const [first] = await frameStates(tabId);
  return first ? { tabId, frameId: first.frameId } : null;
}

/** Shows what YouFirst does, where it is new. Not in a private window, which keeps nothing. */
export async function openWelcome() {
  const { incognito } = await chrome.windows.getLastFocused();
  if (!incognito) await chrome.tabs.create({ url: welcomePage() });
}

/** Starts the content script wherever it should run and does not yet. */
export async function startInOpenTabs() {
  for (const { id } of await allTabs({ url: pagePatterns() })) await startIn(id).catch(nothing);
}

/** @param {number} tabId */
async function startIn(tabId) {
  const frames = await chrome.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: () => 'youfirst' in globalThis,
  });
  const frameIds = frames.filter(({ result }) => !result).map(({ frameId }) => frameId);
  if (frameIds.length === 0) return;
  await chrome.scripting.executeScript({ target: { tabId, frameIds }, files: ['content.js'] });
}
