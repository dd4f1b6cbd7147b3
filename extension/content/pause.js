// @ts-check

/**
 * A deliberate pause.
 * @param {number} ms
 * @param {AbortSignal} signal
 * @returns {Promise<boolean>} false if it was broken off
 */
export const pause = (ms, signal) =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve(false);
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve(true);
    }, ms);
    const stop = () => {
      clearTimeout(timer);
      resolve(false);
    };
    signal.addEventListener('abort', stop, { once: true });
  });
