// @ts-check

/** What waits until the window has the focus: the latest task alone. */
export class Later {
  #waiting = new AbortController();

  /**
   * @param {() => void} task
   * @param {AbortSignal} signal
   */
  atFocus(task, signal) {
    this.#waiting.abort();
    this.#waiting = new AbortController();
    const still = AbortSignal.any([this.#waiting.signal, signal]);
    window.addEventListener('focus', task, { once: true, signal: still });
  }
}
