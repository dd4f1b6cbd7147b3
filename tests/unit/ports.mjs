// @ts-check
// `chrome.runtime` in memory, for what no browser lets a test do: frames cross as JSON and never
// at once, only the other end hears of a disconnection, a port that is gone throws when used.

/** @param {any} value */
const clone = (value) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

function event() {
  /** @type {Set<Function>} */
  const listeners = new Set();
  return {
    addListener: (/** @type {Function} */ listener) => void listeners.add(listener),
    removeListener: (/** @type {Function} */ listener) => void listeners.delete(listener),
    emit: (/** @type {any[]} */ ...args) => listeners.forEach((listener) => listener(...args)),
  };
}

/** @param {any} sender */
function portPair(sender) {
  const link = { open: true };
  const ends = [0, 1].map(() => ({ onMessage: event(), onDisconnect: event() }));
  const [near, far] = ends.map((own, side) => {
    const other = ends[1 - side];
    return {
      ...own,
      sender: side === 1 ? sender : undefined,
      postMessage(/** @type {any} */ message) {
        if (!link.open) throw new Error('Attempting to use a disconnected port object');
        const sent = clone(message);
        queueMicrotask(() => link.open && other.onMessage.emit(sent));
      },
      disconnect() {
        if (!link.open) return;
        link.open = false;
        queueMicrotask(() => other.onDisconnect.emit());
      },
    };
  });
  return { near, far };
}

const ID = 'aaaabbbbccccdddd';
export const EXTENSION = `chrome-extension://${ID}/`;

/** A content script's sender, unless said otherwise. */
export const onLinkedIn = {
  id: ID,
  url: 'https://www.linkedin.com/messaging/',
  origin: 'https://www.linkedin.com',
  frameId: 3,
  tab: { id: 7, incognito: false },
};

export const onOptions = {
  ...{ id: ID, url: `${EXTENSION}options.html`, frameId: 0 },
  tab: { id: 8, incognito: false },
};

/**
 * Puts a runtime in place of the browser's, in which whoever connects is `sender`.
 * @param {any} sender
 */
export function runtime(sender) {
  /** @type {any[]} the worker's ends, in the order of opening */
  const opened = [];
  const onConnect = event();
  const onMessage = event();
  const state = {
    opened,
    onMessage,
    /** The extension is updated: what is left of it can do nothing any more. */
    orphan() {
      delete fake.id;
      for (const end of opened) end.disconnect();
    },
  };
  /** @type {any} */
  const fake = {
    id: ID,
    onConnect,
    onMessage,
    getURL: (/** @type {string} */ path) => EXTENSION + path,
    getManifest: () => ({ content_scripts: [{ matches: ['https://www.linkedin.com/*'] }] }),
    connect() {
      if (!fake.id) throw new Error('Extension context invalidated.');
      const { near, far } = portPair(sender);
      opened.push(far);
      queueMicrotask(() => onConnect.emit(far));
      return near;
    },
  };
  Object.assign(globalThis, { chrome: { runtime: fake } });
  return state;
}

/** After everything that was under way has arrived. */
export const settled = () => new Promise((resolve) => setImmediate(resolve));
