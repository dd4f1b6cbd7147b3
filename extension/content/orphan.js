// @ts-check
import { alive } from '../shared/messages.js';

/**
 * Not every browser tells a script that its extension was updated: the first move of the hand
 * finds it out, before any other listener acts on it.
 * @param {() => void} stop
 * @param {AbortSignal} signal
 */
export function watchForOrphan(stop, signal) {
  const options = { capture: true, passive: true, signal };
  for (const type of ['pointermove', 'pointerdown', 'keydown', 'focusin']) {
    window.addEventListener(type, () => alive() || stop(), options);
  }
}
