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
  if (active && document.hasFocus()) found(active);
}
