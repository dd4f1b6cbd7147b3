// @ts-check
// How marks look: plain data, and the sheet made of it.

/** @typedef {import('./settings.js').Look} Look */
/** @typedef {'strong' | 'soft' | 'praise'} MarkKind */
/** @typedef {'any' | 'light' | 'dark'} Theme */
/** From the quietest to the gravest. @type {readonly MarkKind[]} */
export const KINDS = ['praise', 'soft', 'strong'];

/**
 * By palette and theme. What a page's own colours are cannot be asked, and users of a dark theme
 * write on light pages too, so every line stands out by 3 to 1 on both. The safe ones are told
 * apart by eyes that take red for green; none is the red wave of spell-checkers.
 * @type {Record<'own' | 'vivid' | 'safe', Record<Theme, Record<MarkKind, string>>>}
 */
export const COLOURS = {
  own: {
    any: { strong: '#d9541e', soft: '#b87a0a', praise: '#2a9461' },
    light: { strong: '#b14418', soft: '#8e5e08', praise: '#21754d' },
    dark: { strong: '#e07347', soft: '#bf8723', praise: '#47a276' },
  },
  vivid: {
    any: { strong: '#e62e05', soft: '#c27400', praise: '#0a9a3c' },
    light: { strong: '#c72804', soft: '#955900', praise: '#08782f' },
    dark: { strong: '#ed694b', soft: '#c8831b', praise: '#29a754' },
  },
  safe: {
    any: { strong: '#d55e00', soft: '#1f77c9', praise: '#5f8a8b' },
    light: { strong: '#aa4b00', soft: '#1b69b2', praise: '#4b6d6e' },
    dark: { strong: '#dc7728', soft: '#5396d5', praise: '#73999a' },
  },
};

/** Colour is never the only sign. */
const LINES = { praise: 'dotted', soft: 'dashed', strong: 'solid' };
/**
 * How thick the wash is behind words that have a line, or none, or both; hexadecimal.
 * @type {Record<'line' | 'wash' | 'both', Record<MarkKind, string>>}
 */
const WASH = {
  line: { praise: '00', soft: '00', strong: '21' },
  wash: { praise: '24', soft: '38', strong: '52' },
  both: { praise: '14', soft: '1c', strong: '28' },
};

/**
 * @param {string} prefix
 * @param {Look} look
 */
export function marksCss(prefix, { theme, marks, colours }) {
  const colour = COLOURS[colours ?? 'own'][theme ?? 'any'];
  const width = colours === 'vivid' ? 3 : 2;
  const name = (/** @type {string} */ kind) => `::highlight(${prefix}-${kind})`;
  const line = (/** @type {MarkKind} */ kind) =>
    `${name(kind)} { text-decoration: underline ${LINES[kind]} ${width}px ${colour[kind]}; }`;
  const wash = (/** @type {MarkKind} */ kind) =>
    `${name(kind)} { background-color: ${colour[kind]}${WASH[marks ?? 'line'][kind]}; }`;
  const lines = KINDS.map(line).join('');
  return `
    ${marks === 'wash' ? '' : lines}
    ${KINDS.map(wash).join('')}
    ${name('open')} { background-color: rgb(64 146 196 / 34%); }
    @media (forced-colors: active) {
      ${lines}
      ${KINDS.map(name).join()} {
        color: CanvasText; background-color: Canvas; text-decoration-color: CanvasText;
      }
      ${name('open')} { color: HighlightText; background-color: Highlight; }
    }
  `;
}
