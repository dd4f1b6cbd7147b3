// @ts-check
// Who reads a draft and what was said before, as far as the page shows it at this moment. Nothing
// is opened, scrolled or fetched to learn more; what is not there is unknown, not absent.

import { SITES } from './sites.js';
import { read } from './text.js';

/** @typedef {import('../wasm/core.js').Draft} Draft */
/** @typedef {import('./claim.js').Claim} Claim */
/** @typedef {import('./sites.js').Talk} Talk */
/** @typedef {import('./sites.js').Reader} Reader */
/** @typedef {import('./sites.js').Thread} Thread */
/** @typedef {{name: string, headline?: string}} Person */
/** @typedef {{from: 'me' | 'them', text: string}} Turn */
/** @typedef {{turns: Turn[], senders: Set<string>}} Told who else wrote, where names are shown */

/** No more of a thread is looked at. */
const MESSAGES = 30;
const CHARACTERS = 2000;
const ADDRESS = /[^\s<>()",:]+@[^\s<>()",:]+/g;
const IN_BRACKETS = /^[(（].+[)）]$/;

/**
 * What is known around a draft: a key that is not there is not known.
 * @param {Claim} claimed
 * @returns {Omit<Draft, 'text'>}
 */
export function about({ box, site, channel, talk }) {
  const { turns = [], senders = new Set() } = talk?.thread
    ? threadAt(box, talk, talk.thread, site && ownAddresses(SITES[site].account))
    : {};
  const recipient = talk && readerOf(box, talk, senders);
  return {
    ...(channel && { channel }),
    ...(site && { site }),
    ...(recipient && { recipient }),
    ...(turns.length > 0 && { thread: turns }),
  };
}

/**
 * Which conversation a box belongs to: sites put another one around the same box.
 * @param {Claim} claimed
 * @returns {string} empty where it cannot be told
 */
export function conversationOf({ box, talk }) {
  if (!talk?.header) return '';
  const header = nearest(box, talk, talk.header)?.querySelector(talk.header);
  const named = header && keyOf(header, {});
  if (!named) return '';
  const byAddress = talk.id && !(talk.floats && box.closest(talk.floats));
  return `${(byAddress && address().match(/** @type {RegExp} */ (talk.id))?.[0]) || ''} ${named}`;
}

/**
 * Calls `look` whenever something around a box is no longer what it was.
 * @param {Claim} claimed
 * @param {() => void} look
 * @param {AbortSignal} signal
 */
export function watchConversation({ box, talk }, look, signal) {
  const place = talk?.header && limitOf(box, talk);
  if (!place) return;
  const observer = new MutationObserver(look);
  observer.observe(place, {
    ...{ childList: true, subtree: true, characterData: true },
    ...{ attributes: true, attributeFilter: ['href'] },
  });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}

/** The page's path; of a frame in a page of the same site the page's. */
function address() {
  try {
    return /** @type {Window} */ (window.top).location.pathname;
  } catch {
    return location.pathname;
  }
}

// --- where to look ----------------------------------------------------------------------------

/**
 * @param {Element} box
 * @param {Talk} talk
 * @returns {Element | ShadowRoot | null} what is around a box and its conversation, at the most
 */
function limitOf(box, { scope }) {
  const root = box.getRootNode();
  return box.closest(scope) ?? (root instanceof ShadowRoot ? root : null);
}

/**
 * The nearest ancestor that holds something, unless a second box is nearer.
 * @param {Element} box
 * @param {Talk} talk
 * @param {string} wanted
 * @returns {ParentNode | null}
 */
function nearest(box, talk, wanted) {
  const limit = limitOf(box, talk);
  if (!limit) return null;
  for (let at = box.parentNode; at; at = at.parentNode) {
    const place = /** @type {Element | ShadowRoot} */ (at);
    if (place.querySelectorAll(talk.boxes).length > 1) return null;
    if (place.querySelector(wanted)) return place;
    if (place === limit) return null;
  }
  return null;
}

// --- who reads it -----------------------------------------------------------------------------

/**
 * @param {Element} box
 * @param {Talk} talk
 * @param {Set<string>} senders
 * @returns {Person | null} nobody where it is a group, or nobody knows
 */
function readerOf(box, talk, senders) {
  const [other] = senders.size === 1 ? senders : [];
  if (senders.size > 1 && talk.thread?.sender) return null;
  for (const reader of talk.readers) {
    const { person, profile, sender } = reader;
    if (profile) return ownerOf(profile);
    if (sender && !person) return other ? { name: other } : null;
    const place = person && nearest(box, talk, person);
    if (!place) continue;
    const people = personsIn(place, reader);
    if (people.length === 0) continue;
    if (people.length > 1) return null;
    // What names the conversation names a person only where that is sure.
    return !sender || people[0].name === other ? people[0] : null;
  }
  return null;
}

/**
 * @param {ParentNode} place
 * @param {Reader} reader
 * @returns {Person[]} each once
 */
function personsIn(place, reader) {
  const { person = '', name = '', attribute, handle, headline = '' } = reader;
  /** @type {Map<string, Person>} */
  const people = new Map();
  for (const found of place.querySelectorAll(person)) {
    const key = keyOf(found, reader);
    const at = name ? place.querySelector(name) : found;
    const shown = at && (attribute ? nameIn(at.getAttribute(attribute) ?? '') : textOf(at));
    const called = shown || (handle ? `@${key.split('/')[1]}` : nameIn(key));
    const role = headline && textOf(place.querySelector(headline));
    if (called && !people.has(key))
      people.set(key, { name: called, ...(role && { headline: role }) });
  }
  return [...people.values()];
}

/**
 * What tells one person from another.
 * @param {Element} found
 * @param {Pick<Reader, 'key' | 'handle'>} reader
 */
function keyOf(found, { key, handle }) {
  if (key) return found.getAttribute(key) ?? '';
  if (!(found instanceof HTMLAnchorElement)) return textOf(found);
  const path = found.pathname.replace(/\/$/, '');
  return handle ? path.split('/').slice(0, 2).join('/') : path;
}

/** Of “Ada Nakamura <ada@…>” the name, of a bare address the address. @param {string} shown */
const nameIn = (shown) => shown.replace(/<.*>/, '').replaceAll('"', '').trim() || shown.trim();

/**
 * Whose page this is, if the page invites nobody else.
 * @param {{title: RegExp, invites: string}} profile
 * @returns {Person | null}
 */
function ownerOf({ title, invites }) {
  const invited = [...document.querySelectorAll(invites)].map((link) =>
    new URLSearchParams(/** @type {HTMLAnchorElement} */ (link).search).get('vanityName'),
  );
  const [vanity, ...others] = new Set(invited);
  const own = vanity && others.length === 0 && address().split('/').includes(vanity);
  const name = own && title.exec(document.title)?.[1];
  return name ? { name } : null;
}

// --- what was said ----------------------------------------------------------------------------

/**
 * @param {Element} box
 * @param {Talk} talk
 * @param {Thread} thread
 * @param {Set<string> | null} own the writer's addresses
 * @returns {Told}
 */
function threadAt(box, talk, thread, own) {
  const list =
    box.closest(thread.list) ?? nearest(box, talk, thread.list)?.querySelector(thread.list);
  const messages = list ? [...list.querySelectorAll(thread.message)] : [];
  const turns = messages.slice(-MESSAGES).flatMap((message) => turnOf(message, thread, own) ?? []);
  return { turns, senders: list ? othersIn(list, thread, own) : new Set() };
}

/**
 * @param {Element} message
 * @param {Thread} thread
 * @param {Set<string> | null} own
 * @returns {Turn | null} null where words or author are not known
 */
function turnOf(message, thread, own) {
  const from = authorOf(message, thread, own);
  const words = message.querySelector(thread.text);
  if (!from || !words) return null;
  const text = wordsOf(words, thread);
  return text ? { from, text } : null;
}

/**
 * By signs that are the same in every language.
 * @param {Element} message
 * @param {Thread} thread
 * @param {Set<string> | null} own
 * @returns {Turn['from'] | null}
 */
function authorOf(message, { theirs = '', mine = '', author }, own) {
  if (author) {
    const sender = message.querySelector(author)?.getAttribute('email')?.toLowerCase();
    if (!sender || !own?.size) return null;
    return own.has(sender) ? 'me' : 'them';
  }
  if (message.matches(theirs)) return 'them';
  return message.matches(mine) ? 'me' : null;
}

/** @param {Element} words @param {Thread} thread */
function wordsOf(words, { without, edited }) {
  const text = read(words, without).text.trim();
  const last = edited && words.querySelector(edited);
  const mark = last ? textOf(last) : '';
  const own = IN_BRACKETS.test(mark) && text.endsWith(mark) ? text.slice(0, -mark.length) : text;
  // Not half a character at the end.
  return own.slice(0, CHARACTERS).replace(/[\ud800-\udbff]$/, '').trim();
}

/**
 * The others who wrote. A name stands only before the first message of a run.
 * @param {Element} list
 * @param {Thread} thread
 * @param {Set<string> | null} own
 * @returns {Set<string>}
 */
function othersIn(list, { sender, message, theirs = '', party }, own) {
  if (party) return partyIn(list, party, own);
  /** @type {Set<string>} */
  const names = new Set();
  let name = '';
  if (sender) {
    for (const at of list.querySelectorAll(`${sender}, ${message}`)) {
      if (at.matches(sender)) name = textOf(at);
      else if (at.matches(theirs) && name) names.add(name);
    }
  }
  return names;
}

/**
 * Everybody else to whom messages went or who wrote them.
 * @param {Element} list
 * @param {string} party
 * @param {Set<string> | null} own
 */
function partyIn(list, party, own) {
  /** @type {Map<string, string>} */
  const names = new Map();
  for (const at of list.querySelectorAll(party)) {
    const mail = at.getAttribute('email')?.toLowerCase() ?? '';
    if (own?.size && !own.has(mail)) names.set(mail, at.getAttribute('name') || mail);
  }
  return new Set(names.values());
}

/** @param {string | undefined} account @returns {Set<string> | null} */
function ownAddresses(account) {
  if (!account) return null;
  const shown = [...document.querySelectorAll(account)].map((each) =>
    each instanceof HTMLInputElement ? each.value : (each.getAttribute('aria-label') ?? ''),
  );
  // The title ends with the address, where it shows one: “Inbox - robin@example.org - Gmail”.
  const titled = document.title.match(ADDRESS)?.at(-1) ?? '';
  const found = [...shown, titled].join(' ').match(ADDRESS) ?? [];
  return new Set(found.map((each) => each.toLowerCase()));
}

/** @param {Element | null} element */
const textOf = (element) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
