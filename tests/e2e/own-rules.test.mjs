// @ts-check
// Many rules of the user's own: as tables, in order and groups, out into files and in from them.

import assert from 'node:assert/strict';
import { openByClick, press } from './card.mjs';
import { click, custom, save, textOf, type, upload } from './form.mjs';
import { eachBrowser, waitFor } from './harness.mjs';
import { waitForMarks } from './marks.mjs';
import { surface } from './sites.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const chat = surface('X chat in a shadow root');

/** @param {string} message @param {object} more */
const rule = (message, more) => ({
  ...{ id: `custom.${message.split(' ')[0]}`, kind: 'phrases', patterns: ['tiny favour'] },
  ...{ message, severity: 'soft', weight: 3, ...more },
});

/** Presses an export button, and gives what is in the file. @param {Page} options @param {string} button */
async function download(options, button) {
  await options.evaluate(() => {
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      Object.assign(window, { saved: /** @type {Blob} */ (blob).text() });
      return createObjectURL(blob);
    };
  });
  await click(options, button);
  await options.waitForFunction(() => 'saved' in window);
  return options.evaluate(() => {
    const { saved } = /** @type {any} */ (window);
    delete (/** @type {any} */ (window).saved);
    return saved;
  });
}

/** Copies text in one field and pastes it where the caret then is. @param {Page} page @param {string} cell @param {string} text */
async function paste(page, cell, text) {
  await page.bringToFront();
  await page.evaluate((words) => {
    const copied = document.createElement('textarea');
    copied.value = words;
    document.body.append(copied);
    copied.select();
  }, text);
  await page.keyboard.down('Control');
  await page.keyboard.press('c');
  await page.keyboard.up('Control');
  await page.evaluate(() => document.activeElement?.remove());
  await page.focus(cell);
  await page.keyboard.down('Control');
  await page.keyboard.press('v');
  await page.keyboard.up('Control');
}

/** @param {Page} options @param {string} list @param {string} part */
const parts = (options, list, part) =>
  options.$$eval(`${list} [data-part="${part}"]`, (all) => all.map((each) => each.textContent));

eachBrowser((test) => {
  test('a table is pasted, undone, saved, and its right side is offered', async (session) => {
    const box = await session.compose(chat);
    await box.type('Let us touch base soon, Ada, and word 4999 too ');
    const options = await session.openTab('options.html');
    await click(options, '#add');
    await type(options, '#message', 'Plain words are kinder.');
    await click(options, '#kind-table');
    const cell = '#table tr:first-child [data-part="phrase"]';
    await paste(options, cell, 'touch base\ttalk\r\n"deep, dive"\tlook\r\n');
    const values = (/** @type {string} */ part) =>
      options.$$eval(`#table [data-part="${part}"]`, (all) =>
        all.map((each) => /** @type {HTMLInputElement} */ (each).value),
      );
    await waitFor(async () => (await values('phrase')).length === 3, 'two rows and an empty one');
    assert.deepEqual(await values('phrase'), ['touch base', 'deep, dive', '']);
    assert.deepEqual(await values('instead'), ['talk', 'look', '']);
    // What is pasted into a row that is filled comes before it; thousands of rows are pages.
    const many = Array.from({ length: 4998 }, (_, n) => `word ${n + 2},other ${n + 2}`).join('\n');
    await paste(options, '#table tr:nth-child(3) [data-part="phrase"]', many);
    await waitFor(async () => /4901–5000 of 5000/.test(await textOf(options, '#page-at')), 'pages');
    assert.ok((await values('phrase')).length <= 101);
    await click(options, '#table-notice [data-part="undo"]');
    await waitFor(async () => (await values('phrase')).length === 3, 'the two rows again');
    await paste(options, '#table tr:nth-child(3) [data-part="phrase"]', many);
    await waitFor(async () => /of 5000/.test(await textOf(options, '#page-at')), 'pages');
    await save(options);
    await waitFor(async () => (await custom(session)).length === 1, 'the rule in storage');
    const [{ swaps, patterns }] = await custom(session);
    assert.deepEqual([swaps.length, swaps[0], patterns], [5000, ['touch base', 'talk'], []]);
    await box.page.bringToFront();
    await box.focus();
    await waitForMarks(box.frame, ['touch base', 'word 4999']);
    const before = await box.content();
    await openByClick(session, box, 'touch base');
    await press(session, box, 'Apply');
    const after = before.replace('touch base', 'talk');
    await waitFor(async () => (await box.content()) === after, 'the rewrite');
  });

  test('rules are moved, duplicated, and switched by group, by keyboard', async (session) => {
    const [a, b, c] = ['A', 'B', 'C'].map((name) => rule(name, {}));
    await session.keep({ custom: [a, { ...b, group: 'Work' }, { ...c, group: 'Work' }] });
    const options = await session.openTab('options.html');
    const names = () => parts(options, '#mine', 'message');
    await waitFor(async () => (await names()).length === 3, 'the list');
    await options.focus('#mine li:nth-child(3) [data-part="up"]');
    await options.keyboard.press('Enter');
    await waitFor(async () => (await custom(session))[1].message === 'C', 'C before B');
    assert.deepEqual(await names(), ['A', 'C', 'B']);
    assert.match(await textOf(options, '#mine-notice'), /2 of 3/);
    // It can go no further in its group: the focus waits on the way back.
    const focused = () =>
      options.evaluate(() => {
        const row = document.activeElement?.closest('li');
        const part = document.activeElement?.getAttribute('data-part');
        return [row?.querySelector('[data-part="message"]')?.textContent, part];
      });
    assert.deepEqual(await focused(), ['C', 'down']);
    await options.focus('#mine li:nth-child(1) [data-part="copy"]');
    await options.keyboard.press('Enter');
    await waitFor(async () => (await custom(session)).length === 4, 'the copy');
    assert.deepEqual(await names(), ['A', 'A', 'C', 'B']);
    const ids = new Set((await custom(session)).map((/** @type {any} */ each) => each.id));
    assert.equal(ids.size, 4);
    assert.deepEqual(await focused(), ['A', 'edit']);
    await options.focus('#mine li:nth-child(3) [data-part="group-on"]');
    await options.keyboard.press(' ');
    const enabled = async () =>
      (await custom(session)).map((/** @type {any} */ each) => each.enabled !== false);
    await waitFor(async () => !(await enabled())[2], 'the group to be off');
    assert.deepEqual(await enabled(), [true, true, false, false]);
  });

  test('a file of rules: kept or refused, rule by rule; undone', async (session) => {
    await session.keep({ custom: [rule('Mine', {})] });
    const options = await session.openTab('options.html');
    const file = [
      rule('Good', { fires: ['Do me a «tiny favour».'], quiet: ['Tiny.'] }),
      rule('Mine', { weight: 9 }),
      rule('Bad', { patterns: ['('], kind: 'regex' }),
      rule('Odd', { run: 'alert(1)' }),
      rule('<b>Failing</b>', { id: undefined, fires: ['This one has none.'] }),
      7,
    ];
    await upload(options, '#import-rules', 'rules.json', JSON.stringify({ rules: file }));
    await options.waitForSelector('#import[open]');
    const [names, why] = [
      await parts(options, '#import-report', 'text'),
      await parts(options, '#import-report', 'verdict'),
    ];
    assert.deepEqual(names, ['Bad', 'Odd', '<b>Failing</b>', 'Rule 6 of the file', 'Good', 'Mine']);
    const reasons = [/\S/, /“run”/, /This one has none/, /not a rule/, /^Kept/, /^Kept/];
    for (const [index, words] of reasons.entries()) assert.match(String(why[index]), words);
    assert.deepEqual(
      await options.$$eval('#import-changes li', (all) => all.map((each) => each.textContent)),
      ['1 new rule', '1 rule of yours replaced'],
    );
    assert.equal((await custom(session)).length, 1, 'looking changes nothing');
    await options.select('#clash', 'both');
    await waitFor(
      async () => /2 new rules/.test(await textOf(options, '#import-changes')),
      'what keeping both would change',
    );
    await click(options, '#import-go');
    await waitFor(async () => (await custom(session)).length === 3, 'the rules');
    const weights = (await custom(session)).map((/** @type {any} */ each) => each.weight);
    assert.deepEqual(weights, [3, 3, 9]);
    assert.match(await textOf(options, '#mine-notice'), /2 rules\. 4 rules were refused/);
    await click(options, '#mine-notice [data-part="undo"]');
    await waitFor(async () => (await custom(session)).length === 1, 'the rules to go again');

    await upload(options, '#import-rules', 'broken.json', '{"rules": [');
    await options.waitForSelector('#import[open]');
    assert.match(await textOf(options, '#import-fault'), /not whole/);
    assert.equal(await options.$eval('#import-go', (each) => each.hasAttribute('hidden')), true);
    await click(options, '#import-cancel');
    await upload(options, '#import-rules', 'table.csv', 'touch base,talk\nASAP,soon\n');
    await options.waitForSelector('#form', { visible: true });
    assert.equal((await options.$$('#table tr')).length, 3);
  });

  test('out, all gone, and in again: the same; and a fault report without a word', async (session) => {
    const secret = { group: 'Zebra', fires: ['A tiny favour, zebra.'], patterns: ['tiny favour'] };
    const kept = {
      sites: { x: 'popup' },
      look: { theme: 'dark', marks: 'both' },
      extras: { pause: true },
      levels: { 'cold-ask.pick-your-brain': 'off', 'zebra.zebra': 'off' },
      custom: [rule('Zebra one', secret), rule('Two', { swaps: [['zebras', 'horses']] })],
      ignored: [{ rule: 'guilt.zebra', phrase: 'zebra' }],
    };
    await session.extension.background(() => {
      const past = { messages: 4, asks: 4, questions: 0, offers: 0, thanks: 0, first: 1, last: 9e4 };
      const memory = { salt: 'AAAA', contacts: { hash: past }, sketches: [] };
      const tallies = { 'cold-ask.pick-your-brain': { fired: 14, ignored: 3 } };
      return chrome.storage.local.set({ tallies, memory });
    });
    await session.keep(kept);
    const options = await session.openTab('options.html');
    await options.waitForSelector('#families .rule');
    assert.equal(await options.$eval('html', ({ dataset }) => dataset.theme), 'dark');
    await options.select('#filter', 'seen');
    await waitFor(async () => /^1 of/.test(await textOf(options, '#found')), 'the filter');
    assert.match(await textOf(options, '#families'), /Marked 14 times, ignored 3/);

    await options.waitForFunction(() => document.getElementById('diagnosis')?.textContent);
    const report = await textOf(options, '#diagnosis');
    assert.match(report, /linkedin on, x popup, gmail on/);
    assert.match(report, /engine: answers\n/);
    assert.match(report, /levels: cold-ask.pick-your-brain off\n/);
    assert.doesNotMatch(report, /zebra|favour|horse/i);

    const { settings, ...counted } = await session.stored();
    const counts = async () => {
      const { settings: _, ...others } = await session.stored();
      return others;
    };
    const text = await download(options, '#export-all');
    await click(options, '#delete-all');
    await click(options, '#delete');
    await waitFor(async () => Object.keys(await counts()).length === 0, 'no counts of anything');
    await waitFor(async () => Object.keys(await session.settings()).length === 1, 'nothing left');
    await waitFor(() => options.$eval('html', (each) => each.dataset.theme === 'auto'), 'no theme');
    await click(options, '#data-notice [data-part="undo"]');
    await waitFor(async () => Object.keys(await counts()).length === 2, 'the counts again');
    assert.deepEqual(await counts(), counted);
    await click(options, '#delete-all');
    await click(options, '#delete');
    await waitFor(async () => Object.keys(await session.settings()).length === 1, 'nothing left');
    await upload(options, '#import-all', 'all.json', text);
    await options.waitForSelector('#import[open]');
    await click(options, '#import-go');
    await waitFor(async () => (await custom(session)).length === 2, 'the settings again');
    assert.deepEqual(await session.settings(), settings);
  });
});
