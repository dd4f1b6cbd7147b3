// @ts-check
// The content script, once a frame. Its own world, which no page can see, holds the handle by
// which the worker asks for the state.

import { Frame } from './frame.js';

const world = /** @type {{youfirst?: Frame}} */ (globalThis);

// Injected twice: the one that works goes on, the one that lost its extension makes way.
if (!world.youfirst?.alive) {
  world.youfirst?.stop();
  world.youfirst = new Frame();
}
