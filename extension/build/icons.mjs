// @ts-check
// Draws icons/icon.svg at the sizes that browsers ask for. Not a step of the build: the PNG files
// are committed, and this is run by hand when the drawing changes.

import { readFileSync, writeFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';

const SIZES = [16, 32, 48, 128];

const svg = readFileSync('extension/icons/icon.svg', 'utf8');
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage();
  for (const size of SIZES) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
    const image = await page.screenshot({ omitBackground: true });
    writeFileSync(`extension/icons/${size}.png`, image);
  }
} finally {
  await browser.close();
}
