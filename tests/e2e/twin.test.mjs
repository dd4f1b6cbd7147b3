// @ts-check
// The twin of a textarea, over which its marks are painted, lies on it whatever the page does.

import { EDITORS, surfaceOf } from './editors.mjs';
import { eachBrowser } from './harness.mjs';
import { assertAligned, assertPainted, settled, waitForMarks } from './marks.mjs';

const LINE = 'I would love to pick your brain about pricing. ';
const PHRASE = 'pick your brain';
const [field] = EDITORS.map(surfaceOf);

eachBrowser((test) => {
  test('it follows when the field is scrolled', async (session) => {
    const box = await session.compose(field);
    await box.type(`${'And so on.\n'.repeat(4)}${LINE}${'\nAnd so on.'.repeat(6)}`);
    await waitForMarks(box.frame, [PHRASE]);
    for (const top of [20, 55, 70]) {
      await (await box.editor()).evaluate((each, y) => (each.scrollTop = y), top);
      await settled(box.frame);
      await assertAligned(box);
    }
    await assertPainted(box);
  });

  for (const [what, change] of /** @type {[string, (field: HTMLElement) => void][]} */ ([
    ['is zoomed', () => document.documentElement.style.setProperty('zoom', '1.37')],
    ['is scaled', () => (document.body.style.transform = 'scale(0.8) translate(-10px, 7px)')],
    ['changes its font', (each) => (each.style.font = '19px/1.3 serif')],
    ['changes its theme', () => document.documentElement.classList.add('large')],
    ['is moved aside', () => document.body.prepend(document.createElement('hr'))],
  ])) {
    test(`it follows when the page ${what}`, async (session) => {
      const box = await session.compose(field);
      await box.type(`${LINE.repeat(2)}\n${LINE}`);
      await waitForMarks(box.frame, [PHRASE, PHRASE, PHRASE]);
      await (await box.editor()).evaluate(change);
      await settled(box.frame);
      await settled(box.frame);
      await assertAligned(box);
      await assertPainted(box);
    });
  }
});
