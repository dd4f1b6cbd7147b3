//! Popup and options: the extension's own pages, built into pages.wasm.
//!
//! They hold neither rules nor regular expressions: they ask the worker (`worker.rs`), and fill
//! the templates of `popup.html` and `options.html` with text (`dom.rs`), never with HTML.

mod dom;
mod events;
mod marked;
mod options;
mod popup;
mod settings;
mod shim;
mod words;
mod worker;

use wasm_bindgen::prelude::wasm_bindgen;

/// Brings popup.html to life.
#[wasm_bindgen(js_name = startPopup)]
pub fn start_popup() {
    popup::start();
}

/// Brings options.html to life.
#[wasm_bindgen(js_name = startOptions)]
pub fn start_options() {
    options::start();
}
