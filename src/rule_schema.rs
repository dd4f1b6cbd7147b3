//! What a built-in family and its rules must have. Used by `build.rs` only.

use crate::report;
use crate::rule::{Family, Kind, Rule};
use std::collections::BTreeSet;
use std::path::Path;

/// What is missing or wrong in the family of a file.
pub fn check_family(file: &Path, family: &Family) -> Vec<String> {
    let place = file.display();
    let mut problems = Vec::new();
    if file.file_stem().is_none_or(|s| *s != *family.id) {
        problems.push(format!("{place}: the file must be named after its family, {}", family.id));
    }
    let mut seen = BTreeSet::new();
    for rule in family.rules.iter() {
        let place = format!("{place}: {}", rule.id);
        if !seen.insert(rule.id.clone()) {
            problems.push(format!("{place}: this id stands twice"));
        }
        if !rule
            .id
            .strip_prefix(&*family.id)
            .is_some_and(|rest| rest.len() > 1 && rest.starts_with('.'))
        {
            problems.push(format!("{place}: the id must begin with “{}.”", family.id));
        }
        problems
            .extend(check_rule(rule, family.praise).into_iter().map(|p| format!("{place}: {p}")));
    }
    problems
}

fn check_rule(rule: &Rule, praise: bool) -> Vec<String> {
    let mut problems = Vec::new();
    let mut need = |holds: bool, what: &str| {
        if !holds {
            problems.push(what.to_string());
        }
    };
    need(rule.fires.len() >= 2, "needs at least two sentences under `fires`");
    need(rule.quiet.len() >= 2, "needs at least two sentences under `quiet`");
    need(rule.message.chars().count() <= 120, "the message is longer than 120 characters");
    need((1..=40).contains(&rule.weight), "the weight must lie between 1 and 40");
    need(matches!(rule.kind, Kind::Pattern | Kind::Check), "built-in rules are patterns or checks");
    need(
        (rule.kind == Kind::Check) == rule.check.is_some(),
        "`check` goes with kind = \"check\", and only with it",
    );
    need(
        (rule.kind == Kind::Pattern) != rule.patterns.is_empty(),
        "a pattern rule needs patterns, a check has none",
    );
    need(
        praise == rule.suggestions.is_empty(),
        "a finding needs a suggestion, a strength has none",
    );
    let edits = rule.suggestions.iter().any(|s| s.kind == report::SuggestionKind::Edit);
    let shown = rule.fires.iter().any(|e| e.after.is_some());
    need(edits == shown, "an edit needs an example with `after`, and only an edit has one");
    problems
}
