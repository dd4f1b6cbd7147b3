// @ts-check
// Where the focus is. Focus that moves within one shadow root is not told to the document, so
// every open root on the way is listened to as well.

/**
 * Calls `found` with the deepest element that has the focus, now and whenever it moves.
 * @param {(element: Element) => void} found
 * @param {AbortSignal} signal
 */
export function watchFocus(found, signal) {
  /** @type {WeakSet<EventTarget>} */
  const watched = new WeakSet();

  /** @param {Event} event */
  const onFocus = (event) => {
    if (!event.isTrusted) return;
    const path = event.composedPath();
    for (const target of path) if (target instanceof ShadowRoot) watch(target);
    if (path[0] instanceof Element) found(path[0]);
  };

  /** @param {EventTarget} target */
  const watch = (target) => {
    if (watched.has(target)) return;
    watched.add(target);
    target.addEventListener('focusin', onFocus, { capture: true, signal });
  };

  watch(window);
  let active = document.activeElement;
  while (active?.shadowRoot) {
    watch(active.shadowRoot);
    if (!active.shadowRoot.activeElement) break;
    active = active.shadowRoot.activeElement;
  }
  if (active && focusLeadsHere()) found(active);
}

/** Whether this frame has the focus, or would have it if the popup, or another window, had not. */
function focusLeadsHere() {
  for (let at = /** @type {Window} */ (window); at !== at.parent; at = at.parent) {
    // A frame in a page of another site is told nothing of it.
    if (!at.frameElement) return document.hasFocus();
    const root = /** @type {Document} */ (at.frameElement.getRootNode());
    if (root.activeElement !== at.frameElement) return false;
  }
  return true;
}

/** Whether what has the focus is a frame of another site, which no script of ours may enter. */
export function focusIsForeign() {
  const { activeElement } = document;
  return activeElement instanceof HTMLIFrameElement && !activeElement.contentDocument;
}

/** Whether the focus is in this frame and not in one inside it. */
export const focusIsHere = () =>
  focusLeadsHere() && !(document.activeElement instanceof HTMLIFrameElement);
