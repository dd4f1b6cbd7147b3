// @ts-check
// The look of a card. Lengths are in pixels because the page decides what a rem is.

export const CARD_CSS = `
:host {
  color-scheme: light dark;
  --raised: #ffffff; --sunken: #f1efe9; --ink: #1e2226; --ink-quiet: #575d64; --line: #dcd9d1;
  --line-firm: #85888a; --accent: #0a655d; --accent-wash: #e2f0ed; --on-accent: #ffffff;
  --strong: #b03a14; --soft: #8f5400; --praise: #1c6b41; --gone: #8a3a2a; --praise-wash: #e4f2e9;
  --shadow: 0 1px 2px rgb(20 24 28 / 10%), 0 8px 28px rgb(20 24 28 / 18%);
}
@media (prefers-color-scheme: dark) {
  :host {
    --raised: #1f2326; --sunken: #111315; --ink: #ebe9e4; --ink-quiet: #aab0b4; --line: #353b3f;
    --line-firm: #7c8489; --accent: #6fcfc1; --accent-wash: #1b3835; --on-accent: #0b1f1c;
    --strong: #ff9a72; --soft: #e9b862; --praise: #7fd3a0; --gone: #e3a594; --praise-wash: #1b3526;
    --shadow: 0 1px 2px rgb(0 0 0 / 40%), 0 10px 32px rgb(0 0 0 / 60%);
  }
}
* { box-sizing: border-box; }
.card {
  --tone: var(--strong);
  display: flex; flex-direction: column; gap: 12px;
  width: min(352px, calc(100vw - 16px)); padding: 12px 14px 10px;
  overflow: hidden auto; scrollbar-width: thin;
  scrollbar-color: var(--line-firm) transparent;
  border: 1px solid var(--line); border-top: 3px solid var(--tone); border-radius: 10px;
  background: var(--raised); color: var(--ink); box-shadow: var(--shadow);
  font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  text-align: start; overflow-wrap: anywhere; animation: appear 120ms ease-out;
}
.card:focus { outline: none; }
.soft { --tone: var(--soft); }
.praise { --tone: var(--praise); }
.done { --tone: var(--accent); }
@keyframes appear { from { opacity: 0; translate: 0 3px; } }
p, ul { margin: 0; padding: 0; list-style: none; }
.line { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 8px; min-height: 24px; }
.kind, .points, .count { white-space: nowrap; }
.kind { color: var(--tone); font-size: 12px; font-weight: 600; letter-spacing: 0.01em; }
.points {
  padding: 0 7px; border-radius: 9px; background: var(--praise-wash); color: var(--praise);
  font-size: 12px; font-weight: 600; font-variant-numeric: tabular-nums; line-height: 18px;
}
.gap { flex: 1; }
.walk { display: flex; align-items: center; gap: 2px; }
.count { color: var(--ink-quiet); font-size: 12px; font-variant-numeric: tabular-nums; }
.message { margin-top: 2px; font-size: 15px; font-weight: 600; line-height: 1.35; }
.head, .foot { flex: none; }
.body {
  display: flex; flex-direction: column; gap: 12px; min-height: 72px; margin: -4px; padding: 4px;
  overflow: hidden auto; overscroll-behavior: contain; scrollbar-width: thin;
}
.body > * { flex: none; }
.praise .body { min-height: 0; }
/* Where there is little room all of it scrolls but the first line and the buttons. */
.low { gap: 8px; padding-block: 0; scroll-padding-block: 34px; }
.low > *, .low .head > * { flex: none; }
.low .head { display: contents; }
.low .body { min-height: 0; overflow: visible; }
.low .line, .low .foot { position: sticky; z-index: 1; background: var(--raised); }
.low .line { top: 0; padding-top: 6px; }
.low .message { margin: 0; }
.low .foot { bottom: 0; flex-wrap: nowrap; overflow: auto hidden; scrollbar-width: none; }
.low .foot::before { display: none; }
.remedies { display: flex; flex-direction: column; gap: 10px; }
.remedies > li { padding: 10px 12px; border-radius: 8px; background: var(--sunken); }
.remedies > .advice {
  padding: 0 0 0 11px; border-inline-start: 3px solid var(--line); border-radius: 0;
  background: none;
}
.rewrite { white-space: pre-wrap; }
del { color: var(--gone); text-decoration: line-through 1px; }
ins {
  padding: 0 2px; border-radius: 3px; background: var(--praise-wash); font-weight: 500;
  text-decoration: none;
}
.sentence { display: block; }
del.sentence {
  display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden;
  margin-bottom: 4px; font-size: 13px;
}
ins.sentence { padding: 0; background: none; font-weight: inherit; }
.blank {
  border-radius: 3px; background: var(--praise-wash); color: var(--praise); font-weight: 500;
}
.row { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; margin-top: 10px; }
.done .row, .pause .row { margin-top: 0; }
.pause { --tone: var(--accent); }
.reasons li { padding-inline-start: 14px; }
.reasons li::before { content: "•"; float: inline-start; margin-inline-start: -14px; }
.again { color: var(--ink-quiet); font-size: 13px; }
button { font: inherit; cursor: pointer; }
.button {
  min-height: 30px; padding: 3px 13px; border: 1px solid var(--line-firm); border-radius: 6px;
  background: var(--raised); color: var(--ink); font-size: 13px; font-weight: 500;
}
.button:hover { background: var(--sunken); }
.primary { border-color: var(--accent); background: var(--accent); color: var(--on-accent); }
.primary:hover { background: color-mix(in srgb, var(--accent) 86%, var(--ink)); }
.icon {
  flex: none; min-width: 24px; height: 24px; padding: 0; border: 0; border-radius: 6px;
  background: none; color: var(--ink-quiet); font-size: 18px; line-height: 20px;
}
.icon:hover { background: var(--sunken); color: var(--ink); }
.bare {
  min-height: 26px; padding: 2px 5px; border: 0; border-radius: 6px;
  background: none; color: var(--ink-quiet); font-size: 12px; white-space: nowrap;
}
.wins ~ .button { margin-inline-start: auto; }
.wins b { unicode-bidi: isolate; direction: ltr; }
.wins { color: var(--praise); font-size: 12.5px; font-variant-numeric: tabular-nums; }
.wins b { font-weight: 600; }
.bare:hover { background: var(--accent-wash); color: var(--accent); }
.foot { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 2px; margin: 0 -5px; }
.foot::before {
  content: ""; flex: 0 0 calc(100% - 10px); height: 1px; margin: 0 5px 5px; background: var(--line);
}
.why { color: var(--ink-quiet); font-size: 13px; }
.why p { margin-top: 6px; color: var(--ink); }
.why .evidence { color: var(--ink-quiet); }
.family { padding-top: 2px; }
.family del, .family ins { display: block; }
.evidence b { color: var(--ink); font-weight: 600; }
summary { width: max-content; border-radius: 4px; cursor: pointer; font-weight: 500; }
.trouble { padding: 8px 10px; border-radius: 6px; background: var(--sunken); font-size: 13px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
@media (prefers-reduced-motion: reduce) { .card { animation: none; } }
@media (forced-colors: active) {
  .card, .remedies > li, .icon, .bare { border: 1px solid CanvasText; }
  ins:not(.sentence), .blank { text-decoration: underline; }
  .foot { gap: 6px; }
}
`;

/**
 * The theme of the browser, or the one that the user wants.
 * @param {import('../shared/settings.js').Look} look
 */
export const cardCss = ({ theme }) =>
  theme
    ? CARD_CSS.replace('color-scheme: light dark', `color-scheme: ${theme}`).replace(
        '(prefers-color-scheme: dark)',
        theme === 'dark' ? 'all' : 'not all',
      )
    : CARD_CSS;
