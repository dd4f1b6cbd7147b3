// @ts-check
// How text gets into each kind of editor. Editors that keep a model of their own beside the page
// take text in where they listen for it, and nowhere else: most follow what the browser's own
// commands do to their nodes, some would break by that and are handed a paste. What is true of
// which was tried with the editors themselves: tests/e2e/editors.test.mjs.

/**
 * @typedef {object} Driver
 * @property {(box: HTMLElement, text: string) => boolean} insert writes over what is selected;
 *   false where it was not taken
 * @property {(box: HTMLElement) => void} [listen] makes the editor look at the selection
 * @property {boolean} [history] whether the browser's own undo is the editor's
 */

/** @type {{editor: string, driver: Driver | null}[]} null: left alone, the card offers Copy */
const KINDS = [
  // Draft.js and Lexical lose line ends that a command writes in Chromium; Slate does not even
  // notice there that its nodes have changed.
  { editor: '.public-DraftEditor-content, [data-lexical-editor]', driver: { insert: paste } },
  { editor: '[data-slate-editor]', driver: { insert: paste, listen: announce } },
  // Quill 1 empties what it is pasted into and fills it later; in Firefox it loses line ends too.
  { editor: '.ql-editor', driver: { insert: lines } },
  { editor: '.ProseMirror', driver: { insert: command } },
  { editor: '.ck-editor__editable, .cm-content, .monaco-editor *', driver: null },
];

/** @type {Driver} a textarea, or an editor that is nothing but the browser's */
const PLAIN = { insert: command, history: true };

/** @param {Element} box @returns {Driver | null} null where nobody knows how to write into it */
export function driverOf(box) {
  const kind = KINDS.find(({ editor }) => box.matches(editor));
  return kind ? kind.driver : PLAIN;
}

/**
 * One command whatever the number of lines, so that one undo takes it back.
 * @param {HTMLElement} _
 * @param {string} text
 */
function command(_, text) {
  return text ? document.execCommand('insertText', false, text) : document.execCommand('delete');
}

/**
 * A command for each line; for editors whose own history makes one step of them.
 * @param {HTMLElement} box
 * @param {string} text
 */
function lines(box, text) {
  const [first, ...rest] = text.split('\n');
  return rest.reduce(
    (done, line) =>
      done &&
      document.execCommand('insertParagraph') &&
      (line === '' || command(box, line)),
    command(box, first),
  );
}

/**
 * A paste that no clipboard takes part in.
 * @param {HTMLElement} box
 * @param {string} text
 * @returns {boolean} whether the editor took it
 */
function paste(box, text) {
  return !box.dispatchEvent(pasteEvent(text));
}

/**
 * Firefox empties what a script of an extension puts into a paste, unless the page's own
 * constructor makes it, of data that the page may read.
 * @param {string} text
 * @returns {Event}
 */
function pasteEvent(text) {
  const options = { bubbles: true, cancelable: true, composed: true };
  const { wrappedJSObject: page, cloneInto } = /** @type {any} */ (globalThis);
  if (page) {
    const data = { ...options, dataType: 'text/plain', data: text };
    return new page.ClipboardEvent('paste', cloneInto(data, window));
  }
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  return new ClipboardEvent('paste', { ...options, clipboardData });
}

/**
 * Slate looks at the selection ten times a second, and before any input: of no kind, so that
 * nothing comes of it.
 * @param {HTMLElement} box
 */
function announce(box) {
  box.dispatchEvent(new InputEvent('beforeinput', { bubbles: true, cancelable: true }));
}
