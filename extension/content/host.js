// @ts-check
// An element of ours in the top layer: above every z-index of the page, never inside an editor,
// closed to the page's scripts and styles.

const HOST_STYLE = {
  all: 'initial',
  position: 'fixed',
  inset: 'auto',
  left: '0',
  top: '0',
  margin: '0',
  padding: '0',
  border: '0',
  background: 'transparent',
  overflow: 'visible',
};

/**
 * @param {Element} near the editor that it is for
 * @param {string | CSSStyleSheet} css
 * @param {{inert?: boolean}} [options] inert: the pointer goes through it
 */
export function openHost(near, css, { inert = false } = {}) {
  const host = document.createElement('div');
  host.popover = 'manual';
  for (const [name, value] of Object.entries(HOST_STYLE))
    host.style.setProperty(name, value, 'important');
  if (inert) host.style.setProperty('pointer-events', 'none', 'important');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(String(css));
  root.adoptedStyleSheets = [sheet];
  homeFor(near).append(host);
  host.showPopover();
  return { host, root, sheet };
}

/**
 * A page that is zoomed by its own style zooms its children in the top layer too: taken back, so
 * that a pixel of ours is one of the window.
 * @param {HTMLElement} host
 * @param {number} left in the window
 * @param {number} top
 */
export function moveHost(host, left, top) {
  const page = /** @type {{currentCSSZoom?: number} | null} */ (host.parentElement);
  host.style.setProperty('zoom', `${1 / (page?.currentCSSZoom ?? 1)}`, 'important');
  host.style.setProperty('left', `${left}px`, 'important');
  host.style.setProperty('top', `${top}px`, 'important');
}

/**
 * Everything outside an open modal dialog is dead to the pointer and to the keyboard.
 * @param {Element} near
 * @returns {Element}
 */
function homeFor(near) {
  /** @type {Element | null} */
  let at = near;
  while (at) {
    const dialog = at.closest('dialog:modal');
    if (dialog) return dialog;
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return document.documentElement;
}
