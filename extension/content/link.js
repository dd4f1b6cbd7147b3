// @ts-check
// What the content script asks of the worker.

import { connect, Dropped } from '../shared/messages.js';

/** @typedef {import('../shared/verbs.js').SiteSettings} SiteSettings */
/** @typedef {import('../shared/verbs.js').Place} Place */
/** @typedef {import('../shared/verbs.js').Command} Command */
/** @typedef {import('../wasm/core.js').Draft} Draft */
/** @typedef {import('../wasm/core.js').Report} Report */
/** @typedef {{box: number, draft: Draft, contact: string, focusedAt: number}} Question */
/** @typedef {ReturnType<typeof openLink>} Link */

/**
 * @param {object} options
 * @param {(settings: SiteSettings) => void} options.onSettings something changed in options
 * @param {(place: Place) => void} options.onReveal
 * @param {(name: Command) => void} options.onCommand a shortcut of the browser
 * @param {() => void} options.onOrphan the extension was updated or removed
 * @param {AbortSignal} options.signal
 */
export function openLink({ onSettings, onReveal, onCommand, onOrphan, signal }) {
  /** @type {Promise<SiteSettings> | null} */
  let settings = null;
  let asleep = false;
  const request = connect(
    'content',
    (push, payload) => {
      if (push === 'reveal') return onReveal(payload);
      if (push === 'command') return onCommand(payload.name);
      settings = Promise.resolve(payload);
      onSettings(payload);
    },
    { onDrop: () => (asleep = true), onOrphan, signal },
  );
  // The cache may have slept through a push.
  window.addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (persisted) settings = null;
    },
    { signal },
  );

  return {
    request,

    /** Asked once; what changes later is pushed. */
    settings() {
      settings ??= request('siteSettings', {}).catch((error) => {
        settings = null;
        throw error;
      });
      return settings;
    },

    /**
     * A box that was taken away, as when its message is sent, is an empty one to badge and popup.
     * @param {import('./session.js').Session} session
     */
    tellGone({ id, focusedAt }) {
      const question = { box: id, draft: { text: '' }, contact: '', focusedAt };
      void request('analyze', question).catch(() => undefined);
    },

    /** @param {string[]} fired rules; a count that is lost is no harm */
    tally: (fired) => void request('tally', { fired }).catch(() => undefined),

    /**
     * A worker that was stopped starts while the user is still typing. Asking is what makes it
     * ready; what it answers so early nobody needs.
     * @param {() => Question} question
     */
    wake(question) {
      if (asleep) void request('analyze', question()).catch(() => undefined);
      asleep = false;
    },

    /**
     * A worker that is stopped between question and answer is woken once more.
     * @param {Question} question
     * @returns {Promise<Report>}
     */
    analyze: (question) =>
      request('analyze', question).catch((error) => {
        if (error instanceof Dropped && document.visibilityState === 'visible' && !signal.aborted) {
          return request('analyze', question);
        }
        throw error;
      }),
  };
}
