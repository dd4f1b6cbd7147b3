//! The options page: the rules and their levels, the user's own rules, ignored phrases, sites,
//! appearance, keys, extras, what is stored, and a text for those who look for faults.

mod cells;
mod change;
mod data;
mod fields;
mod form;
mod lists;
mod look;
mod mine;
mod rules;
mod sketch;
mod table;
mod transfer;
mod trial;
mod undo;

use super::dom::View;
use super::settings::Settings;
use super::worker::spawn;
use super::{shim, worker};
use crate::rule::Family;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;

/// Everything the page knows. The half-written rule is in the fields of the form, and nothing
/// that is rendered from here touches them.
#[derive(Default)]
struct Options {
    families: RefCell<Vec<Family>>,
    settings: RefCell<Settings>,
    /// Changes that are not written yet, oldest first.
    changes: change::Queue,
    /// What the Undo button would bring back.
    undo: RefCell<Option<undo::Undo>>,
    /// The rule being written, and others left half-written.
    form: RefCell<form::Form>,
    /// Counts the questions about the form's rule, so that only the latest answer is shown.
    checks: Cell<u32>,
    /// The form's rule is being tried, or has changed since it was last.
    trying: Cell<bool>,
    stale: Cell<bool>,
    /// The rows of the table in the form.
    table: table::Table,
    /// How often each rule has marked something here.
    tallies: RefCell<worker::Tallies>,
    /// What else is stored, and how large it is.
    kept: RefCell<data::Kept>,
    /// The file that is being looked at.
    import: RefCell<transfer::Import>,
}

/// Loads settings and rules, then shows them. Nothing is written before the user changes
/// something.
pub fn start() {
    let page = Rc::new(Options::default());
    spawn(async move {
        let loaded = match worker::settings().await {
            Ok(settings) => worker::catalogue().await.map(|families| (settings, families)),
            Err(words) => Err(words),
        };
        match loaded {
            Ok((settings, families)) => {
                page.settings.replace(settings);
                page.families.replace(families);
                open(&page);
                data::load_kept(&page).await;
            }
            Err(words) => refuse(&words),
        }
        View::id("main").without("aria-busy");
    });
}

fn open(page: &Rc<Options>) {
    rules::build(page);
    show(page);
    rules::listen(page);
    mine::listen(page);
    form::listen(page);
    lists::listen(page);
    look::listen(page);
    spawn(look::show_keys());
    data::listen(page);
    transfer::listen(page);
    undo::listen(page);
    follow(page);
    View::id("sections").show(true);
    View::id("nav").show(true);
    rules::show_named(page);
}

/// Shows the settings everywhere but in the form.
fn show(page: &Options) {
    rules::show(page);
    mine::show(page);
    lists::show(page);
    look::show(page);
    data::show(page);
}

/// The settings cannot be read, for instance because a newer version wrote them: says so and
/// leaves them alone.
fn refuse(words: &str) {
    let refused = View::id("refused");
    refused.part("text").text(words);
    refused.show(true);
}

/// Phrases are ignored and rules switched off elsewhere, too: looks again when told, and when
/// the page comes back into sight.
fn follow(page: &Rc<Options>) {
    let at = page.clone();
    let listener = Closure::<dyn Fn(String, JsValue)>::new(move |push: String, _: JsValue| {
        if push == "settings" {
            change::reload(&at);
        }
    });
    shim::on_push(&listener);
    listener.forget();
    let at = page.clone();
    View::on_window("focus", move |_| {
        change::reload(&at);
        spawn(look::show_keys());
    });
    let at = page.clone();
    View::on_window("hashchange", move |_| rules::show_named(&at));
}
