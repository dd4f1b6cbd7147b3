// @ts-check
// What the buttons of a card do.

import { t } from '../shared/words.js';
import { isolated } from './spans.js';
import { apply } from './write.js';

/** @typedef {import('./card.js').Card} Card */
/** @typedef {import('./session.js').Session} Session */
/** @typedef {import('./session.js').Painted} Painted */

/**
 * @param {object} means
 * @param {import('./link.js').Link} means.link
 * @param {import('./status.js').Status} means.status
 * @param {() => Card} means.card
 * @returns {import('./card.js').Act}
 */
export function deeds({ link, status, card }) {
  return (deed, session, note, at) => {
    const remedy = note.suggestions[at];
    if (deed === 'apply' && remedy) void card().during(() => apply(session, remedy));
    else if (deed === 'copy' && remedy) void put(remedy.text + remedy.rest, deed, at);
    else if (deed === 'copy-all') void put(session.text, deed, at);
    else if (deed === 'explain')
      void link.request('explain', { family: note.family }).then(
        (family) => family && card().explain(note, family),
        () => undefined,
      );
    else if (deed === 'options') {
      void link.request('openOptions', { rule: note.rule }).catch(() => undefined);
      card().close({ back: true });
    } else {
      const quieter = quietersOf(link, session, note)[deed];
      if (quieter) quiet(quieter);
    }
  };

  /** @param {string} text @param {import('./card-view.js').Deed} deed @param {number} at */
  async function put(text, deed, at) {
    if (!(await copy(text))) return;
    card().copied(deed, at);
    status.say(t('cardCopied'));
  }

  /** @param {Quieter} quieter */
  function quiet({ words, make }) {
    /** @type {ReturnType<Quieter['make']>} */
    let done;
    card().tell(words, async () => (await done)?.());
    status.say(words);
    done = make();
    void Promise.resolve(done).catch(() => card().close());
  }
}

/**
 * A way to hear no more of a note; what it does gives back what undoes it.
 * @typedef {object} Quieter
 * @property {string} words what is said once it is done
 * @property {() => (() => unknown) | Promise<() => unknown>} make
 */

/**
 * @param {import('./link.js').Link} link
 * @param {Session} session
 * @param {Painted} note
 * @returns {Partial<Record<import('./card-view.js').Deed, Quieter>>}
 */
function quietersOf({ request }, session, note) {
  const { rule, quote, kind } = note;
  const said = isolated(quote);
  /** @param {import('../shared/settings.js').Level} level */
  const to = (level) => async () => {
    const { was } = await request('level', { rule, level });
    return () => request('level', { rule, level: was });
  };
  return {
    skip: {
      words: t('cardSkipped', said),
      make: () => {
        session.skip(note);
        return () => session.unskip(note);
      },
    },
    ignore: {
      words: t('cardIgnored', said),
      make: async () => {
        const phrase = { rule, phrase: quote };
        await request('ignore', { ...phrase, on: true });
        return () => request('ignore', { ...phrase, on: false });
      },
    },
    softer:
      kind === 'strong'
        ? { words: t('cardSoftened'), make: to('soft') }
        : { words: t('cardHinted'), make: to('hint') },
    'rule-off': { words: t('cardSwitchedOff'), make: to('off') },
  };
}

/** @param {string} text @returns {Promise<boolean>} whether it was */
const copy = (text) =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => copyByCommand(text),
  );

/**
 * For pages that forbid the clipboard's own interface: the event of a copy made by hand. Where
 * that does not come either, nothing may lie in wait for the user's next copy.
 * @param {string} text
 */
function copyByCommand(text) {
  const over = new AbortController();
  let copied = false;
  window.addEventListener(
    'copy',
    (event) => {
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      event.stopImmediatePropagation();
      copied = true;
    },
    { capture: true, signal: over.signal },
  );
  document.execCommand('copy');
  over.abort();
  return copied;
}
