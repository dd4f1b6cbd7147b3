//! Rules of the user's own: what they find, when, what they offer, and who goes first.
#![allow(clippy::unwrap_used)] // A test may.

use serde_json::{Value, json};
use youfirst::report::{Report, SuggestionKind};
use youfirst::rule::Rule;
use youfirst::rule_check::{check_rule, check_with};
use youfirst::{Draft, Engine, Settings};

/// A rule with these fields beside what every rule has.
fn rule(fields: Value) -> Rule {
    let mut rule = json!({
        "id": "custom.a", "kind": "phrases", "message": "Plain words are kind.",
        "severity": "soft", "weight": 4
    });
    rule.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    serde_json::from_value(rule).unwrap()
}

fn own(rules: Vec<Rule>) -> Settings {
    Settings { custom: rules, ..Settings::default() }
}

fn analyze(text: &str, rules: Vec<Rule>) -> Report {
    Engine::new(&own(rules)).0.analyze(&Draft::new(text))
}

/// The draft after the first edit of the rule's first finding; empty where there is none.
fn mended(text: &str, rule: &Rule) -> String {
    let report = analyze(text, vec![rule.clone()]);
    let finding = report.findings.iter().find(|f| f.rule == rule.id);
    let edit = finding.and_then(|f| f.suggestions.first());
    let edit = edit.filter(|s| s.kind == SuggestionKind::Edit);
    edit.map_or(String::new(), |s| {
        format!("{}{}{}", &text[..s.span.start], s.text, &text[s.span.end..])
    })
}

#[test]
fn each_pair_offers_its_own_words_first() {
    let table = rule(json!({
        "patterns": ["ping me"],
        "swaps": [["reach out", "write"], ["low-hanging fruit", "$1 wins"], ["synergy", ""]],
        "suggestions": [{"kind": "edit", "text": "help"}]
    }));
    for (text, expected) in [
        ("Reach out any time.", "Write any time."),
        ("It is low hanging fruit.", "It is $1 wins."),
        ("There is synergy here.", "There is help here."),
        ("Do ping me then.", "Do help then."),
    ] {
        assert_eq!(mended(text, &table), expected);
    }
    let report = analyze("Reach out any time.", vec![table]);
    assert_eq!(report.findings[0].suggestions.len(), 2);
}

#[test]
fn a_word_stands_for_its_forms_where_the_rule_says_so() {
    let mut verbs = rule(json!({
        "swaps": [["utilize", "use"], ["reach out", "write to me"], ["a template", "a draft"]]
    }));
    assert_eq!(mended("We utilized it.", &verbs), "");
    verbs.forms = true;
    for (text, expected) in [
        ("We utilized it.", "We used it."),
        ("Utilizing it helps.", "Using it helps."),
        ("She reached out.", "She wrote to me."),
        ("They are reaching out.", "They are writing to me."),
        ("It was a template.", "It was a draft."),
        // “as” is no form of “a”.
        ("It came as template.", ""),
    ] {
        assert_eq!(mended(text, &verbs), expected, "{text}");
    }
}

#[test]
fn conditions_hold_for_phrases_and_expressions_alike() {
    let text = "Quick call today? I liked the talk. It was long. It rained. Quick call it is.";
    let found = |kind: &str, when: Value, channel: Option<&str>| {
        let rule = rule(json!({"kind": kind, "patterns": ["quick call"], "when": when}));
        let engine = Engine::new(&own(vec![rule])).0;
        let channel = channel.map(str::to_string);
        let report = engine.analyze(&Draft { channel, ..Draft::new(text) });
        let own = report.findings.iter().filter(|f| f.family == "custom");
        own.map(|f| f.span.start).collect::<Vec<_>>()
    };
    let (first, last) = (0, text.rfind("Quick").unwrap());
    for kind in ["phrases", "regex"] {
        for (when, expected) in [
            (json!({}), vec![first, last]),
            (json!({"position": "opening"}), vec![first]),
            (json!({"position": "closing"}), vec![last]),
            (json!({"sentence": "question"}), vec![first]),
            (json!({"sentence": "statement"}), vec![last]),
            (json!({"sentence": "question", "position": "closing"}), vec![]),
            (json!({"stages": ["first-contact"]}), vec![first, last]),
            (json!({"stages": ["warm"]}), vec![]),
            (json!({"zones": ["signature"]}), vec![]),
        ] {
            assert_eq!(found(kind, when.clone(), None), expected, "{kind} {when}");
        }
        let mail = || json!({"channels": ["email"]});
        assert_eq!(found(kind, mail(), Some("email")), [first, last], "{kind}");
        assert!(found(kind, mail(), Some("x-dm")).is_empty(), "{kind}");
    }
}

#[test]
fn the_users_own_rule_goes_before_the_built_in_ones_on_its_words() {
    let text = "Could you send me the slides? Thanks in advance!";
    let built_in = |report: &Report| report.findings.iter().any(|f| f.quote == "Thanks in advance");
    let families = |report: &Report| {
        let there = report.findings.iter().filter(|f| f.quote.contains("hanks in"));
        there.map(|f| f.family.clone()).collect::<Vec<_>>()
    };
    assert!(built_in(&analyze(text, vec![])));
    for pattern in ["thanks in advance", "thanks in advance!", "slides? Thanks in advance"] {
        let own = rule(json!({"kind": "regex", "patterns": [regex_of(pattern)]}));
        assert_eq!(families(&analyze(text, vec![own])), ["custom"], "{pattern}");
    }
    // A part of the words is no word on the whole.
    let own = rule(json!({"patterns": ["thanks in"]}));
    assert_eq!(families(&analyze(text, vec![own])), ["custom", "presumption"]);
    // Praise is built in as well.
    let thanks = "Thank you for your talk on soil, it changed how we plant.";
    assert!(!analyze(thanks, vec![]).strengths.is_empty());
    let own = rule(json!({"kind": "regex", "patterns": ["thank you for.*"]}));
    assert!(analyze(thanks, vec![own]).strengths.is_empty());
}

fn regex_of(text: &str) -> String {
    text.replace('?', r"\?")
}

#[test]
fn of_the_users_rules_on_the_same_words_the_earlier_one_stays() {
    let named = |id: &str, phrase: &str| rule(json!({"id": id, "patterns": [phrase]}));
    let ids = |rules: Vec<Rule>| {
        let report = analyze("We should circle back on it.", rules);
        report.findings.into_iter().map(|f| f.rule).collect::<Vec<_>>()
    };
    let (a, b) = (named("custom.a", "circle back"), named("custom.b", "circle back"));
    assert_eq!(ids(vec![a.clone(), b.clone()]), ["custom.a"]);
    assert_eq!(ids(vec![b, a.clone()]), ["custom.b"]);
    assert_eq!(ids(vec![a, named("custom.c", "circle back on it")]), ["custom.c"]);
}

#[test]
fn a_rule_with_the_id_of_another_is_left_out_and_named() {
    let twin = rule(json!({"patterns": ["zyzzyva"], "message": "The twin."}));
    let built_in = rule(json!({"id": "presumption.thanks-in-advance", "patterns": ["zyzzyva"]}));
    let first = rule(json!({"patterns": ["circle back"]}));
    let (engine, notes) = Engine::new(&own(vec![first, twin, built_in]));
    assert_eq!(notes.len(), 2);
    assert_eq!(notes[0].text, "Your rule “The twin.” is left out: another rule has its id");
    let report = engine.analyze(&Draft::new("We circle back to a zyzzyva."));
    assert_eq!(report.findings.iter().map(|f| &f.quote).collect::<Vec<_>>(), ["circle back"]);
}

#[test]
fn what_pairs_may_not_be_is_said() {
    let problems = |fields: Value| {
        let problems = check_rule(&rule(fields)).problems;
        problems.into_iter().map(|p| (p.field, p.index)).collect::<Vec<_>>()
    };
    let at = |field: &str, index| vec![(field.to_string(), index)];
    assert_eq!(problems(json!({})), at("patterns", 0));
    assert_eq!(problems(json!({"swaps": [["a", "b"]], "forms": true, "group": "Mine"})), []);
    assert_eq!(problems(json!({"swaps": [["a", "b"], ["…", "b"]]})), at("swaps", 1));
    let both = json!({"kind": "regex", "patterns": ["a"], "swaps": [["a", "b"]]});
    assert_eq!(problems(both), at("swaps", 0));
}

#[test]
fn trying_out_a_rule_leaves_an_engine_as_it_was() {
    let text = "We should circle back to the zyzzyva, and share what we utilize.";
    let mut engine = Engine::new(&own(vec![rule(json!({"patterns": ["utilize"]}))])).0;
    let before = engine.analyze(&Draft::new(text));
    let tried = rule(json!({
        "swaps": [["circle back", "return"], ["zyzzyva", "weevil"]],
        "fires": ["We «circle back» to a «zyzzyva»."], "quiet": ["We utilize it.", "A zyzzyva."]
    }));
    let again = rule(json!({
        "kind": "regex", "patterns": ["we (circle|share)"],
        "fires": ["And «we circle» it."], "quiet": []
    }));
    for _ in 0..2 {
        let check = check_with(&mut engine, &tried);
        assert!(check.problems.is_empty() && check.fires[0].ok && check.quiet[0].ok);
        assert!(!check.quiet[1].ok);
        assert!(check_with(&mut engine, &again).fires[0].ok);
        assert_eq!(check_with(&mut engine, &tried), check_rule(&tried));
        assert_eq!(engine.analyze(&Draft::new(text)), before);
    }
}

#[test]
fn expressions_are_said_in_plain_words() {
    for (expression, said) in [
        (
            r"\b(quick|tiny) favou?r\b",
            "the word “quick” or “tiny”, a space, then “favor” or “favour”",
        ),
        ("thanks in advance", "“thanks in advance”"),
        (r"\bjust\b", "the word “just”"),
        (r"\bthanks in advance\b", "the words “thanks in advance”"),
        (r"\bshar(e|ing)", "“share” or “sharing” at the start of a word"),
        (r"ness\b", "“ness” at the end of a word"),
        ("organi[sz]ed?", "“organise”, “organised”, “organize” or “organized”"),
        (r"(\d+) ?min", "one or more digits, then “min” or “ min”"),
        (
            "pick .{0,40} brain",
            "“pick”, a space, up to 40 characters of anything, a space, then “brain”",
        ),
        (
            r"^(hey|hi),?\s*$",
            "the start of the text, “hey”, “hey,”, “hi” or “hi,”, any number of spaces, then \
             the end of the text",
        ),
        (
            r"\b\w+ly\b",
            "the start of a word, one or more letters, digits or _, then “ly” at the end of a \
             word",
        ),
        (r"[^.!?]{3,}\?", "3 or more characters other than “.”, “!” or “?”, then “?”"),
        ("(really ){2}", "“really ” (2 times)"),
        (r"(?i)@[a-z\d_]+", "“@”, then a letter from a to z, a digit or “_” (one or more times)"),
        (r"a(b|c\d)*", "“a”, then (either “b” or (“c”, then a digit)) (any number of times)"),
        (
            r"\S\s{2,3}\B\d?",
            "anything but a space, 2 to 3 spaces, no edge of a word, then perhaps a digit",
        ),
        (
            r"[a-z&&[^b]]+|\x41\n",
            "either one of [a-z&&[^b]] (one or more times) or (“A”, then a line end)",
        ),
        ("(a", ""),
    ] {
        let check = check_rule(&rule(json!({"kind": "regex", "patterns": [expression]})));
        assert_eq!(check.says, [said], "{expression}");
    }
    assert!(check_rule(&rule(json!({"patterns": ["a phrase"]}))).says.is_empty());
}
