//! Ignored phrases and sites.

use super::Options;
use super::change::{Part, change};
use super::undo::{self, Undo};
use crate::pages::dom::View;
use crate::pages::settings::{Ignored, PUBLIC, SITES, SiteMode, site_name};
use crate::pages::words::t;
use std::rc::Rc;

/// Shows both lists.
pub fn show(page: &Options) {
    let settings = page.settings.borrow();
    View::id("ignored-empty").show(settings.ignored.is_empty());
    View::id("ignored").show(!settings.ignored.is_empty()).rows(
        "ignored-row",
        &settings.ignored,
        |row, ignored: &Ignored| {
            row.part("phrase").text(&ignored.phrase);
            row.part("rule").text(&rule_words(page, &settings.custom, &ignored.rule));
            row.part("remove").attr("aria-label", &t("optionsRemoveIgnored", &[&ignored.phrase]));
        },
    );
    View::id("sites-list").rows("site-row", &SITES, |row, (site, name)| {
        row.part("name").text(name);
        row.part("mode")
            .attr("aria-label", &t("optionsModeOf", &[name]))
            .set("value", SiteMode::word(settings.sites.get(site).copied()));
    });
    View::id("public-list").rows("public-row", &PUBLIC, |row, (key, site, what)| {
        row.part("name").text(&t(what, &[site_name(site)]));
        row.part("on").set("checked", settings.public.get(key) == Some(&true));
    });
}

/// What the rule of this id says.
fn rule_words(page: &Options, custom: &[crate::rule::Rule], id: &str) -> String {
    let families = page.families.borrow();
    let rules = families.iter().flat_map(|family| family.rules.iter()).chain(custom);
    rules.into_iter().find(|rule| rule.id == id).map_or(id.to_owned(), |r| r.message.to_string())
}

/// Remove buttons and switches.
pub fn listen(page: &Rc<Options>) {
    let at = page.clone();
    View::id("ignored").on_part("click", "remove", move |_, rows| {
        if let Some(&index) = rows.first() {
            remove(&at, index);
        }
    });
    let at = page.clone();
    View::id("sites-list").on_part("change", "mode", move |select, rows| {
        let Some((site, _)) = rows.first().and_then(|&index| SITES.get(index)) else { return };
        let mode = SiteMode::parse(&select.value());
        change(&at, Part::Sites, move |settings| settings.sites.set(site, mode));
    });
    let at = page.clone();
    View::id("public-list").on_part("change", "on", move |toggle, rows| {
        let Some((key, ..)) = rows.first().and_then(|&index| PUBLIC.get(index)) else { return };
        let on = toggle.checked();
        change(&at, Part::Sites, move |settings| settings.public.set(key, on.then_some(true)));
    });
}

fn remove(page: &Rc<Options>, index: usize) {
    let Some(ignored) = page.settings.borrow().ignored.get(index).cloned() else { return };
    let gone = ignored.clone();
    change(page, Part::Ignored, move |settings| settings.ignored.retain(|i| *i != gone));
    let words = t("optionsNotIgnored", &[&ignored.phrase]);
    undo::offer(page, "ignored-notice", &words, Undo::Ignored(index, ignored));
    if !View::id("ignored").row(index).part("remove").focus() {
        undo::button("ignored-notice").focus();
    }
}
