// @ts-check
// The editors that sites are made of: what a fix is in the editor's own model, and what it leaves
// alone. What is true of every compose box is in scenario.test.mjs.

import assert from 'node:assert/strict';
import { openByClick, press, waitForCard, waitForNoCard } from './card.mjs';
import { marked } from './core.mjs';
import { EDITORS, modelOf, surfaceOf } from './editors.mjs';
import { eachBrowser, waitFor } from './harness.mjs';
import { assertPainted, waitForMarks } from './marks.mjs';
import { keepRule } from './rules.mjs';

/** @typedef {import('./harness.mjs').Session} Session */
/** @typedef {import('./harness.mjs').Box} Box */

const PHRASE = 'pick your brain';
const LINE = 'I would love to pick your brain about pricing. ';
const DRAFT = `Hi Ada,\n${LINE}`;
const [finding] = marked({ text: DRAFT });
const EDIT = finding.suggestions.find((/** @type {any} */ { kind }) => kind === 'edit').text;

/** @param {Box} box @param {string} wanted by the editor's model */
const holds = (box, wanted) =>
  waitFor(async () => (await modelOf(box)).text === wanted, `“${wanted}”`).catch(async (error) => {
    throw new Error(`${error.message}; there is: “${(await modelOf(box)).text}”`);
  });

/** @param {Box} box until the next change is a step of undo by itself */
const rested = (box) => waitFor(async () => (await modelOf(box)).rested, 'the history to rest');

/**
 * @param {Session} session
 * @param {Box} box
 * @param {string} [phrase]
 * @param {string} [button]
 */
async function applyTo(session, box, phrase = PHRASE, button = 'Apply') {
  await rested(box);
  await openByClick(session, box, phrase);
  await press(session, box, button);
}

eachBrowser((test) => {
  for (const editor of EDITORS) {
    const at = surfaceOf(editor);
    const { name, bold } = editor;

    test(`${name}: what is marked is painted`, async (session) => {
      const box = await session.compose(at);
      await box.type(DRAFT);
      await waitForMarks(box.frame, [PHRASE]);
      await assertPainted(box);
    });

    test(`${name}: fixes in two lines, one of several lines`, async (session) => {
      const box = await session.compose(at);
      await keepRule(session, { phrase: 'some other thing', rewrite: 'one\ntwo' });
      const draft = `${DRAFT}\nAnd some other thing besides. `;
      await box.type(draft);
      await waitForMarks(box.frame, [PHRASE, 'some other thing']);
      await applyTo(session, box, 'some other thing');
      await holds(box, draft.replace('some other thing', 'one\ntwo'));
      await waitForNoCard(session, box);
      await applyTo(session, box);
      await holds(box, draft.replace('some other thing', 'one\ntwo').replace(PHRASE, EDIT));
      await waitForNoCard(session, box);
      await box.press('Control+z');
      await box.press('Control+z');
      await holds(box, draft);
    });

    test(`${name}: words that are taken out leave nothing behind`, async (session) => {
      const box = await session.compose(at);
      await keepRule(session, { phrase: 'basically ', rewrite: '' });
      await box.type('We are basically here to help everybody. ');
      await waitForMarks(box.frame, ['basically']);
      await applyTo(session, box, 'basically', 'Remove');
      await holds(box, 'We are here to help everybody. ');
    });

    if (bold) {
      test(`${name}: a fix inside bold is bold, and all else stays as it was`, async (session) => {
        const box = await session.compose(at);
        await box.type('Hi Ada,\nI would ');
        await box.press('Control+b');
        await box.type('love to pick your brain');
        await box.press('Control+b');
        await box.type(' about ');
        await box.press('Control+b');
        await box.type('pricing');
        await box.press('Control+b');
        await box.type('. ');
        await waitForMarks(box.frame, [PHRASE]);
        const before = await box.content();
        await applyTo(session, box);
        await holds(box, DRAFT.replace(PHRASE, EDIT));
        assert.equal(await box.content(), before.replace(PHRASE, EDIT));
        if (name !== 'plain contenteditable') {
          assert.equal((await modelOf(box)).bold, `love to ${EDIT}|pricing`);
        }
      });
    }
  }

  test('an editor that takes nothing in keeps its text, and the card offers Copy', async (session) => {
    for (const editor of EDITORS) {
      const box = await session.compose(surfaceOf(editor));
      await box.type(DRAFT);
      await waitForMarks(box.frame, [PHRASE]);
      // Whatever is written into it is put back at once.
      await (
        await box.editor()
      ).evaluate((each) => {
        const refuse = (/** @type {Event} */ event) => event.stopImmediatePropagation();
        window.addEventListener('paste', refuse, true);
        if (each instanceof HTMLTextAreaElement) {
          const { value } = each;
          each.addEventListener('input', () => (each.value = value));
        } else {
          const { innerHTML } = each;
          window.addEventListener('input', refuse, true);
          new MutationObserver((_, observer) => {
            observer.disconnect();
            each.innerHTML = innerHTML;
          }).observe(each, { childList: true, characterData: true, subtree: true });
        }
      });
      await openByClick(session, box, PHRASE);
      await press(session, box, 'Apply');
      const { text } = await waitFor(async () => {
        const card = await waitForCard(session, box);
        return /Copy/.test(card.text) && !card.buttons.some((each) => each.name === 'Apply')
          ? card
          : undefined;
      }, 'Copy in place of Apply');
      assert.ok(text);
      assert.ok((await box.text()).replace(/\s+/g, ' ').includes(LINE.trim()), editor.name);
    }
  });
});
