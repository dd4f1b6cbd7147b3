// @ts-check
// What is remembered of messages that were sent, where the user has asked for it: by contact,
// counts and days; of each message a sketch. No names, no text. A contact is the hash of a salt,
// the site and the handle; docs/privacy.md says what that keeps from whom.

import { forget, read, write } from '../shared/storage.js';

/**
 * What was sent to a contact; `first` and `last` are days since 1970 (UTC).
 * @typedef {object} Past
 * @property {number} messages
 * @property {number} asks
 * @property {number} questions about them
 * @property {number} offers
 * @property {number} thanks
 * @property {number} first
 * @property {number} last
 */
/** @typedef {{day: number, sketch: string}} Sketch */
/**
 * @typedef {object} Memory
 * @property {string} salt
 * @property {Record<string, Past>} contacts by hash
 * @property {Sketch[]} sketches oldest first
 */
/** @typedef {Pick<Past, 'asks' | 'questions' | 'offers' | 'thanks'>} Sent */

/** Days after which a contact that was not written to is forgotten, and a sketch. */
export const KEPT = { contact: 180, sketch: 30 };
/** At most so many are kept; the oldest go first. */
export const CAP = { contacts: 2000, sketches: 2000 };
const BYTES = { salt: 16, hash: 12 };
/** Seconds in which the same message to the same contact is one that was taken back and resent. */
const RESENT = 120;

/** @type {Promise<Memory> | null} */
let memory = null;
/** Changes are made one after another. @type {Promise<unknown>} */
let lastChange = Promise.resolve();
/** @type {{what: string, at: number} | null} */
let latest = null;

const today = () => Math.floor(Date.now() / 86_400_000);

/** @param {Uint8Array} bytes */
export const text64 = (bytes) => btoa(String.fromCharCode(...bytes));

/** @param {string} text */
export const bytes64 = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

/** @returns {Promise<Memory>} */
async function fromStorage() {
  const stored = /** @type {Partial<Memory> | undefined} */ (await read('memory'));
  const salt = stored?.salt ?? text64(crypto.getRandomValues(new Uint8Array(BYTES.salt)));
  return { salt, contacts: stored?.contacts ?? {}, sketches: stored?.sketches ?? [] };
}

/** What is remembered, whether it is used or not. */
export function remembered() {
  if (!memory) {
    memory = fromStorage();
    memory.catch(() => (memory = null));
  }
  return memory;
}

/**
 * @param {string} salt
 * @param {string} site
 * @param {string} contact
 */
async function hashOf(salt, site, contact) {
  const words = new TextEncoder().encode(`${salt}\n${site}\n${contact}`);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', words));
  return text64(hash.subarray(0, BYTES.hash));
}

/** @param {(memory: Memory) => Promise<Memory | null>} edit null: nothing changes */
function change(edit) {
  const changed = lastChange.then(async () => {
    const edited = await edit(structuredClone(await remembered()));
    if (!edited) return;
    await write('memory', edited);
    memory = Promise.resolve(edited);
  });
  lastChange = changed.catch(() => undefined);
  return changed;
}

/** @param {Memory} memory without what has had its time @returns {Memory} */
function pruned({ salt, contacts, sketches }) {
  const now = today();
  const kept = Object.entries(contacts)
    .filter(([, { last }]) => now - last <= KEPT.contact)
    .sort(([, a], [, b]) => b.last - a.last)
    .slice(0, CAP.contacts);
  const fresh = sketches.filter(({ day }) => now - day <= KEPT.sketch).slice(-CAP.sketches);
  return { salt, contacts: Object.fromEntries(kept), sketches: fresh };
}

/**
 * Counts a message that was sent.
 * @param {string} site
 * @param {string} contact empty where it is not known: then nobody is counted
 * @param {Sent} sent
 * @param {(salt: Uint8Array) => Promise<Uint8Array | null>} sketchOf
 */
export const remember = (site, contact, sent, sketchOf) =>
  change(async (memory) => {
    const sketched = await sketchOf(bytes64(memory.salt));
    const sketch = sketched && text64(sketched);
    const what = `${site}\n${contact}\n${sketch ?? JSON.stringify(sent)}`;
    const again = latest?.what === what && Date.now() - latest.at < RESENT * 1000;
    latest = { what, at: Date.now() };
    if (again) return null;
    const day = today();
    if (sketch) memory.sketches.push({ day, sketch });
    if (contact) {
      const hash = await hashOf(memory.salt, site, contact);
      const zero = { messages: 0, asks: 0, questions: 0, offers: 0, thanks: 0, first: day };
      const past = memory.contacts[hash] ?? zero;
      memory.contacts[hash] = {
        messages: past.messages + 1,
        asks: past.asks + sent.asks,
        questions: past.questions + sent.questions,
        offers: past.offers + sent.offers,
        thanks: past.thanks + sent.thanks,
        first: past.first,
        last: day,
      };
    }
    return pruned(memory);
  });

/**
 * @param {string} site
 * @param {string} contact
 * @returns {Promise<Past | null>} null where nothing is known
 */
export async function pastWith(site, contact) {
  const { salt, contacts } = await remembered();
  const past = contact ? contacts[await hashOf(salt, site, contact)] : undefined;
  return past && today() - past.last <= KEPT.contact ? past : null;
}

/** @param {string} site @param {string} contact */
export const forgetContact = (site, contact) =>
  change(async (memory) => {
    delete memory.contacts[await hashOf(memory.salt, site, contact)];
    return memory;
  });

/** Forgets everything, with the salt. @returns {Promise<Memory>} what it was */
export function forgetMemory() {
  const changed = lastChange.then(async () => {
    const was = await remembered();
    await forget('memory');
    memory = null;
    latest = null;
    return was;
  });
  lastChange = changed.catch(() => undefined);
  return changed;
}

/**
 * Brings back what was forgotten by mistake.
 * @param {Memory} was
 */
export const restoreMemory = (was) =>
  change(async () => (Object.keys(was.contacts).length + was.sketches.length > 0 ? was : null));
