//! What is stored, how large it is, and deleting all of it.

use super::Options;
use super::change::{Part, change};
use super::undo::{self, Undo};
use crate::pages::dom::View;
use crate::pages::settings::Settings;
use std::rc::Rc;

/// Shows what is stored.
pub fn show(page: &Options) {
    let settings = page.settings.borrow();
    let bytes = stored_bytes(&settings);
    View::id("stored").rows("stored-row", &inventory(&settings, bytes), |row, (what, amount)| {
        row.part("what").text(what);
        row.part("amount").text(amount);
    });
    let anything = inventory(&settings, 0)[..4].iter().any(|(_, amount)| amount != "0");
    View::id("delete-all").set("disabled", !anything);
}

/// What there is, and how much of it.
fn inventory(settings: &Settings, bytes: usize) -> [(&'static str, String); 5] {
    [
        ("Your own rules", settings.custom.len().to_string()),
        ("Rules with a level you chose", settings.levels.len().to_string()),
        ("Phrases you chose to ignore", settings.ignored.len().to_string()),
        ("Sites switched off", settings.sites.len().to_string()),
        ("All of it together", size(bytes)),
    ]
}

/// A size for people.
fn size(bytes: usize) -> String {
    match bytes {
        0..1000 => format!("{bytes} bytes"),
        _ => format!("{}.{} KB", bytes / 1000, bytes % 1000 / 100),
    }
}

fn stored_bytes(settings: &Settings) -> usize {
    crate::pages::worker::json(settings).map_or(0, |text| text.len())
}

/// The delete button and its question.
pub fn listen(page: &Rc<Options>) {
    View::id("delete-all").on("click", |_| View::id("confirm").call("showModal"));
    View::id("keep").on("click", |_| View::id("confirm").call("close"));
    let page = page.clone();
    View::id("delete").on("click", move |_| {
        View::id("confirm").call("close");
        let before = page.settings.borrow().clone();
        change(&page, Part::All, |settings| *settings = Settings::default());
        let words = "Everything is deleted. YouFirst is as on its first day.";
        undo::offer(&page, "data-notice", words, Undo::Everything(before));
        undo::button("data-notice").focus();
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_for_people() {
        assert_eq!(size(2), "2 bytes");
        assert_eq!(size(1260), "1.2 KB");
    }
}
