//! Appearance, what is off until it is asked for, and the keys.

use super::Options;
use super::change::{Part, change};
use crate::pages::dom::View;
use crate::pages::words::t;
use crate::pages::{shim, worker};
use std::rc::Rc;

/// Parts of the look, each with its field.
const LOOKS: [(&str, &str); 3] =
    [("theme", "look-theme"), ("marks", "look-marks"), ("colours", "look-colours")];

/// What is off until it is asked for, each with its switch.
const EXTRAS: [(&str, &str); 3] =
    [("memory", "extra-memory"), ("pause", "extra-pause"), ("trade", "extra-trade")];

/// Shows what is chosen.
pub fn show(page: &Options) {
    let settings = page.settings.borrow();
    let chosen = LOOKS.map(|(part, _)| settings.look.get(part).map_or("", String::as_str));
    for ((_, field), chosen) in LOOKS.into_iter().zip(chosen) {
        View::id(field).set("value", chosen);
    }
    for (extra, switch) in EXTRAS {
        View::id(switch).set("checked", settings.extras.get(extra) == Some(&true));
    }
    let [theme, marks, colours] = chosen;
    shim::dress(theme, marks, colours);
}

/// The fields and the switches.
pub fn listen(page: &Rc<Options>) {
    for (part, field) in LOOKS {
        let at = page.clone();
        View::id(field).on("change", move |_| {
            let chosen = Some(View::id(field).value()).filter(|value| !value.is_empty());
            change(&at, Part::Look, move |s| s.look.set(part, chosen.clone()));
        });
    }
    for (extra, switch) in EXTRAS {
        let at = page.clone();
        View::id(switch).on("change", move |_| {
            let on = View::id(switch).checked();
            change(&at, Part::Extras, move |s| s.extras.set(extra, on.then_some(true)));
        });
    }
    View::id("change-keys").on("click", |_| shim::open_shortcuts());
}

/// Asks the browser which keys there are, and shows them.
pub async fn show_keys() {
    let keys: Vec<(String, String)> = worker::read(shim::commands().await).unwrap_or_default();
    View::id("commands").show(!keys.is_empty()).rows("stored-row", &keys, |row, (what, key)| {
        row.part("what").text(what);
        let none = t("optionsNoKey", &[]);
        row.part("amount").text(if key.is_empty() { &none } else { key });
    });
    View::id("change-keys").show(!keys.is_empty());
}
