// @ts-check
// The only file that knows what the three sites' pages look like. A site is a row of this table:
// the boxes it has, best known first, what stands around them, and the look-alikes that are none
// of our business. Each row names the fixture in tests/fixtures/ that stands for it.

/** @typedef {import('../shared/sites.js').SiteName} SiteName */
/** @typedef {import('./site-types.js').Box} Box */
/** @typedef {import('./site-types.js').Talk} Talk */
/** @typedef {import('./site-types.js').Send} Send */
/** @typedef {import('./site-types.js').Site} Site */

// --- LinkedIn ---------------------------------------------------------------------------------

// `msg-*` names are the same in every language and in all three placements: page, shadow root of
// #interop-outlet, frame (linkedin/thread.html, overlay.html, preload.html).
const BUBBLE = '.msg-overlay-conversation-bubble';
const TITLE = '.msg-overlay-bubble-header__title, .msg-entity-lockup__entity-title';
const LOCKUP = '.artdeco-entity-lockup__';

/** @type {Talk} */
const MESSAGES = {
  scope:
    `${BUBBLE}, .msg-convo-wrapper, .msg-thread, .org-inbox-thread__container, ` +
    '.thread-container, [role="dialog"]',
  boxes: '[class~="msg-form"] [contenteditable="true"], .thread-container textarea',
  readers: [
    // Only a person has a profile to link to: the title of a group is a list, or its own name.
    { person: `${BUBBLE} .msg-overlay-bubble-header__title a[href*="/in/"]` },
    { person: 'a.msg-thread__link-to-profile', name: '.msg-entity-lockup__entity-title' },
    { person: '.org-inbox-thread__link-to-profile' },
    // A new message has a pill for each person (linkedin/compose.html).
    { person: '.artdeco-pill' },
    // A title that links nowhere.
    { person: TITLE, sender: true },
    // The card of somebody new, and dialogs (linkedin/inmail.html, sales.html).
    { person: `${LOCKUP}title > *:first-child`, headline: `${LOCKUP}subtitle` },
  ],
  thread: {
    list: '.msg-s-message-list-content',
    message: '.msg-s-event-listitem',
    text: '.msg-s-event-listitem__body',
    theirs: '.msg-s-event-listitem--other',
    mine: ':not(.msg-s-event-listitem--other)',
    sender: '.msg-s-message-group__name',
    edited: ':scope > span:last-child',
  },
  header: TITLE,
  id: /\/messaging\/thread\/([^/]+)/,
  floats: BUBBLE,
};

/** @type {Talk} */
const INVITATION = {
  scope: '[role="dialog"]',
  boxes: 'textarea',
  readers: [
    { person: `${LOCKUP}title > *:first-child` },
    // The dialog may name nobody; the profile that it was opened from does, if it is the only
    // one that the page invites (linkedin/invite.html).
    {
      profile: {
        title: /^(?:\(\d+\+?\) )?(.+?) \| LinkedIn$/,
        invites: 'a[href*="custom-invite/?vanityName="]',
      },
    },
  ],
};

// With “Press Enter to send” there is no button, without it Enter breaks the line.
/** @type {Send} */
const FORM = { button: '.msg-form__send-button', keys: 'lone-enter' };
/** @type {Send} */
const PRIMARY = { button: '.artdeco-button--primary' };
/** @type {Send} */
const SHARE = { button: '.share-actions__primary-action' };

/** @type {Site} */
const LINKEDIN = {
  boxes: [
    // The subject of an InMail (linkedin/inmail.html, sales.html).
    {
      channel: 'inmail',
      box: 'input[name="subject"], .msg-form__subject, .compose-form__subject-field',
      subjectOf: '[class~="msg-form"] [contenteditable="true"], textarea',
    },
    // Sales Navigator has the same fields under names of its own (linkedin/sales.html).
    {
      channel: 'inmail',
      box: 'textarea',
      within: '[role="dialog"], .thread-container, .compose-form',
      path: /^\/sales\//,
      send: PRIMARY,
      talk: MESSAGES,
    },
    // An invitation's note, in a dialog of the page or of #interop-outlet's shadow root.
    {
      channel: 'linkedin-note',
      box: 'textarea#custom-message, textarea[name="message"]',
      send: PRIMARY,
      talk: INVITATION,
    },
    // An InMail is a message with a subject, which is no part of a draft (linkedin/inmail.html).
    {
      channel: 'inmail',
      box: '[contenteditable="true"][role="textbox"]',
      within: '[class~="msg-form"]:has(input[name="subject"], .msg-form__subject)',
      send: FORM,
      talk: MESSAGES,
    },
    { channel: 'linkedin-dm', box: '.msg-form__contenteditable', send: FORM, talk: MESSAGES },
    // In some builds the editor has another class, or the form is no <form>.
    {
      channel: 'linkedin-dm',
      box: '[contenteditable="true"][role="textbox"]',
      within: '[class~="msg-form"]',
      send: FORM,
      talk: MESSAGES,
    },
    // Posts: Quill in the sharebox (linkedin/post.html), Tiptap in a dialog (linkedin/share.html).
    {
      box:
        '.ql-editor[data-test-ql-editor-contenteditable="true"], ' +
        '[data-test-modal-id="sharebox"] .ql-editor, ' +
        '[componentkey="ShareBox_textEditor"] .tiptap',
      optional: 'posts',
      send: SHARE,
    },
    // A comment (linkedin/comment.html).
    { box: '[componentkey^="commentBox-"] .tiptap', optional: 'comments' },
  ],
  // Other editors of posts, comments and articles: nobody in particular reads them.
  never: '.ql-editor, .tiptap',
};

// --- X ----------------------------------------------------------------------------------------

const DRAWER = '[data-testid="chat-drawer-root"]';
const PERSON = 'a[href^="https://x.com/"], a[href^="/"]:not([href^="/i/"])';

/** @type {Talk} */
const CHAT = {
  scope: `${DRAWER}, main`,
  boxes: '[data-testid="dm-composer-textarea"]',
  readers: [
    {
      person: `[data-testid="dm-conversation-header"] :is(${PERSON})`,
      name: '[data-testid="dm-conversation-username"]',
      handle: true,
    },
  ],
  thread: {
    // The list is virtual: what is not there may still have been said.
    list: '[data-testid="dm-message-list"]',
    message: '[data-dm-message-row]',
    // The bubble holds the time, too.
    text: '[data-testid^="message-text-"] span[dir="auto"]',
    theirs: '.justify-start',
    mine: '.justify-end',
  },
  header: `[data-testid="dm-conversation-header"] :is(${PERSON})`,
  id: /^\/i\/chat\/([^/]+)|^\/messages\/([^/]+)/,
  floats: DRAWER,
};

const POST = '[data-testid^="tweetTextarea_"][role="textbox"]';
const AUTHOR = 'article [data-testid="User-Name"] a[href^="/"]';

/**
 * What is answered is a post to everybody, so it is no earlier message between the two.
 * @type {Talk}
 */
const REPLY = {
  // A cell of the list holds the post and the box below it; its neighbours are others' posts.
  scope: '[role="dialog"], [data-testid="cellInnerDiv"], main',
  boxes: POST,
  readers: [{ person: AUTHOR, name: AUTHOR, handle: true }],
  header: AUTHOR,
  id: /\/status\/(\d+)/,
};

/** @type {Send} */
const MESSAGE = {
  button: '[data-testid="dm-composer-send-button"], [data-testid="dmComposerSendButton"]',
  keys: 'enter',
};
/** @type {Send} */
const PUBLISH = {
  button: '[data-testid="tweetButton"], [data-testid="tweetButtonInline"]',
  keys: 'mod-enter',
};

/** @type {Site} */
const X = {
  boxes: [
    // In the shadow root of xchatEmbedRoute, in the light DOM, in the drawer on every page
    // (x/chat.html, chat-light.html, drawer.html).
    {
      channel: 'x-dm',
      box: 'textarea[data-testid="dm-composer-textarea"]',
      send: MESSAGE,
      talk: CHAT,
    },
    // Before XChat; nothing there but words tells who wrote what (x/legacy.html).
    { channel: 'x-dm', box: '[data-testid="dmComposerTextInput"]', send: MESSAGE },
    // The dialog of a reply shows what is answered. The composer of the home page stays mounted
    // behind it, equal to the last attribute, so what is around decides (x/reply.html).
    {
      channel: 'x-post',
      box: POST,
      within: `[role="dialog"]:has(${AUTHOR})`,
      send: PUBLISH,
      talk: REPLY,
    },
    // Under the post that it answers (x/status.html).
    {
      channel: 'x-post',
      box: `${POST}:not([role="dialog"] *)`,
      within: `:has(> ${AUTHOR})`,
      path: /\/status\/\d+/,
      send: PUBLISH,
      talk: REPLY,
    },
    // A post has no single reader, but for those that it addresses (x/home.html).
    {
      channel: 'x-post',
      box: POST,
      optional: 'posts',
      send: PUBLISH,
      unless: /(?:^|[^\w@./])@\w{1,15}(?![\w@])/,
    },
  ],
  never: '[data-testid="DMDrawer"] [role="search"] *',
};

// --- Gmail ------------------------------------------------------------------------------------

/**
 * The classes of Gmail drift, `g_editable`, `role` and `name` have stayed. Docked, in a window of
 * its own, over the full screen (gmail/compose.html, windows.html).
 * @type {Box}
 */
const MAIL = {
  channel: 'email',
  box: '[g_editable="true"][role="textbox"][contenteditable="true"]',
  // The signature editor of the settings looks the same, but is in none of these.
  within: '.Ap, .aO7, .M9, .ip, .AD, [role="dialog"]',
  // A quote comes into the editor when “…” is pressed.
  exclude:
    '.gmail_quote, .gmail_quote_container, .gmail_attr, .gmail_extra, ' +
    '.gmail_signature, .gmail_signature_prefix',
  // Beside “Send and archive” and the arrow of the menu, which have marks of their own.
  send: {
    button: '.aoO, .IZ .Up div > [role="button"]:not(.Uo):not([aria-haspopup="true"])',
    keys: 'mod-enter',
  },
  talk: {
    scope: 'body',
    boxes: '[g_editable="true"]',
    readers: [
      {
        person: '[name="to"] [role="option"][data-hovercard-id]',
        key: 'data-hovercard-id',
        attribute: 'data-name',
      },
      { person: 'input[type="hidden"][name="to"]', key: 'value', attribute: 'value' },
      { person: 'textarea.vO[name="to"]', key: 'value', attribute: 'value' },
      { sender: true, field: '[name="to"]' },
    ],
  },
};

/** @type {Site} */
const GMAIL = {
  account: 'a[href*="SignOutOptions"], input[name="from"]',
  boxes: [
    // Below the mails that it answers (gmail/reply.html, forward.html).
    {
      ...MAIL,
      within: '.ip',
      talk: {
        .../** @type {Talk} */ (MAIL.talk),
        thread: {
          list: '[role="list"]:has(.adn)',
          message: '.adn',
          text: '.a3s',
          author: '.gD[email]',
          party: '.gD[email], .g2[email]',
          without: /** @type {string} */ (MAIL.exclude),
        },
      },
    },
    MAIL,
    { channel: 'email', box: 'input[name="subjectbox"]', subjectOf: MAIL.box },
  ],
  // The hidden twin of every body.
  never: 'textarea.Ak',
};

/** @type {Record<SiteName, Site>} */
export const SITES = { linkedin: LINKEDIN, x: X, gmail: GMAIL };
