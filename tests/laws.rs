//! Laws of the score, held against every message of the corpus.

mod support;

use std::sync::LazyLock;
use support::corpus;
use youfirst::catalogue::families;
use youfirst::message::Message;
use youfirst::pattern::Vocabulary;
use youfirst::report::{Finding, Report, Severity, Stage, SuggestionKind};
use youfirst::{Draft, Engine, Settings};

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::new(&Settings::default()).0);

fn drafts() -> Vec<(String, Draft)> {
    let messages = corpus().into_iter().flat_map(|(_, messages)| messages);
    messages.map(|message| (message.id.clone(), message.draft())).collect()
}

fn with_text(draft: &Draft, text: String) -> Draft {
    Draft { text, ..draft.clone() }
}

/// Checks `holds(before, after)` for each draft and each change of it that `changes` gives.
fn check(changes: &dyn Fn(&Draft, &Report) -> Vec<String>, holds: &dyn Fn(u8, u8) -> bool) {
    let mut broken = Vec::new();
    for (id, draft) in drafts() {
        let report = ENGINE.analyze(&draft);
        let Some(before) = report.score else { continue };
        for text in changes(&draft, &report) {
            let changed = ENGINE.analyze(&with_text(&draft, text.clone()));
            if let Some(after) = changed.score.filter(|&after| !holds(before, after)) {
                let new: Vec<&str> = changed.findings.iter().map(|f| f.rule.as_str()).collect();
                broken.push(format!("{id}: {before} → {after}\n  {text:?}\n  {new:?}"));
            }
        }
    }
    assert!(broken.is_empty(), "{} broken:\n{}", broken.len(), broken.join("\n"));
}

#[test]
fn removing_a_flagged_sentence_without_merit_never_lowers_the_score() {
    let without = |draft: &Draft, report: &Report| {
        let message = Message::read(&draft.text, &Vocabulary::default());
        let spans = message
            .sentences
            .iter()
            .map(|s| message.text.original_span(s.range.start, s.range.end));
        let bare = |span: &youfirst::report::Span| {
            let flagged = report
                .findings
                .iter()
                .any(|f| f.severity > Severity::Hint && f.span.overlaps(*span));
            flagged && !report.strengths.iter().any(|p| p.span.overlaps(*span))
        };
        spans
            .filter(bare)
            .map(|s| format!("{}{}", &draft.text[..s.start], &draft.text[s.end..]))
            .collect()
    };
    check(&without, &|before, after| after >= before);
}

#[test]
fn adding_a_strength_never_lowers_the_score() {
    let praise = families().iter().filter(|f| f.praise);
    let examples = praise.flat_map(|f| f.rules.iter().filter_map(|r| r.fires.first()));
    let sentences: Vec<String> = examples
        .map(|e| e.text.replace(['«', '»'], ""))
        .filter(|text| {
            // A strength that is an ask as well may cost as an ask, wherever strangers are courted.
            let stage = Some("connect-note".to_string());
            let report = ENGINE.analyze(&Draft { stage, ..Draft::new(text.as_str()) });
            report.findings.is_empty() && !report.strengths.is_empty()
        })
        .collect();
    assert!(sentences.len() >= 10, "{}", sentences.len());
    let with = |draft: &Draft, report: &Report| {
        // After a no an offer is one more try.
        if report.stage == Some(Stage::Declined) {
            return Vec::new();
        }
        let at = draft.text.find("\n\n").map_or(draft.text.len(), |at| at);
        let insert = |s: &String| format!("{}\n\n{s}{}", &draft.text[..at], &draft.text[at..]);
        sentences.iter().map(insert).collect()
    };
    check(&with, &|before, after| after >= before);
}

#[test]
fn two_copies_score_no_better_than_one() {
    let twice = |draft: &Draft, _: &Report| vec![format!("{0}\n\n{0}", draft.text)];
    check(&twice, &|before, after| after <= before);
}

#[test]
fn spaces_and_the_style_of_quotes_do_not_matter() {
    let changes = |draft: &Draft, _: &Report| {
        let text = &draft.text;
        vec![
            text.replace(' ', "  "),
            text.replace('\n', "   \n"),
            text.replace('\'', "’"),
            text.replace('’', "'"),
            text.replace(['“', '”'], "\""),
            format!("\n{text}\n\n"),
        ]
    };
    check(&changes, &|before, after| after == before);
}

#[test]
fn applying_all_safe_edits_never_lowers_the_score() {
    let edited = |draft: &Draft, report: &Report| {
        let mut text = draft.text.clone();
        let mut before = text.len();
        let first_edit =
            |f: &Finding| f.suggestions.iter().find(|s| s.kind == SuggestionKind::Edit).cloned();
        for edit in report.findings.iter().rev().filter_map(first_edit) {
            if edit.span.end <= before {
                text.replace_range(edit.span.start..edit.span.end, &edit.text);
                before = edit.span.start;
            }
        }
        vec![text]
    };
    check(&edited, &|before, after| after >= before);
}
