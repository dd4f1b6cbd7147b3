// @ts-check
// The only sender. Content scripts and pages ask by a port; the worker answers from the table
// that the sender may use, and pushes news. Frames on a port: `{id, verb, payload}` one way,
// `{id, ok}` or `{id, error: {message}}` the other; a push is `{to, push, payload}`, to a side.

import { siteOf } from './sites.js';

/** @typedef {import('./verbs.js').Sides} Sides */
/** @typedef {import('./verbs.js').ContentVerbs} ContentVerbs */
/** @typedef {import('./verbs.js').PageVerbs} PageVerbs */
/** @typedef {import('./verbs.js').ContentPushes} ContentPushes */
/** @typedef {import('./verbs.js').PagePushes} PagePushes */
/** @typedef {import('./sites.js').SiteName} SiteName */

/**
 * The name of a push and its payload.
 * @template {keyof Sides} S
 * @typedef {{[P in keyof Sides[S]['pushes']]: [push: P, payload: Sides[S]['pushes'][P]]}[
 *   keyof Sides[S]['pushes']
 * ]} News
 */
/**
 * @typedef {object} Endings
 * @property {() => void} [onDrop] the port is gone; the next request opens another
 * @property {() => void} [onOrphan] the extension is gone from under this script: once, for good
 * @property {AbortSignal} [signal] ends it
 */
/**
 * Rejects with the worker's error, or with {@link Dropped}.
 * @template {keyof Sides} S
 * @typedef {<V extends keyof Sides[S]['verbs'] & string>(
 *   verb: V,
 *   payload: Payload<S, V>,
 * ) => Promise<Reply<S, V>>} Request
 */
/**
 * @template {keyof Sides} S
 * @template {keyof Sides[S]['verbs']} V
 * @typedef {Sides[S]['verbs'][V] extends [infer P, any] ? P : never} Payload
 */
/**
 * @template {keyof Sides} S
 * @template {keyof Sides[S]['verbs']} V
 * @typedef {Sides[S]['verbs'][V] extends [any, infer R] ? R : never} Reply
 */

/** The port went before the answer came: the worker was stopped, or the page was put aside. */
export class Dropped extends Error {
  name = 'Dropped';
}

/** False once the extension was updated, switched off or removed while this script lives on. */
export const alive = () => {
  try {
    return Boolean(chrome.runtime?.id);
  } catch {
    return false;
  }
};

/**
 * Opens nothing yet: the port is opened by the first request, and again by the next one after
 * it has dropped.
 * @template {keyof Sides} S
 * @param {S} name whose table is meant; the worker goes by the sender, not by this
 * @param {(...news: News<S>) => void} [onPush] is told the name of the push and its payload
 * @param {Endings} [endings]
 * @returns {Request<S>}
 */
export function connect(name, onPush, { onDrop, onOrphan, signal } = {}) {
  /** @type {chrome.runtime.Port | null} */
  let port = null;
  let lastId = 0;
  let orphaned = false;
  /** @type {Map<number, {resolve: (reply: any) => void, reject: (error: Error) => void}>} */
  const pending = new Map();

  const drop = () => {
    port = null;
    const waiting = [...pending.values()];
    pending.clear();
    for (const { reject } of waiting) reject(new Dropped('The connection was closed.'));
  };

  const noticeOrphan = () => {
    if (orphaned || alive()) return;
    orphaned = true;
    onOrphan?.();
  };

  /** @param {{id: number, ok?: unknown, error?: {message: string}}} frame */
  const settle = ({ id, ok, error }) => {
    const waiting = pending.get(id);
    pending.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(ok);
  };

  const open = () => {
    const opened = chrome.runtime.connect({ name });
    opened.onMessage.addListener(settle);
    opened.onDisconnect.addListener(() => {
      // Reading it tells the browser that the reason was noticed.
      void chrome.runtime?.lastError;
      if (opened !== port) return;
      drop();
      onDrop?.();
      noticeOrphan();
    });
    return opened;
  };

  /** @param {any} message @param {chrome.runtime.MessageSender} sender */
  const hear = (message, sender) => {
    // The worker has no tab; a page of ours may be on both sides, and hears news for either.
    if (sender.tab || message?.to !== name) return;
    onPush?.(.../** @type {News<S>} */ ([message.push, message.payload]));
  };
  if (alive()) chrome.runtime.onMessage.addListener(hear);

  signal?.addEventListener('abort', () => {
    if (alive()) chrome.runtime.onMessage.removeListener(hear);
    port?.disconnect();
    drop();
  });

  return (verb, payload) =>
    new Promise((resolve, reject) => {
      const id = (lastId += 1);
      pending.set(id, { resolve, reject });
      try {
        if (signal?.aborted) return drop();
        port ??= open();
        port.postMessage({ id, verb, payload });
      } catch {
        drop();
        noticeOrphan();
      }
    });
}

// --- the worker's side ------------------------------------------------------------------------

/**
 * @typedef {object} ContentSender
 * @property {number} tabId
 * @property {number} frameId
 * @property {SiteName | null} site
 * @property {boolean} incognito in a private window, of which nothing is kept
 */
/**
 * @typedef {{[V in keyof ContentVerbs]: (payload: Payload<'content', V>, sender: ContentSender) =>
 *   Reply<'content', V> | Promise<Reply<'content', V>>}} ContentTable
 */
/**
 * @typedef {{[V in keyof PageVerbs]: (payload: Payload<'page', V>) =>
 *   Reply<'page', V> | Promise<Reply<'page', V>>}} PageTable
 */

/**
 * Which table serves a sender: pages of the extension theirs, content scripts theirs, nobody else
 * any. A content script is where the manifest has it, where a click on our icon has put it, or in
 * a page of our own that shows how it works and opens its port under that name.
 * @param {chrome.runtime.MessageSender | undefined} sender
 * @param {string} [name] of the port
 * @returns {{side: 'page'} | {side: 'content', sender: ContentSender} | null}
 */
export function trust(sender, name) {
  if (sender?.id !== chrome.runtime.id) return null;
  const ours = sender.url?.startsWith(chrome.runtime.getURL(''));
  if (ours && name !== 'content') return { side: 'page' };
  // A frame without an address of its own (`about:blank`) has the origin of the page around it.
  const origin = sender.origin ?? sender.url;
  const { tab, frameId } = sender;
  if (tab?.id === undefined || frameId === undefined) return null;
  if (!ours && !/^https?:/.test(origin ?? '')) return null;
  const { id: tabId, incognito } = tab;
  return { side: 'content', sender: { tabId, frameId, site: siteOf(origin), incognito } };
}

/**
 * Answers every port of this extension. To be called once, while the worker's script runs.
 * @param {{content: ContentTable, page: PageTable}} tables
 * @param {(sender: ContentSender) => void} [onGone] a frame has gone, or gone to sleep
 */
export function serve(tables, onGone) {
  chrome.runtime.onConnect.addListener((port) => {
    const trusted = trust(port.sender, port.name);
    if (!trusted) return port.disconnect();
    const table = /** @type {Record<string, any>} */ (tables[trusted.side]);
    const sender = trusted.side === 'content' ? trusted.sender : undefined;
    let open = true;
    port.onDisconnect.addListener(() => {
      void chrome.runtime.lastError;
      open = false;
      if (sender) onGone?.(sender);
    });
    port.onMessage.addListener(async ({ id, verb, payload }) => {
      const answer = await answerOf(table, verb, payload, sender);
      if (open) port.postMessage({ id, ...answer });
    });
  });
}

/**
 * @param {Record<string, (payload: unknown, sender?: ContentSender) => unknown>} table
 * @param {unknown} verb
 * @param {unknown} payload
 * @param {ContentSender} [sender]
 */
async function answerOf(table, verb, payload, sender) {
  try {
    if (typeof verb !== 'string' || !Object.hasOwn(table, verb)) {
      throw new Error(`“${verb}” is not something this sender may ask.`);
    }
    return { ok: (await table[verb](payload ?? {}, sender)) ?? {} };
  } catch (error) {
    return { error: { message: error instanceof Error ? error.message : String(error) } };
  }
}

/**
 * News for a tab's content scripts, or for one frame. Nobody there is no error.
 * @template {keyof ContentPushes} P
 * @param {{tabId: number, frameId?: number}} to
 * @param {P} push
 * @param {ContentPushes[P]} payload
 */
export const pushToTab = ({ tabId, frameId }, push, payload) =>
  chrome.tabs
    .sendMessage(tabId, { to: 'content', push, payload }, frameId === undefined ? {} : { frameId })
    .catch(() => undefined);

/**
 * News for the open pages of the extension.
 * @template {keyof PagePushes} P
 * @param {P} push
 * @param {PagePushes[P]} payload
 */
export const pushToPages = (push, payload) =>
  chrome.runtime.sendMessage({ to: 'page', push, payload }).catch(() => undefined);

/**
 * Calls the content script in a page of our own, where the browser lets no extension run scripts.
 * @param {number} tabId
 * @param {string} method
 * @param {unknown[]} args
 * @returns {Promise<any>} undefined where nobody is there
 */
export const callOwnPage = (tabId, method, args) =>
  chrome.tabs.sendMessage(tabId, { to: 'frame', method, args }).catch(() => undefined);

/**
 * The page's side of it.
 * @param {() => any} frame
 */
export function answerCalls(frame) {
  chrome.runtime.onMessage.addListener((message, sender, reply) => {
    if (sender.tab || message?.to !== 'frame') return false;
    void Promise.resolve(frame()?.[message.method](...message.args)).then(reply);
    return true;
  });
}
