// @ts-check
// Pages and people as they are: dialogs, other extensions, stubborn pages, other scripts, words
// that come without a key.

import assert from 'node:assert/strict';
import { cardOf, openByClick, openByKeys, press, waitForCard, waitForNoCard } from './card.mjs';
import { EDITORS, modelOf, surfaceOf } from './editors.mjs';
import { eachBrowser, waitFor } from './harness.mjs';
import { assertAligned, assertPainted, phrases, settled, waitForMarks } from './marks.mjs';

/** @typedef {import('./harness.mjs').Box} Box */
/** @typedef {import('./harness.mjs').Session} Session */

const LINE = 'I would love to pick your brain about pricing. ';
const PHRASE = 'pick your brain';
const [field, rich] = EDITORS.map(surfaceOf);
const quill = /** @type {import('./editors.mjs').EditorPage} */ (
  EDITORS.find(({ name }) => name === 'Quill 2')
);

/**
 * A box in a page that `change` has changed before anything of ours came.
 * @param {Session} session
 * @param {import('./sites.mjs').Surface} at
 * @param {() => void} change
 */
async function composeIn(session, at, change) {
  const page = await session.open(at.url);
  await page.evaluate(change);
  return session.box(page, at);
}

/** Puts the box into a dialog that everything else is dead to, and that keeps the focus. */
function intoDialog() {
  const dialog = document.createElement('dialog');
  const editor = /** @type {Element} */ (document.querySelector('#editor'));
  dialog.append(editor);
  document.body.append(dialog);
  dialog.showModal();
  document.addEventListener(
    'focusin',
    ({ target }) => {
      if (target instanceof Node && dialog.contains(target)) return;
      /** @type {HTMLElement} */ (editor.querySelector('textarea') ?? editor).focus();
    },
    true,
  );
}

/** A page that listens first and lets no key and no input through to anybody. */
function hijack() {
  for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input'])
    window.addEventListener(type, (event) => event.stopImmediatePropagation(), true);
}

eachBrowser((test, browser) => {
  for (const at of [field, rich]) {
    test(`${at.name}: in a modal dialog that traps the focus`, async (session) => {
      const box = await composeIn(session, at, intoDialog);
      await box.type(LINE);
      await waitForMarks(box.frame, [PHRASE]);
      await openByKeys(session, box);
      assert.ok((await waitForCard(session, box)).focused, 'the card has the focus');
      await box.page.keyboard.press('Escape');
      await waitForNoCard(session, box);
      assert.ok(await box.frame.evaluate(() => document.querySelector('dialog')?.open));
      await openByClick(session, box, PHRASE);
      await press(session, box, 'Apply');
      await waitFor(async () => !(await modelOf(box)).text.includes(PHRASE), 'the rewrite');
      await waitForMarks(box.frame, []);
    });

    test(`${at.name}: a page that lets nobody hear of keys`, async (session) => {
      const box = await composeIn(session, at, hijack);
      await box.type(LINE);
      await box.page.mouse.click(5, 5);
      await box.focus();
      await waitForMarks(box.frame, [PHRASE]);
      await openByClick(session, box, PHRASE);
      await press(session, box, 'Apply');
      await waitFor(async () => !(await modelOf(box)).text.includes(PHRASE), 'the rewrite');
    });

    test(`${at.name}: from right to left`, async (session) => {
      const box = await composeIn(session, at, () => void (document.documentElement.dir = 'rtl'));
      await box.type(`שלום עדה, ${LINE}תודה. `);
      await waitForMarks(box.frame, [PHRASE]);
      // The card runs as its own words do.
      const { rect, buttons } = await openByClick(session, box, PHRASE);
      const close = buttons.find(({ name }) => name === 'Close')?.rect;
      assert.ok((close?.x ?? 0) > rect.x + rect.width / 2, JSON.stringify(close));
      await press(session, box, 'Apply');
      await waitFor(async () => !(await modelOf(box)).text.includes(PHRASE), 'the rewrite');
      assert.match((await modelOf(box)).text, /^שלום עדה, I would love .* about pricing\. תודה\. $/);
      await box.press('Control+End');
      await box.type(`\n${LINE}`);
      await waitForMarks(box.frame, [PHRASE]);
      if (at.kind === 'textarea') await assertAligned(box);
      await assertPainted(box);
    });

    test(`${at.name}: a hundred thousand characters at once`, async (session) => {
      const box = await session.compose(at);
      const long = `${LINE}\n${'The weather here is mild and the garden is doing well.\n'.repeat(1800)}`;
      await box.frame.evaluate((text) => {
        // A copy by hand, for the clipboard's own interface asks for permission.
        document.addEventListener(
          'copy',
          (event) => {
            event.clipboardData?.setData('text/plain', text);
            event.preventDefault();
          },
          { once: true },
        );
      }, long);
      await box.type('a');
      await box.press('Control+a');
      await box.press('Control+c');
      await box.press('Control+v');
      await waitFor(async () => (await modelOf(box)).text.length > 95_000, 'the paste');
      await waitFor(
        async () => (await phrases(box.frame)).includes(PHRASE),
        'the mark in it',
        20_000,
      );
      await box.press('Control+Home');
      await box.type('Hi! ');
      await waitFor(async () => (await modelOf(box)).text.startsWith('Hi! I would'), 'more typing');
      assert.ok((await phrases(box.frame)).includes(PHRASE));
    });
  }

  test('a text that changes while a fix is under way is not written into', async (session) => {
    const box = await session.compose(surfaceOf(quill));
    await box.type(LINE);
    await waitForMarks(box.frame, [PHRASE]);
    await openByClick(session, box, PHRASE);
    // As when somebody else writes into the same document.
    await box.frame.evaluate((phrase) => {
      const { editor } = /** @type {any} */ (window);
      const listen = () => {
        if (String(getSelection()) !== phrase) return;
        document.removeEventListener('selectionchange', listen);
        editor.edit({ kind: 'insert', at: 0, text: 'Well. ' });
      };
      document.addEventListener('selectionchange', listen);
    }, PHRASE);
    await press(session, box, 'Apply');
    await waitFor(async () => (await modelOf(box)).text.startsWith('Well. '), 'the other writer');
    await waitForMarks(box.frame, [PHRASE]);
    assert.equal((await modelOf(box)).text, `Well. ${LINE}`);
  });

  test('a fix inside a link stays inside it', async (session) => {
    const box = await session.compose(rich);
    await (
      await box.editor()
    ).evaluate((editor) => {
      const link = document.createElement('a');
      link.href = 'https://notes.example/';
      link.textContent = 'why I would love to pick your brain about pricing';
      editor.append('Read ', link, ' please');
    });
    await box.press('Control+End');
    await box.type('. ');
    await waitForMarks(box.frame, [PHRASE]);
    const before = await box.content();
    await openByClick(session, box, PHRASE);
    await press(session, box, 'Apply');
    await waitFor(async () => !(await modelOf(box)).text.includes(PHRASE), 'the rewrite');
    const plain = (/** @type {string} */ html) => html.replaceAll('&nbsp;', ' ');
    const [head, tail] = plain(before).split(PHRASE);
    const after = plain(await box.content());
    assert.ok(after.startsWith(head) && after.endsWith(tail), after);
  });

  test('the card goes when its mark is scrolled away, and when the message is sent', async (session) => {
    const box = await session.compose(field);
    await box.type(`${LINE}${'\nAnd so on.'.repeat(12)}`);
    await box.press('Control+Home');
    await waitForMarks(box.frame, [PHRASE]);
    await openByClick(session, box, PHRASE);
    await (await box.editor()).evaluate((each) => (each.scrollTop = each.scrollHeight));
    await waitForNoCard(session, box);
    await (await box.editor()).evaluate((each) => (each.scrollTop = 0));
    await settled(box.frame);
    await openByClick(session, box, PHRASE);
    await box.send();
    await waitForNoCard(session, box);
    await waitForMarks(box.frame, []);
  });

  test('a suggestion that the page shows in the box is not the writer’s', async (session) => {
    const box = await session.compose(rich);
    await box.type(LINE);
    await waitForMarks(box.frame, [PHRASE]);
    const editor = await box.editor();
    await editor.evaluate((each) => {
      const ghost = document.createElement('span');
      ghost.contentEditable = 'false';
      ghost.ariaHidden = 'true';
      ghost.textContent = 'May I pick your brain again? Thanks in advance. ';
      each.append(ghost);
    });
    await openByClick(session, box, PHRASE);
    await press(session, box, 'Apply');
    await waitFor(async () => !(await box.text()).includes('love to pick'), 'the rewrite');
    await waitForMarks(box.frame, []);
    await editor.evaluate((each) => each.querySelector('span')?.remove());
    await box.press('Control+End');
    await box.type('May I pick your brain? ');
    await waitForMarks(box.frame, [PHRASE]);
  });

  test('other extensions keep what they paint, and we keep ours', async (session) => {
    const box = await composeIn(session, rich, () => {
      CSS.highlights.set('spelling', new Highlight(new Range()));
      CSS.highlights.set('grammar', new Highlight(new Range()));
      const other = document.createElement('grammar-overlay');
      other.style.cssText = 'position:absolute;inset:0;pointer-events:none;z-index:2147483647';
      document.body.append(other);
    });
    await box.type(LINE);
    await waitForMarks(box.frame, [PHRASE]);
    await (
      await box.editor()
    ).evaluate((editor) => {
      editor.setAttribute('data-gramm', 'true');
      editor.spellcheck = false;
    });
    await openByClick(session, box, PHRASE);
    await press(session, box, 'Rule off');
    await waitForMarks(box.frame, []);
    const names = await box.frame.evaluate(() => [...CSS.highlights.keys()]);
    assert.deepEqual(names.sort(), ['grammar', 'spelling']);
  });

  // Only Chromium can be told which colours are forced, to compose, and to put in words without a
  // key.
  if (browser === 'chromium') {
    for (const at of [field, rich]) {
      test(`${at.name}: marks show in forced colours and in the dark`, async (session) => {
        for (const features of [
          [{ name: 'forced-colors', value: 'active' }],
          [{ name: 'prefers-color-scheme', value: 'dark' }],
        ]) {
          const box = await session.compose(at);
          const client = await box.page.createCDPSession();
          await client.send('Emulation.setEmulatedMedia', { features });
          await box.type(LINE);
          await waitForMarks(box.frame, [PHRASE]);
          await assertPainted(box);
        }
      });
    }

    for (const at of [field, rich]) {
      test(`${at.name}: words that are being composed are left alone`, async (session) => {
        const box = await session.compose(at);
        await box.type(LINE);
        await waitForMarks(box.frame, [PHRASE]);
        const client = await box.page.createCDPSession();
        const compose = (/** @type {string} */ text) =>
          client.send('Input.imeSetComposition', {
            text,
            selectionStart: text.length,
            selectionEnd: text.length,
          });
        await compose('pick your ');
        await compose('pick your brain ');
        await settled(box.frame);
        assert.deepEqual(await phrases(box.frame), [PHRASE]);
        await client.send('Input.insertText', { text: 'May I pick your brain? ' });
        await waitForMarks(box.frame, [PHRASE, PHRASE]);
        assert.equal((await modelOf(box)).text, `${LINE}May I pick your brain? `);
      });

      test(`${at.name}: what is dictated, and what is dropped, is read`, async (session) => {
        const box = await session.compose(at);
        await box.page.keyboard.sendCharacter(LINE);
        await waitForMarks(box.frame, [PHRASE]);
        const client = await box.page.createCDPSession();
        const rect = await (await box.editor()).boundingBox();
        const { x, y } = /** @type {import('puppeteer-core').BoundingBox} */ (rect);
        const drag = {
          x: x + 12,
          y: y + 14,
          data: {
            items: [{ mimeType: 'text/plain', data: 'May I pick your brain? ' }],
            dragOperationsMask: 1,
          },
        };
        for (const type of /** @type {const} */ (['dragEnter', 'dragOver', 'drop']))
          await client.send('Input.dispatchDragEvent', { type, ...drag });
        await waitForMarks(box.frame, [PHRASE, PHRASE]);
        assert.equal(await cardOf(session, box), undefined);
      });
    }
  }
});
