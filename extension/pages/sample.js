// @ts-check
// The three marks on a sample, painted as they are in a compose box.

import { KINDS, marksCss } from '../shared/look.js';

const PREFIX = 'sample';

/** @type {CSSStyleSheet | null} */
let sheet = null;

/** @param {import('../shared/settings.js').Look} look */
export function paintSample(look) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
    for (const kind of KINDS) {
      const words = document.querySelector(`[data-mark="${kind}"]`);
      if (!words) continue;
      const range = new Range();
      range.selectNodeContents(words);
      CSS.highlights.set(`${PREFIX}-${kind}`, new Highlight(range));
    }
  }
  sheet.replaceSync(marksCss(PREFIX, look));
}
