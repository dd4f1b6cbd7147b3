// @ts-check
// Each compose box of the three sites: what is typed is marked as the core says, the marks are
// painted and lie on their words, and what is sent is byte for byte what it would be without us.

import assert from 'node:assert/strict';
import { markedPhrases } from './core.mjs';
import { eachBrowser } from './harness.mjs';
import { assertAligned, assertPainted, phrases, settled, waitForMarks } from './marks.mjs';
import { surface, surfaces } from './sites.mjs';

/** Several lines, curly quotes, an emoji of two code units, and findings of both severities. */
const DRAFT =
  'Hi Ada 👋,\nI’d love to pick your brain about “pricing”. ' +
  'Please share my post with your followers.\nThanks in advance for your help! ';

/** @param {import('./sites.mjs').Surface} at */
const expected = ({ site, about }) => markedPhrases({ text: DRAFT, site, ...about });

/**
 * What the page holds apart from the box's own shadow root.
 * @param {import('./harness.mjs').Box} box
 */
const bodyOf = (box) => box.frame.evaluate(() => document.body.outerHTML);

eachBrowser(
  (test) => {
    /**
     * What each surface does without the extension.
     * @type {Map<string, {body: string, sent: unknown}>}
     */
    const without = new Map();

    test('without the extension', async (session) => {
      for (const at of surfaces) {
        const box = await session.compose(at);
        await box.type(DRAFT);
        without.set(at.name, { body: await bodyOf(box), sent: await box.send() });
      }
      await session.install();
    });

    for (const at of surfaces) {
      test(`${at.name}: marked, painted, and sent as it was typed`, async (session) => {
        const box = await session.compose(at);
        await box.type(DRAFT);
        const wanted = expected(at);
        assert.ok(wanted.length >= 2, `the draft has findings: ${wanted}`);
        await waitForMarks(box.frame, wanted);
        if (at.kind === 'textarea') await assertAligned(box);
        assert.equal(await bodyOf(box), without.get(at.name)?.body, 'nothing of ours in the page');
        await assertPainted(box);
        assert.deepEqual(await box.send(), without.get(at.name)?.sent);
      });

      test(`${at.name}: no mark outlives the message`, async (session) => {
        const box = await session.compose(at);
        await box.type('I would love to pick your brain. ');
        await waitForMarks(box.frame, ['pick your brain']);
        await box.send();
        await waitForMarks(box.frame, []);
      });
    }

    test('LinkedIn in a frame: the outer page is left alone', async (session) => {
      const box = await session.compose(surface('LinkedIn messages in a frame'));
      await box.type('I would love to pick your brain. ');
      await waitForMarks(box.frame, ['pick your brain']);
      assert.deepEqual(await phrases(box.page.mainFrame()), []);
    });

    test('LinkedIn: a comment box is none of our business', async (session) => {
      const at = surface('LinkedIn overlay in a shadow root');
      const box = await session.compose(at);
      await box.page.click('.tiptap');
      await box.page.keyboard.type('I would love to pick your brain. ');
      await box.focus();
      await box.type('May I pick your brain? ');
      await waitForMarks(box.frame, ['pick your brain']);
      assert.match((await session.state(box.page)).draft.text, /^May I/);
    });

    test('the twin of a textarea breaks its lines where the field does', async (session) => {
      const box = await session.compose(surface('X chat in the light DOM'));
      const text = 'Please share my post with your followers. May I pick your brain? '.repeat(3);
      await box.type(text);
      // Beside the button, the field is as wide as no whole number of pixels.
      for (let width = 480; width < 600; width += 5) {
        await box.page.setViewport({ width, height: 700 });
        // The site measures its field when the text changes.
        await box.type('x');
        await box.page.keyboard.press('Backspace');
        await waitForMarks(box.frame, markedPhrases({ text, site: 'x', ...box.surface.about }));
        await settled(box.frame);
        await assertAligned(box);
      }
    });

    test('two boxes in one page are read apart', async (session) => {
      const at = surface('Gmail inline reply');
      const box = await session.compose(at);
      await box.frame.evaluate(() => {
        const twin = /** @type {HTMLElement} */ (document.querySelector('.ip')?.cloneNode(true));
        twin.className = 'ip twin';
        document.querySelector('.thread')?.append(twin);
      });
      await box.type('I would love to pick your brain. ');
      await waitForMarks(box.frame, ['pick your brain']);
      await box.page.click('.twin [g_editable="true"]', { offset: { x: 24, y: 16 } });
      await box.type('May I pick your brain? ');
      await waitForMarks(box.frame, ['pick your brain', 'pick your brain']);
      assert.match((await session.state(box.page)).draft.text, /^May I/);
    });
  },
  { install: false },
);
