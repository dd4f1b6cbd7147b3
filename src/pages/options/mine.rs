//! The list of the user's own rules: in their groups, in their order.

use super::change::{Part, change};
use super::undo::{self, Undo};
use super::{Options, form};
use crate::pages::dom::View;
use crate::pages::settings::site_name;
use crate::pages::words::t;
use crate::rule::{Kind, Rule};
use std::rc::Rc;

/// How much of what a rule looks for is told in the list.
const TOLD: usize = 4;

/// The saved rules, then the ones that were begun and never saved, by their place in the list.
fn listed(page: &Options) -> Vec<Rule> {
    let settings = page.settings.borrow();
    let saved = arranged(&settings.custom).into_iter().map(|index| settings.custom[index].clone());
    saved.chain(page.unsaved()).collect()
}

/// The rules by group: those of none first, then group by group as they first come.
fn arranged(rules: &[Rule]) -> Vec<usize> {
    let mut groups = vec![""];
    for rule in rules {
        if !groups.contains(&rule.group.as_str()) {
            groups.push(&rule.group);
        }
    }
    let of = |group: &str| {
        let group = group.to_owned();
        (0..rules.len()).filter(move |index| rules[*index].group == group)
    };
    groups.into_iter().flat_map(of).collect()
}

/// The next rule of the same group, up or down.
fn neighbour(rules: &[Rule], id: &str, up: bool) -> Option<(usize, usize)> {
    let at = rules.iter().position(|rule| rule.id == id)?;
    let alike = |index: &usize| rules[*index].group == rules[at].group;
    let other = if up { (0..at).rev().find(alike) } else { (at + 1..rules.len()).find(alike) };
    Some((at, other?))
}

/// Shows the list.
pub fn show(page: &Options) {
    let rules = listed(page);
    let custom = &page.settings.borrow().custom;
    let saved = custom.len();
    View::id("mine-empty").show(rules.is_empty() && page.open_id().is_none());
    View::id("export-rules").set("disabled", saved == 0);
    let begun = rules.len() > saved;
    View::id("add").text(&t(if begun { "ruleGoOn" } else { "ruleAdd" }, &[]));
    let rows: Vec<_> = rules.iter().enumerate().collect();
    View::id("mine").show(!rules.is_empty()).rows("own-row", &rows, |row, (index, rule)| {
        let name = name(rule);
        let is_saved = *index < saved;
        let first = *index == 0 || rules[*index - 1].group != rule.group;
        row.part("group").show(is_saved && first && !rule.group.is_empty());
        row.part("group-name").text(&rule.group);
        let all_on = custom.iter().all(|other| other.group != rule.group || other.enabled);
        let label = t("optionsUseGroup", &[&rule.group]);
        row.part("group-on").set("checked", all_on).attr("aria-label", &label);
        row.part("message").text(&name);
        row.part("patterns").text(&gist(rule));
        row.part("switch").show(is_saved);
        row.part("enabled").set("checked", rule.enabled);
        row.part("half").show(!is_saved || page.is_half_written(&rule.id));
        row.part("edit").show(fits_the_form(rule));
        row.part("copy").show(is_saved);
        for (part, up) in [("up", true), ("down", false)] {
            let fixed = neighbour(custom, &rule.id, up).is_none();
            row.part(part).show(is_saved && saved > 1).set("disabled", fixed);
        }
        for (part, key) in LABELS {
            row.part(part).attr("aria-label", &t(key, &[&name]));
        }
    });
}

const LABELS: [(&str, &str); 6] = [
    ("enabled", "optionsUseRule"),
    ("edit", "optionsEditRule"),
    ("copy", "optionsDuplicateRule"),
    ("delete", "optionsDeleteRule"),
    ("up", "optionsRuleUp"),
    ("down", "optionsRuleDown"),
];

/// Rules in the pattern language work, but the form would make phrases of them.
fn fits_the_form(rule: &Rule) -> bool {
    matches!(rule.kind, Kind::Phrases | Kind::Regex)
}

fn name(rule: &Rule) -> String {
    if rule.message.is_empty() { t("ruleNameless", &[]) } else { rule.message.clone() }
}

/// A rule in a line: what it looks for, and where.
fn gist(rule: &Rule) -> String {
    let (told, more) = looks_for(rule);
    let mut words = told.join(" · ");
    if more > 0 {
        words = t("ruleGistMore", &[&words, &more.to_string()]);
    }
    let sites: Vec<_> = rule.sites.iter().map(|site| site_name(site)).collect();
    match sites.is_empty() {
        true => words,
        false => t("ruleGistSites", &[&words, &sites.join(", ")]),
    }
}

/// The first things that a rule looks for, and how many more there are.
fn looks_for(rule: &Rule) -> (Vec<String>, usize) {
    let swaps = rule.swaps.iter().map(|(phrase, instead)| match instead.as_str() {
        "" => phrase.clone(),
        _ => [phrase, " → ", instead].concat(),
    });
    let told: Vec<_> = rule.patterns.iter().cloned().chain(swaps).take(TOLD).collect();
    let all = rule.patterns.len() + rule.swaps.len();
    (told, all.saturating_sub(TOLD))
}

/// Switches, order, edit, duplicate and delete.
pub fn listen(page: &Rc<Options>) {
    let at = page.clone();
    View::id("mine").on_part("change", "enabled", move |toggle, rows| {
        let enabled = toggle.checked();
        if let Some(id) = id_at(&at, rows) {
            enable(&at, enabled, move |rule| rule.id == id);
        }
    });
    let at = page.clone();
    View::id("mine").on_part("change", "group-on", move |toggle, rows| {
        let group = rows.first().and_then(|&row| Some(listed(&at).get(row)?.group.clone()));
        if let Some(group) = group {
            enable(&at, toggle.checked(), move |rule| rule.group == group);
        }
    });
    for (part, up) in [("up", true), ("down", false)] {
        let at = page.clone();
        View::id("mine").on_part("click", part, move |_, rows| {
            if let Some(id) = id_at(&at, rows) {
                shift(&at, &id, part, up);
            }
        });
    }
    let at = page.clone();
    View::id("mine").on_part("click", "edit", move |_, rows| {
        if let Some(id) = id_at(&at, rows) {
            form::open(&at, &id);
        }
    });
    let at = page.clone();
    View::id("mine").on_part("click", "copy", move |_, rows| {
        if let Some(id) = id_at(&at, rows) {
            duplicate(&at, &id);
        }
    });
    let at = page.clone();
    View::id("mine").on_part("click", "delete", move |_, rows| {
        if let Some(&row) = rows.first() {
            delete(&at, row);
        }
    });
}

fn id_at(page: &Options, rows: &[usize]) -> Option<String> {
    listed(page).get(*rows.first()?).map(|rule| rule.id.to_string())
}

fn enable(page: &Rc<Options>, enabled: bool, which: impl Fn(&Rule) -> bool + 'static) {
    undo::forget(page);
    change(page, Part::Custom, move |settings| {
        for rule in settings.custom.iter_mut().filter(|rule| which(rule)) {
            rule.enabled = enabled;
        }
    });
}

/// Moves a rule by one place within its group. The focus stays on its button, or goes to the
/// other one where it can go no further.
fn shift(page: &Rc<Options>, id: &str, part: &str, up: bool) {
    let moved = id.to_owned();
    undo::forget(page);
    change(page, Part::Custom, move |settings| {
        if let Some((at, other)) = neighbour(&settings.custom, &moved, up) {
            settings.custom.swap(at, other);
        }
    });
    let can = neighbour(&page.settings.borrow().custom, id, up).is_some();
    let button = match (can, up) {
        (true, _) => part,
        (false, true) => "down",
        (false, false) => "up",
    };
    if let Some((row, of)) = row_of(page, id) {
        View::id("mine").row(row).part(button).focus();
        let place = [(row + 1).to_string(), of.to_string()];
        undo::say("mine-notice", &t("ruleMoved", &[&place[0], &place[1]]));
    }
}

/// Puts a copy behind a rule.
fn duplicate(page: &Rc<Options>, id: &str) {
    let (of, copy) = (id.to_owned(), form::new_id());
    let new = copy.clone();
    undo::forget(page);
    change(page, Part::Custom, move |settings| {
        let found = settings.custom.iter().position(|rule| rule.id == of);
        if let Some(at) = found {
            let rule = Rule { id: new.clone(), ..settings.custom[at].clone() };
            settings.custom.insert(at + 1, rule);
        }
    });
    undo::say("mine-notice", &t("ruleDuplicated", &[]));
    focus(page, &copy);
}

fn delete(page: &Rc<Options>, row: usize) {
    let Some(rule) = listed(page).get(row).cloned() else { return };
    let id = rule.id.to_string();
    let words = t("ruleDeleted", &[&name(&rule)]);
    if page.open_id().as_deref() == Some(&id) {
        form::leave(page);
    }
    let sketch = form::discard(page, &id);
    let index = page.settings.borrow().custom.iter().position(|rule| rule.id == id);
    if let Some(index) = index {
        change(page, Part::Custom, move |settings| settings.custom.retain(|rule| rule.id != id));
        undo::offer(page, "mine-notice", &words, Undo::Rule(index, rule.into(), sketch));
    } else if let Some(sketch) = sketch {
        show(page);
        undo::offer(page, "mine-notice", &words, Undo::Sketch(id, sketch));
    }
    if !View::id("mine").row(row).part("delete").focus() {
        undo::button("mine-notice").focus();
    }
}

/// Opens a rule in the form, or shows it in the list if it does not fit.
pub fn edit(page: &Rc<Options>, id: &str) {
    let found = page.settings.borrow().custom.iter().find(|rule| rule.id == id).cloned();
    match found {
        Some(rule) if fits_the_form(&rule) => form::open(page, id),
        _ => {
            focus_on(page, id, "enabled");
        }
    }
}

/// Moves the focus to the edit button of a rule, if it is in the list.
pub fn focus(page: &Options, id: &str) -> bool {
    focus_on(page, id, "edit")
}

/// Moves the focus to a part of the row of a rule.
pub fn focus_on(page: &Options, id: &str, part: &str) -> bool {
    row_of(page, id).is_some_and(|(row, _)| View::id("mine").row(row).part(part).focus())
}

/// The row of a saved rule, and how many there are.
fn row_of(page: &Options, id: &str) -> Option<(usize, usize)> {
    let custom = &page.settings.borrow().custom;
    let row = arranged(custom).into_iter().position(|index| custom[index].id == id)?;
    Some((row, custom.len()))
}

#[cfg(test)]
mod tests {
    use super::super::sketch::Sketch;
    use super::*;

    fn rule(id: &str, group: &str) -> Rule {
        Rule { group: group.into(), ..Sketch::default().rule(id, None) }
    }

    #[test]
    fn rules_stand_in_their_groups_and_move_within_them() {
        let rules = [rule("a", ""), rule("b", "Work"), rule("c", "Home"), rule("d", "Work")];
        assert_eq!(arranged(&rules), [0, 1, 3, 2]);
        assert_eq!(neighbour(&rules, "d", true), Some((3, 1)));
        assert_eq!(neighbour(&rules, "d", false), None);
        assert_eq!(neighbour(&rules, "c", true), None);
    }

    #[test]
    fn a_long_rule_is_told_in_short() {
        let mut long = rule("a", "");
        long.patterns = vec!["ASAP".into()];
        long.swaps = (0..9).map(|n| (format!("p{n}"), String::new())).collect();
        long.swaps[0].1 = "q".into();
        let (told, more) = looks_for(&long);
        assert_eq!(told, ["ASAP", "p0 → q", "p1", "p2"]);
        assert_eq!(more, 6);
    }
}
