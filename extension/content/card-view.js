// @ts-check
// What a card shows.

import { count, t } from '../shared/words.js';
import { make } from './dom.js';
import { changeBetween, isolated } from './spans.js';

/** @typedef {import('./notes.js').Note} Note */
/** @typedef {import('./notes.js').Remedy} Remedy */
/**
 * What a button is for.
 * @typedef {'apply' | 'copy' | 'copy-all' | 'skip' | 'ignore' | 'softer' | 'rule-off' | 'undo'
 *   | 'options' | 'before' | 'after' | 'close' | 'explain'} Deed
 */

/** @type {Record<Note['kind'], () => string>} */
const KINDS = {
  strong: () => t('cardStrong'),
  soft: () => t('cardSoft'),
  praise: () => t('cardPraise'),
};
/** @type {Record<string, () => string>} */
const STRENGTHS = {
  good: () => t('cardEvidenceGood'),
  mixed: () => t('cardEvidenceMixed'),
  company: () => t('cardEvidenceCompany'),
  opinion: () => t('cardEvidenceOpinion'),
};
const BLANKS = /(⟨[^⟩]*⟩)/;
/** What is written in anger had better rest: it can be taken away, and be sent tomorrow. */
const HEATED = /^hostility\.(?!shouting)/;

/**
 * @param {Deed} deed
 * @param {string} words
 * @param {Record<string, string>} [more]
 */
const button = (deed, words, more = {}) =>
  make('button', { type: 'button', 'data-deed': deed, ...more }, words);

/**
 * The card's own words run as the interface does, whatever the page.
 * @param {string} kind
 * @param {string} label
 * @param {...(Node | false)} children
 */
const card = (kind, label, ...children) =>
  make(
    'div',
    {
      class: `card ${kind}`,
      role: 'dialog',
      'aria-label': label,
      tabindex: '-1',
      dir: t('appDirection') || 'ltr',
    },
    ...children,
  );

/**
 * @param {Note} note
 * @param {object} about
 * @param {number} about.at its place among the notes of the draft
 * @param {number} about.count
 * @param {boolean} about.writes whether the editor can be written to
 * @param {string} about.trouble why a fix was not made, or nothing
 */
export const noteView = (note, { at, count: notes, writes, trouble }) =>
  card(
    note.kind,
    note.message,
    header(note, at, notes),
    make(
      'div',
      { class: 'body' },
      trouble && make('p', { class: 'trouble', role: 'alert' }, trouble),
      note.suggestions.length > 0 && remediesView(note, writes && !trouble),
      HEATED.test(note.rule) && restView(),
      whyView(note),
    ),
    note.kind !== 'praise' && footer(note),
  );

/** @param {Note} note @param {boolean} writes */
const remediesView = ({ suggestions, points }, writes) =>
  make(
    'ul',
    { class: 'remedies' },
    ...suggestions.map((remedy, index) => remedyView(remedy, index, { writes, points })),
  );

const restView = () =>
  make(
    'div',
    { class: 'row' },
    button('copy-all', t('cardCopyAll'), { class: 'button', title: t('cardCopyAllTitle') }),
  );

/** @param {Note} note */
const footer = ({ quote, kind }) =>
  make(
    'div',
    { class: 'foot' },
    button('skip', t('cardSkip'), { class: 'bare', title: t('cardSkipTitle') }),
    button('ignore', t('cardIgnore'), {
      class: 'bare',
      title: t('cardIgnoreTitle', isolated(quote)),
    }),
    button('softer', t('cardSofter'), {
      class: 'bare',
      title: kind === 'strong' ? t('cardSofterTitle') : t('cardSofterHintTitle'),
    }),
    button('rule-off', t('cardRuleOff'), { class: 'bare', title: t('cardRuleOffTitle') }),
  );

/** @param {Note} note @param {number} at @param {number} notes */
function header({ kind, message, points, suggestions }, at, notes) {
  const spoken = kind === 'praise' ? count('cardAdds', points) : count('cardWinsBack', points);
  // What a rewrite wins stands beside it.
  const alone = suggestions.every((remedy) => remedy.kind === 'advice');
  return make(
    'div',
    { class: 'head' },
    make(
      'div',
      { class: 'line' },
      make('span', { class: 'kind' }, KINDS[kind]()),
      alone &&
        points > 0 &&
        make(
          'span',
          { class: 'points', role: 'img', 'aria-label': spoken, title: spoken },
          t('cardWins', points),
        ),
      make('span', { class: 'gap' }),
      notes > 1 &&
        make(
          'span',
          { class: 'walk' },
          button('before', '‹', { class: 'icon', 'aria-label': t('cardBefore') }),
          make('span', { class: 'count' }, t('cardOf', at + 1, notes)),
          button('after', '›', { class: 'icon', 'aria-label': t('cardAfter') }),
        ),
      button('close', '×', { class: 'icon', 'aria-label': t('cardClose') }),
    ),
    make('p', { class: 'message' }, message),
  );
}

/**
 * @param {Remedy} remedy
 * @param {number} index
 * @param {{writes: boolean, points: number}} about
 */
function remedyView(remedy, index, { writes, points }) {
  if (remedy.kind === 'advice') return make('li', { class: 'advice' }, remedy.text);
  const at = String(index);
  const told = { 'data-at': at, 'aria-describedby': `rewrite-${at}` };
  const copies = remedy.text !== '' && button('copy', t('cardCopy'), { class: 'button', ...told });
  return make(
    'li',
    { class: remedy.kind },
    make(
      'p',
      { class: 'rewrite', dir: 'auto', id: `rewrite-${at}` },
      ...(remedy.kind === 'edit' ? editView(remedy) : scaffoldView(remedy)),
    ),
    make(
      'div',
      { class: 'row' },
      writes &&
        button('apply', remedy.text ? t('cardApply') : t('cardRemove'), {
          class: index ? 'button' : 'button primary',
          ...told,
        }),
      points > 0 && winsView(remedy, points),
      copies,
    ),
  );
}

/**
 * A rewrite with blanks wins nothing before they are filled.
 * @param {Remedy} remedy
 * @param {number} points
 */
const winsView = ({ text }, points) =>
  make(
    'span',
    { class: 'wins', title: count('cardWinsBack', points) },
    make('b', { role: 'img', 'aria-label': count('cardWinsBack', points) }, t('cardWins', points)),
    BLANKS.test(text) && ` ${t('cardOnceFilled')}`,
  );

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
    make('summary', {}, t('cardWhy')),
    why && make('p', {}, why),
    evidence && evidenceView(evidence),
  );

/** @param {import('./notes.js').Evidence} evidence */
const evidenceView = ({ strength, text }) =>
  make('p', { class: 'evidence' }, make('b', {}, STRENGTHS[strength]?.()), ' ', text);

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
    counter && make('p', { class: 'evidence' }, make('b', {}, t('cardBut')), ' ', counter),
    before && after && make('p', {}, make('del', {}, before), ' ', make('ins', {}, after)),
    example && make('p', {}, t('cardExample'), ' ', make('q', {}, example)),
  );
}

/**
 * What was done, with the way back.
 * @param {string} words
 */
export const doneView = (words) =>
  card(
    'done',
    words,
    make('p', { class: 'message' }, words),
    make(
      'div',
      { class: 'row' },
      button('undo', t('cardUndo'), { class: 'button' }),
      button('options', t('cardOptions'), { class: 'bare' }),
      button('close', t('cardClose'), { class: 'bare' }),
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
