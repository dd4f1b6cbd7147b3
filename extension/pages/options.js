// @ts-check
import start, { startOptions } from '../wasm/pages.js';
import { fillPage } from './locale.js';
import { wearStored } from './theme.js';

const ready = start();
void wearStored();
fillPage();
await ready.then(startOptions);
