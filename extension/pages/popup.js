// @ts-check
import start, { startPopup } from '../wasm/pages.js';
import { fillPage } from './locale.js';
import { askAhead, namedTab } from './shim.js';

void askAhead('currentDraft', { tabId: namedTab() });
fillPage();
await start().then(startPopup);
