// @ts-check
// How soon the toolbar popup shows its report: from the start of its navigation to the paint of
// the largest part of it. Chromium only, where pages tell of that. By itself:
// `node tests/bench/popup.mjs`.

import { fileURLToPath } from 'node:url';
import { Session, waitFor } from '../e2e/harness.mjs';
import { phrases } from '../e2e/marks.mjs';
import { surface } from '../e2e/sites.mjs';
import { DRAFTS } from './drafts.mjs';
import { figures, quantile } from './rows.mjs';

/** @typedef {import('./rows.mjs').Row} Row */

const SAMPLES = 20;

/** In the popup: when the report was painted, once it was. */
const painted = () =>
  new Promise((resolve) =>
    new PerformanceObserver((list) => {
      const entries = /** @type {(PerformanceEntry & {element?: Element})[]} */ (list.getEntries());
      const report = entries.find(({ element }) => element?.closest('#draft'));
      resolve(report ? report.startTime : null);
    }).observe({ type: 'largest-contentful-paint', buffered: true }),
  );

/** @returns {Promise<Row[]>} */
export async function popups() {
  const session = await Session.launch('chromium');
  try {
    await session.install();
    const box = await session.compose(surface('LinkedIn message page'));
    await box.type(DRAFTS[0].replaceAll('\n', ' '));
    await waitFor(async () => (await phrases(box.frame)).length > 0, 'marks');
    /** @type {number[]} */
    const times = [];
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      const popup = await session.popup(box.page);
      times.push(await waitFor(() => popup.evaluate(painted), 'the report to be painted'));
      await popup.close();
    }
    const what = 'chromium, popup: start to report painted, p95';
    const ok = quantile(times, 0.95) <= 100;
    return [{ what, budget: '≤ 100 ms', measured: figures(times), ok }];
  } finally {
    await session.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { print } = await import('./rows.mjs');
  print(await popups());
}
