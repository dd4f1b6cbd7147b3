// @ts-check
import start, { startOptions } from '../wasm/pages.js';
import { fillPage } from './locale.js';

fillPage();
await start().then(startOptions);
