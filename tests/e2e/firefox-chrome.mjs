// @ts-check
// Functions that Firefox's own browser window runs for the tests (see firefox.mjs). Each is sent
// there as text, so each stands alone.

/** @param {string} id @param {string} path */
export function openTab(id, path) {
  const { WebExtensionPolicy, Services, gBrowser } = /** @type {any} */ (globalThis);
  const url = WebExtensionPolicy.getByID(id).getURL(path);
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  gBrowser.selectedTab = gBrowser.addTab(url, { triggeringPrincipal });
  return url;
}

/** @param {string} id @param {string} path */
export function urlOf(id, path) {
  return /** @type {any} */ (globalThis).WebExtensionPolicy.getByID(id).getURL(path);
}

/** @param {string} id @param {string} name */
export function command(id, name) {
  const { WebExtensionPolicy } = /** @type {any} */ (globalThis);
  const { extension } = WebExtensionPolicy.getByID(id);
  extension.tabManager.addActiveTabPermission();
  extension.shortcuts.onCommand(name);
}

/** @param {string} id */
export async function openPopup(id) {
  const { WebExtensionPolicy, ChromeUtils } = /** @type {any} */ (globalThis);
  const { extension } = WebExtensionPolicy.getByID(id);
  const { ExtensionParent } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionParent.sys.mjs',
  );
  await ExtensionParent.apiManager.global.browserActionFor(extension).openPopup(window, false);
}

/**
 * Whether a view of this kind (`background`, `popup`) has its page, whole.
 * @param {string} id @param {string} kind
 */
export function hasView(id, kind) {
  const { WebExtensionPolicy } = /** @type {any} */ (globalThis);
  const view = [...WebExtensionPolicy.getByID(id).extension.views].find(
    (each) => each.viewType === kind,
  );
  if (!view) return false;
  const { currentURI, browsingContext } = view.xulBrowser;
  return (
    currentURI.spec.startsWith('moz-extension:') && !browsingContext.webProgress.isLoadingDocument
  );
}

/** @param {string} id */
export function closePopup(id) {
  const { WebExtensionPolicy } = /** @type {any} */ (globalThis);
  for (const view of [...WebExtensionPolicy.getByID(id).extension.views]) {
    if (view.viewType === 'popup') view.xulBrowser.closest('panel')?.hidePopup();
  }
}

/** The popup as a PNG in base 64. @param {string} id */
export async function snapshotPopup(id) {
  const { WebExtensionPolicy } = /** @type {any} */ (globalThis);
  const view = [...WebExtensionPolicy.getByID(id).extension.views].find(
    (each) => each.viewType === 'popup',
  );
  const { currentWindowGlobal } = view.xulBrowser.browsingContext;
  const bitmap = await currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap);
  const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** @param {string} id */
export async function stopBackground(id) {
  const { WebExtensionPolicy } = /** @type {any} */ (globalThis);
  await WebExtensionPolicy.getByID(id).extension.terminateBackground();
}

/** @param {string} id */
export async function wakeBackground(id) {
  const { WebExtensionPolicy } = /** @type {any} */ (globalThis);
  await WebExtensionPolicy.getByID(id).extension.wakeupBackground?.();
}

/** @param {string} id */
export function backgroundRuns(id) {
  const { WebExtensionPolicy } = /** @type {any} */ (globalThis);
  return WebExtensionPolicy.getByID(id).extension.backgroundState === 'running';
}

/** Script errors of the extension since the last call. @param {string} id */
export function takeErrors(id) {
  const { WebExtensionPolicy, Services, Ci } = /** @type {any} */ (globalThis);
  const base = WebExtensionPolicy.getByID(id).getURL('');
  const messages = Services.console.getMessageArray();
  Services.console.reset();
  return messages
    .filter(
      (/** @type {any} */ each) =>
        each instanceof Ci.nsIScriptError &&
        !(each.flags & Ci.nsIScriptError.warningFlag) &&
        // Firefox tells so of every question that is under way when a page is closed.
        !each.errorMessage.includes('after context unloaded') &&
        each.sourceName.startsWith(base),
    )
    .map(
      (/** @type {any} */ each) => `${each.errorMessage} (${each.sourceName}:${each.lineNumber})`,
    );
}

/** @param {'light' | 'dark'} theme */
export function setTheme(theme) {
  const { Services } = /** @type {any} */ (globalThis);
  const preference = 'layout.css.prefers-color-scheme.content-override';
  Services.prefs.setIntPref(preference, theme === 'dark' ? 0 : 1);
}

/**
 * Runs `source`, an expression that gives a promise of JSON, in a view of the extension: the
 * view's own process is asked, past the page's policy.
 * @param {string} id @param {string} kind @param {string} source
 */
export function evaluateInView(id, kind, source) {
  const { WebExtensionPolicy } = /** @type {any} */ (globalThis);
  const view = [...WebExtensionPolicy.getByID(id).extension.views].find(
    (each) => each.viewType === kind,
  );
  const { messageManager } = view.xulBrowser;
  const name = `e2e:${Math.random()}`;
  const script = `(async () => {
    try {
      const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
      const value = await Cu.evalInSandbox(${JSON.stringify(source)}, sandbox);
      sendAsyncMessage(${JSON.stringify(name)}, { value });
    } catch (error) {
      sendAsyncMessage(${JSON.stringify(name)}, { error: String(error) });
    }
  })()`;
  return new Promise((resolve, reject) => {
    messageManager.addMessageListener(name, function listener(/** @type {any} */ { data }) {
      messageManager.removeMessageListener(name, listener);
      if (data.error) reject(new Error(data.error));
      else resolve(data.value === undefined ? undefined : JSON.parse(data.value));
    });
    messageManager.loadFrameScript(
      `data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`,
      false,
    );
  });
}
