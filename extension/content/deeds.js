// @ts-check
// What the buttons of a card do.

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
    else if (deed === 'copy' && remedy)
      void copy(remedy.text + remedy.rest).then((copied) => {
        if (!copied) return;
        card().copied(at);
        status.say('Copied');
      });
    else if (deed === 'explain')
      void link.request('explain', { family: note.family }).then(
        (family) => family && card().explain(note, family),
        () => undefined,
      );
    else if (deed === 'skip') session.skip(note);
    else if (deed === 'ignore') {
      card().tell(`“${note.quote}” is not marked any more.`);
      void link
        .request('ignore', { rule: note.rule, phrase: note.quote, on: true })
        .catch(() => card().close());
    } else if (deed === 'rule-off') {
      card().tell('This rule is switched off.');
      void link.request('level', { rule: note.rule, level: 'off' }).catch(() => card().close());
    } else if (deed === 'options') {
      void link.request('openOptions', { rule: note.rule }).catch(() => undefined);
      card().close({ back: true });
    }
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
