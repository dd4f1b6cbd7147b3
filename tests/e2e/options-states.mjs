// @ts-check
// The options page in its states.

import { click, save, type, upload } from './form.mjs';

const KEPT = {
  custom: [
    {
      id: 'custom.small',
      message: 'It may sound small to you alone.',
      why: '',
      kind: 'phrases',
      patterns: ['tiny favour', 'quick call'],
      severity: 'soft',
      weight: 6,
      fires: ['Do me a tiny favour.'],
      quiet: [],
      suggestions: [],
    },
  ],
  ignored: [{ rule: 'cold-ask.pick-your-brain', phrase: 'pick your brain' }],
  levels: { 'false-urgency.asap': 'off', 'guilt.busy': 'hint' },
};

/**
 * @param {import('./harness.mjs').Session} session
 * @returns {AsyncGenerator<import('./states.mjs').State>}
 */
export async function* optionsStates(session) {
  await session.keep(KEPT);
  const page = await session.openTab('options.html');
  await page.waitForSelector('#families .rule');
  const state = (/** @type {string} */ name, part = 'body') => ({
    ...{ name: `options ${name}`, page, part, size: { width: 1200, height: 900 } },
  });
  yield state('at rest');
  await page.type('#search', 'thanks in advance');
  await click(page, '#families .rule:not([hidden]) summary');
  yield state('a rule found');
  await click(page, '#add');
  await type(page, '#message', 'It may sound small to you alone.');
  await click(page, '#kind-regex');
  await type(page, '#regex', '\\b(quick|tiny favou?r');
  await type(page, '#fires', 'Do me a tiny favour.\nHello.');
  await page.focus('#add-suggestion');
  await page.keyboard.press('Enter');
  await save(page);
  await page.waitForSelector('#patterns-faults li', { visible: true });
  yield state('form with faults', '#own');
  await page.$eval('#regex', (field) => /** @type {HTMLTextAreaElement} */ (field).select());
  await type(page, '#regex', ')\\b');
  await page.waitForSelector('#patterns-faults', { hidden: true });
  yield state('form', '#own');
  await click(page, '#kind-table');
  await click(page, '#narrow summary');
  await type(page, '#table [data-part="phrase"]', 'a quick favour');
  yield state('form with a table', '#own');
  await click(page, '#cancel');
  const file = [{ ...KEPT.custom[0], weight: 9 }, 7];
  await upload(page, '#import-all', 'rules.json', JSON.stringify(file));
  await page.waitForSelector('dialog[open]');
  yield state('import', 'dialog[open]');
  await click(page, '#import-cancel');
  await click(page, '#delete-all');
  await page.waitForSelector('dialog[open]');
  yield state('dialog', 'dialog[open]');
  await click(page, '#keep');
  await click(page, '#ignored button');
  await click(page, '#mine [data-part="delete"]');
  await click(page, '#reset-levels');
  await page.waitForSelector('#rules-notice [data-part="undo"]', { visible: true });
  yield state('undo');
  await session.keep({ version: 99 });
  const refused = await session.openTab('options.html');
  await refused.waitForSelector('#refused', { visible: true });
  yield { ...state('refused'), page: refused };
}
