// @ts-check
// A compose box and its writer: keyboard and pointer in, text and what was sent out.

import { waitFor } from './wait.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('puppeteer-core').Frame} Frame */
/** @typedef {import('./sites.mjs').Surface} Surface */

/** A compose box in an open page, with what a writer does there. */
export class Box {
  /** @param {Page} page @param {Frame} frame @param {Surface} surface */
  constructor(page, frame, surface) {
    this.page = page;
    this.frame = frame;
    this.surface = surface;
  }

  /** The editor's element, found anew: sites replace it. */
  async editor() {
    const found = await this.frame.waitForSelector(this.surface.editor, { visible: true });
    return /** @type {import('puppeteer-core').ElementHandle<HTMLElement>} */ (found);
  }

  /** Puts the caret into the box's first line, with the pointer. */
  async focus() {
    await (await this.editor()).click({ offset: { x: 24, y: 16 } });
  }

  /** Types with the keyboard; `\n` is the site's own key for a new line. @param {string} text */
  async type(text) {
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) await this.press(this.surface.newline);
      await this.page.keyboard.type(line);
    }
  }

  /** Presses keys together, as in `Control+Enter`. @param {string} keys */
  async press(keys) {
    const all = /** @type {import('puppeteer-core').KeyInput[]} */ (keys.split('+'));
    const last = /** @type {import('puppeteer-core').KeyInput} */ (all.pop());
    for (const key of all) await this.page.keyboard.down(key);
    await this.page.keyboard.press(last);
    for (const key of all.reverse()) await this.page.keyboard.up(key);
  }

  /** The box's text as its own page reads it. @returns {Promise<string>} */
  async text() {
    return (await this.editor()).evaluate((editor) =>
      'value' in editor ? String(editor.value) : editor.innerText,
    );
  }

  /** Every byte of the box: its value, or its HTML. @returns {Promise<string>} */
  async content() {
    return (await this.editor()).evaluate((editor) =>
      'value' in editor ? String(editor.value) : editor.innerHTML,
    );
  }

  /** Presses the site's button, or its keys. */
  async pressSend() {
    const { send } = this.surface;
    if (/^[A-Z]/.test(send)) await this.press(send);
    else await (await this.frame.waitForSelector(send))?.click();
  }

  /** What the site sent so far. @returns {Promise<{text: string, html: string}[]>} */
  sent() {
    return this.frame.evaluate(() => /** @type {any} */ (window).sent);
  }

  /** Sends with the site's button or keys and returns what the site sent. */
  async send() {
    const { length } = await this.sent();
    await this.pressSend();
    return waitFor(async () => (await this.sent())[length], 'the message to be sent');
  }
}
