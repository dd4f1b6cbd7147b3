// @ts-check
// Who reads a draft and what was said before: what the popup is told of each compose box. And
// boxes that are none of our business, which it is told nothing of.

import assert from 'node:assert/strict';
import { openByClick, press } from './card.mjs';
import { eachBrowser, waitFor } from './harness.mjs';
import { waitForMarks } from './marks.mjs';
import { publicSurfaces, surface, surfaces } from './sites.mjs';

/** @typedef {import('./harness.mjs').Session} Session */
/** @typedef {import('./harness.mjs').Box} Box */

const DRAFT = 'May I pick your brain? ';
const PHRASE = 'pick your brain';

/** What is known around the draft of a box. @param {Session} session @param {Box} box */
async function aboutOf(session, box) {
  const { draft } = await session.state(box.page);
  const { text, site, ...about } = draft ?? {};
  return about;
}

/**
 * Clicks into another box of the same page and types there.
 * @param {Box} box
 * @param {string} editor
 */
async function typeInto(box, editor, text = DRAFT) {
  const found = await box.frame.waitForSelector(editor, { visible: true });
  await found?.click({ offset: { x: 24, y: 16 } });
  await box.type(text);
}

eachBrowser((test) => {
  for (const at of surfaces) {
    test(`${at.name}: channel, reader and thread`, async (session) => {
      const box = await session.compose(at);
      await box.type(DRAFT);
      await waitForMarks(box.frame, [PHRASE]);
      assert.deepEqual(await aboutOf(session, box), at.about);
    });
  }

  for (const at of publicSurfaces) {
    test(`${at.name}: left alone, and read where the user says so`, async (session) => {
      const box = await session.compose(at);
      await box.type(DRAFT);
      assert.equal((await session.state(box.page)).state, 'no-box');
      await waitForMarks(box.frame, []);
      await session.closePages();
      await session.keep({ public: at.setting });
      const other = await session.compose(at);
      await other.type(DRAFT);
      await waitForMarks(other.frame, [PHRASE]);
      assert.equal((await session.state(other.page)).draft.text.trim(), DRAFT.trim());
      assert.deepEqual(await aboutOf(session, other), at.about);
    });
  }

  test('X: a post is read while it speaks to somebody', async (session) => {
    const box = await session.compose(surface('X post'));
    await box.type(DRAFT);
    assert.equal((await session.state(box.page)).state, 'no-box');
    await box.type('me@example.org ');
    assert.equal((await session.state(box.page)).state, 'no-box');
    await box.type('@ada');
    await waitForMarks(box.frame, [PHRASE]);
    assert.deepEqual(await aboutOf(session, box), { channel: 'x-post' });
    for (let keys = 4; keys > 0; keys -= 1) await box.press('Backspace');
    await waitForMarks(box.frame, []);
    assert.equal((await session.state(box.page)).state, 'no-box');
    await box.type('@ada ');
    await waitForMarks(box.frame, [PHRASE]);
  });

  test('X: the twin of a reply is the post of nobody', async (session) => {
    const box = await session.compose(surface('X reply in a dialog'));
    await typeInto(box, 'main [data-testid="tweetTextarea_0"]');
    assert.equal((await session.state(box.page)).draft.text, '');
    await box.focus();
    await box.type('Hi Ben. ');
    await waitForMarks(box.frame, ['Ben']);
    assert.deepEqual(await aboutOf(session, box), surface('X reply in a dialog').about);
  });

  test('X: a group is nobody’s name, and another chat in the same box starts afresh', async (session) => {
    const box = await session.compose(surface('X chat in the light DOM'));
    await box.type(`Hi Ben. ${DRAFT}`);
    await waitForMarks(box.frame, ['Ben', PHRASE]);
    await box.frame.evaluate(() => {
      const header = document.querySelector('[data-testid="dm-conversation-header"]');
      for (const link of header?.querySelectorAll('a') ?? []) link.setAttribute('href', '/benokri');
      const name = header?.querySelector('[data-testid="dm-conversation-username"]');
      /** @type {Element} */ (name).textContent = 'Ben Okri';
    });
    await waitForMarks(box.frame, [PHRASE]);
    assert.deepEqual((await aboutOf(session, box)).recipient, { name: 'Ben Okri' });
    await box.frame.evaluate(() => {
      const header = document.querySelector('[data-testid="dm-conversation-header"]');
      for (const link of header?.querySelectorAll('a') ?? []) link.removeAttribute('href');
    });
    assert.deepEqual(await aboutOf(session, box), { channel: 'x-dm' });
  });

  test('Gmail: windows side by side go to different people', async (session) => {
    const box = await session.compose(surface('Gmail new message beside another'));
    await typeInto(box, '.second [g_editable="true"]', `Hi Ada. ${DRAFT}`);
    await waitForMarks(box.frame, ['Ada', PHRASE]);
    const recipient = { name: 'Ben Okri' };
    assert.deepEqual(await aboutOf(session, box), { channel: 'email', recipient });
    await typeInto(box, '.third [g_editable="true"]');
    assert.deepEqual(await aboutOf(session, box), { channel: 'email' });
    // Where nobody is chosen yet, nobody is borrowed from the window beside it.
    await typeInto(box, '.second [g_editable="true"]');
    await box.frame.evaluate(() => {
      document.querySelectorAll('.third, .second [role="option"]').forEach((each) => each.remove());
    });
    assert.deepEqual(await aboutOf(session, box), { channel: 'email' });
  });

  test('Gmail: what “…” brings into the box is not the writer’s', async (session) => {
    const box = await session.compose(surface('Gmail inline reply'));
    await box.type(DRAFT);
    await waitForMarks(box.frame, [PHRASE]);
    await box.page.click('.ajR');
    assert.match(await box.text(), /Thanks in advance for reading/);
    await box.focus();
    await box.type('And pick your brain? ');
    await waitForMarks(box.frame, [PHRASE, PHRASE]);
    const { draft } = await session.state(box.page);
    assert.doesNotMatch(draft.text, /Ada Nakamura|in advance|lawn/);
    assert.deepEqual(draft.thread, box.surface.about.thread);
  });

  test('Gmail: to whom a forward goes is not known before they are chosen', async (session) => {
    const box = await session.compose(surface('Gmail forward'));
    await box.type(DRAFT);
    await box.frame.evaluate(() => document.querySelector('[role="option"]')?.remove());
    assert.deepEqual(await aboutOf(session, box), { channel: 'email' });
  });

  test('LinkedIn: two bubbles with two people', async (session) => {
    const box = await session.compose(surface('LinkedIn overlay in a shadow root'));
    const { editor } = box.surface;
    await typeInto(box, editor.replace('.msg-form', '.second .msg-form'), `Hi Ada. ${DRAFT}`);
    await waitForMarks(box.frame, ['Ada', PHRASE]);
    assert.deepEqual(await aboutOf(session, box), {
      channel: 'linkedin-dm',
      recipient: { name: 'Ben Okri' },
      thread: [{ from: 'me', text: 'Good luck with the mill!' }],
    });
    await box.focus();
    await box.type('Hi Ada. ');
    await waitFor(
      async () => (await aboutOf(session, box)).recipient.name === 'Ada Nakamura',
      'the other bubble',
    );
    await waitForMarks(box.frame, ['Ada', PHRASE]);
    assert.equal((await aboutOf(session, box)).thread, undefined);
  });

  test('LinkedIn: a group has no single reader', async (session) => {
    const box = await session.compose(surface('LinkedIn bubble on a classic page'));
    await typeInto(box, '.group .msg-form__contenteditable');
    const thread = [
      { from: 'them', text: 'Shall we meet on Friday?' },
      { from: 'them', text: 'Friday suits me.' },
    ];
    assert.deepEqual(await aboutOf(session, box), { channel: 'linkedin-dm', thread });
    // A card that somebody shared there names no reader either.
    await box.frame.evaluate(() => {
      const name = document.createElement('span');
      name.textContent = 'Cleo Lind';
      const header = /** @type {Element} */ (document.querySelector('.group header'));
      header.className = 'artdeco-entity-lockup__title';
      header.replaceChildren(name);
    });
    assert.deepEqual(await aboutOf(session, box), { channel: 'linkedin-dm', thread });
  });

  test('LinkedIn: who reads a note is not known where the page invites several', async (session) => {
    const box = await session.compose(surface('LinkedIn connection note'));
    await box.frame.evaluate(() => {
      const link = document.createElement('a');
      link.href = '/preload/custom-invite/?vanityName=ben-okri';
      document.body.append(link);
    });
    await box.type(DRAFT);
    assert.deepEqual(await aboutOf(session, box), { channel: 'linkedin-note' });
  });

  test('LinkedIn: of a long thread the last messages, and of a long message the start', async (session) => {
    const box = await session.compose(surface('LinkedIn message page'));
    await box.frame.evaluate(() => {
      const list = document.querySelector('.msg-s-message-list-content');
      const last = /** @type {Element} */ (list?.lastElementChild);
      for (let count = 1; count <= 40; count += 1) {
        const item = /** @type {Element} */ (last.cloneNode(true));
        const body = /** @type {Element} */ (item.querySelector('p'));
        body.textContent = `${count} ${'👋'.repeat(1500)}`;
        list?.append(item);
      }
    });
    const { thread } = await aboutOf(session, box);
    assert.equal(thread.length, 30);
    assert.equal(thread[0].text, `11 ${'👋'.repeat(998)}`);
    assert.match(thread[29].text, /^40 /);
  });

  test('LinkedIn: nothing of a conversation goes with the box to the next one', async (session) => {
    const box = await session.compose(surface('LinkedIn message page'));
    await box.type(DRAFT);
    await openByClick(session, box, PHRASE);
    await press(session, box, 'Ignore once');
    await waitForMarks(box.frame, []);
    const draft = 'Hi Ada. May I pick your brain? ';
    await box.frame.evaluate((text) => {
      const link = document.querySelector('.msg-conversation-listitem__link');
      /** @type {HTMLElement} */ (link).dataset.draft = text;
      /** @type {HTMLElement} */ (link).click();
    }, draft);
    await waitForMarks(box.frame, ['Ada', PHRASE]);
    assert.deepEqual(await aboutOf(session, box), {
      channel: 'linkedin-dm',
      recipient: { name: 'Ben Okri' },
    });
  });

  test('LinkedIn: the same words in the next conversation are not skipped there', async (session) => {
    const box = await session.compose(surface('LinkedIn message page'));
    await box.type(DRAFT);
    await openByClick(session, box, PHRASE);
    await press(session, box, 'Ignore once');
    await waitForMarks(box.frame, []);
    // The site leaves the words where they are.
    await box.frame.evaluate(() => {
      const title = /** @type {Element} */ (
        document.querySelector('.msg-entity-lockup__entity-title')
      );
      title.textContent = 'Ben Okri';
    });
    await waitForMarks(box.frame, [PHRASE]);
  });

  test('what the reader does for a living is looked at only where that is wanted', async (session) => {
    const pitch = 'we provide SEO services';
    for (const trade of [undefined, true]) {
      await session.keep({ extras: trade && { trade } });
      const page = await session.open(surface('LinkedIn InMail').url);
      await page.$eval('.artdeco-entity-lockup__subtitle', (line) => {
        line.textContent = 'SEO consultant';
      });
      const box = await session.box(page, surface('LinkedIn InMail'));
      await box.type('Hi Ada, we provide SEO services for small shops. ');
      await waitForMarks(box.frame, trade ? [pitch, 'SEO'] : [pitch]);
    }
    assert.doesNotMatch(JSON.stringify(await session.stored()), /consultant|SEO|Ada/);
  });
});
