// @ts-check
// The content script, once a frame: finds the compose boxes that get the focus, and ties what is
// said about them to marks, card and status.

import { alive } from '../shared/messages.js';
import { deeds } from './deeds.js';
import { Card } from './card.js';
import { Field } from './field.js';
import { watchFocus } from './finder.js';
import { watchKeys } from './keys.js';
import { openLink } from './link.js';
import { Marks } from './marks.js';
import { watchPointer } from './pointer.js';
import { RichBox } from './rich.js';
import { Session } from './session.js';
import { claim } from './sites.js';
import { Status } from './status.js';

/** @typedef {import('./sites.js').Claim} Claim */
/** @typedef {import('../shared/messages.js').FrameState} FrameState */
/** @typedef {{session: Session, life: AbortController}} Open */

function start() {
  const life = new AbortController();
  const { signal } = life;
  /** @type {Map<Element, Open>} */
  const boxes = new Map();
  /** @type {{box: Element, focusedAt: number} | null} */
  let unreadable = null;
  /** @type {Session | null} */
  let last = null;
  let on = true;
  let count = 0;

  const marks = new Marks(signal);
  const status = new Status(signal);
  const link = openLink({
    onSettings: (settings) => obey(settings.on),
    onReveal: ({ box, start, end }) => reveal(box, start, end),
    onOrphan: () => life.abort(),
    signal,
  });
  const card = new Card(deeds({ link, status, card: () => card }));
  // A box that is taken out of the page, or hidden, changes its size.
  const sizes = new ResizeObserver(() => {
    for (const [box, { life }] of boxes) if (!box.isConnected) life.abort();
  });

  // Not every browser tells a script that its extension was updated: the first move of the hand
  // finds it out, before any other listener acts on it.
  const makeWay = () => alive() || life.abort();
  const watchForOrphan = () => {
    for (const type of ['pointermove', 'pointerdown', 'keydown', 'focusin']) {
      window.addEventListener(type, makeWay, { capture: true, passive: true, signal });
    }
  };

  /** @param {Session} session */
  const paint = (session) => {
    marks.show(session, session.painted);
    card.paint(session);
  };

  /** @param {Claim} claimed */
  const open = ({ box, exclude, site, channel }) => {
    const own = new AbortController();
    const ends = () => own.abort();
    signal.addEventListener('abort', ends, { once: true });
    const session = new Session({
      id: (count += 1),
      open: (changed) =>
        box instanceof HTMLTextAreaElement
          ? new Field(box, changed, own.signal)
          : new RichBox(box, exclude, changed, own.signal),
      about: { ...(channel && { channel }), ...(site && { site }) },
      ask: (question) => (on ? link.analyze(question) : null),
      onPaint: paint,
      onReport: () => status.tell(session),
      signal: own.signal,
    });
    if (boxes.size === 0) watchForOrphan();
    watchPointer(session, card, own.signal);
    watchKeys(session, card, own.signal);
    own.signal.addEventListener('abort', () => {
      signal.removeEventListener('abort', ends);
      session.clear();
      boxes.delete(box);
      sizes.unobserve(box);
    }, { once: true });
    boxes.set(box, { session, life: own });
    sizes.observe(box);
    return session;
  };

  /** @param {Element} element */
  const focused = async (element) => {
    const claimed = claim(element);
    if (!claimed) return;
    if (claimed === 'unreadable') {
      unreadable = { box: element, focusedAt: Date.now() };
      return;
    }
    const session = boxes.get(claimed.box)?.session ?? open(claimed);
    session.focusedAt = Date.now();
    last = session;
    obey(await link.settings().then((settings) => settings.on, () => on), [session]);
  };

  /** @param {boolean} wanted @param {Session[]} [sessions] */
  const obey = (wanted, sessions = [...boxes.values()].map(({ session }) => session)) => {
    on = wanted;
    for (const session of sessions) {
      if (!on) session.clear();
      else if (session.text.trim()) void session.analyze();
    }
  };

  /** @param {number} id @param {number} start @param {number} end */
  const reveal = (id, start, end) => {
    const found = [...boxes.values()].find(({ session }) => session.id === id);
    if (!found) return;
    const { session } = found;
    session.box.focus();
    session.surface.select({ start: end, end });
    const note = session.painted.find((painted) => painted.start === start && painted.end === end);
    const shown = note && session.reveal(note);
    if (shown) card.open(session, shown, { pinned: true });
  };

  /** @returns {FrameState} */
  const state = () => {
    const session = last?.box.isConnected ? last : null;
    const focusedAt = session?.focusedAt ?? 0;
    if (unreadable?.box.isConnected && unreadable.focusedAt > focusedAt) {
      return { state: 'unreadable', focusedAt: unreadable.focusedAt };
    }
    if (!session) return { state: 'no-box', focusedAt: 0 };
    if (!on) return { state: 'off', focusedAt };
    return { state: 'draft', focusedAt, box: session.id, draft: session.draft };
  };

  signal.addEventListener('abort', () => {
    card.close();
    sizes.disconnect();
  }, { once: true });
  window.addEventListener('pagehide', () => card.close(), { signal });
  watchFocus((element) => void focused(element), signal);
  return { state, card: () => card.describe(), stop: () => life.abort(), alive: () => !signal.aborted && alive() };
}

/** @typedef {ReturnType<typeof start>} YouFirst */
const world = /** @type {{youfirst?: YouFirst}} */ (globalThis);
// Injected twice: the one that works goes on, the one that lost its extension makes way.
if (!world.youfirst?.alive()) {
  world.youfirst?.stop();
  world.youfirst = start();
}
