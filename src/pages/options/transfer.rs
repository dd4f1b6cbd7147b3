//! Files out and in: all settings, the user's own rules, or a table of phrases. The worker reads
//! them; what a file would change is shown before anything is.

use super::sketch::{Sketch, What};
use super::undo::{self, Undo};
use super::{Options, cells, form};
use crate::pages::dom::View;
use crate::pages::shim;
use crate::pages::words::{count, t};
use crate::pages::worker::{self, Examined, spawn};
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// The text of a file that is being looked at, and the line that will say what came of it.
#[derive(Clone, Default)]
pub struct Import {
    text: String,
    notice: &'static str,
}

/// The buttons for files.
pub fn listen(page: &Rc<Options>) {
    for (button, rules) in [("export-all", false), ("export-rules", true)] {
        View::id(button).on("click", move |_| shim::save_file(rules));
    }
    for (field, notice) in [("import-all", "data-notice"), ("import-rules", "mine-notice")] {
        let at = page.clone();
        View::id(field).on("change", move |_| spawn(look_into(at.clone(), field, notice)));
    }
    let at = page.clone();
    View::id("clash").on("change", move |_| spawn(examine(at.clone())));
    View::id("import-cancel").on("click", |_| View::id("import").call("close"));
    let at = page.clone();
    View::id("import-go").on("click", move |_| spawn(take_in(at.clone())));
}

async fn look_into(page: Rc<Options>, field: &'static str, notice: &'static str) {
    let file = shim::read_file(field).await.unwrap_or_default();
    let Ok((name, text)) = worker::read::<(String, String)>(file) else { return };
    if is_table(&text) {
        return open_as_table(&page, &name, &text);
    }
    View::id("import-title").text(&t("optionsImportTitle", &[&name]));
    View::id("clash").set("value", "replace");
    page.import.replace(Import { text, notice });
    examine(page).await;
    View::id("import").call("showModal");
}

/// Whatever is no JSON is read as a table.
fn is_table(text: &str) -> bool {
    !text.trim_start_matches('\u{feff}').trim_start().starts_with(['{', '['])
}

/// A table becomes a new rule in the form: only the writer can say what the reader may feel.
fn open_as_table(page: &Rc<Options>, name: &str, text: &str) {
    let table = cells::rows(text);
    if table.is_empty() {
        return undo::say("mine-notice", &t("optionsImportEmpty", &[name]));
    }
    let number = table.len();
    let id = form::new_id();
    form::keep_aside(page, &id, Sketch { what: What::Table, table, ..Sketch::default() });
    form::open(page, &id);
    undo::say("table-notice", &count("ruleTableRead", number));
}

/// Shows what the file would change, and which of its rules are refused.
async fn examine(page: Rc<Options>) {
    let answer = worker::hand("examine", Some(upload(&page))).await.and_then(worker::read);
    let mut file: Examined =
        answer.unwrap_or_else(|fault| Examined { fault, ..Examined::default() });
    let nothing = file.changes.is_empty();
    if nothing && file.fault.is_empty() {
        file.fault = t("optionsImportNothing", &[]);
    }
    View::id("import-fault").show(!file.fault.is_empty()).text(&file.fault);
    View::id("import-changes").show(!nothing).rows("example", &file.changes, |row, line| {
        row.text(line);
    });
    View::id("import-clash").show(!file.clash.is_empty());
    View::id("clash-label").text(&file.clash);
    let kept = t("optionsImportKept", &[]);
    View::id("import-report").show(!file.report.is_empty()).rows(
        "line",
        &file.report,
        |row, (name, why)| {
            row.attr("data-ok", if why.is_empty() { "yes" } else { "no" });
            row.part("text").text(name);
            row.part("verdict").text(if why.is_empty() { &kept } else { why });
        },
    );
    View::id("import-go").show(!nothing);
    View::id("import-cancel").text(&t(if nothing { "optionsClose" } else { "optionsCancel" }, &[]));
}

fn upload(page: &Options) -> JsValue {
    worker::upload(&page.import.borrow().text, &View::id("clash").value())
}

async fn take_in(page: Rc<Options>) {
    View::id("import").call("close");
    let taken = worker::hand("takeIn", Some(upload(&page))).await;
    let Import { notice, .. } = page.import.take();
    match taken {
        Ok(taken) => {
            let undo = js_sys::Reflect::get(&taken, &"undo".into()).unwrap_or_default();
            undo::offer(
                &page,
                notice,
                &worker::text_in(&taken, "words"),
                Undo::Given("takeOut", undo),
            );
            undo::button(notice).focus();
        }
        Err(words) => undo::say(notice, &words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_values_are_tables() {
        assert!(is_table("a,b") && is_table(""));
        assert!(!is_table("\u{feff} [1]") && !is_table("{"));
    }
}
