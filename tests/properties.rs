//! What must hold for any text at all.

use proptest::prelude::*;
use std::sync::LazyLock;
use youfirst::report::{Report, Span};
use youfirst::text::Text;
use youfirst::{Draft, Engine, Settings};

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::new(&Settings::default()).0);

static FORGETFUL: LazyLock<Engine> = LazyLock::new(|| Engine::new(&Settings::default()).0);

fn json(report: &Report) -> String {
    serde_json::to_string(report).unwrap_or_default()
}

fn analyze(text: &str) -> Report {
    ENGINE.analyze(&Draft::new(text))
}

/// Phrases that fire, words that shape zones, and characters that trip offset arithmetic.
const PIECES: &[&str] = &[
    "Thanks in advance",
    "I wanted to share my new podcast",
    "could you review it",
    "please RT",
    "{{first_name}}",
    "⟨name⟩",
    "[Company]",
    "Hi Ana,",
    "Dear Sir or Madam,",
    "no worries if not",
    "I loved your talk on bees",
    "@ana @bo @cy",
    "https://a.b/c",
    "ASAP",
    "DO IT RIGHT NOW",
    "I’d",
    "don’t",
    "“quoted words in here”",
    "Best,",
    "> old text",
    "\nOn Monday, Ana wrote:\n",
    "\nBest,\nJo\n",
    "\nThanks,\n",
    "P.S. ",
    "```",
    "-- ",
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "\u{a0}",
    "\u{200b}",
    "\u{200d}",
    "👩‍👩‍👧",
    "🙏",
    "é",
    "e\u{301}",
    "ﬁ",
    "İ",
    "ß",
    "مرحبا",
    "日本語",
    ".",
    "?",
    "!",
    ",",
    "…",
    "'",
    "\"",
    "«",
    "»",
    "$1",
    "%",
    "<b>",
    "\u{202e}",
    "XXX",
    "___",
    "15",
    "1,5",
    "word",
    "do you have word minutes for a call",
    "check out word and tell your friends.",
    "I",
    "you",
    "a",
    "an",
];

fn drafts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => proptest::sample::select(PIECES).prop_map(str::to_string),
        1 => any::<char>().prop_map(String::from),
        3 => Just(" ".to_string()),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn is_valid(text: &str, span: Span) -> bool {
    span.start <= span.end && text.is_char_boundary(span.start) && text.is_char_boundary(span.end)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_valid_spans(text in drafts()) {
        let report = analyze(&text);
        for finding in &report.findings {
            prop_assert!(finding.span.start < finding.span.end && is_valid(&text, finding.span));
            prop_assert_eq!(&text[finding.span.start..finding.span.end], finding.quote.as_str());
            for suggestion in &finding.suggestions {
                prop_assert!(is_valid(&text, suggestion.span), "{:?}", suggestion);
            }
        }
        for praise in &report.strengths {
            prop_assert!(is_valid(&text, praise.span));
            prop_assert_eq!(&text[praise.span.start..praise.span.end], praise.quote.as_str());
        }
        prop_assert!(report.score.is_none_or(|s| s <= 100));
        prop_assert_eq!(report.score.is_some(), report.band.is_some());
    }

    #[test]
    fn any_characters_at_all(text in "\\PC*") {
        analyze(&text);
    }

    #[test]
    fn findings_are_in_order_and_families_do_not_overlap(text in drafts()) {
        let report = analyze(&text);
        for (i, a) in report.findings.iter().enumerate() {
            for b in &report.findings[i + 1..] {
                prop_assert!(a.span.start <= b.span.start);
                prop_assert!(a.family != b.family || !a.span.overlaps(b.span));
            }
        }
    }

    #[test]
    fn quote_style_and_invisible_characters_do_not_matter(text in drafts()) {
        let curly = text.replace('\'', "’").replace(' ', "\u{a0}");
        let rules = |r: Report| r.findings.into_iter().map(|f| f.rule).collect::<Vec<_>>();
        let (plain, other) = (analyze(&text), analyze(&curly));
        prop_assert_eq!(plain.score, other.score);
        prop_assert_eq!(rules(plain), rules(other));
    }

    #[test]
    fn every_stretch_of_plain_text_has_its_place_in_the_original(text in drafts()) {
        let plain = Text::new(&text);
        let mut last = 0;
        for (at, c) in plain.plain().char_indices() {
            let span = plain.original_span(at, at + c.len_utf8());
            prop_assert!(is_valid(&text, span) && span.start >= last);
            prop_assert_eq!(text[span.start..span.end].chars().count(), 1);
            last = span.end;
        }
    }

    #[test]
    fn what_was_typed_before_does_not_matter(text in drafts(), other in drafts(), cut in 0..200_usize) {
        let at = (0..=cut.min(text.len())).rev().find(|&at| text.is_char_boundary(at));
        let (before, after) = text.split_at(at.unwrap_or(0));
        // The same unknown word to the eye of a pattern, but of other kinds.
        let words = ["15", "https://a.b/c", "@ana", "Ana", "blorp"].map(|w| text.replace("word", w));
        let typed = [format!("{before}x{after}"), format!("{before}{other}{after}"), text.clone()];
        for draft in words.into_iter().chain(typed) {
            // The empty draft makes the engine forget the sentences of the one before.
            FORGETFUL.analyze(&Draft::new(""));
            prop_assert_eq!(json(&analyze(&draft)), json(&FORGETFUL.analyze(&Draft::new(&draft))));
        }
    }

    #[test]
    fn the_causes_add_up_to_the_score(text in drafts()) {
        let report = analyze(&text);
        if let Some(score) = report.score {
            let sum: i32 = 100 + report.causes.iter().map(|c| i32::from(c.points)).sum::<i32>();
            prop_assert_eq!(sum.clamp(0, 100), i32::from(score));
        }
    }
}

#[test]
fn a_megabyte_of_anything_is_no_trouble() {
    let text = PIECES.concat().repeat(2_000);
    analyze(&text);
    analyze(&"a".repeat(1 << 20));
    analyze(&"i i i i ".repeat(1 << 17));
}
