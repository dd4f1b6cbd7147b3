// @ts-check
// The reason behind a mark, as far as a card unfolds it.

import assert from 'node:assert/strict';
import { openByClick, press, waitForCard } from './card.mjs';
import { CARDS, marked, WORDS } from './core.mjs';
import { eachBrowser, waitFor } from './harness.mjs';
import { waitForMarks } from './marks.mjs';
import { surface } from './sites.mjs';

const DRAFT = 'Hi Ada,\nI would love to pick your brain about pricing. ';
const PHRASE = 'pick your brain';
const [finding] = marked({ text: DRAFT, site: 'linkedin', channel: 'linkedin-dm' });

eachBrowser((test) => {
  test('why: unfolds to the reason, the family and what speaks against it', async (session) => {
    const box = await session.compose(surface('LinkedIn overlay in a shadow root'));
    await box.type(DRAFT);
    await waitForMarks(box.frame, [PHRASE]);
    await openByClick(session, box, PHRASE);
    await press(session, box, 'Why');
    const { why, counter, after } = CARDS[finding.family];
    const told = async () => (await waitForCard(session, box)).text;
    await waitFor(async () => (await told()).includes(counter), 'the family');
    const text = await told();
    for (const words of [WORDS.get(finding.rule), why, after]) assert.ok(text.includes(words), text);
  });
});
