// @ts-check
// What is known around a draft at this moment: who reads it, after what, and which conversation
// it belongs to. Nothing is opened, scrolled or fetched to learn more.

import { address, limitOf, nearest, textOf } from './around.js';
import { SITES } from './sites.js';
import { threadAt } from './thread.js';

/** @typedef {import('../wasm/core.js').Draft} Draft */
/** @typedef {import('./claim.js').Claim} Claim */
/** @typedef {import('./site-types.js').Talk} Talk */
/** @typedef {import('./site-types.js').Reader} Reader */
/** @typedef {{key: string, name: string, headline?: string}} Person */

const ADDRESS = /[^\s<>()",:]+@[^\s<>()",:]+/;

/**
 * `contact` tells the one reader from others on this site: an address, or the path of a profile;
 * a name alone does not. Empty where it is not known, as a key of the draft that is not there.
 * @typedef {{draft: Omit<Draft, 'text'>, contact: string}} About
 */
/** @param {Claim} claimed @returns {About} */
export function about({ box, site, channel, talk }) {
  const known = { ...(channel && { channel }), ...(site && { site }) };
  if (!talk || !site) return { draft: known, contact: '' };
  const { thread } = talk;
  const { turns, others } = thread
    ? threadAt(box, talk, thread, SITES[site].account)
    : { turns: [], others: new Map() };
  const people = readersOf(box, talk, others);
  // What is forwarded to somebody else is nothing that was said to them.
  const said = !thread?.party || people.some(({ key }) => others.has(key));
  // Nobody greets a group; one may show itself by its messages alone.
  const single = people.length === 1 && !(thread?.sender && others.size > 1);
  const [{ key, ...reader }] = single ? people : [{ key: '' }];
  const draft = {
    ...known,
    ...(single && { recipient: reader }),
    ...(said && turns.length > 0 && { thread: turns }),
  };
  return { draft, contact: /^\/|@/.test(key) ? key.toLowerCase() : '' };
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

/**
 * @param {Element} box
 * @param {Talk} talk
 * @param {Map<string, string>} others
 * @returns {Person[]} several are a group
 */
function readersOf(box, talk, others) {
  const senders = [...others].map(([key, name]) => ({ key, name }));
  for (const reader of talk.readers) {
    const { person, profile, sender, field } = reader;
    if (profile) return ownerOf(profile);
    if (!person) return field && nearest(box, talk, field) ? [] : senders;
    const place = nearest(box, talk, person);
    const people = place ? personsIn(place, reader) : [];
    if (people.length === 0) continue;
    // What names the conversation names a person only where that is sure.
    const sure = !sender || (senders.length === 1 && people[0].name === senders[0].name);
    return sure ? people : [];
  }
  return [];
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
    const called = shown || (handle ? `@${key.split('/')[1]}` : key);
    const role = headline && textOf(place.querySelector(headline));
    if (!called || people.has(key)) continue;
    people.set(key, { key, name: called, ...(role && { headline: role }) });
  }
  return [...people.values()];
}

/**
 * What tells one person from another: an address, a link, or else the words.
 * @param {Element} found
 * @param {Pick<Reader, 'key' | 'handle'>} reader
 */
function keyOf(found, { key, handle }) {
  if (key) {
    const value = found.getAttribute(key) ?? '';
    return ADDRESS.exec(value)?.[0].toLowerCase() ?? value;
  }
  if (!(found instanceof HTMLAnchorElement && found.href)) return textOf(found);
  const path = found.pathname.replace(/\/$/, '');
  return handle ? path.split('/').slice(0, 2).join('/') : path;
}

/** Of “Ada Nakamura <ada@…>” the name, of a bare address the address. @param {string} shown */
const nameIn = (shown) => shown.replace(/<.*>/, '').replaceAll('"', '').trim() || shown.trim();

/**
 * Whose page this is, if the page invites nobody else.
 * @param {{title: RegExp, invites: string}} profile
 * @returns {Person[]}
 */
function ownerOf({ title, invites }) {
  const invited = [...document.querySelectorAll(invites)].map((link) =>
    new URLSearchParams(/** @type {HTMLAnchorElement} */ (link).search).get('vanityName'),
  );
  const [vanity, ...others] = new Set(invited);
  const own = vanity && others.length === 0 && address().split('/').includes(vanity);
  const name = own && title.exec(document.title)?.[1];
  return name ? [{ key: `/in/${vanity}`, name }] : [];
}
