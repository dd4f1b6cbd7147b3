// @ts-check
// The pointer over a compose box: resting on a mark opens its card, a click opens it at once.

import { same } from './notes.js';
import { pause } from './pause.js';
import { isAt, viewOf } from './sight.js';

/** @typedef {import('./session.js').Session} Session */
/** @typedef {import('./session.js').Painted} Painted */
/** @typedef {import('./card.js').Card} Card */

const REST = 160;
const GRACE = 280;
const WEIGHT = { strong: 2, soft: 1, praise: 0 };

/**
 * The mark under a point; of several the gravest, then the shortest.
 * @param {Session} session
 * @param {{x: number, y: number}} point
 * @returns {Painted | null}
 */
function markAt({ painted, box }, point) {
  const view = viewOf(box);
  const hit = painted.filter(({ range }) => isAt(range, view, point));
  hit.sort((a, b) => WEIGHT[b.kind] - WEIGHT[a.kind] || a.end - a.start - (b.end - b.start));
  return hit[0] ?? null;
}

/**
 * @param {Session} session
 * @param {Card} card
 * @param {AbortSignal} signal
 */
export function watchPointer(session, card, signal) {
  let intent = new AbortController();
  /** @type {Painted | null} */
  let over = null;
  let frame = 0;
  let point = { x: 0, y: 0 };

  /** @param {Painted | null} note */
  const rest = async (note) => {
    over = note;
    intent.abort();
    intent = new AbortController();
    const { signal: still } = intent;
    if (note) {
      if (card.pinned || !(await pause(REST, still))) return;
      const current = session.painted.find((painted) => same(painted, note));
      if (current && !card.pinned) card.open(session, current, { point });
    } else if (card.openedFor(session) && !card.pinned) {
      if ((await pause(GRACE, still)) && !card.underPointer && !card.pinned) card.close();
    }
  };

  const look = () => {
    frame = 0;
    const note = session.painted.length ? markAt(session, point) : null;
    if (note && over ? !same(note, over) : note !== over) void rest(note);
  };

  session.box.addEventListener(
    'pointermove',
    (event) => {
      if (!event.isTrusted || event.buttons) return;
      point = { x: event.clientX, y: event.clientY };
      frame ||= requestAnimationFrame(look);
    },
    { signal, passive: true },
  );
  const leave = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    void rest(null);
  };
  session.box.addEventListener('pointerleave', leave, { signal });
  session.box.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted) return;
      point = { x: event.clientX, y: event.clientY };
      const note = markAt(session, point);
      if (!note) return;
      intent.abort();
      over = note;
      card.open(session, note, { point, pinned: true });
    },
    { signal },
  );
  signal.addEventListener('abort', () => intent.abort(), { once: true });
}
