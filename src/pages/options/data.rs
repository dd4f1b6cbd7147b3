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
    let counts = inventory(&settings, tallies.len());
    let nothing = counts.iter().all(|(_, count)| *count == 0);
    let mut rows = counts.map(|(key, count)| (key, count.to_string())).to_vec();
    let (key, amount) = size(page.bytes.get());
    rows.push(("optionsStoredSize", t(key, &[&amount])));
    View::id("stored").rows("stored-row", &rows, |row, (key, amount)| {
        row.part("what").text(&t(key, &[]));
        row.part("amount").text(amount);
    });
    View::id("delete-all").set("disabled", nothing);
    View::id("forget-counts").set("disabled", tallies.is_empty());
}

/// What there is, by the key of its name, and how much of it.
fn inventory(settings: &Settings, tallies: usize) -> [(&'static str, usize); 6] {
    [
        ("optionsStoredRules", settings.custom.len()),
        ("optionsStoredLevels", settings.levels.len()),
        ("optionsStoredIgnored", settings.ignored.len()),
        ("optionsStoredSites", settings.sites.len() + settings.public.len()),
        ("optionsStoredLook", settings.look.len() + settings.extras.len()),
        ("optionsStoredCounts", tallies),
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
        forget_counts(&at, "optionsDeleted", |counts| Undo::Everything(before, counts));
    });
    let at = page.clone();
    View::id("forget-counts")
        .on("click", move |_| forget_counts(&at, "optionsForgotten", Undo::Tallies));
}

/// Shows the text for those who look for faults, as things are by now.
async fn diagnose() -> String {
    let answer = worker::hand("diagnosis", None).await;
    let words = answer.map_or_else(|fault| fault, |answer| worker::text_in(&answer, "text"));
    View::id("diagnosis").text(&words);
    words
}

/// Forgets the counts, says so, and offers to bring them back.
fn forget_counts(
    page: &Rc<Options>,
    key: &'static str,
    undo: impl FnOnce(JsValue) -> Undo + 'static,
) {
    let page = page.clone();
    spawn(async move {
        let Ok(counts) = worker::hand("forgetTallies", None).await else { return };
        page.tallies.take();
        super::show(&page);
        undo::offer(&page, "data-notice", &t(key, &[]), undo(counts));
        undo::button("data-notice").focus();
    });
}

/// Hands back to the worker what it gave, to be undone.
pub fn hand_back(page: &Rc<Options>, verb: &'static str, given: JsValue) {
    let page = page.clone();
    spawn(async move {
        if worker::hand(verb, Some(given)).await.is_ok() {
            load_tallies(&page).await;
        }
    });
}

/// Shows the counts as they are by now, and how much is stored.
pub async fn load_tallies(page: &Options) {
    let bytes = worker::hand("bytesKept", None).await.unwrap_or_default();
    let bytes = js_sys::Reflect::get(&bytes, &"bytes".into()).ok();
    page.bytes.set(bytes.and_then(|bytes| bytes.as_f64()).unwrap_or_default() as usize);
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
