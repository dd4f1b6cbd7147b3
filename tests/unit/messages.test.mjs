// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect, Dropped, serve, trust } from '../../extension/shared/messages.js';
import { isServed } from '../../extension/shared/sites.js';
import { EXTENSION, onLinkedIn, onOptions, runtime, settled } from './ports.mjs';

/** @param {Record<string, Function>} content @param {Record<string, Function>} [page] */
const serveThese = (content, page = {}) =>
  serve({ content: /** @type {any} */ (content), page: /** @type {any} */ (page) });

test('a request is answered with the reply, and the sender is handed on', async () => {
  runtime(onLinkedIn);
  serveThese({ siteSettings: (/** @type {any} */ _, /** @type {any} */ sender) => sender });
  const reply = await connect('content')('siteSettings', {});
  assert.deepEqual(reply, { tabId: 7, frameId: 3, site: 'linkedin', incognito: false });
});

test('replies find their requests, in whatever order they come', async () => {
  runtime(onLinkedIn);
  /** @type {Record<string, (reply: any) => void>} */
  const waiting = {};
  serveThese({
    explain: (/** @type {any} */ { family }) =>
      new Promise((resolve) => (waiting[family] = resolve)),
  });
  const request = connect('content');
  const replies = [request('explain', { family: 'one' }), request('explain', { family: 'two' })];
  await settled();
  waiting.two({ was: 'two' });
  waiting.one({ was: 'one' });
  assert.deepEqual(await Promise.all(replies), [{ was: 'one' }, { was: 'two' }]);
});

test('nothing is opened before it is needed, and one port serves all requests', async () => {
  const { opened } = runtime(onLinkedIn);
  serveThese({ explain: () => ({}) });
  const request = connect('content');
  assert.equal(opened.length, 0);
  await request('explain', { family: 'a' });
  await request('explain', { family: 'b' });
  assert.equal(opened.length, 1);
});

test('errors cross the wire with their message and nothing else', async () => {
  const { opened } = runtime(onLinkedIn);
  serveThese({ explain: () => Promise.reject(new TypeError('no such rule')) });
  const asked = connect('content')('explain', { family: 'a' });
  await assert.rejects(asked, { name: 'Error', message: 'no such rule' });
  assert.equal(opened.length, 1, 'an error does not cost the port');
});

test('a port that drops rejects what was under way; the next request opens another', async () => {
  const { opened } = runtime(onLinkedIn);
  let answering = false;
  serveThese({ explain: () => (answering ? {} : new Promise(() => {})) });
  let drops = 0;
  const request = connect('content', undefined, { onDrop: () => (drops += 1) });
  const lost = request('explain', { family: 'a' });
  await settled();
  opened[0].disconnect();
  await assert.rejects(lost, Dropped);
  assert.equal(drops, 1);
  assert.equal(opened.length, 1, 'it is not reopened at once');
  answering = true;
  await request('explain', { family: 'a' });
  assert.equal(opened.length, 2);
});

test('an answer that comes after the drop goes nowhere and breaks nothing', async () => {
  const { opened } = runtime(onLinkedIn);
  /** @type {(reply: any) => void} */
  let answer = () => {};
  serveThese({ explain: () => new Promise((resolve) => (answer = resolve)) });
  const ended = new AbortController();
  const lost = connect('content', undefined, { signal: ended.signal })('explain', { family: 'a' });
  await settled();
  ended.abort();
  await assert.rejects(lost, Dropped);
  await settled();
  answer({});
  await settled();
  assert.throws(() => opened[0].postMessage({}), /disconnected/);
});

test('a script whose extension is gone is told so once, and its requests reject', async () => {
  const extension = runtime(onLinkedIn);
  serveThese({ explain: () => ({}) });
  let orphaned = 0;
  const request = connect('content', undefined, { onOrphan: () => (orphaned += 1) });
  await request('explain', { family: 'a' });
  extension.orphan();
  await settled();
  assert.equal(orphaned, 1, 'the drop tells');
  await assert.rejects(request('explain', { family: 'a' }), Dropped);
  await assert.rejects(request('explain', { family: 'a' }), Dropped);
  assert.equal(orphaned, 1);
});

test('a script that has ended opens nothing any more', async () => {
  const { opened } = runtime(onLinkedIn);
  serveThese({ explain: () => ({}) });
  const ended = new AbortController();
  const request = connect('content', undefined, { signal: ended.signal });
  await request('explain', { family: 'a' });
  ended.abort();
  await assert.rejects(request('explain', { family: 'a' }), Dropped);
  assert.equal(opened.length, 1);
});

test('the worker is told when a frame goes', async () => {
  const { opened } = runtime(onLinkedIn);
  /** @type {any[]} */
  const gone = [];
  const tables = /** @type {any} */ ({ content: { explain: () => ({}) }, page: {} });
  serve(tables, (sender) => gone.push(sender));
  const ended = new AbortController();
  await connect('content', undefined, { signal: ended.signal })('explain', { family: 'a' });
  assert.equal(opened.length, 1);
  assert.deepEqual(gone, []);
  ended.abort();
  await settled();
  assert.deepEqual(gone, [{ tabId: 7, frameId: 3, site: 'linkedin', incognito: false }]);
});

test('a verb of the other table, or of no table, is refused', async () => {
  runtime(onLinkedIn);
  serveThese({ explain: () => ({}) }, { update: () => assert.fail('must not run') });
  const request = /** @type {any} */ (connect('content'));
  for (const verb of ['update', 'constructor', '__proto__', 7]) {
    await assert.rejects(request(verb, {}), /not something this sender may ask/);
  }
});

test('a page of the extension gets the table of pages, even in a tab', async () => {
  runtime(onOptions);
  serveThese({ explain: () => assert.fail('must not run') }, { settings: () => ({ version: 1 }) });
  assert.deepEqual(await connect('page')('settings', {}), { version: 1 });
});

test('who connects from elsewhere is disconnected', async () => {
  // A sandboxed frame, say, has no origin.
  runtime({ ...onLinkedIn, origin: 'null' });
  serveThese({ explain: () => assert.fail('must not run') });
  await assert.rejects(connect('content')('explain', { family: 'a' }), Dropped);
});

test('the sender decides', () => {
  runtime(onLinkedIn);
  const side = (/** @type {any} */ change) => trust({ ...onLinkedIn, ...change })?.side;
  assert.equal(side({}), 'content');
  assert.equal(side({ url: 'about:blank' }), 'content');
  assert.equal(side({ url: `${EXTENSION}popup.html`, origin: undefined }), 'page');
  assert.equal(side({ id: 'another extension' }), undefined);
  assert.equal(side({ origin: 'null' }), undefined);
  assert.equal(side({ origin: 'file://' }), undefined);
  // Our script is elsewhere only where a click on our icon has put it; it is of no site then.
  const elsewhere = { ...onLinkedIn, origin: 'https://www.linkedin.com.evil.example' };
  const sender = { tabId: 7, frameId: 3, site: null, incognito: false };
  assert.deepEqual(trust(/** @type {any} */ (elsewhere)), { side: 'content', sender });
  assert.equal(side({ tab: undefined }), undefined);
  assert.equal(trust(undefined), null);
  const own = { ...onLinkedIn, url: `${EXTENSION}welcome.html`, origin: undefined };
  assert.equal(trust(/** @type {any} */ (own))?.side, 'page');
  assert.equal(trust(/** @type {any} */ (own), 'content')?.side, 'content');
  assert.equal(trust(/** @type {any} */ ({ ...own, tab: undefined }), 'content'), null);
});

test('the demo pages are served where the manifest names them', () => {
  runtime(onLinkedIn);
  assert.equal(isServed('http://127.0.0.1:8000'), false);
  chrome.runtime.getManifest = () =>
    /** @type {any} */ ({ content_scripts: [{ matches: ['http://127.0.0.1/*'] }] });
  assert.equal(isServed('http://127.0.0.1:8000'), true);
});

test('of our own pages only that of the first run is served', () => {
  runtime(onLinkedIn);
  assert.equal(isServed(`${EXTENSION}welcome.html?again#live`), true);
  assert.equal(isServed(`${EXTENSION}options.html`), false);
});

test('pushes of the worker are heard, whether a port is open or not; others are not', () => {
  const { onMessage } = runtime(onLinkedIn);
  /** @type {any[]} */
  const heard = [];
  const ended = new AbortController();
  connect('content', (...news) => heard.push(news), { signal: ended.signal });
  const place = { box: 1, start: 2, end: 3 };
  const news = { to: 'content', push: 'reveal', payload: place };
  onMessage.emit(news, { id: onLinkedIn.id });
  onMessage.emit(news, onLinkedIn);
  onMessage.emit({ ...news, to: 'page' }, { id: onLinkedIn.id });
  onMessage.emit('noise', { id: onLinkedIn.id });
  ended.abort();
  onMessage.emit(news, { id: onLinkedIn.id });
  assert.deepEqual(heard, [['reveal', place]]);
});
