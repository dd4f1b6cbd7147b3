// @ts-check
// What a card shows.

import { make } from './dom.js';
import { changeBetween } from './spans.js';

/** @typedef {import('./notes.js').Note} Note */
/** @typedef {import('./notes.js').Remedy} Remedy */
/**
 * What a button is for.
 * @typedef {'apply' | 'copy' | 'skip' | 'ignore' | 'rule-off' | 'options'
 *   | 'before' | 'after' | 'close' | 'explain'} Deed
 */

/** What is said where a fix did not go as it should. */
export const TROUBLE = {
  refused:
    'This box did not take the change; your text is as it was. You can copy the words instead.',
  altered: 'This box made something else of the change. Please read your text once more.',
};

const KINDS = { strong: 'Worth changing', soft: 'Worth a look', praise: 'Well said' };
/** @type {Record<string, string>} */
const STRENGTHS = {
  good: 'Good evidence',
  mixed: 'Mixed evidence',
  company: 'Company figures',
  opinion: 'Experience',
};
const BLANKS = /(⟨[^⟩]*⟩)/;

/**
 * @param {Deed} deed
 * @param {string} words
 * @param {Record<string, string>} [more]
 */
const button = (deed, words, more = {}) =>
  make('button', { type: 'button', 'data-deed': deed, ...more }, words);

/**
 * @param {Note} note
 * @param {object} about
 * @param {number} about.at its place among the notes of the draft
 * @param {number} about.count
 * @param {boolean} about.writes whether the editor can be written to
 * @param {string} about.trouble why a fix was not made, or nothing
 */
export function noteView(note, { at, count, writes, trouble }) {
  return make(
    'div',
    { class: `card ${note.kind}`, role: 'dialog', 'aria-label': note.message, tabindex: '-1' },
    header(note, at, count),
    make(
      'div',
      { class: 'body' },
      trouble && make('p', { class: 'trouble', role: 'alert' }, trouble),
      note.suggestions.length > 0 && remediesView(note, writes && !trouble),
      whyView(note),
    ),
    note.kind !== 'praise' && footer(note),
  );
}

/** @param {Note} note @param {boolean} writes */
const remediesView = ({ suggestions }, writes) =>
  make(
    'ul',
    { class: 'remedies' },
    ...suggestions.map((remedy, index) => remedyView(remedy, index, writes)),
  );

/** @param {Note} note */
function footer({ quote }) {
  const never = `Never mark “${quote}” for this again`;
  return make(
    'div',
    { class: 'foot' },
    button('skip', 'Ignore once', { class: 'bare' }),
    button('ignore', 'Ignore always', { class: 'bare', title: never }),
    button('rule-off', 'Switch rule off', {
      class: 'bare',
      title: 'Never mark anything for this again',
    }),
  );
}

/** @param {Note} note @param {number} at @param {number} count */
function header({ kind, message, points }, at, count) {
  const spoken =
    kind === 'praise' ? `adds ${points} points` : `mending it wins back ${points} points`;
  return make(
    'div',
    { class: 'head' },
    make(
      'div',
      { class: 'line' },
      make('span', { class: 'kind' }, KINDS[kind]),
      points > 0 &&
        make(
          'span',
          { class: 'points', role: 'img', 'aria-label': spoken, title: spoken },
          `+${points}`,
        ),
      make('span', { class: 'gap' }),
      count > 1 &&
        make(
          'span',
          { class: 'walk' },
          button('before', '‹', { class: 'icon', 'aria-label': 'Previous note' }),
          make('span', { class: 'count' }, `${at + 1} of ${count}`),
          button('after', '›', { class: 'icon', 'aria-label': 'Next note' }),
        ),
      button('close', '×', { class: 'icon', 'aria-label': 'Close' }),
    ),
    make('p', { class: 'message' }, message),
  );
}

/** @param {Remedy} remedy @param {number} index @param {boolean} writes */
function remedyView(remedy, index, writes) {
  if (remedy.kind === 'advice') return make('li', { class: 'advice' }, remedy.text);
  const at = String(index);
  const copies = remedy.text !== '' && button('copy', 'Copy', { class: 'button', 'data-at': at });
  return make(
    'li',
    { class: remedy.kind },
    make(
      'p',
      { class: 'rewrite' },
      ...(remedy.kind === 'edit' ? editView(remedy) : scaffoldView(remedy)),
    ),
    make(
      'div',
      { class: 'row' },
      writes &&
        button('apply', remedy.text ? 'Apply' : 'Remove', {
          class: index ? 'button' : 'button primary',
          'data-at': at,
        }),
      copies,
    ),
  );
}

/**
 * Only what differs is struck and set, so that the eye finds it.
 * @param {Remedy} remedy
 */
function editView(remedy) {
  const [old, text] = [remedy.old + remedy.rest, remedy.text + remedy.rest];
  const { at, removed, added } = wholeWords(old, text);
  const [gone, put] = [old.slice(at, at + removed), text.slice(at, at + added)];
  return [
    old.slice(0, at),
    gone.trim() !== '' && make('del', {}, gone.trim()),
    gone.trim() !== '' && put.trim() !== '' && ' ',
    put.trim() !== '' && make('ins', {}, ...withBlanks(put)),
    old.slice(at + removed),
  ];
}

/** @param {string} old @param {string} text */
function wholeWords(old, text) {
  let { at, removed, added } = changeBetween(old, text);
  while (at > 0 && /\S/.test(old[at - 1])) [at, removed, added] = [at - 1, removed + 1, added + 1];
  while (/\S/.test(old[at + removed] ?? ' ')) [removed, added] = [removed + 1, added + 1];
  return { at, removed, added };
}

/** @param {Remedy} remedy */
const scaffoldView = ({ old, text }) => [
  make('del', { class: 'sentence' }, old),
  make('ins', { class: 'sentence' }, ...withBlanks(text)),
];

/** @param {string} text */
const withBlanks = (text) =>
  text
    .split(BLANKS)
    .map((part) => (BLANKS.test(part) ? make('span', { class: 'blank' }, part) : part));

/** @param {Note} note */
const whyView = ({ why, evidence }) =>
  make(
    'details',
    { class: 'why' },
    make('summary', {}, 'Why'),
    why && make('p', {}, why),
    evidence && evidenceView(evidence),
  );

/** @param {import('./notes.js').Evidence} evidence */
const evidenceView = ({ strength, text }) =>
  make('p', { class: 'evidence' }, make('b', {}, STRENGTHS[strength]), ' ', text);

/**
 * What is known of the note's family, below the reason.
 * @param {import('../shared/verbs.js').FamilyCard} family
 * @param {boolean} cited whether the note has its own evidence
 */
export function familyView({ why, evidence, counter, before, after, example }, cited) {
  return make(
    'div',
    { class: 'family' },
    make('p', {}, why),
    !cited && evidence && evidenceView(evidence),
    counter && make('p', { class: 'evidence' }, make('b', {}, 'But'), ' ', counter),
    before && after && make('p', {}, make('del', {}, before), ' ', make('ins', {}, after)),
    example && make('p', {}, 'For example: ', make('q', {}, example)),
  );
}

/**
 * What was done, with the way to undo it.
 * @param {string} words
 */
export const doneView = (words) =>
  make(
    'div',
    { class: 'card done', role: 'dialog', 'aria-label': words, tabindex: '-1' },
    make('p', { class: 'message' }, words),
    make(
      'div',
      { class: 'row' },
      button('options', 'Undo in options', { class: 'button' }),
      button('close', 'Close', { class: 'bare' }),
    ),
  );

/** What a card says and where its buttons lie. @param {HTMLElement} pane */
export function described(pane) {
  const rectOf = (/** @type {Element} */ element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  };
  const buttons = [...pane.querySelectorAll('button, summary')].map((element) => ({
    name: element.getAttribute('aria-label') ?? element.textContent,
    rect: rectOf(element),
  }));
  return { message: pane.ariaLabel, text: pane.innerText, rect: rectOf(pane), buttons };
}
