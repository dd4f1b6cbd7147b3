// @ts-check
// Subjects: a line of text that is read with its message, and marked where it stands.

import assert from 'node:assert/strict';
import { openByClick, press } from './card.mjs';
import { eachBrowser, waitFor } from './harness.mjs';
import { assertAligned, assertPainted, waitForMarks } from './marks.mjs';
import { keepRule } from './rules.mjs';
import { surface } from './sites.mjs';

const SUBJECT = 'News of the red gadget today ';
const PHRASE = 'red gadget';
const RULE = { phrase: PHRASE, rewrite: 'green lamp' };
const BODY = 'Hi Ada, I would love to pick your brain about pricing. ';

/** Where a subject stands, beside the box of its message. */
const subjects = [
  { at: surface('Gmail new message'), editor: 'input[name="subjectbox"]' },
  { at: surface('Gmail new message, full screen'), editor: 'input[name="subjectbox"]' },
  { at: surface('LinkedIn InMail'), editor: 'input[name="subject"]' },
  { at: surface('LinkedIn Sales Navigator'), editor: 'input[name="subject"]' },
];

eachBrowser((test) => {
  for (const { at, editor } of subjects) {
    const inFrame = at.editor.includes('>>>') ? `${at.editor.split('>>>')[0]}>>> ${editor}` : editor;
    const line = { ...at, editor: inFrame, kind: /** @type {const} */ ('textarea') };

    test(`${at.name}: the subject is marked, mended, and its message is what the popup tells of`, async (session) => {
      await keepRule(session, RULE);
      const box = await session.compose(line);
      await box.type(SUBJECT);
      await waitForMarks(box.frame, [PHRASE]);
      await assertAligned(box);
      assert.equal((await session.state(box.page)).draft.text.trim(), '');

      const body = await session.box(box.page, at);
      await body.type(BODY);
      await waitForMarks(box.frame, [PHRASE, 'pick your brain']);
      assert.equal((await session.state(box.page)).draft.text.trim(), BODY.trim());

      await openByClick(session, box, PHRASE);
      await press(session, box, 'Apply');
      await waitFor(async () => !(await box.text()).includes(PHRASE), 'the fix');
      await waitForMarks(box.frame, ['pick your brain']);
      await box.press('Control+z');
      await waitFor(async () => (await box.text()) === SUBJECT, 'the subject as it was');
      await waitForMarks(box.frame, [PHRASE, 'pick your brain']);
      await assertPainted(box);
    });
  }

  test('a long subject is marked where its words are in sight', async (session) => {
    await keepRule(session, RULE);
    const [{ at, editor }] = subjects;
    const box = await session.compose({ ...at, editor, kind: 'textarea' });
    await box.type(`${'The meeting of all the people of the valley. '.repeat(3)}${SUBJECT}`);
    await waitForMarks(box.frame, [PHRASE]);
    await assertAligned(box);
  });

  test('other lines of text are none of our business', async (session) => {
    const page = await session.open(surface('Gmail new message').url);
    await page.$eval('input[name="subjectbox"]', (each) => each.setAttribute('name', 'q'));
    await page.click('input[name="q"]');
    await page.keyboard.type(SUBJECT);
    assert.equal((await session.state(page)).state, 'no-box');
  });
});
