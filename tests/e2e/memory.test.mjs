// @ts-check
// What was sent comes back, where the user has asked for memory: in the popup, to the same reader
// and in the same words; and it can be forgotten.

import assert from 'node:assert/strict';
import { eachBrowser, waitFor } from './harness.mjs';
import { surface } from './sites.mjs';

/** @typedef {import('./harness.mjs').Session} Session */
/** @typedef {import('./harness.mjs').Box} Box */

const ASK =
  'Hi Ada,\nwould you share my album with everyone you know? We printed it on the old press in ' +
  'the cellar, and the ink is made of walnuts. Tell me which page you liked. ';
const AGAIN = ASK.replace('album', 'poster');

/** What the popup says about a box; `read` runs in it. @param {Session} session @param {Box} box */
async function popupOf(session, box) {
  const popup = await session.popup(box.page);
  const read = () =>
    popup.evaluate(() => {
      const shown = (/** @type {string} */ id) => {
        const part = document.getElementById(id);
        return part && !part.hidden ? part.textContent?.replace(/\s+/g, ' ').trim() : '';
      };
      const busy = document.getElementById('main')?.hasAttribute('aria-busy');
      return { busy, said: ['relation', 'alike', 'past'].map(shown) };
    });
  return {
    popup,
    /** @param {(said: string[]) => boolean} holds @param {string} what */
    until: (holds, what) =>
      waitFor(async () => {
        const { busy, said } = await read();
        return !busy && holds(said) && said;
      }, what),
  };
}

/** @param {Session} session */
const memory = async (session) => (await session.stored()).memory;

eachBrowser((test) => {
  test('a reader who was written to, and the same words to another, are known', async (session) => {
    await session.keep({ extras: { memory: true } });
    const first = await session.compose(surface('X chat in the drawer'));
    await first.type(ASK);
    await first.send();
    await waitFor(async () => (await memory(session))?.sketches.length === 1, 'it to be counted');

    // The same reader on the same site, where no thread is shown.
    const again = await session.compose(surface('X chat in the light DOM'));
    await again.type('Hello Ada, one more thing about the press in the cellar. ');
    const known = await popupOf(session, again);
    const [relation, alike, past] = await known.until(
      ([, , counted]) => counted !== '',
      'what was counted',
    );
    assert.match(relation, /written to them once before/);
    assert.equal(alike, '');
    assert.match(past, /Forget this person/);
    await known.popup.evaluate(() => document.getElementById('forget')?.click());
    await known.until((said) => said[2] === '' && said[0] === '', 'the person to be forgotten');
    assert.deepEqual((await memory(session)).contacts, {});
    await known.popup.close();

    // Somebody else, much the same words.
    const other = await session.compose(surface('Gmail window of its own'));
    await other.type(AGAIN);
    const like = await popupOf(session, other);
    const said = await like.until((all) => all[1] !== '', 'what is much alike');
    assert.match(said[1], /Much like a message that you sent on \w+day .*the ink is made of walnuts/);
    assert.equal(said[2], '');
    await like.popup.close();
  });
});
