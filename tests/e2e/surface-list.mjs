// @ts-check
// Where in the fixtures messages are written, and what is known there of reader and thread.

/** @typedef {import('../../extension/wasm/core.js').Draft} Draft */
/**
 * A place where a message is written. `editor` and `send` are puppeteer selectors (`>>>` goes
 * through shadow roots) inside the frame.
 * @typedef {object} Surface
 * @property {string} name
 * @property {'linkedin' | 'x' | 'gmail' | null} site null where it is none of the three
 * @property {string} url
 * @property {string} [frame] part of the address of the frame that holds the box
 * @property {string} editor
 * @property {'contenteditable' | 'textarea'} kind
 * @property {string} newline the keys that break a line
 * @property {string} send selector of the button, or keys
 * @property {Omit<Draft, 'text' | 'site'>} about what is read besides the text
 */

const ADA = { name: 'Ada Nakamura' };
const MESSAGE = { site: 'linkedin', kind: 'contenteditable', newline: 'Enter' };
const EDITOR = '.msg-form__contenteditable';
const SEND = '.msg-form__send-button';
const OUTLET = '#interop-outlet >>>';

const WROTE = { from: 'me', text: 'Your talk on mills was a joy.' };
/** @type {Draft['thread']} */
const TALKED = [
  { from: 'them', text: 'Thank you for your comment on my talk.' },
  { from: 'them', text: 'Which part (if any)\nwas new to you?' },
  { from: 'me', text: 'The part on queues.' },
];

/** @type {any[]} */
const linkedin = [
  {
    ...MESSAGE,
    name: 'LinkedIn message page',
    url: 'https://www.linkedin.com/messaging/thread/2-thread/',
    editor: EDITOR,
    send: SEND,
    about: { channel: 'linkedin-dm', recipient: ADA, thread: TALKED },
  },
  {
    ...MESSAGE,
    name: 'LinkedIn overlay in a shadow root',
    url: 'https://www.linkedin.com/feed/',
    editor: `${OUTLET} ${EDITOR}`,
    send: `${OUTLET} ${SEND}`,
    about: { channel: 'linkedin-dm', recipient: ADA },
  },
  {
    ...MESSAGE,
    name: 'LinkedIn messages in a frame',
    url: 'https://www.linkedin.com/messaging/thread/2-shell/',
    frame: '/preload/',
    editor: EDITOR,
    send: SEND,
    about: { channel: 'linkedin-dm', recipient: ADA, thread: [WROTE] },
  },
  {
    ...MESSAGE,
    name: 'LinkedIn bubble on a classic page',
    url: 'https://www.linkedin.com/mynetwork/',
    editor: EDITOR,
    send: SEND,
    about: { channel: 'linkedin-dm', recipient: ADA },
  },
  {
    ...MESSAGE,
    name: 'LinkedIn new message',
    url: 'https://www.linkedin.com/messaging/compose/',
    editor: EDITOR,
    send: SEND,
    about: { channel: 'linkedin-dm', recipient: ADA },
  },
  {
    ...MESSAGE,
    name: 'LinkedIn InMail',
    url: 'https://www.linkedin.com/in/ben-okri/',
    editor: EDITOR,
    send: SEND,
    about: {
      channel: 'inmail',
      recipient: { ...ADA, headline: 'Keeper of the mill at Lind & Co' },
    },
  },
  {
    ...MESSAGE,
    kind: 'textarea',
    name: 'LinkedIn Sales Navigator',
    url: 'https://www.linkedin.com/sales/inbox/2-thread',
    editor: '.compose-form__message-field',
    send: '.artdeco-button--primary',
    about: { channel: 'inmail', recipient: ADA },
  },
  {
    ...MESSAGE,
    kind: 'textarea',
    name: 'LinkedIn connection note',
    url: 'https://www.linkedin.com/in/ada-nakamura/',
    editor: `${OUTLET} #custom-message`,
    send: `${OUTLET} .artdeco-button--primary`,
    about: { channel: 'linkedin-note', recipient: ADA },
  },
];

const CHAT = { site: 'x', kind: 'textarea', newline: 'Shift+Enter' };

const POST = {
  ...{ site: 'x', kind: 'contenteditable' },
  ...{ newline: 'Enter', send: 'Control+Enter' },
};

/** @type {any[]} */
const x = [
  {
    ...CHAT,
    name: 'X chat in a shadow root',
    url: 'https://x.com/i/chat/11-22',
    editor: '[data-testid="xchatEmbedRoute"] >>> [data-testid="dm-composer-textarea"]',
    send: 'Enter',
    about: {
      channel: 'x-dm',
      recipient: ADA,
      thread: [
        { from: 'them', text: 'Your thread on mills was a joy.👋' },
        { from: 'me', text: 'Thank you!' },
        { from: 'them', text: 'What is next?' },
      ],
    },
  },
  {
    ...CHAT,
    name: 'X chat in the light DOM',
    url: 'https://x.com/i/chat/33-44',
    editor: '[data-testid="dm-composer-textarea"]',
    send: '[data-testid="dm-composer-send-button"]',
    about: { channel: 'x-dm', recipient: ADA },
  },
  {
    ...CHAT,
    name: 'X chat in the drawer',
    url: 'https://x.com/explore',
    editor: '[data-testid="dm-composer-textarea"]',
    send: 'Enter',
    // The drawer shows no name.
    about: { channel: 'x-dm', recipient: { name: '@adanakamura' } },
  },
  {
    ...POST,
    newline: 'Shift+Enter',
    name: 'X message before XChat',
    url: 'https://x.com/messages/55-66',
    editor: '[data-testid="dmComposerTextInput"]',
    send: 'Enter',
    about: { channel: 'x-dm' },
  },
  {
    ...POST,
    name: 'X reply in a dialog',
    url: 'https://x.com/compose/post',
    editor: '[role="dialog"] [data-testid="tweetTextarea_0"]',
    about: { channel: 'x-post', recipient: ADA },
  },
  {
    ...POST,
    name: 'X reply below a post',
    url: 'https://x.com/adanakamura/status/1',
    editor: '[data-testid="tweetTextarea_0"]',
    about: { channel: 'x-post', recipient: ADA },
  },
];

const MAIL = { site: 'gmail', kind: 'contenteditable', newline: 'Enter' };

/** @type {any[]} */
const gmail = [
  {
    ...MAIL,
    name: 'Gmail new message',
    url: 'https://mail.google.com/mail/u/0/?view=compose',
    editor: '[g_editable="true"]',
    send: '.aoO',
    about: { channel: 'email', recipient: ADA },
  },
  {
    ...MAIL,
    name: 'Gmail inline reply',
    url: 'https://mail.google.com/mail/u/0/?view=reply',
    editor: '.ip [g_editable="true"]',
    send: 'Control+Enter',
    about: {
      channel: 'email',
      recipient: ADA,
      thread: [
        WROTE,
        { from: 'them', text: 'Thank you for the kind words about my talk.' },
      ],
    },
  },
  {
    ...MAIL,
    name: 'Gmail forward',
    url: 'https://mail.google.com/mail/u/0/?view=forward',
    editor: '.ip [g_editable="true"]',
    send: '.aoO',
    // The thread was with somebody else.
    about: { channel: 'email', recipient: ADA },
  },
  {
    ...MAIL,
    name: 'Gmail new message beside another',
    url: 'https://mail.google.com/mail/u/0/?view=windows',
    editor: '.first [g_editable="true"]',
    send: '.first .aoO',
    // The thread behind it is none of its business.
    about: { channel: 'email', recipient: ADA },
  },
  {
    ...MAIL,
    name: 'Gmail new message, full screen',
    url: 'https://mail.google.com/mail/u/0/?view=full',
    editor: '[g_editable="true"]',
    send: '.aoO',
    about: { channel: 'email', recipient: ADA },
  },
  {
    ...MAIL,
    name: 'Gmail window of its own',
    url: 'https://mail.google.com/mail/u/0/?view=popout',
    editor: '[g_editable="true"]',
    send: '.aoO',
    about: { channel: 'email', recipient: { name: 'ada@example.com' } },
  },
];

/** Read from the first day. @type {Surface[]} */
export const surfaces = [...linkedin, ...x, ...gmail];

/**
 * Written for everybody: read only where the user has said so in `setting`.
 * @type {(Surface & {setting: object})[]}
 */
export const publicSurfaces = [
  {
    ...MESSAGE,
    name: 'LinkedIn post on a classic page',
    url: 'https://www.linkedin.com/feed/?share=classic',
    editor: `${OUTLET} .ql-editor`,
    send: `${OUTLET} .share-actions__primary-action`,
    setting: { 'linkedin-posts': true },
    about: {},
  },
  {
    ...MESSAGE,
    name: 'LinkedIn post in a dialog',
    url: 'https://www.linkedin.com/feed/?share=dialog',
    editor: '.tiptap',
    send: '.share-actions__primary-action',
    setting: { 'linkedin-posts': true },
    about: {},
  },
  {
    ...MESSAGE,
    name: 'LinkedIn comment',
    url: 'https://www.linkedin.com/feed/update/1/',
    editor: '.tiptap',
    send: 'button',
    setting: { 'linkedin-comments': true },
    about: {},
  },
  {
    ...POST,
    name: 'X post',
    url: 'https://x.com/home',
    editor: '[data-testid="tweetTextarea_0"]',
    setting: { 'x-posts': true },
    about: { channel: 'x-post' },
  },
].map((each) => /** @type {any} */ (each));

/** The surface of a name; for tests that need just one. @param {string} name */
export function surface(name) {
  const found = [...surfaces, ...publicSurfaces].find((each) => each.name === name);
  if (!found) throw new Error(`no surface called ${name}`);
  return found;
}
