//! The built-in rules in their families: what they say, why, on what grounds, their level, and
//! how often they spoke up here.

use super::change::{Part, change};
use super::undo::{self, Undo};
use super::{Options, mine};
use crate::pages::dom::View;
use crate::pages::marked;
use crate::pages::settings::{Level, severity_word};
use crate::pages::words::{count, t};
use crate::pages::worker::Tally;
use crate::report::Strength;
use crate::rule::{Family, Rule};
use std::rc::Rc;

/// Builds the families once; they do not change while the page is open.
pub fn build(page: &Options) {
    View::id("families").rows("family", &page.families.borrow(), |row, family: &Family| {
        row.part("title").text(&family.title);
        row.part("reader").text(&family.reader);
        row.part("size").text(&count("optionsRuleCount", family.rules.len()));
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
        row.part("strength").text(&t(strength_key(grounds.strength), &[]));
        row.part("grounds").text(&grounds.text);
    }
    row.part("fires-title").text(&t(if praise { "optionsPraises" } else { "optionsFires" }, &[]));
    row.part("fires").rows("example", &rule.fires, |line, example| {
        line.marked(&marked::by_guillemets(&example.text));
    });
    row.part("quiet").rows("example", &rule.quiet, |line, example| {
        line.text(example);
    });
    row.part("id").text(&rule.id);
    let level = row.part("level");
    level.attr("aria-label", &t("optionsLevelOf", &[&rule.message]));
    level.part("default").text(&t(default_key(rule, praise), &[]));
    for word in ["hint", "soft", "strong"] {
        level.part(word).show(!praise).set("disabled", praise);
    }
}

fn default_key(rule: &Rule, praise: bool) -> &'static str {
    match severity_word(rule.severity) {
        _ if praise => "optionsDefaultPraise",
        "hint" => "optionsDefaultHint",
        "soft" => "optionsDefaultSoft",
        _ => "optionsDefaultStrong",
    }
}

/// How far the grounds of an advice can be trusted.
fn strength_key(strength: Strength) -> &'static str {
    match strength {
        Strength::Good => "optionsEvidenceGood",
        Strength::Mixed => "optionsEvidenceMixed",
        Strength::Company => "optionsEvidenceCompany",
        Strength::Opinion => "optionsEvidenceOpinion",
    }
}

/// Shows the levels as set, and the counts.
pub fn show(page: &Options) {
    let levels = &page.settings.borrow().levels;
    let tallies = page.tallies.borrow();
    let mut changed_in = vec![0; page.families.borrow().len()];
    each_rule(page, |row, f, rule| {
        let level = levels.get(&rule.id).copied();
        changed_in[f] += usize::from(level.is_some());
        row.part("level").set("value", Level::word(level));
        row.attr("data-level", Level::word(level));
        let tally = tallies.get(&rule.id).copied().unwrap_or_default();
        row.part("tally").show(tally != Tally::default()).text(&tally_words(tally));
    });
    for (f, changed) in changed_in.iter().enumerate() {
        let chip = View::id("families").row(f).part("changed");
        chip.show(*changed > 0).text(&count("optionsChanged", *changed));
    }
    View::id("reset-levels").set("disabled", levels.is_empty());
}

fn tally_words(tally: Tally) -> String {
    let fired = count("optionsFired", tally.fired as usize);
    match tally.ignored {
        0 => fired,
        ignored => t("optionsFiredIgnored", &[&fired, &ignored.to_string()]),
    }
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

/// Levels, reset, search and filter.
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
        undo::offer(&at, "rules-notice", &t("optionsResetDone", &[]), Undo::Levels(levels));
        undo::button("rules-notice").focus();
    });
    for field in ["search", "filter"] {
        let at = page.clone();
        View::id(field).on("input", move |_| narrow(&at));
    }
}

fn rule_id(page: &Options, rows: &[usize]) -> Option<String> {
    let [family, rule] = rows else { return None };
    Some(page.families.borrow().get(*family)?.rules.get(*rule)?.id.to_string())
}

/// Shows the rules that the filter lets through and in which every word of the search box occurs.
/// A rule that is changed then stays until the next search.
fn narrow(page: &Options) {
    let (query, filter) = (View::id("search").value(), View::id("filter").value());
    let all_shown = query.trim().is_empty() && filter == "all";
    let settings = page.settings.borrow();
    let tallies = page.tallies.borrow();
    let families = page.families.borrow();
    let mut found_in = vec![0; families.len()];
    each_rule(page, |row, f, rule| {
        let level = settings.levels.get(&rule.id).copied();
        let found = passes(&filter, level, tallies.get(&rule.id).copied())
            && matches(&query, &families[f], rule);
        row.show(found);
        found_in[f] += usize::from(found);
    });
    for (f, found) in found_in.iter().enumerate() {
        View::id("families").row(f).show(*found > 0).set("open", !all_shown && *found > 0);
    }
    let all = families.iter().map(|family| family.rules.len()).sum::<usize>();
    let found = found_in.iter().sum::<usize>();
    let words = match found {
        _ if all_shown => String::new(),
        0 => t("optionsFoundNone", &[]),
        _ => t("optionsFound", &[&found.to_string(), &all.to_string()]),
    };
    View::id("found").text(&words);
}

fn passes(filter: &str, level: Option<Level>, tally: Option<Tally>) -> bool {
    match filter {
        "changed" => level.is_some(),
        "off" => level == Some(Level::Off),
        "seen" => tally.is_some_and(|tally| tally.fired > 0),
        _ => true,
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
    each_rule(page, |row, f, rule| {
        if rule.id == id {
            View::id("families").row(f).show(true).set("open", true);
            row.show(true);
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
    fn the_filter_knows_what_is_changed_off_and_seen() {
        let seen = Some(Tally { fired: 1, ignored: 0 });
        let passing = |level, tally| {
            ["all", "changed", "off", "seen"].map(|filter| passes(filter, level, tally))
        };
        assert_eq!(passing(None, None), [true, false, false, false]);
        assert_eq!(passing(Some(Level::Off), seen), [true, true, true, true]);
        let only_ignored = Some(Tally { fired: 0, ignored: 1 });
        assert_eq!(passing(Some(Level::Hint), only_ignored), [true, true, false, false]);
    }
}
