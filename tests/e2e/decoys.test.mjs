// @ts-check
// Boxes that look like messages and are none: left alone, or said to be unreadable. And what is
// read by choice is let go when the choice is taken back.

import assert from 'node:assert/strict';
import { eachBrowser, waitFor } from './harness.mjs';
import { phrases, settled, waitForMarks } from './marks.mjs';
import { surface } from './sites.mjs';

const DRAFT = 'May I pick your brain? ';
const PHRASE = 'pick your brain';

/**
 * An editor, in a chain of elements around it, the outermost first.
 * @type {{what: string, url: string, chain: Record<string, string>[], state: string}[]}
 */
const decoys = [
  {
    what: 'a comment below a post',
    url: surface('LinkedIn overlay in a shadow root').url,
    chain: [{ componentkey: 'commentBox-2' }, { class: 'tiptap ProseMirror' }],
    state: 'no-box',
  },
  {
    what: 'an editor of posts without its dialog',
    url: surface('LinkedIn message page').url,
    chain: [{ class: 'ql-editor' }],
    state: 'no-box',
  },
  {
    what: 'the search of old messages',
    url: surface('X message before XChat').url,
    chain: [{ 'data-testid': 'DMDrawer' }, { role: 'search' }, {}],
    state: 'no-box',
  },
  {
    what: 'a post outside of a reply',
    url: surface('X reply below a post').url,
    chain: [{ role: 'dialog' }, { 'data-testid': 'tweetTextarea_0' }],
    state: 'no-box',
  },
  {
    what: 'the editor of the signature',
    url: surface('Gmail inline reply').url,
    chain: [{ g_editable: 'true' }],
    state: 'unreadable',
  },
  {
    what: 'a box that nobody knows',
    url: surface('LinkedIn message page').url,
    chain: [{ class: 'new-editor' }],
    state: 'unreadable',
  },
];

/** Puts the editor into the page. @param {Record<string, string>[]} chain */
function build(chain) {
  /** @type {Element} */
  let place = document.body;
  for (const attributes of chain) {
    const element = document.createElement('div');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    place.prepend(element);
    place = element;
  }
  place.setAttribute('contenteditable', 'true');
  place.setAttribute('role', 'textbox');
  place.setAttribute('style', 'min-height: 48px; z-index: 999; position: relative');
  place.id = 'decoy';
}

eachBrowser((test) => {
  for (const { what, url, chain, state } of decoys) {
    test(`${new URL(url).host}: ${what} is ${state}`, async (session) => {
      const page = await session.open(url);
      await page.evaluate(build, chain);
      await page.focus('#decoy');
      await page.keyboard.type(DRAFT);
      await waitFor(async () => (await session.state(page))?.state === state, state);
      await settled(page.mainFrame());
      assert.deepEqual(await phrases(page.mainFrame()), []);
    });
  }

  test('Gmail: the twin of a body is no box, even where it shows', async (session) => {
    const page = await session.open(surface('Gmail new message').url);
    await page.$eval('.Ak', (twin) => twin.setAttribute('style', 'display: block'));
    await page.focus('.Ak');
    await page.keyboard.type(DRAFT);
    assert.equal((await session.state(page)).state, 'no-box');
  });

  test('posts are let go when they are switched off', async (session) => {
    const options = await session.openTab('options.html');
    const update = (/** @type {object} */ changes) => session.update(options, changes);
    await update({ public: { 'x-posts': true } });
    const box = await session.compose(surface('X post'));
    await box.type(DRAFT);
    await waitForMarks(box.frame, [PHRASE]);
    await update({ public: {} });
    await waitForMarks(box.frame, []);
    assert.equal((await session.state(box.page)).state, 'no-box');
    // But for those that speak to somebody.
    await box.type('@ada ');
    await waitForMarks(box.frame, [PHRASE]);
  });
});
