// @ts-check
// Shows a report beside the message.

import { restOfWord } from '../extension/content/spans.js';
import { byId, part, put, rows } from './fill.js';

/** @typedef {import('../extension/wasm/core.js').Report} Report */
/** @typedef {import('../extension/wasm/core.js').Finding} Finding */
/** @typedef {import('../extension/wasm/core.js').Suggestion} Suggestion */
/** @typedef {import('../extension/wasm/core.js').Cause} Cause */

const BANDS = {
  'about-them': 'Reads as about them',
  balanced: 'Balanced',
  leaning: 'Leans towards you',
  'about-you': 'Reads as about you',
};
const SPOKEN = { hint: 'Hint: ', soft: 'Soft: ', strong: 'Strong: ' };
const STRENGTHS = {
  good: 'Good evidence',
  mixed: 'Mixed evidence',
  company: 'Company data',
  opinion: 'Experience',
};

/** @param {number} points the minus as long as the plus */
const signed = (points) => (points < 0 ? `−${-points}` : `+${points}`);

/** @param {number} count */
const places = (count) => {
  if (count === 0) return 'Nothing in it puts you first';
  return count === 1 ? 'One place to look at' : `${count} places to look at`;
};

/**
 * @param {Report} report
 * @param {string} draft what it is about
 */
export function showVerdict(report, draft) {
  showScore(report);
  put(byId('findings-title'), places(report.findings.length));
  byId('findings-title').hidden = report.score === null && report.findings.length === 0;
  rows(byId('findings'), 'finding', report.findings, (row, finding) =>
    showFinding(row, finding, draft),
  );
  byId('strengths-part').hidden = report.strengths.length === 0;
  rows(byId('strengths'), 'strength', report.strengths, (row, { quote, message }) => {
    put(part(row, 'quote'), quote);
    put(part(row, 'message'), message);
  });
  showCauses(report.causes);
  byId('verdict').hidden = false;
}

/** @param {Report['notes']} notes */
const unscored = (notes) =>
  notes.some(({ code }) => code === 'too-short') ? 'No score yet' : 'No score for this one';

/** @param {Report} report */
function showScore({ score, band, notes, findings }) {
  const words = score !== null && band ? BANDS[band] : unscored(notes);
  put(byId('band'), words);
  byId('verdict').dataset.band = band ?? 'none';
  byId('number').hidden = byId('meter').hidden = score === null;
  if (score !== null) {
    put(part(byId('number'), 'value'), String(score));
    const meter = byId('meter');
    meter.setAttribute('aria-valuenow', String(score));
    meter.setAttribute('aria-valuetext', `${score} of 100. ${words}`);
    meter.style.setProperty('--score', String(score));
  }
  rows(byId('notes'), 'note', notes, (row, { text }) => put(row, text));
  const said = score === null ? words : `${words}, ${score} of 100. ${places(findings.length)}.`;
  put(byId('said'), said);
}

/**
 * @param {HTMLElement} row
 * @param {Finding} finding
 * @param {string} draft
 */
function showFinding(row, finding, draft) {
  const { severity, quote, message, why, evidence, points, suggestions } = finding;
  put(part(row, 'severity'), SPOKEN[severity]);
  put(part(row, 'quote'), quote);
  part(row, 'quote').className = `mark ${severity}`;
  put(part(row, 'message'), message);
  put(part(row, 'gain'), points > 0 ? `+${points}` : '');
  put(part(row, 'why'), why);
  part(row, 'evidence').hidden = !evidence;
  const grounds = evidence ? `${STRENGTHS[evidence.strength]}: ${evidence.text}` : '';
  put(part(row, 'evidence'), grounds);
  rows(part(row, 'remedies'), 'remedy', suggestions, (each, suggestion) =>
    showRemedy(each, suggestion, draft),
  );
}

/**
 * A fix that ends within a word, as a capital does, is shown with the whole word.
 * @param {HTMLElement} row
 * @param {Suggestion} suggestion
 * @param {string} draft
 */
function showRemedy(row, { kind, text, start, end }, draft) {
  const [apply, advice] = [part(row, 'apply'), part(row, 'advice')];
  apply.hidden = kind === 'advice';
  advice.hidden = kind !== 'advice';
  if (kind === 'advice') put(advice, text);
  else put(apply, text + restOfWord(draft, { start, end }) || 'Leave it out');
}

/** @param {Cause[]} causes */
function showCauses(causes) {
  byId('causes-part').hidden = causes.length === 0;
  const longest = Math.max(1, ...causes.map(({ points }) => Math.abs(points)));
  rows(byId('causes'), 'cause', causes, (row, { title, points, count }) => {
    row.dataset.gain = points > 0 ? 'yes' : 'no';
    row.style.setProperty('--share', String(Math.round((Math.abs(points) / longest) * 100)));
    put(part(row, 'title'), title);
    put(part(row, 'count'), count > 1 ? `× ${count}` : '');
    put(part(row, 'points'), signed(points));
  });
}
