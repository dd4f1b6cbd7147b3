//! What is stored, how large it is, deleting it, and a text for those who look for faults.

use super::Options;
use super::change::{Part, change};
use super::undo::{self, Undo};
use crate::pages::dom::View;
use crate::pages::settings::Settings;
use crate::pages::shim;
use crate::pages::words::t;
use crate::pages::worker::{self, spawn};
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// Shows what is stored.
pub fn show(page: &Options) {
    let settings = page.settings.borrow();
    let tallies = page.tallies.borrow();
    let kept = page.kept.borrow();
    let counts = inventory(&settings, tallies.len(), &kept);
    let nothing = counts.iter().all(|(_, count)| *count == 0);
    let mut rows = counts.map(|(key, count)| (key, count.to_string())).to_vec();
    let (key, amount) = size(kept.bytes);
    rows.push(("optionsStoredSize", t(key, &[&amount])));
    View::id("stored").rows("stored-row", &rows, |row, (key, amount)| {
        row.part("what").text(&t(key, &[]));
        row.part("amount").text(amount);
    });
    View::id("delete-all").set("disabled", nothing);
    View::id("forget-counts").set("disabled", tallies.is_empty());
    View::id("forget-memory").set("disabled", kept.contacts + kept.sketches == 0);
}

/// What is kept beside settings and counts, and how large all of it is.
#[derive(Default, serde::Deserialize)]
#[serde(default)]
pub struct Kept {
    bytes: usize,
    contacts: usize,
    sketches: usize,
}

/// What there is, by the key of its name, and how much of it.
fn inventory(settings: &Settings, tallies: usize, kept: &Kept) -> [(&'static str, usize); 8] {
    [
        ("optionsStoredRules", settings.custom.len()),
        ("optionsStoredLevels", settings.levels.len()),
        ("optionsStoredIgnored", settings.ignored.len()),
        ("optionsStoredSites", settings.sites.len() + settings.public.len()),
        ("optionsStoredLook", settings.look.len() + settings.extras.len()),
        ("optionsStoredCounts", tallies),
        ("optionsStoredContacts", kept.contacts),
        ("optionsStoredSketches", kept.sketches),
    ]
}

/// A size for people: the key of its unit, and the number.
fn size(bytes: usize) -> (&'static str, String) {
    match bytes {
        0..1000 => ("optionsBytes", bytes.to_string()),
        _ => {
            let kilobytes = (bytes / 1000).to_string();
            ("optionsKilobytes", [&kilobytes, ".", &(bytes % 1000 / 100).to_string()].concat())
        }
    }
}

/// The buttons, and the question before everything goes.
pub fn listen(page: &Rc<Options>) {
    spawn(async { drop(diagnose().await) });
    View::id("copy-diagnosis").on("click", |_| {
        spawn(async {
            let copied = shim::copy(&diagnose().await).await.is_truthy();
            let key = if copied { "optionsCopied" } else { "optionsNotCopied" };
            undo::say("help-notice", &t(key, &[]));
        });
    });
    View::id("delete-all").on("click", |_| View::id("confirm").call("showModal"));
    View::id("keep").on("click", |_| View::id("confirm").call("close"));
    let at = page.clone();
    View::id("delete").on("click", move |_| {
        View::id("confirm").call("close");
        super::form::leave(&at);
        let before = Box::new(at.settings.borrow().clone());
        change(&at, Part::All, |settings| *settings = Settings::default());
        let at = at.clone();
        spawn(async move {
            let tallies = forget("forgetTallies").await;
            let memory = forget("forgetMemory").await;
            say_gone(&at, "optionsDeleted", Undo::Everything(before, [tallies, memory])).await;
        });
    });
    for (button, verb, back, key) in [
        ("forget-counts", "forgetTallies", "addTallies", "optionsForgotten"),
        ("forget-memory", "forgetMemory", "restoreMemory", "optionsMemoryForgotten"),
    ] {
        let at = page.clone();
        View::id(button).on("click", move |_| {
            let at = at.clone();
            spawn(async move {
                let gone = forget(verb).await;
                say_gone(&at, key, Undo::Given(back, gone)).await;
            });
        });
    }
}

/// Has the worker forget something; gives what it was.
async fn forget(verb: &'static str) -> JsValue {
    worker::hand(verb, None).await.unwrap_or_else(|_| js_sys::Object::new().into())
}

/// Shows what is left, and offers to bring back what is gone.
async fn say_gone(page: &Options, key: &'static str, undo: Undo) {
    load_kept(page).await;
    undo::offer(page, "data-notice", &t(key, &[]), undo);
    undo::button("data-notice").focus();
}

/// Shows the text for those who look for faults, as things are by now.
async fn diagnose() -> String {
    let answer = worker::hand("diagnosis", None).await;
    let words = answer.map_or_else(|fault| fault, |answer| worker::text_in(&answer, "text"));
    View::id("diagnosis").text(&words);
    words
}

/// Hands back to the worker what it gave, to be undone.
pub fn hand_back(page: &Rc<Options>, verb: &'static str, given: JsValue) {
    let page = page.clone();
    spawn(async move {
        if worker::hand(verb, Some(given)).await.is_ok() {
            load_kept(&page).await;
        }
    });
}

/// Shows the counts as they are by now, and how much is stored.
pub async fn load_kept(page: &Options) {
    let kept = worker::hand("kept", None).await.and_then(worker::read);
    page.kept.replace(kept.unwrap_or_default());
    if let Ok(tallies) = worker::tallies().await {
        page.tallies.replace(tallies);
        super::show(page);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_for_people() {
        assert_eq!(size(2), ("optionsBytes", "2".into()));
        assert_eq!(size(1260), ("optionsKilobytes", "1.2".into()));
    }
}
