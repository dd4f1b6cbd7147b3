//! The built-in rules in their families: what they say, why, on what grounds, and their level.

use super::change::{Part, change};
use super::undo::{self, Undo};
use super::{Options, mine};
use crate::pages::dom::View;
use crate::pages::marked;
use crate::pages::settings::{Level, severity_word};
use crate::report::Strength;
use crate::rule::{Family, Rule};
use std::rc::Rc;

/// Builds the families once; they do not change while the page is open.
pub fn build(page: &Options) {
    View::id("families").rows("family", &page.families.borrow(), |row, family: &Family| {
        row.part("title").text(&family.title);
        row.part("reader").text(&family.reader);
        row.attr("data-praise", if family.praise { "yes" } else { "no" });
        row.part("rules").rows("rule", &family.rules, |row, rule| {
            build_rule(row, rule, family.praise);
        });
    });
}

fn build_rule(row: &View, rule: &Rule, praise: bool) {
    row.attr("data-rule", &rule.id);
    row.part("message").text(&rule.message);
    row.part("why").show(!rule.why.is_empty()).text(&rule.why);
    row.part("evidence").show(rule.evidence.is_some());
    if let Some(grounds) = &rule.evidence {
        row.part("strength").text(strength_words(grounds.strength));
        row.part("grounds").text(&grounds.text);
    }
    row.part("fires-title").text(if praise { "Praises" } else { "Marks" });
    row.part("fires").rows("example", &rule.fires, |line, example| {
        line.marked(&marked::by_guillemets(&example.text));
    });
    row.part("quiet").rows("example", &rule.quiet, |line, example| {
        line.text(example);
    });
    row.part("id").text(&rule.id);
    let level = row.part("level");
    level.attr("aria-label", &format!("Level of “{}”", rule.message));
    let default = if praise { "praised" } else { severity_word(rule.severity) };
    level.part("default").text(&format!("Default ({default})"));
    for word in ["hint", "soft", "strong"] {
        level.part(word).show(!praise).set("disabled", praise);
    }
}

/// How far the grounds of an advice can be trusted.
fn strength_words(strength: Strength) -> &'static str {
    match strength {
        Strength::Good => "Good evidence",
        Strength::Mixed => "Mixed evidence",
        Strength::Company => "Company data",
        Strength::Opinion => "Experience",
    }
}

/// Shows the levels as set.
pub fn show(page: &Options) {
    let levels = &page.settings.borrow().levels;
    each_rule(page, |row, _, rule| {
        let level = levels.get(&rule.id).copied();
        row.part("level").set("value", Level::word(level));
        row.attr("data-level", Level::word(level));
    });
    View::id("reset-levels").set("disabled", levels.is_empty());
}

/// Visits each rule with its row and the index of its family.
fn each_rule(page: &Options, mut visit: impl FnMut(&View, usize, &Rule)) {
    let families = View::id("families");
    for (f, family) in page.families.borrow().iter().enumerate() {
        let rules = families.row(f).part("rules");
        for (r, rule) in family.rules.iter().enumerate() {
            visit(&rules.row(r), f, rule);
        }
    }
}

/// Levels, reset and search.
pub fn listen(page: &Rc<Options>) {
    let at = page.clone();
    View::id("families").on_part("change", "level", move |select, rows| {
        let level = Level::parse(&select.value());
        if let Some(id) = rule_id(&at, rows) {
            undo::forget(&at);
            change(&at, Part::Levels, move |s| s.levels.set(&id, level));
        }
    });
    let at = page.clone();
    View::id("reset-levels").on("click", move |_| {
        let levels = at.settings.borrow().levels.clone();
        change(&at, Part::Levels, |s| s.levels.clear());
        undo::offer(&at, "rules-notice", "All rules are back to default.", Undo::Levels(levels));
        undo::button("rules-notice").focus();
    });
    let at = page.clone();
    View::id("search").on("input", move |_| search(&at));
}

fn rule_id(page: &Options, rows: &[usize]) -> Option<String> {
    let [family, rule] = rows else { return None };
    Some(page.families.borrow().get(*family)?.rules.get(*rule)?.id.to_string())
}

/// Shows the rules in which every word of the search box occurs.
fn search(page: &Options) {
    let query = View::id("search").value();
    let families = page.families.borrow();
    let mut found_in = vec![0; families.len()];
    each_rule(page, |row, f, rule| {
        let found = matches(&query, &families[f], rule);
        row.show(found);
        found_in[f] += usize::from(found);
    });
    for (f, found) in found_in.iter().enumerate() {
        View::id("families").row(f).show(*found > 0);
    }
    let all = families.iter().map(|family| family.rules.len()).sum();
    let found = found_in.iter().sum();
    View::id("found").text(&found_words(&query, found, all));
}

fn found_words(query: &str, found: usize, all: usize) -> String {
    match found {
        _ if query.trim().is_empty() => String::new(),
        0 => "No rule has these words.".into(),
        n => format!("{n} of {all} rules"),
    }
}

/// Whether a rule, its family or its examples have all words of the query, in any case.
fn matches(query: &str, family: &Family, rule: &Rule) -> bool {
    let mut text = [&family.title, &family.reader, &rule.id, &rule.message, &rule.why]
        .map(|field| field.to_ascii_lowercase())
        .join("\n");
    for example in rule.fires.iter() {
        text.push('\n');
        text.push_str(&example.text.to_ascii_lowercase().replace(['«', '»'], ""));
    }
    query.to_ascii_lowercase().split_whitespace().all(|word| text.contains(word))
}

/// Opens the rule that the address names (`#family.problem`): where a card leads.
pub fn show_named(page: &Rc<Options>) {
    let id = View::hash();
    if id.starts_with("custom.") {
        mine::edit(page, &id);
    }
    each_rule(page, |row, _, rule| {
        if rule.id == id {
            row.part("details").set("open", true);
            row.part("summary").focus();
            row.reveal();
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn family() -> Family {
        serde_json::from_value(serde_json::json!({
            "id": "presumption", "title": "Taking a yes for granted", "reader": "“…”",
            "rule": [{
                "id": "presumption.thanks-in-advance", "kind": "pattern",
                "patterns": ["thanks in advance"], "message": "Thanks before a yes.",
                "severity": "soft", "weight": 4, "fires": ["«Thanks in advance» for it."]
            }]
        }))
        .expect("a family")
    }

    #[test]
    fn search_looks_in_families_rules_and_examples() {
        let family = family();
        let rule = &family.rules[0];
        for query in ["", "GRANTED yes", "thanks in advance for", "presumption."] {
            assert!(matches(query, &family, rule), "{query}");
        }
        assert!(!matches("thanks urgency", &family, rule));
    }

    #[test]
    fn the_search_says_what_it_found() {
        assert_eq!(found_words(" ", 3, 3), "");
        assert_eq!(found_words("x", 0, 3), "No rule has these words.");
        assert_eq!(found_words("x", 2, 3), "2 of 3 rules");
    }
}
