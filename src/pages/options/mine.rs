//! The list of the user's own rules.

use super::Options;
use super::change::{Part, change};
use super::form;
use super::undo::{self, Undo};
use crate::pages::dom::View;
use crate::pages::settings::site_name;
use crate::rule::{Kind, Rule};
use std::rc::Rc;

/// The saved rules, then the ones that were begun and never saved.
fn listed(page: &Options) -> Vec<Rule> {
    let mut rules = page.settings.borrow().custom.clone();
    rules.extend(page.unsaved());
    rules
}

/// Shows the list.
pub fn show(page: &Options) {
    let rules = listed(page);
    let saved = page.settings.borrow().custom.len();
    View::id("mine-empty").show(rules.is_empty() && page.open_id().is_none());
    let begun = rules.len() > saved;
    View::id("add").text(if begun { "Go on with the new rule" } else { "Add a rule" });
    let rows: Vec<_> = rules.iter().enumerate().collect();
    View::id("mine").show(!rules.is_empty()).rows("own-row", &rows, |row, (index, rule)| {
        let name = name(rule);
        row.part("message").text(name);
        row.part("patterns").text(&gist(rule));
        row.part("switch").show(*index < saved);
        row.part("enabled").set("checked", rule.enabled);
        row.part("enabled").attr("aria-label", &format!("Use “{name}”"));
        row.part("half").show(*index >= saved || page.is_half_written(&rule.id));
        row.part("edit").show(fits_the_form(rule));
        row.part("edit").attr("aria-label", &format!("Edit “{name}”"));
        row.part("delete").attr("aria-label", &format!("Delete “{name}”"));
    });
}

/// Rules in the pattern language work, but the form would make phrases of them.
fn fits_the_form(rule: &Rule) -> bool {
    matches!(rule.kind, Kind::Phrases | Kind::Regex)
}

fn name(rule: &Rule) -> &str {
    if rule.message.is_empty() { "A rule without words yet" } else { &rule.message }
}

/// A rule in a line: what it looks for, and where.
fn gist(rule: &Rule) -> String {
    let patterns = rule.patterns.join(" · ");
    if rule.sites.is_empty() {
        return patterns;
    }
    let sites: Vec<_> = rule.sites.iter().map(|site| site_name(site)).collect();
    format!("{patterns} (on {})", sites.join(" and "))
}

/// Toggles, edit and delete.
pub fn listen(page: &Rc<Options>) {
    let at = page.clone();
    View::id("mine").on_part("change", "enabled", move |toggle, rows| {
        let enabled = toggle.checked();
        if let Some(id) = id_at(&at, rows) {
            undo::forget(&at);
            change(&at, Part::Custom, move |settings| {
                for rule in settings.custom.iter_mut().filter(|rule| rule.id == id) {
                    rule.enabled = enabled;
                }
            });
        }
    });
    let at = page.clone();
    View::id("mine").on_part("click", "edit", move |_, rows| {
        if let Some(id) = id_at(&at, rows) {
            form::open(&at, &id);
        }
    });
    let at = page.clone();
    View::id("mine").on_part("click", "delete", move |_, rows| {
        if let Some(&index) = rows.first() {
            delete(&at, index);
        }
    });
}

fn id_at(page: &Options, rows: &[usize]) -> Option<String> {
    listed(page).get(*rows.first()?).map(|rule| rule.id.to_string())
}

fn delete(page: &Rc<Options>, index: usize) {
    let Some(rule) = listed(page).get(index).cloned() else { return };
    let id = rule.id.to_string();
    let words = format!("“{}” is deleted.", name(&rule));
    if page.open_id().as_deref() == Some(&id) {
        form::leave(page);
    }
    let sketch = form::discard(page, &id);
    if index < page.settings.borrow().custom.len() {
        change(page, Part::Custom, move |settings| settings.custom.retain(|rule| rule.id != id));
        undo::offer(page, "mine-notice", &words, Undo::Rule(index, rule.into(), sketch));
    } else if let Some(sketch) = sketch {
        show(page);
        undo::offer(page, "mine-notice", &words, Undo::Sketch(id, sketch));
    }
    if !View::id("mine").row(index).part("delete").focus() {
        undo::button("mine-notice").focus();
    }
}

/// Opens a rule in the form, or shows it in the list if it does not fit.
pub fn edit(page: &Rc<Options>, id: &str) {
    let found = page.settings.borrow().custom.iter().position(|rule| rule.id == id);
    let Some(index) = found else { return };
    if fits_the_form(&page.settings.borrow().custom[index]) {
        form::open(page, id);
    } else {
        View::id("mine").row(index).part("enabled").focus();
    }
}

/// Moves the focus to the edit button of a rule, if it is in the list.
pub fn focus(page: &Options, id: &str) -> bool {
    let index = page.settings.borrow().custom.iter().position(|rule| rule.id == id);
    index.is_some_and(|index| View::id("mine").row(index).part("edit").focus())
}

#[cfg(test)]
mod tests {
    use super::super::sketch::Sketch;
    use super::*;

    #[test]
    fn the_gist_names_patterns_and_sites() {
        let mut sketch = Sketch::blank(&["linkedin", "x"]);
        sketch.phrases = "quick favour\ntiny ask".into();
        assert_eq!(gist(&sketch.rule("custom.a", None, 2)), "quick favour · tiny ask");
        assert_eq!(
            gist(&sketch.rule("custom.a", None, 3)),
            "quick favour · tiny ask (on LinkedIn and X)"
        );
    }
}
