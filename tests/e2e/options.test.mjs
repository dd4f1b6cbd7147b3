// @ts-check
// The options page: rules of the user's own, from the form to the next keystroke in an open tab.

import assert from 'node:assert/strict';
import { openByClick, press } from './card.mjs';
import { click, custom, save, textOf, type, valueOf, write } from './form.mjs';
import { eachBrowser, waitFor } from './harness.mjs';
import { waitForMarks } from './marks.mjs';
import { surface } from './sites.mjs';

const chat = surface('X chat in a shadow root');

eachBrowser((test) => {
  test('a rule of words marks the next keystroke in an open tab', async (session) => {
    const box = await session.compose(chat);
    await box.type('Hi Ada, it’s a Quick favour: may I pick your brain? ');
    await waitForMarks(box.frame, ['pick your brain']);
    const options = await session.openTab('options.html');
    await write(options, {
      message: 'It may sound small to you alone.',
      phrases: "it's a quick favour",
    });
    await save(options);
    await waitFor(async () => (await custom(session)).length === 1, 'the rule in storage');
    await box.page.bringToFront();
    await box.type('x');
    await waitForMarks(box.frame, ['it’s a Quick favour', 'pick your brain']);
    const card = await openByClick(session, box, 'it’s a Quick favour');
    assert.equal(card.message, 'It may sound small to you alone.');
  });

  test('a regular expression with a group in its rewrite', async (session) => {
    const box = await session.compose(surface('LinkedIn overlay in a shadow root'));
    const options = await session.openTab('options.html');
    await write(options, {
      message: 'It costs them more than you think.',
      regex: '\\b(quick|tiny) favou?r\\b',
      edit: '$1 question',
    });
    await waitFor(async () => /“quick” or “tiny”/.test(await textOf(options, '#says')), 'its words');
    await save(options);
    await waitFor(async () => (await custom(session)).length === 1, 'the rule in storage');
    await box.page.bringToFront();
    await box.focus();
    await box.type('Just a tiny favor please ');
    await waitForMarks(box.frame, ['tiny favor']);
    const before = await box.content();
    await openByClick(session, box, 'tiny favor');
    await press(session, box, 'Apply');
    const after = before.replace('tiny favor', 'tiny question');
    await waitFor(async () => (await box.content()) === after, 'the rewrite');
    await waitForMarks(box.frame, []);
  });

  test('a bad pattern: an error with its place, nothing saved, nothing lost', async (session) => {
    const options = await session.openTab('options.html');
    await write(options, { message: 'Never saved.', regex: 'a (quick favour' });
    await waitFor(
      async () => /\S/.test(await textOf(options, '#patterns-faults')),
      'an error at the field',
    );
    await save(options);
    assert.match(await textOf(options, '#patterns-faults'), /a \(quick favour[\s\S]*\^/);
    assert.equal(await valueOf(options, '#regex'), 'a (quick favour');
    assert.deepEqual(await custom(session), []);

    // Leaving would lose what was typed: the browser asks first, and staying keeps it.
    const asked = new Promise((resolve) =>
      options.once('dialog', (dialog) => resolve(dialog.dismiss().then(() => dialog.type()))),
    );
    await options.evaluate(() => location.reload());
    assert.equal(await asked, 'beforeunload');
    assert.equal(await valueOf(options, '#regex'), 'a (quick favour');
  });

  test('a rule that cannot be stored stays half-written, and the page says so', async (session) => {
    const options = await session.openTab('options.html');
    await write(options, { message: 'Never stored.', phrases: 'tiny favour' });
    const newer = { version: 99 };
    await session.extension.background(
      (/** @type {object} */ settings) => chrome.storage.local.set({ settings }),
      newer,
    );
    await session.extension.stopBackground();
    await save(options);
    const alert = await options.waitForSelector('#not-saved', { visible: true });
    assert.match(await textOf(options, '#not-saved'), /a newer version/);
    assert.ok(await alert?.isIntersectingViewport(), 'the alert is in sight');
    assert.equal(await textOf(options, '#mine-notice [data-part="text"]'), '');
    await click(options, '#mine [data-part="edit"]');
    assert.equal(await valueOf(options, '#phrases'), 'tiny favour');
    assert.match(await textOf(options, '#mine'), /Not saved yet/);
    await session.extension.startBackground();
    assert.deepEqual(await session.settings(), newer);
  });

  test('what is typed while a rule is being saved is saved with it', async (session) => {
    const options = await session.openTab('options.html');
    await write(options, { message: 'Once.', phrases: 'tiny favour' });
    await options.evaluate(async () => {
      const message = /** @type {HTMLInputElement} */ (document.getElementById('message'));
      message.form?.requestSubmit();
      // The form is read in a microtask; the answer to it comes as a task, later.
      await null;
      await null;
      message.value = 'Once more.';
      message.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await waitFor(async () => (await custom(session)).length === 1, 'the rule in storage');
    assert.equal((await custom(session))[0].message, 'Once more.');
    await options.waitForSelector('#form', { hidden: true });
  });

  test('the lines to try run as one types', async (session) => {
    const options = await session.openTab('options.html');
    await write(options, {
      message: 'A little much.',
      phrases: 'tiny favour',
      fires: 'Do me a tiny favour.\nThis one has none.',
      quiet: 'That is tiny.',
    });
    const verdicts = (/** @type {string} */ id, /** @type {RegExp} */ words) =>
      waitFor(
        async () =>
          words.test(
            await options.$eval(id, (list) =>
              [...list.querySelectorAll('li')]
                .map((line) => line.className + line.textContent)
                .join('|'),
            ),
          ),
        `verdicts ${words}`,
      );
    await verdicts('#fires-lines', /tiny favour.*\|.*none/s);
    const before = await options.$eval('#fires-lines', (list) =>
      [...list.querySelectorAll('[data-part="verdict"]')].map((each) => each.textContent),
    );
    assert.notEqual(before[0], before[1], 'a line that is flagged is told from one that is not');
    await type(options, '#phrases', '\nnone');
    await waitFor(async () => {
      const now = await options.$eval('#fires-lines', (list) =>
        [...list.querySelectorAll('[data-part="verdict"]')].map((each) => each.textContent),
      );
      return now[0] === now[1];
    }, 'both lines to be flagged');
  });

  test('a rule is edited, switched off and deleted, and deletion undone', async (session) => {
    const box = await session.compose(chat);
    await box.type('Just a tiny favor please ');
    const options = await session.openTab('options.html');
    await write(options, { message: 'Once.', phrases: 'tiny favor' });
    await save(options);
    await waitForMarks(box.frame, ['tiny favor']);
    await click(options, '#mine [data-part="enabled"]');
    await waitForMarks(box.frame, []);
    await click(options, '#mine [data-part="enabled"]');
    await waitForMarks(box.frame, ['tiny favor']);
    await click(options, '#mine [data-part="edit"]');
    await type(options, '#phrases', '\nplease');
    await save(options);
    await waitForMarks(box.frame, ['tiny favor', 'please']);
    await click(options, '#mine [data-part="delete"]');
    await waitForMarks(box.frame, []);
    assert.deepEqual(await custom(session), []);
    await click(options, '#mine-notice [data-part="undo"]');
    await waitForMarks(box.frame, ['tiny favor', 'please']);
  });

  test('a rule that is half written is kept while another is opened', async (session) => {
    const options = await session.openTab('options.html');
    await write(options, { message: 'Saved.', phrases: 'one' });
    await save(options);
    await options.waitForSelector('#mine [data-part="edit"]', { visible: true });
    await write(options, { message: 'Half', phrases: 'two' });
    await click(options, '#mine [data-part="edit"]');
    await waitFor(async () => (await valueOf(options, '#message')) === 'Saved.', 'the saved rule');
    const rows = await options.$$('#mine > li');
    assert.equal(rows.length, 2, 'the half-written rule is listed too');
    for (const row of rows) {
      if (/Half/.test(await row.evaluate((each) => each.textContent ?? ''))) {
        await (await row.$('[data-part="edit"]'))?.click();
      }
    }
    await waitFor(
      async () => (await valueOf(options, '#phrases')) === 'two',
      'the half-written rule',
    );
    assert.equal((await custom(session)).length, 1);
  });

  test('a rule deleted while it is half edited comes back with its changes', async (session) => {
    const options = await session.openTab('options.html');
    await write(options, { message: 'Saved.', phrases: 'one' });
    await save(options);
    await click(options, '#mine [data-part="edit"]');
    await type(options, '#phrases', '\ntwo');
    await click(options, '#add-suggestion');
    await click(options, '#mine [data-part="delete"]');
    await options.waitForSelector('#form', { hidden: true });
    await waitFor(async () => (await custom(session)).length === 0, 'the rule to go');
    await click(options, '#mine-notice [data-part="undo"]');
    await waitFor(async () => (await custom(session)).length === 1, 'the rule to come back');
    await click(options, '#mine [data-part="edit"]');
    assert.equal(await valueOf(options, '#phrases'), 'one\ntwo');
  });

  test('deleting all closes the form and keeps what is half-written in it', async (session) => {
    const options = await session.openTab('options.html');
    await write(options, { message: 'Saved.', phrases: 'one' });
    await save(options);
    await click(options, '#mine [data-part="edit"]');
    await type(options, '#phrases', '\ntwo');
    await click(options, '#delete-all');
    await click(options, '#delete');
    await options.waitForSelector('#form', { hidden: true });
    await waitFor(async () => (await custom(session)).length === 0, 'the rule to go');
    assert.match(await textOf(options, '#mine'), /Not saved yet/);
    await click(options, '#data-notice [data-part="undo"]');
    await waitFor(async () => (await custom(session)).length === 1, 'the rule to come back');
    assert.deepEqual((await custom(session))[0].patterns, ['one']);
    await click(options, '#mine [data-part="edit"]');
    assert.equal(await valueOf(options, '#phrases'), 'one\ntwo');
  });

  test('the words of a rule are text to a page, never markup', async (session) => {
    const box = await session.compose(chat);
    const options = await session.openTab('options.html');
    const message = '<img src=x onerror=alert(1)> & <b>';
    await write(options, { message, phrases: 'tiny favor' });
    await save(options);
    await waitFor(async () => (await custom(session)).length === 1, 'the rule in storage');
    await box.page.bringToFront();
    await box.focus();
    await box.type('Just a tiny favor please ');
    const card = await openByClick(session, box, 'tiny favor');
    assert.equal(card.message, message);
    assert.ok(card.text.includes(message));
  });

  test('the level of a built-in rule decides how it is marked', async (session) => {
    const box = await session.compose(chat);
    await box.type('May I pick your brain? ');
    await waitForMarks(box.frame, ['pick your brain']);
    const options = await session.openTab('options.html');
    await type(options, '#search', 'pick your brain');
    const level = await waitFor(async () => {
      const shown = [];
      for (const each of await options.$$('#families select.level')) {
        if (await each.isVisible()) shown.push(each);
      }
      return shown.length === 1 && shown[0];
    }, 'the one rule that is searched for');
    await level.select('hint');
    await waitForMarks(box.frame, []);
    assert.equal((await session.settings()).levels['cold-ask.pick-your-brain'], 'hint');
  });

  test('a site is switched off', async (session) => {
    const box = await session.compose(chat);
    await box.type('May I pick your brain? ');
    await waitForMarks(box.frame, ['pick your brain']);
    const options = await session.openTab('options.html');
    await options.waitForSelector('#sites-list');
    const sites = await options.$$('#sites-list [data-part="mode"]');
    assert.equal(sites.length, 3);
    for (const site of sites) await site.select('off');
    await waitForMarks(box.frame, []);
    // One click may follow another before the first is stored: none is lost.
    const off = async () => Object.keys((await session.settings()).sites ?? {}).length;
    await waitFor(async () => (await off()) === 3, 'all three sites to be off');
  });

  test('a look is put on at once, on the sample, here and in the popup', async (session) => {
    const { page } = await session.compose(chat);
    const options = await session.openTab('options.html');
    await options.waitForSelector('#look-theme', { visible: true });
    const painted = () =>
      options.$eval('[data-mark="strong"]', (words) => {
        const style = getComputedStyle(words, '::highlight(sample-strong)');
        return `${style.textDecorationLine} ${style.textDecorationColor}`;
      });
    assert.equal(await painted(), 'underline rgb(217, 84, 30)');
    await options.select('#look-colours', 'vivid');
    await waitFor(async () => (await painted()).endsWith('rgb(230, 46, 5)'), 'vivid marks');
    await options.select('#look-marks', 'wash');
    await waitFor(async () => (await painted()).startsWith('none'), 'no line');
    const body = () => getComputedStyle(document.body).backgroundColor;
    for (const theme of ['light', 'dark']) {
      await options.select('#look-theme', theme);
      await page.bringToFront();
      const popup = await session.popup(page);
      const papers = () => Promise.all([popup.evaluate(body), options.evaluate(body)]);
      await waitFor(async () => new Set(await papers()).size === 1, theme);
      await waitFor(() => popup.evaluate(() => !document.querySelector('[aria-busy]')), 'popup');
      await popup.close();
    }
    assert.equal(await options.evaluate(body), 'rgb(22, 25, 27)');
  });
});
