//! What settings, zones and the thread change about a report.
#![allow(clippy::unwrap_used)] // A test may.

use youfirst::choices::{Ignored, Level};
use youfirst::input::{Author, Counted, Turn};
use youfirst::report::{Band, Report, Severity, Stage, SuggestionKind};
use youfirst::rule::Rule;
use youfirst::{Draft, Engine, Settings};

const ASK: &str = "Could you share my new video with your followers?";

fn analyze(draft: &Draft, settings: &Settings) -> Report {
    Engine::new(settings).0.analyze(draft)
}

fn rules_of(report: &Report) -> Vec<&str> {
    report.findings.iter().map(|f| f.rule.as_str()).collect()
}

fn custom(json: &str) -> Settings {
    let rule: Rule = serde_json::from_str(json).unwrap();
    Settings { custom: vec![rule], ..Settings::default() }
}

fn turn(from: Author, text: &str) -> Turn {
    Turn { from, text: text.into() }
}

#[test]
fn what_was_counted_stands_in_for_a_thread_that_is_not_there() {
    let text = "Hi Ana, could you share my video with your team? It would mean a lot.";
    let report =
        |past: Option<Counted>| analyze(&Draft { past, ..Draft::new(text) }, &Settings::default());
    let asked = Counted { messages: 4, asks: 4, ..Counted::default() };
    let both = Counted { messages: 4, asks: 1, questions: 3, thanks: 2, ..Counted::default() };
    let (none, asked, both) = (report(None), report(Some(asked)), report(Some(both)));
    assert_eq!(asked.stage, Some(Stage::FirstContact));
    assert_eq!(both.stage, Some(Stage::Answered));
    assert!(asked.score <= none.score && none.score < both.score);
    let says = |report: &Report| report.notes.iter().any(|note| note.code == "thread-takes");
    assert_eq!([says(&none), says(&asked), says(&both)], [false, true, false]);
    assert_eq!((asked.measures.thread.mine, asked.measures.thread.unanswered), (4, 0));
}

#[test]
fn a_level_switches_off_or_changes_the_severity() {
    let draft = Draft::new(ASK);
    let default = analyze(&draft, &Settings::default());
    let rule = default.findings[0].rule.clone();
    let with = |level| Settings {
        levels: [(rule.clone(), level)].into_iter().collect(),
        ..Settings::default()
    };
    let off = analyze(&draft, &with(Level::Off));
    assert!(!rules_of(&off).contains(&rule.as_str()));
    assert!(off.score > default.score);
    let hint = analyze(&draft, &with(Level::Hint));
    assert_eq!(hint.findings.iter().find(|f| f.rule == rule).unwrap().severity, Severity::Hint);
}

#[test]
fn an_ignored_phrase_stays_quiet_however_it_is_spelled() {
    let quote = analyze(&Draft::new(ASK), &Settings::default()).findings[0].clone();
    let ignored = Ignored { rule: quote.rule.clone(), phrase: quote.quote.to_uppercase() };
    let settings = Settings { ignored: vec![ignored], ..Settings::default() };
    assert!(!rules_of(&analyze(&Draft::new(ASK), &settings)).contains(&quote.rule.as_str()));
}

#[test]
fn a_phrase_of_the_users_is_found_across_case_quotes_and_contractions() {
    let settings = custom(
        r#"{"id": "custom.a", "kind": "phrases", "patterns": ["can't wait"], "message": "Hurry.",
            "severity": "strong", "weight": 5,
            "suggestions": [{"kind": "edit", "text": "look forward"}]}"#,
    );
    for text in ["I can’t wait to see it", "we CANNOT WAIT for more", "I cant wait for it"] {
        let report = analyze(&Draft::new(text), &settings);
        let finding = report.findings.iter().find(|f| f.family == "custom").expect(text);
        assert_eq!(finding.severity, Severity::Strong);
        assert_eq!(finding.suggestions[0].kind, SuggestionKind::Edit);
    }
    let elsewhere = Draft { site: Some("x".into()), ..Draft::new("I can't wait to see it") };
    let mut only = settings.clone();
    only.custom[0].sites = vec!["gmail".into()];
    assert!(analyze(&elsewhere, &only).findings.is_empty());
}

#[test]
fn a_regular_expression_ignores_case_and_fills_its_groups() {
    let settings = custom(
        r#"{"id": "custom.b", "kind": "regex", "patterns": ["\\b(quick|short) CALL\\b"], "message": "Time.",
            "severity": "soft", "weight": 5,
            "suggestions": [{"kind": "edit", "text": "$1 note"}]}"#,
    );
    let report = analyze(&Draft::new("Would a “Quick\u{a0}call” help you next week?"), &settings);
    let finding = report.findings.iter().find(|f| f.family == "custom").unwrap();
    assert_eq!(finding.quote, "Quick\u{a0}call");
    assert_eq!(finding.suggestions[0].text, "quick note");
}

#[test]
fn a_rule_that_cannot_be_used_is_left_out_and_named() {
    let settings = custom(
        r#"{"id": "custom.c", "kind": "regex", "patterns": ["a(b"], "message": "Broken.",
            "severity": "soft", "weight": 5}"#,
    );
    let (engine, notes) = Engine::new(&settings);
    assert_eq!(notes[0].code, "bad-rule");
    assert!(notes[0].text.contains("Broken."));
    assert!(!engine.analyze(&Draft::new(ASK)).findings.is_empty());
}

#[test]
fn what_others_wrote_is_not_the_senders() {
    let quoted =
        "Fine with me, see the old mail.\n\n> Could you share my new video with your followers?";
    let spoken = "She wrote “Could you share my new video with your followers?” and I laughed.";
    for text in [quoted, spoken] {
        assert!(analyze(&Draft::new(text), &Settings::default()).findings.is_empty(), "{text}");
    }
}

#[test]
fn a_no_is_heard_in_plain_words_and_an_apology_is_none() {
    let stage = |last: &str| {
        let thread = vec![turn(Author::Me, "Would you sell our jam?"), turn(Author::Them, last)];
        analyze(&Draft { thread, ..Draft::new(ASK) }, &Settings::default()).stage
    };
    for no in [
        "We've been with the same cannery for six years.",
        "I keep the shelf just for honey.",
        "I am not the woman for it.",
        "It isn't in the budget.",
        "Closed then though, sorry!",
        "At the moment we take nobody.",
    ] {
        assert_eq!(stage(no), Some(Stage::Declined), "{no}");
    }
    for other in [
        "I broke the jar, sorry.",
        "Late with this, sorry!",
        "Sorry I missed your call, how much is a crate?",
        "I'm full up until May. Write to me again in June?",
    ] {
        assert_ne!(stage(other), Some(Stage::Declined), "{other}");
    }
}

#[test]
fn the_thread_tells_the_stage() {
    let mine = || turn(Author::Me, "Hello there, how is the harvest going this year?");
    let theirs = || turn(Author::Them, "Going well, and how are you?");
    let no = || turn(Author::Them, "Thanks, but I'm going to pass on this one.");
    for (thread, stage) in [
        (vec![], Stage::FirstContact),
        (vec![mine()], Stage::Unanswered),
        (vec![mine(), theirs()], Stage::Answered),
        (vec![mine(), theirs(), mine(), no()], Stage::Declined),
        (vec![mine(), theirs(), mine(), theirs()], Stage::Warm),
    ] {
        let draft = Draft { thread, ..Draft::new(ASK) };
        assert_eq!(analyze(&draft, &Settings::default()).stage, Some(stage));
    }
}

#[test]
fn the_thread_is_counted_on_both_sides() {
    let count = |thread: Vec<Turn>| {
        let draft = Draft { thread, ..Draft::new("How did the harvest go?") };
        analyze(&draft, &Settings::default()).measures.thread
    };
    let asks = ["Please sign up for my webinar.", "Would you buy my book for your team?"];
    let more =
        ["Could you share my video with your followers?", "Could you introduce me to your boss?"];
    let takes = count([asks, more].concat().into_iter().map(|t| turn(Author::Me, t)).collect());
    assert_eq!((takes.mine, takes.theirs, takes.unanswered), (4, 0, 4));
    assert_eq!((takes.asks, takes.questions, takes.offers, takes.thanks), (4, 0, 0, 0));
    let gives = count(vec![
        turn(Author::Me, "Thank you for mending the lock last week."),
        turn(Author::Me, "How did you learn to mend locks?"),
        turn(Author::Them, "With a lot of grease! I can't lend it to you, though, sorry."),
        turn(Author::Me, "I could lend you my ladder."),
    ]);
    assert_eq!((gives.mine, gives.theirs, gives.unanswered), (3, 1, 1));
    assert_eq!((gives.asks, gives.questions, gives.offers, gives.thanks), (0, 1, 1, 1));
    assert!(gives.declined && !takes.declined);
}

#[test]
fn another_thread_is_read_anew() {
    let (engine, _) = Engine::new(&Settings::default());
    let said = |last: &str| {
        let thread = vec![turn(Author::Me, "Would you sell our jam?"), turn(Author::Them, last)];
        engine.analyze(&Draft { thread, ..Draft::new(ASK) }).stage
    };
    for _ in 0..2 {
        assert_eq!(said("We have enough jam, no thanks."), Some(Stage::Declined));
        assert_eq!(said("With pleasure!"), Some(Stage::Answered));
        assert_eq!(engine.analyze(&Draft::new(ASK)).stage, Some(Stage::FirstContact));
    }
}

#[test]
fn the_same_ask_weighs_less_between_people_who_write_to_each_other() {
    let at = |stage: &str| {
        let draft = Draft { stage: Some(stage.into()), ..Draft::new(ASK) };
        let report = analyze(&draft, &Settings::default());
        let loudest = report.findings.iter().map(|f| f.severity).max();
        (report.score.unwrap(), loudest)
    };
    let [note, first, answered, warm] =
        ["connect-note", "first-contact", "answered", "warm"].map(at);
    assert!(note.0 < first.0 && first.0 < answered.0 && answered.0 < warm.0);
    assert_eq!(first.1, Some(Severity::Strong));
    assert_eq!(warm.1, Some(Severity::Hint));
}

#[test]
fn no_score_for_other_languages_but_blanks_are_still_found() {
    let report = analyze(
        &Draft::new("Bonjour {{prénom}}, je vous écris au sujet de votre dernier article."),
        &Settings::default(),
    );
    assert_eq!((report.score, report.band), (None, None));
    assert_eq!(report.notes[0].code, "not-english");
    assert_eq!(rules_of(&report), ["unfilled-blank.slot"]);
}

#[test]
fn kind_messages_reach_the_best_band_and_demands_do_not() {
    let kind = "Your talk on bees stayed with me, the part about the winter cluster above all. How do \
                you keep them dry? If you are busy, no worries at all.";
    let demand = "I wanted to share my new podcast with you. Please review it, share it with your \
                  followers and introduce me to your boss by end of day. Thanks in advance!";
    let band = |text: &str| analyze(&Draft::new(text), &Settings::default()).band.unwrap();
    assert_eq!(band(kind), Band::AboutThem);
    assert!(matches!(band(demand), Band::Leaning | Band::AboutYou), "{:?}", band(demand));
}

#[test]
fn where_a_rule_is_off_or_a_phrase_ignored_no_other_rule_marks_the_same_words() {
    let draft = Draft::new("Hi Ada, I would love to pick your brain about pricing.");
    let marked = |settings: &Settings| {
        let report = analyze(&draft, settings);
        report.findings.into_iter().filter(|f| f.severity > Severity::Hint).collect::<Vec<_>>()
    };
    let default = marked(&Settings::default());
    let (rule, phrase) = (default[0].rule.clone(), default[0].quote.clone());
    assert_eq!(rule, "cold-ask.pick-your-brain");
    let off = Settings {
        levels: [(rule.clone(), Level::Off)].into_iter().collect(),
        ..Settings::default()
    };
    let ignoring = Settings { ignored: vec![Ignored { rule, phrase }], ..Settings::default() };
    assert!(marked(&off).is_empty(), "{:?}", marked(&off));
    assert!(marked(&ignoring).is_empty(), "{:?}", marked(&ignoring));
}

#[test]
fn the_message_as_a_whole_gets_its_notes() {
    let notes = |draft: &Draft| {
        let report = analyze(draft, &Settings::default());
        report.notes.into_iter().map(|n| n.code).collect::<Vec<_>>()
    };
    let asks = "Could you review my new book? Could you share it with your followers? \
                Please introduce me to your editor.";
    let several = notes(&Draft::new(asks));
    for code in ["several-asks", "ask-first", "no-way-out"] {
        assert!(several.iter().any(|c| c == code), "{code} in {several:?}");
    }
    let thread = vec![
        turn(Author::Me, "Could you review my new book?"),
        turn(Author::Me, "Could you share my new book with your followers?"),
    ];
    let again = notes(&Draft { thread, ..Draft::new(ASK) });
    assert!(again.contains(&"unanswered".into()) && again.contains(&"thread-takes".into()));
    let long = "I read your post on old mills and walked the river with it in my hand. ".repeat(5);
    let note = Draft { channel: Some("linkedin-note".into()), ..Draft::new(long) };
    assert_eq!(notes(&note), ["long"]);
}
