//! The places of a draft to look at, those that win back the most first, and what a rewrite
//! changes there.

use super::report::{Finding, Suggestion};
use crate::pages::marked::byte_at;
use crate::report::{Severity, Span, SuggestionKind};

/// A phrase with all that was found in it.
pub struct Place<'r> {
    pub span: Span,
    pub quote: &'r str,
    /// The loudest of its findings.
    pub severity: Severity,
    /// What mending all of it wins back.
    pub points: i32,
    /// What the reader may feel, a sentence a finding.
    pub messages: Vec<&'r str>,
    /// The rewrite that can be taken as it stands.
    pub edit: Option<&'r Suggestion>,
}

/// The phrases with findings; those that win back as much stand in the order of the text.
pub fn ranked(findings: &[Finding]) -> Vec<Place<'_>> {
    let mut places: Vec<Place<'_>> = Vec::new();
    for finding in findings {
        let span = Span { start: finding.start, end: finding.end };
        let at = places.iter().position(|place| place.span == span);
        let at = at.unwrap_or_else(|| {
            places.push(Place {
                span,
                quote: &finding.quote,
                severity: finding.severity,
                points: 0,
                messages: Vec::new(),
                edit: None,
            });
            places.len() - 1
        });
        let place = &mut places[at];
        place.severity = place.severity.max(finding.severity);
        place.points += i32::from(finding.points);
        place.messages.push(&finding.message);
        let edit = finding.suggestions.first().filter(|best| best.kind == SuggestionKind::Edit);
        place.edit = place.edit.or(edit);
    }
    places.into_iter().fold(Vec::new(), |mut ranked: Vec<Place<'_>>, place| {
        let less = ranked.iter().position(|other| other.points < place.points);
        ranked.insert(less.unwrap_or(ranked.len()), place);
        ranked
    })
}

/// A change as it is shown: what stands before it, goes, comes, and stands after it.
#[derive(Debug, PartialEq, Eq)]
pub struct Difference {
    pub before: String,
    pub old: String,
    pub new: String,
    pub after: String,
}

/// What an edit changes, in whole words: one that ends within a word, as a capital does, is shown
/// with the rest of it. `None` where it does not fit the draft.
pub fn difference(draft: &str, edit: &Suggestion) -> Option<Difference> {
    let (start, end) = (byte_at(draft, edit.start)?, byte_at(draft, edit.end)?);
    let old = draft.get(start..end)?;
    let between = |c: char| c.is_whitespace() || c.is_ascii_punctuation();
    let tail = if old.ends_with(between) { "" } else { &draft[end..] };
    let rest = &tail[..tail.find(between).unwrap_or(tail.len())];
    let (old, new) = ([old, rest].concat(), [edit.text.as_str(), rest].concat());
    let (olds, news) = (words(&old), words(&new));
    let alike = |pair: &(&&str, &&str)| pair.0 == pair.1;
    let before = olds.iter().zip(&news).take_while(alike).count();
    let most = olds.len().min(news.len()) - before;
    let after = olds.iter().rev().zip(news.iter().rev()).take(most).take_while(alike).count();
    Some(Difference {
        before: olds[..before].concat(),
        old: olds[before..olds.len() - after].concat(),
        new: news[before..news.len() - after].concat(),
        after: olds[olds.len() - after..].concat(),
    })
}

/// The words of a text, each with the space after it.
fn words(text: &str) -> Vec<&str> {
    text.split_inclusive(char::is_whitespace).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn suggestion(kind: SuggestionKind, start: usize, end: usize, text: &str) -> Suggestion {
        Suggestion { kind, start, end, text: text.into() }
    }

    fn finding(start: usize, points: u8, suggestions: Vec<Suggestion>) -> Finding {
        Finding {
            severity: if points > 4 { Severity::Strong } else { Severity::Soft },
            start,
            end: start + 3,
            quote: format!("at {start}"),
            message: format!("{points} points"),
            points,
            suggestions,
        }
    }

    #[test]
    fn most_first_and_a_phrase_once() {
        let edit = suggestion(SuggestionKind::Edit, 9, 12, "you");
        let findings = [
            finding(0, 4, vec![]),
            finding(5, 4, vec![suggestion(SuggestionKind::Advice, 5, 8, "Ask less")]),
            finding(9, 2, vec![]),
            finding(9, 6, vec![edit.clone()]),
        ];
        let places = ranked(&findings);
        let order: Vec<(&str, i32)> = places.iter().map(|p| (p.quote, p.points)).collect();
        assert_eq!(order, [("at 9", 8), ("at 0", 4), ("at 5", 4)]);
        assert_eq!(places[0].messages, ["2 points", "6 points"]);
        assert_eq!((places[0].severity, places[0].edit), (Severity::Strong, Some(&edit)));
        assert_eq!(places[2].edit, None);
    }

    #[test]
    fn only_what_changes_is_struck_and_marked() {
        let shown = |start, end, text: &str| {
            let edit = suggestion(SuggestionKind::Edit, start, end, text);
            let Difference { before, old, new, after } =
                difference("👋 I just wanted to ask you", &edit)?;
            Some([before, old, new, after])
        };
        let words = |words: [&str; 4]| Some(words.map(String::from));
        assert_eq!(shown(3, 23, "I want to ask"), words(["I ", "just wanted ", "want ", "to ask"]));
        assert_eq!(shown(5, 10, ""), words(["", "just ", "", ""]));
        assert_eq!(shown(5, 6, "J"), words(["", "just", "Just", ""]));
        assert_eq!(shown(1, 6, "x"), None, "within a character");
        assert_eq!(shown(5, 99, "x"), None, "beyond the end");
    }
}
