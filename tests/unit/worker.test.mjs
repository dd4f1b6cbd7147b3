// @ts-check
// What wakes the worker: an installation, an update, a key of the browser's list.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { EXTENSION, runtime, settled } from './ports.mjs';

/** @type {Record<string, Function>} */
const wakes = {};
const on = (/** @type {string} */ name) => ({
  addListener: (/** @type {Function} */ listener) => (wakes[name] = listener),
});

/** Private windows, and what the frames of the tab in front say of themselves. */
const world = { incognito: false, frames: /** @type {Record<number, any>} */ ({}) };
/** @type {any[]} */
let opened = [];
/** @type {any[]} */
let pushed = [];
/** @type {string[]} */
let started = [];
/** Shortcuts as `commands.getAll` gives them. @type {any[]} */
let shortcuts = [];

runtime(undefined);
Object.assign(chrome.runtime, { onInstalled: on('installed') });
Object.assign(chrome, {
  windows: { getLastFocused: async () => ({ incognito: world.incognito }) },
  commands: { onCommand: on('command'), getAll: async () => shortcuts },
  tabs: {
    onRemoved: on('removed'),
    query: async () => [],
    create: async (/** @type {any} */ tab) => opened.push(tab.url),
    sendMessage: async (/** @type {any[]} */ ...message) => pushed.push(message),
  },
  scripting: {
    async executeScript(/** @type {any} */ { target, args, files }) {
      if (files) started.push(...files);
      if (target.tabId === 9) throw new Error('Cannot access this page');
      return Object.entries(world.frames).map(([id, state]) => ({
        frameId: Number(id),
        result: args ? state : false,
      }));
    },
  },
});
await import('../../extension/background/worker.js');
const { walkKey } = await import('../../extension/background/commands.js');

beforeEach(() => {
  [opened, pushed, started] = [[], [], []];
  world.incognito = false;
  world.frames = { 0: { state: 'no-box', focusedAt: 0 } };
});

const linkedIn = { id: 7, url: 'https://www.linkedin.com/messaging/' };

test('the first page opens after an installation, and only then', async () => {
  for (const reason of ['update', 'chrome_update', 'install']) {
    wakes.installed({ reason });
    await settled();
    assert.deepEqual(opened, reason === 'install' ? [`${EXTENSION}welcome.html`] : [], reason);
  }
  world.incognito = true;
  wakes.installed({ reason: 'install' });
  await settled();
  assert.equal(opened.length, 1, 'not in a private window');
});

test('a command goes to the one frame whose box had the focus last', async () => {
  world.frames = {
    0: { state: 'draft', focusedAt: 5 },
    4: { state: 'draft', focusedAt: 8 },
    6: null,
  };
  await wakes.command('next-note', linkedIn);
  const push = { to: 'content', push: 'command', payload: { name: 'next-note' } };
  assert.deepEqual(pushed, [[7, push, { frameId: 4 }]]);
  assert.deepEqual(started, [], 'the script is there already');
});

test('on any other page a command starts the script, as a click on the icon does', async () => {
  await wakes.command('open-card', { id: 8, url: undefined });
  assert.deepEqual(started, ['content.js']);
  assert.equal(pushed.length, 1);
  // Where no extension is let in, and where the browser names no tab, nothing happens.
  pushed = [];
  await wakes.command('open-card', { id: 9, url: undefined });
  await wakes.command('open-card', undefined);
  assert.deepEqual(pushed, []);
});

test('Alt with the full stop is the page’s once the user has chosen another key', async () => {
  for (const [shortcut, ours] of [
    ['Alt+Period', true],
    ['Alt+.', true],
    ['⌥.', true],
    ['Alt+Shift+Period', false],
    ['Ctrl+Shift+K', false],
    ['Ctrl+Alt+Period', false],
    ['', false],
    [undefined, false],
  ]) {
    shortcuts = [
      { name: '_execute_action', shortcut: 'Alt+Period' },
      { name: 'next-note', shortcut },
    ];
    assert.equal(await walkKey(), ours, String(shortcut));
  }
});
