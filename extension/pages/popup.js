// @ts-check
import start, { startPopup } from '../wasm/pages.js';
import { fillPage } from './locale.js';

fillPage();
await start().then(startPopup);
