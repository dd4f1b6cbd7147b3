// @ts-check
// What was said before a draft, as far as the page holds it. Sites load their lists piece by
// piece: what is not there is unknown, not absent.

import { nearest, textOf } from './around.js';
import { read } from './text.js';

/** @typedef {import('./site-types.js').Talk} Talk */
/** @typedef {import('./site-types.js').Thread} Thread */
/** @typedef {{from: 'me' | 'them', text: string}} Turn */
/** @typedef {{turns: Turn[], others: Map<string, string>}} Told others: their names by key */

/** No more of a thread is looked at. */
const MESSAGES = 30;
const CHARACTERS = 2000;
const ADDRESSES = /[^\s<>()",:]+@[^\s<>()",:]+/g;
const IN_BRACKETS = /^[(（].+[)）]$/;

/**
 * @param {Element} box
 * @param {Talk} talk
 * @param {Thread} thread
 * @param {string} [account] selector of what holds one's own address
 * @returns {Told}
 */
export function threadAt(box, talk, thread, account) {
  const list =
    box.closest(thread.list) ?? nearest(box, talk, thread.list)?.querySelector(thread.list);
  if (!list) return { turns: [], others: new Map() };
  const own = account ? ownAddresses(account) : new Set();
  const messages = [...list.querySelectorAll(thread.message)].slice(-MESSAGES);
  return {
    turns: messages.flatMap((message) => turnOf(message, thread, own) ?? []),
    others: thread.party ? partyIn(list, thread.party, own) : sendersIn(list, thread),
  };
}

/**
 * @param {Element} message
 * @param {Thread} thread
 * @param {Set<string>} own
 * @returns {Turn | null} null where words or author are not known
 */
function turnOf(message, thread, own) {
  const from = authorOf(message, thread, own);
  const words = message.querySelector(thread.text);
  const text = from && words && wordsOf(words, thread);
  return text ? { from, text } : null;
}

/**
 * By signs that are the same in every language.
 * @param {Element} message
 * @param {Thread} thread
 * @param {Set<string>} own
 * @returns {Turn['from'] | null}
 */
function authorOf(message, { theirs = '', mine = '', author }, own) {
  if (author) {
    const sender = mailOf(message.querySelector(author));
    if (!sender || own.size === 0) return null;
    return own.has(sender) ? 'me' : 'them';
  }
  if (message.matches(theirs)) return 'them';
  return message.matches(mine) ? 'me' : null;
}

/** @param {Element} words @param {Thread} thread */
function wordsOf(words, { without, edited }) {
  const text = read(words, without).text.trim();
  const last = edited ? words.querySelector(edited) : null;
  const mark = textOf(last);
  const own = IN_BRACKETS.test(mark) && text.endsWith(mark) ? text.slice(0, -mark.length) : text;
  const cut = own.slice(0, CHARACTERS);
  // Not half a character at the end.
  return cut.replace(/[\ud800-\udbff]$/, '').trim();
}

/**
 * The others who wrote. A name stands only before the first message of a run.
 * @param {Element} list
 * @param {Thread} thread
 */
function sendersIn(list, { sender, message, theirs = '' }) {
  /** @type {Map<string, string>} */
  const names = new Map();
  if (!sender) return names;
  let name = '';
  for (const at of list.querySelectorAll(`${sender}, ${message}`)) {
    if (at.matches(sender)) name = textOf(at);
    else if (at.matches(theirs) && name) names.set(name, name);
  }
  return names;
}

/**
 * Everybody else who wrote a message or to whom one went.
 * @param {Element} list
 * @param {string} party
 * @param {Set<string>} own
 */
function partyIn(list, party, own) {
  /** @type {Map<string, string>} */
  const names = new Map();
  for (const at of list.querySelectorAll(party)) {
    const mail = mailOf(at);
    if (own.size > 0 && !own.has(mail)) names.set(mail, at.getAttribute('name') || mail);
  }
  return names;
}

/** @param {Element | null} person */
const mailOf = (person) => person?.getAttribute('email')?.toLowerCase() ?? '';

/** @param {string} account @returns {Set<string>} */
function ownAddresses(account) {
  const shown = [...document.querySelectorAll(account)].map((each) =>
    each instanceof HTMLInputElement ? each.value : (each.getAttribute('aria-label') ?? ''),
  );
  // The title ends with the address, where it shows one: “Inbox - robin@example.org - Gmail”.
  const titled = document.title.match(ADDRESSES)?.at(-1) ?? '';
  const found = [...shown, titled].join(' ').match(ADDRESSES) ?? [];
  return new Set(found.map((each) => each.toLowerCase()));
}
