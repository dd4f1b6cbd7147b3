// @ts-check
import start, { startOptions } from '../wasm/pages.js';

await start().then(startOptions);
