// @ts-check
// Waiting for a condition, never for a time.

/**
 * Polls until `condition` gives something true, and returns that.
 * @param {() => any} condition
 * @param {string} what the condition in words, for the error
 * @param {number} timeout in milliseconds
 * @returns {Promise<any>}
 */
export async function waitFor(condition, what, timeout = 5000) {
  const deadline = performance.now() + timeout;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (performance.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
