//! The one line that says what just went, beside where it went, with the button that brings it
//! back.

use super::change::{Part, change};
use super::sketch::{Pair, Sketch};
use super::{Options, data, form, mine};
use crate::pages::dom::View;
use crate::pages::settings::{Entries, Ignored, Level, Settings};
use crate::pages::words::t;
use crate::rule::Rule;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// What was taken away.
pub enum Undo {
    /// With what was half-written in it.
    Rule(usize, Box<Rule>, Option<Sketch>),
    /// The rows of the table in the form as they were.
    Table(Vec<Pair>),
    Ignored(usize, Ignored),
    Levels(Entries<Level>),
    Sketch(String, Sketch),
    /// What the worker gave, with the verb that takes it back.
    Given(&'static str, JsValue),
    /// All settings, the counts, and what is remembered.
    Everything(Box<Settings>, [JsValue; 2]),
}

/// The lines there are; one shows at a time.
const NOTICES: [&str; 5] =
    ["rules-notice", "mine-notice", "table-notice", "ignored-notice", "data-notice"];

/// Says something in the line `notice`, with nothing to undo.
pub fn say(notice: &str, words: &str) {
    View::id(notice).part("text").text(words);
    View::id(notice).part("undo").show(false);
}

/// Says what went, in the line `notice`, and offers to undo it.
pub fn offer(page: &Options, notice: &str, words: &str, undo: Undo) {
    for other in NOTICES {
        let line = View::id(other);
        line.part("text").text(if other == notice { words } else { "" });
        line.part("undo").show(other == notice);
    }
    page.undo.replace(Some(undo));
}

/// Takes the offer back.
pub fn forget(page: &Options) {
    page.undo.replace(None);
    for notice in NOTICES {
        say(notice, "");
    }
}

/// The button of the line `notice`, for the focus.
pub fn button(notice: &str) -> View {
    View::id(notice).part("undo")
}

/// Lets the buttons bring things back.
pub fn listen(page: &Rc<Options>) {
    for notice in NOTICES {
        let page = page.clone();
        View::id(notice).part("undo").on("click", move |_| {
            if let Some(undo) = page.undo.take() {
                forget(&page);
                say(notice, &t("optionsBack", &[]));
                bring_back(&page, undo);
            }
        });
    }
}

fn bring_back(page: &Rc<Options>, undo: Undo) {
    match undo {
        Undo::Rule(index, rule, sketch) => {
            let id = rule.id.clone();
            if let Some(sketch) = sketch {
                form::keep_aside(page, &id, sketch);
            }
            change(page, Part::Custom, move |s| {
                s.custom.insert(index.min(s.custom.len()), (*rule).clone());
            });
            mine::focus_on(page, &id, "delete");
        }
        Undo::Table(pairs) => {
            page.table.set(pairs);
            form::edited(page);
            View::id("table").row(0).part("phrase").focus();
        }
        Undo::Ignored(index, ignored) => {
            change(page, Part::Ignored, move |s| {
                s.ignored.insert(index.min(s.ignored.len()), ignored.clone());
            });
            View::id("ignored").row(index).part("remove").focus();
        }
        Undo::Levels(levels) => {
            change(page, Part::Levels, move |s| s.levels = levels.clone());
            View::id("search").focus();
        }
        Undo::Sketch(id, sketch) => form::bring_back(page, &id, sketch),
        Undo::Given(verb, given) => {
            data::hand_back(page, verb, given);
            if verb != "takeOut" {
                View::id("delete-all").focus();
            }
        }
        Undo::Everything(settings, [tallies, memory]) => {
            change(page, Part::All, move |s| s.bring_back(&settings));
            data::hand_back(page, "addTallies", tallies);
            data::hand_back(page, "restoreMemory", memory);
            View::id("delete-all").focus();
        }
    }
}
