// @ts-check
import start, { startPopup } from '../wasm/pages.js';
import { fillPage } from './locale.js';
import { askAhead, namedTab } from './shim.js';

const ready = start();
void askAhead('currentDraft', { tabId: namedTab() });
fillPage();
await ready.then(startPopup);
