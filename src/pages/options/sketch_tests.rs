//! From the form to a rule and back.

use super::*;

fn sketch() -> Sketch {
    Sketch {
        message: " It may read as a blast. ".into(),
        phrases: "quick favour\n\n  tiny ask ".into(),
        suggestions: vec![
            (SuggestionKind::Edit, "Could you $1?".into()),
            (SuggestionKind::Advice, "  ".into()),
        ],
        fires: "A quick favour?\n".into(),
        ..Sketch::default()
    }
}

fn json(rule: &Rule) -> serde_json::Value {
    serde_json::to_value(rule).expect("json")
}

#[test]
fn a_sketch_becomes_a_rule_and_comes_back() {
    let rule = sketch().rule("custom.a", None);
    assert_eq!(rule.message, "It may read as a blast.");
    assert_eq!(rule.patterns, ["quick favour", "tiny ask"]);
    assert_eq!(rule.suggestions.len(), 1);
    assert!(rule.sites.is_empty() && rule.when == When::default());
    let again = Sketch::of(&rule);
    assert!(!again.is_narrow() && again.sites == [true; 3]);
    assert_eq!(json(&rule), json(&again.rule("custom.a", Some(&rule))));
}

#[test]
fn conditions_and_group_come_back() {
    let mut sketch = sketch();
    sketch.sites = vec![true, false, true];
    sketch.channels[5] = false;
    sketch.stages = vec![false, true, false, false, false, false];
    sketch.position = Some(Position::Closing);
    sketch.group = " Work ".into();
    sketch.forms = true;
    let rule = sketch.rule("custom.a", None);
    assert_eq!(rule.sites, ["linkedin", "gmail"]);
    assert_eq!(rule.when.channels.len(), 5);
    assert_eq!(rule.when.stages, [Stage::FirstContact]);
    assert_eq!(rule.group, "Work");
    let again = Sketch::of(&rule);
    assert!(again.forms && again.is_narrow());
    assert_eq!(json(&rule), json(&again.rule("custom.a", Some(&rule))));
}

#[test]
fn a_table_is_the_pairs_of_a_rule_and_takes_its_phrases_in() {
    let mut sketch = sketch();
    sketch.what = What::Table;
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    sketch.table = vec![pair(" touch base ", " talk "), pair("", "lost"), pair("ASAP", "")];
    let mut rule = sketch.rule("custom.a", None);
    assert_eq!(rule.swaps, [pair("touch base", "talk"), pair("ASAP", "")]);
    assert!(rule.patterns.is_empty());
    rule.patterns.push("synergy".into());
    assert_eq!(Sketch::of(&rule).table[2], pair("synergy", ""));
}

#[test]
fn the_other_kind_keeps_its_text() {
    let mut sketch = sketch();
    sketch.what = What::Regex;
    sketch.regex = r"\bjust\b ".into();
    assert_eq!(sketch.patterns(), [r"\bjust\b "]);
    assert_eq!(filled_lines(&sketch.phrases).len(), 2);
}

#[test]
fn what_the_form_does_not_show_is_kept() {
    let mut old = sketch().rule("custom.a", None);
    old.why = "Because.".into();
    old.when.courting = true;
    let with_edit = Example { text: "A quick favour?".into(), after: Some("A?".into()) };
    old.fires = vec![with_edit.clone()];
    let rule = sketch().rule("custom.a", Some(&old));
    assert_eq!(rule.why, "Because.");
    assert!(rule.when.courting);
    assert_eq!(rule.fires, [with_edit]);
}

#[test]
fn what_is_missing_is_named() {
    let mut sketch = sketch();
    assert!(sketch.missing().is_empty());
    sketch.weight = "41".into();
    sketch.sites.fill(false);
    sketch.stages.fill(false);
    sketch.message.clear();
    sketch.what = What::Table;
    let fields: Vec<_> = sketch.missing().into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["message", "patterns", "weight", "sites", "stages"]);
}
