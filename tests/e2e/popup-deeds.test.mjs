// @ts-check
// What the popup does to a draft: rewrites from its list, the kind of message, copies.

import assert from 'node:assert/strict';
import { analyze } from './core.mjs';
import { eachBrowser, waitFor } from './harness.mjs';
import { applyTo, DRAFT, draftIn, until } from './popup.mjs';

eachBrowser((test) => {
  test('a rewrite is applied from the list, which stays and follows', async (session) => {
    for (const [name, glance] of [
      ['LinkedIn message page', 'linkedin'],
      ['LinkedIn connection note', 'note'],
      ['X chat in a shadow root', 'x'],
      ['Gmail new message', 'gmail'],
    ]) {
      const box = await draftIn(session, name);
      const popup = await session.popup(box.page);
      const view = await until(popup, ({ draft }) => draft, 'a draft in the popup');
      assert.deepEqual([view.glance, view.line], [glance, DRAFT.replace(/\s+/g, ' ').trim()]);
      await applyTo(popup, 'pick your brain');
      const after = await until(
        popup,
        ({ findings }) => !findings.includes('pick your brain'),
        'the phrase to go from the list',
      );
      assert.equal(after.trouble, null);
      assert.ok(after.focus && after.findings.includes(after.focus), 'the focus stays in the list');
      assert.match(await box.text(), /^Hi Ada,\s+I would love to ask you one question\. Please/);
      await popup.close();
      await session.closePages();
    }
  });

  test('where the editor hears nothing from afar, the popup makes way first', async (session) => {
    const box = await draftIn(session, 'X message before XChat');
    const popup = await session.popup(box.page);
    await until(popup, ({ draft }) => draft, 'a draft in the popup');
    await applyTo(popup, 'pick your brain');
    await waitFor(async () => !(await popup.isOpen()), 'the popup to close');
    await box.page.bringToFront();
    await waitFor(
      async () => /love to ask you one question\. Please/.test(await box.text()),
      'the rewrite in the box',
    );
  });

  test('a rewrite that the box does not take is said and offered to be copied', async (session) => {
    const box = await draftIn(session, 'LinkedIn connection note');
    const setReadOnly = (/** @type {boolean} */ on) =>
      box.editor().then((editor) =>
        editor.evaluate((field, value) => {
          /** @type {any} */ (field).readOnly = value;
        }, on),
      );
    await setReadOnly(true);
    const popup = await session.popup(box.page);
    await until(popup, ({ draft }) => draft, 'a draft in the popup');
    await applyTo(popup, 'pick your brain');
    const view = await until(popup, ({ trouble }) => trouble !== null, 'a word on it');
    assert.match(view.trouble ?? '', /did not take it/);
    assert.equal(await box.text(), DRAFT);
    await setReadOnly(false);
    // Browsers let a page copy when its user has done something, which only Chromium's is told.
    if (session.name === 'chromium') {
      const origin = await popup.evaluate(() => location.origin);
      const permissions = /** @type {const} */ (['clipboard-read', 'clipboard-write']);
      await session.browser.defaultBrowserContext().overridePermissions(origin, [...permissions]);
      for (const [id, words] of [
        ['trouble-copy', /^ask you one question$/],
        ['copy-report', /^\d+ of 100\. .*\n[^]*\+\d+ “pick your brain”: [^]*Every draft starts with\n/],
      ]) {
        await popup.evaluate(
          (/** @type {string} */ button) => document.getElementById(button)?.click(),
          String(id),
        );
        const done = (/** @type {string} */ button) =>
          document.getElementById(button)?.hasAttribute('data-done');
        await waitFor(() => popup.evaluate(done, String(id)), '“Copied”');
        const copied = await popup.evaluate(() => navigator.clipboard.readText());
        assert.match(copied, /** @type {RegExp} */ (words));
      }
    }
    await popup.close();
  });

  test('the user says what kind of message it is', async (session) => {
    const box = await draftIn(session, 'LinkedIn message page');
    const popup = await session.popup(box.page);
    const view = await until(popup, ({ draft }) => draft, 'a draft in the popup');
    assert.equal(view.read, 'As it reads: they have written');
    assert.equal(view.relation, 'So far: 1 from you, 2 from them.');
    const known = { site: 'linkedin', ...box.surface.about };
    const choose = (/** @type {string} */ kind) =>
      popup.evaluate((/** @type {string} */ value) => {
        const select = /** @type {HTMLSelectElement} */ (document.getElementById('kind'));
        select.value = value;
        select.dispatchEvent(new Event('change'));
      }, kind);
    const cold = analyze({ text: DRAFT, ...known, stage: 'first-contact' });
    assert.notEqual(String(cold.score), view.score);
    await choose('first-contact');
    const chosen = await until(
      popup,
      ({ score }) => score === String(cold.score),
      'the score of a first contact',
    );
    assert.deepEqual([chosen.kind, chosen.read], ['first-contact', 'As it reads']);
    await popup.close();
    const again = await session.popup(box.page);
    const kept = await until(again, ({ draft }) => draft, 'a draft in the popup');
    assert.equal(kept.kind, 'first-contact', 'until another conversation is around the box');
    await again.close();
  });
});
