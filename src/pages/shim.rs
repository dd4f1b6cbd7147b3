//! What the browser's extension interface is needed for: extension/pages/shim.js, one to one.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(raw_module = "../pages/shim.js")]
extern "C" {
    /// Asks the worker; rejects with an `Error` whose message is fit to be shown.
    #[wasm_bindgen(catch)]
    pub async fn request(verb: &str, payload: JsValue) -> Result<JsValue, JsValue>;

    /// The built-in rules: a list of [`crate::rule::Family`].
    #[wasm_bindgen(catch)]
    pub async fn catalogue() -> Result<JsValue, JsValue>;

    /// Calls back with the name and the payload of each push.
    #[wasm_bindgen(js_name = onPush)]
    pub fn on_push(listener: &Closure<dyn Fn(String, JsValue)>);

    /// The tab that `popup.html?tab=<id>` names.
    #[wasm_bindgen(js_name = namedTab)]
    pub fn named_tab() -> Option<i32>;

    /// Whether this page is a tab of its own, not the toolbar's popup.
    #[wasm_bindgen(js_name = isTab)]
    pub async fn is_tab() -> JsValue;

    /// The message of `_locales` with this key; `fills` stand for `$1`, `$2` …
    pub fn message(key: &str, fills: Vec<String>) -> String;

    /// The message for a number of things; the number stands for `$1`.
    pub fn counted(stem: &str, number: u32) -> String;

    /// The browser's keys for us: a list of pairs: what each does, and the key.
    pub async fn commands() -> JsValue;

    /// Opens the browser's own page for keys.
    #[wasm_bindgen(js_name = openShortcuts)]
    pub fn open_shortcuts();

    /// Puts on a look, here and on the sample; no word is as it comes.
    pub fn dress(theme: &str, marks: &str, colours: &str);

    /// The file that was chosen in the field with this id: name and text.
    #[wasm_bindgen(catch, js_name = readFile)]
    pub async fn read_file(id: &str) -> Result<JsValue, JsValue>;

    /// Saves a file with everything that is stored, or with the user's own rules.
    #[wasm_bindgen(js_name = saveFile)]
    pub fn save_file(rules: bool);

    /// The text of a paste.
    pub fn pasted(event: &web_sys::Event) -> String;

    /// Puts text into the clipboard; whether that was let happen.
    pub async fn copy(text: &str) -> JsValue;

    /// Opens the options page.
    #[wasm_bindgen(js_name = openOptions)]
    pub fn open_options();

    /// Loads a tab again.
    #[wasm_bindgen(js_name = reloadTab)]
    pub fn reload_tab(tab: i32);

    /// Closes the popup; a page in a tab of its own stays.
    #[wasm_bindgen(js_name = closePopup)]
    pub fn close_popup();
}
