//! Every rule's examples: what must be flagged is flagged, what must stay quiet stays quiet, an
//! edit gives the sentence after it, and every pattern is hit by an example of its own rule. What a
//! rule suggests, no rule flags.

use youfirst::catalogue::families;
use youfirst::report::{Finding, Severity, Span, SuggestionKind};
use youfirst::rule_check::broken_examples;
use youfirst::{Draft, Engine, Settings};

#[test]
fn the_examples_of_every_rule_hold() {
    let broken = broken_examples();
    let lines: Vec<String> =
        broken.iter().map(|b| format!("{}\n    {}\n    {}", b.rule, b.line, b.what)).collect();
    assert!(broken.is_empty(), "{} examples do not hold:\n\n{}", broken.len(), lines.join("\n"));
}

#[test]
fn no_rewrite_is_flagged_but_for_its_blanks() {
    let (engine, _) = Engine::new(&Settings::default());
    let mut flagged = Vec::new();
    for rule in families().iter().flat_map(|f| &f.rules) {
        let rewrites = rule.suggestions.iter().filter(|s| s.kind != SuggestionKind::Advice);
        let after = rule.fires.iter().filter_map(|example| example.after.as_ref());
        for text in rewrites.map(|s| &s.text).chain(after) {
            let report = engine.analyze(&Draft::new(text.replace("$1", "it")));
            let findings = report.findings.iter().filter(|f| f.severity >= Severity::Soft);
            let own = |f: &&Finding| f.rule != "unfilled-blank.own-blank";
            flagged.extend(
                findings.filter(own).map(|f| format!("{}: “{text}” → {}", rule.id, f.rule)),
            );
        }
    }
    assert!(flagged.is_empty(), "{}", flagged.join("\n"));
}

#[test]
fn every_family_has_its_rules() {
    for family in families() {
        let least = if family.praise || family.id == "wrong-recipient" { 1 } else { 2 };
        assert!(family.rules.len() >= least, "{} has {} rules", family.id, family.rules.len());
        assert!(!family.title.is_empty() && !family.reader.is_empty(), "{}", family.id);
    }
    assert_eq!(families().iter().filter(|f| f.praise).count(), 10);
    assert_eq!(families().iter().filter(|f| !f.praise).count(), 21);
}

/// What a suggestion puts into an example is not flagged where it stands, its blanks aside.
#[test]
fn no_rewrite_is_flagged_in_its_place() {
    let (engine, _) = Engine::new(&Settings::default());
    let mut flagged = Vec::new();
    for rule in families().iter().flat_map(|f| &f.rules) {
        for example in rule.fires.iter() {
            let text = example.text.replace(['«', '»'], "");
            let report = engine.analyze(&Draft::new(text.as_str()));
            let of_rule = report.findings.iter().filter(|f| f.rule == rule.id);
            for suggestion in of_rule.flat_map(|f| &f.suggestions) {
                if suggestion.kind == SuggestionKind::Advice {
                    continue;
                }
                let mut rewritten = text.clone();
                let Span { start, end } = suggestion.span;
                rewritten.replace_range(start..end, &suggestion.text);
                let new = Span { start, end: start + suggestion.text.len() };
                let findings = engine.analyze(&Draft::new(rewritten.as_str())).findings;
                let own = |f: &&Finding| f.severity >= Severity::Soft && f.span.overlaps(new);
                let own = findings.iter().filter(own).filter(|f| f.family != "unfilled-blank");
                flagged.extend(own.map(|f| format!("{}: “{rewritten}” → {}", rule.id, f.rule)));
            }
        }
    }
    assert!(flagged.is_empty(), "{}:\n{}", flagged.len(), flagged.join("\n"));
}
