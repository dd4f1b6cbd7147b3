// @ts-check
// Tells when a box may be somewhere else on the screen, by events alone.

const STEPS = Array.from({ length: 101 }, (_, step) => step / 100);

/**
 * @param {Element} box
 * @param {() => void} moved
 * @param {AbortSignal} signal
 */
export function follow(box, moved, signal) {
  const passive = { capture: true, passive: true, signal };
  window.addEventListener('scroll', moved, passive);
  window.addEventListener('resize', moved, passive);
  window.visualViewport?.addEventListener('resize', moved, passive);
  window.visualViewport?.addEventListener('scroll', moved, passive);
  document.fonts.addEventListener('loadingdone', moved, { signal });
  // Scrolling inside a shadow root is not told outside it.
  for (let root = box.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) {
    root.addEventListener('scroll', moved, passive);
  }
  const sizes = new ResizeObserver(moved);
  sizes.observe(box);
  // Another theme, font or zoom: it hangs on an attribute, mostly of the whole page.
  const looks = new MutationObserver(moved);
  for (const element of [document.documentElement, document.body, box])
    looks.observe(element, { attributes: true });
  signal.addEventListener(
    'abort',
    () => {
      sizes.disconnect();
      looks.disconnect();
    },
    { once: true },
  );
  watchPlace(box, moved, signal);
}

/**
 * A box can be pushed aside without any event: the browser is asked to watch exactly the
 * rectangle where the box is, and speaks when the box leaves it.
 * @param {Element} box
 * @param {() => void} moved
 * @param {AbortSignal} signal
 */
function watchPlace(box, moved, signal) {
  /** @type {IntersectionObserver | undefined} */
  let observer;
  const watch = () => {
    observer?.disconnect();
    const { left, top, right, bottom, width, height } = box.getBoundingClientRect();
    if (!width || !height || signal.aborted) return;
    const { clientWidth, clientHeight } = document.documentElement;
    const insets = [top, clientWidth - right, clientHeight - bottom, left];
    const rootMargin = insets.map((inset) => `${-Math.floor(inset)}px`).join(' ');
    let settled = false;
    observer = new IntersectionObserver(
      () => {
        if (settled) {
          moved();
          watch();
        }
        settled = true;
      },
      { root: document, rootMargin, threshold: STEPS },
    );
    observer.observe(box);
  };
  watch();
  signal.addEventListener('abort', () => observer?.disconnect(), { once: true });
}
