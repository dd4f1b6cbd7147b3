// @ts-check
import start, { startPopup } from '../wasm/pages.js';

await start().then(startPopup);
