// @ts-check
import start, { startPopup } from '../wasm/pages.js';
import { fillPage } from './locale.js';
import { askAhead, namedTab } from './shim.js';
import { wearStored } from './theme.js';

const ready = start();
void askAhead('currentDraft', { tabId: namedTab() });
void wearStored();
fillPage();
await ready.then(startPopup);
