// @ts-check
// Shows a report beside the message.

import { restOfWord } from '../extension/content/spans.js';
import { byId, part, put, rows } from './fill.js';
import { count, t } from './words.js';

/** @typedef {import('../extension/wasm/core.js').Report} Report */
/** @typedef {import('../extension/wasm/core.js').Finding} Finding */
/** @typedef {import('../extension/wasm/core.js').Suggestion} Suggestion */
/** @typedef {import('../extension/wasm/core.js').Cause} Cause */

const BANDS = {
  'about-them': 'popupBandAboutThem',
  balanced: 'popupBandBalanced',
  leaning: 'popupBandLeaning',
  'about-you': 'popupBandAboutYou',
};
const SPOKEN = { hint: 'popupHint', soft: 'popupSoft', strong: 'popupStrong' };
const STRENGTHS = {
  good: 'cardEvidenceGood',
  mixed: 'cardEvidenceMixed',
  company: 'cardEvidenceCompany',
  opinion: 'cardEvidenceOpinion',
};

/** @param {number} points the minus as long as the plus */
const signed = (points) => (points < 0 ? `−${-points}` : `+${points}`);

/** @param {number} number */
const places = (number) => (number ? count('popupPlaces', number) : t('popupNothing'));

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
  notes.some(({ code }) => code === 'too-short') ? t('popupTooShort') : t('popupNoScore');

/** @param {Report} report */
function showScore({ score, band, notes, findings }) {
  const words = score !== null && band ? t(BANDS[band]) : unscored(notes);
  const scored = score === null ? words : t('popupSpokenScore', score, words);
  put(byId('band'), words);
  byId('verdict').dataset.band = band ?? 'none';
  byId('number').hidden = byId('meter').hidden = score === null;
  if (score !== null) {
    put(part(byId('number'), 'value'), String(score));
    const meter = byId('meter');
    meter.setAttribute('aria-valuenow', String(score));
    meter.setAttribute('aria-valuetext', scored);
    meter.style.setProperty('--score', String(score));
  }
  rows(byId('notes'), 'note', notes, (row, { text }) => put(row, text));
  put(byId('said'), score === null ? words : `${scored}. ${places(findings.length)}.`);
}

/**
 * @param {HTMLElement} row
 * @param {Finding} finding
 * @param {string} draft
 */
function showFinding(row, finding, draft) {
  const { severity, quote, message, why, evidence, points, suggestions } = finding;
  put(part(row, 'severity'), t(SPOKEN[severity]));
  put(part(row, 'quote'), quote);
  part(row, 'quote').className = `mark ${severity}`;
  put(part(row, 'message'), message);
  put(part(row, 'gain'), points > 0 ? `+${points}` : '');
  put(part(row, 'why'), why);
  part(row, 'evidence').hidden = !evidence;
  const grounds = evidence ? `${t(STRENGTHS[evidence.strength])}: ${evidence.text}` : '';
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
  else put(apply, text + restOfWord(draft, { start, end }) || t('wwwLeaveOut'));
}

/** @param {Cause[]} causes */
function showCauses(causes) {
  byId('causes-part').hidden = causes.length === 0;
  const longest = Math.max(1, ...causes.map(({ points }) => Math.abs(points)));
  rows(byId('causes'), 'cause', causes, (row, { title, points, count: times }) => {
    row.dataset.gain = points > 0 ? 'yes' : 'no';
    row.style.setProperty('--share', String(Math.round((Math.abs(points) / longest) * 100)));
    put(part(row, 'title'), title);
    put(part(row, 'count'), times > 1 ? `× ${times}` : '');
    put(part(row, 'points'), signed(points));
  });
}
