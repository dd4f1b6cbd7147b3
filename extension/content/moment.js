// @ts-check
// What happens around Send, for those who want it: one question before, and afterwards a word to
// the worker, which counts it. Both are off until they are asked for.

import { t } from '../shared/words.js';
import { openPauseCard, reasonsOf } from './pause-card.js';
import { watchSending } from './sending.js';

/** Milliseconds in which a press is still the same one: the second half of a double click. */
const SAME_PRESS = 500;

/** @typedef {import('./session.js').Session} Session */
/** @typedef {import('./spans.js').Span} Span */
/** @typedef {import('../shared/settings.js').Look} Look */
/** @typedef {{pause: boolean, memory: boolean, look: Look}} Wants */
/**
 * @param {object} about
 * @param {Session} about.session
 * @param {import('./claim.js').Sending} about.send
 * @param {() => Wants} about.wants
 * @param {import('./link.js').Link} about.link
 * @param {import('./status.js').Status} about.status
 * @param {(span: Span | null) => void} about.edit leads to what is to be looked at
 * @param {() => void} about.close closes the card of a note: one at a time
 * @param {AbortSignal} about.signal
 * @returns {() => void} to be called when the text has changed
 */
export function watchMoment({ session, send, wants, link, status, edit, close, signal }) {
  /** The conversation whose draft was asked about; null: none. @type {string | null} */
  let asked = null;
  /** @type {{life: AbortController, text: string, at: number} | null} */
  let card = null;
  // As it was when it was about to go: sending changes what is around it.
  /** @type {ReturnType<Session['read']> | null} */
  let about = null;

  const asks = () => {
    if (card && !card.life.signal.aborted) return performance.now() - card.at < SAME_PRESS;
    const reasons = wants().pause && asked !== session.talk ? reasonsOf(session) : [];
    if (reasons.length === 0) return false;
    const { box } = session;
    const { look } = wants();
    const onEdit = () => edit(reasons[0].span);
    const onSend = () => status.say(t('pauseArmed'));
    close();
    const life = openPauseCard({ box, reasons, look, onEdit, onSend, signal });
    card = { life, text: session.text, at: performance.now() };
    asked = session.talk;
    status.say([t('pauseTitle'), ...reasons.map(({ words }) => words)].join('. '));
    return true;
  };

  const look = watchSending({
    ...{ session, send, asks, signal },
    onPress: () => {
      card?.life.abort();
      about = wants().memory ? session.read() : null;
    },
    onSent: () => {
      if (about) void link.request('sent', about).catch(() => undefined);
    },
  });

  return () => {
    look();
    if (session.text !== card?.text) card?.life.abort();
    if (!session.text.trim()) asked = null;
  };
}
