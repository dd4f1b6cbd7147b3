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
    let counts = inventory(&settings);
    let nothing = counts.iter().all(|(_, count)| *count == 0);
    let bytes = if nothing { 0 } else { stored_bytes(&settings) };
    let mut rows = counts.map(|(what, count)| (what, count.to_string())).to_vec();
    rows.push(("All of it together", size(bytes)));
    View::id("stored").rows("stored-row", &rows, |row, (what, amount)| {
        row.part("what").text(what);
        row.part("amount").text(amount);
    });
    View::id("delete-all").set("disabled", nothing);
}

/// What there is, and how much of it.
fn inventory(settings: &Settings) -> [(&'static str, usize); 4] {
    [
        ("Your own rules", settings.custom.len()),
        ("Rules with a level you chose", settings.levels.len()),
        ("Phrases you chose to ignore", settings.ignored.len()),
        ("Sites set otherwise", settings.sites.len() + settings.public.len()),
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
        super::form::leave(&page);
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
