// @ts-check
// The page of the first run: a box to try it in, which sites to read along on, where the icon is.
// The content script runs here as a script of the page.

import { answerCalls, connect } from '../shared/messages.js';
import { SITE_NAMES } from '../shared/sites.js';
import { t } from '../shared/words.js';
import { fillPage, worded } from './locale.js';

/** @typedef {import('../shared/settings.js').Settings} Settings */
/** @typedef {import('../shared/sites.js').SiteName} SiteName */

/** Names that no language translates. */
const NAMES = { linkedin: 'LinkedIn', x: 'X', gmail: 'Gmail' };

/** @param {string} id */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** What the user has set so far. @type {Settings['sites']} */
let sites = {};
/** @type {Map<SiteName, HTMLSelectElement>} */
const choices = new Map();

const request = connect('page', (push, payload) => {
  if (push === 'settings') show(payload);
});

/** @param {Settings} settings */
function show(settings) {
  sites = settings.sites;
  for (const [site, select] of choices) {
    select.value = sites[site] ?? '';
    select.disabled = false;
  }
}

/** @param {unknown} error */
function refuse(error) {
  at('said').textContent = t('welcomeNotSaved', error instanceof Error ? error.message : '');
}

/** @param {SiteName} site @param {string} mode */
async function choose(site, mode) {
  const { [site]: _, ...others } = sites;
  sites = mode ? { ...others, [site]: /** @type {'off' | 'popup'} */ (mode) } : others;
  try {
    show(await request('update', { sites }));
    at('said').textContent = t('welcomeSaved');
  } catch (error) {
    refuse(error);
    await request('settings', {}).then(show, () => undefined);
  }
}

function listSites() {
  const template = /** @type {HTMLTemplateElement} */ (at('site'));
  for (const site of SITE_NAMES) {
    const row = document.importNode(template.content, true);
    const part = (/** @type {string} */ name) =>
      /** @type {HTMLElement} */ (row.querySelector(`[data-part="${name}"]`));
    const select = /** @type {HTMLSelectElement} */ (part('mode'));
    const label = /** @type {HTMLLabelElement} */ (part('name'));
    const warning = part('warning');
    label.textContent = NAMES[site];
    label.htmlFor = select.id = `site-${site}`;
    warning.hidden = site !== 'linkedin';
    if (!warning.hidden) {
      warning.id = `${select.id}-warning`;
      select.setAttribute('aria-describedby', warning.id);
    }
    // Until it is known what is set.
    select.disabled = true;
    select.addEventListener('change', () => void choose(site, select.value));
    choices.set(site, select);
    at('sites').append(row);
  }
}

/** Puts the draft into the box as an editor would, a block a line. */
function writeDraft() {
  const lines = t('welcomeDraft').split('\n').map((line) => {
    const block = document.createElement('div');
    block.textContent = line;
    return block;
  });
  at('box').replaceChildren(...lines);
  at('box').focus({ preventScroll: true });
}

/** Where the icon is; what is pinned while the page is open shows when one comes back to it. */
async function showPin() {
  const { isOnToolbar = false } = (await chrome.action.getUserSettings?.()) ?? {};
  const firefox = 'getBrowserInfo' in chrome.runtime;
  const how = firefox ? t('welcomePinFirefox') : t('welcomePinChromium');
  at('pin').textContent = isOnToolbar ? t('welcomePinned') : how;
}

fillPage();
const mac = /Mac/.test(navigator.userAgent);
at('try').append(...worded(mac ? t('welcomeTryMac') : t('welcomeTry')));
listSites();
writeDraft();
at('again').addEventListener('click', writeDraft);
answerCalls(() => /** @type {any} */ (globalThis).youfirst);
window.addEventListener('focus', () => void showPin());
void showPin();
await request('settings', {}).then(show, refuse);
