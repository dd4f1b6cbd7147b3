//! Suggestions: a rule's remedies fitted into the sentence at hand.

use crate::find::Hit;
use crate::letters::capital;
use crate::message::Message;
use crate::phrase;
use crate::report::{Suggestion, SuggestionKind};
use crate::rule::{Remedy, Rule, Scope};
use std::ops::Range;

/// What a pair says, then the rule's remedies for one hit, in the rule's order.
pub(crate) fn suggestions(message: &Message, rule: &Rule, hit: &Hit) -> Vec<Suggestion> {
    let found = &message.text.plain()[hit.range.clone()];
    let own = phrase::instead(rule, hit.pattern, found).map(|text| {
        let sentence = hit.sentence.map(|n| message.sentences[n].range.clone());
        let (range, text) = fit(message.text.plain(), sentence, hit.range.clone(), text);
        let span = message.text.original_span(range.start, range.end);
        Suggestion { kind: SuggestionKind::Edit, span, text }
    });
    let others = rule.suggestions.iter().map(|remedy| suggestion(message, remedy, hit));
    own.into_iter().chain(others).collect()
}

fn suggestion(message: &Message, remedy: &Remedy, hit: &Hit) -> Suggestion {
    let text = expand(message, &remedy.text, hit);
    let default =
        if remedy.kind == SuggestionKind::Scaffold { Scope::Sentence } else { Scope::Phrase };
    let sentence = hit.sentence.map(|n| message.sentences[n].range.clone());
    let (range, text) = match (remedy.kind, remedy.scope.unwrap_or(default)) {
        (SuggestionKind::Advice, _) => (hit.range.clone(), text),
        (_, Scope::Sentence) => (sentence.unwrap_or(hit.range.clone()), text),
        (_, Scope::Phrase) => fit(message.text.plain(), sentence, hit.range.clone(), text),
    };
    Suggestion { kind: remedy.kind, span: message.text.original_span(range.start, range.end), text }
}

/// Puts the gaps of the match in place of `$1`, `$2`…, as they were written.
fn expand(message: &Message, template: &str, hit: &Hit) -> String {
    if !template.contains('$') {
        return template.to_string();
    }
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(at) = rest.find('$') {
        out.push_str(&rest[..at]);
        let number = rest[at + 1..].chars().next().and_then(|c| c.to_digit(10)).filter(|&n| n > 0);
        match number {
            Some(number) => {
                if let Some(gap) = hit.gaps.get(number as usize - 1).filter(|g| !g.is_empty()) {
                    let span = message.text.original_span(gap.start, gap.end);
                    out.push_str(&message.text.original()[span.start..span.end]);
                }
                rest = &rest[at + 2..];
            }
            None => {
                out.push('$');
                rest = &rest[at + 1..];
            }
        }
    }
    out.push_str(rest);
    // An empty gap leaves two spaces behind, or one before a full stop.
    while let Some(at) = out.find("  ") {
        out.remove(at);
    }
    for mark in [" .", " ,", " ?", " !"] {
        out = out.replace(mark, &mark[1..]);
    }
    out.trim().to_string()
}

/// Fits `text` in place of `range`: the case of its first letter, and for an empty text the
/// spaces, commas and the capital that the phrase leaves behind.
fn fit(
    plain: &str,
    sentence: Option<Range<usize>>,
    range: Range<usize>,
    text: String,
) -> (Range<usize>, String) {
    let starts = sentence.as_ref().is_some_and(|s| s.start == range.start);
    if text.is_empty() {
        return remove(plain, sentence, range, starts);
    }
    let was_capital = plain[range.clone()].starts_with(char::is_uppercase);
    let text = match (starts, was_capital) {
        (true, true) => capitalised(&text),
        (true, false) => uncapitalised(text),
        (false, _) if follows_article(plain, range.start) => text,
        (false, _) => uncapitalised(text),
    };
    article(plain, range, text)
}

/// Takes a phrase out of its sentence.
fn remove(
    plain: &str,
    sentence: Option<Range<usize>>,
    range: Range<usize>,
    starts: bool,
) -> (Range<usize>, String) {
    let sentence = sentence.unwrap_or(range.clone());
    let (mut start, mut end) = (range.start, range.end);
    let rest = &plain[end..sentence.end.max(end)];
    let only = rest.chars().all(|c| !c.is_alphanumeric());
    if starts && only {
        // The whole sentence goes, with the space after it, or before it at the end of a line.
        end = sentence.end.max(end);
        let spaces = |s: &str| s.len() - s.trim_start_matches(' ').len();
        let after = spaces(&plain[end..]);
        end += after;
        if after == 0 {
            start -= plain[..start].len() - plain[..start].trim_end_matches(' ').len();
        }
        return (start..end, String::new());
    }
    if starts {
        end += rest.len()
            - rest.trim_start_matches([',', ' ', ';', ':', '-', '\u{2013}', '\u{2014}']).len();
        let next = plain[end..].chars().next().filter(|c| c.is_lowercase());
        let was_capital = plain[range].starts_with(char::is_uppercase);
        return match next.filter(|_| was_capital) {
            Some(c) => (start..end + c.len_utf8(), capital(c).into()),
            None => (start..end, String::new()),
        };
    }
    // Inside or at the end: with the space, and the comma that set it off, before it.
    let before = &plain[sentence.start.min(start)..start];
    let trimmed = before.trim_end_matches(' ');
    let trimmed = if only {
        trimmed.trim_end_matches([',', ';', '-', '\u{2013}', '\u{2014}', ' '])
    } else {
        trimmed
    };
    start -= before.len() - trimmed.len();
    (start..end, String::new())
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |c| std::iter::once(capital(c)).chain(chars).collect())
}

/// Inside a sentence a suggestion begins in lower case, but for “I”, names and acronyms, which
/// rule files write as they stand.
fn uncapitalised(text: String) -> String {
    let word: String = text
        .chars()
        .take_while(|c| c.is_alphanumeric() || matches!(c, '\'' | '\u{2019}'))
        .collect();
    let is_i = word == "I" || word.starts_with("I'") || word.starts_with("I\u{2019}");
    let is_acronym = word.chars().count() > 1 && !word.contains(char::is_lowercase);
    if is_i || is_acronym {
        return text;
    }
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |c| c.to_lowercase().chain(chars).collect())
}

fn word_before(plain: &str, at: usize) -> &str {
    plain[..at]
        .strip_suffix(' ')
        .map_or("", |s| s.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or(""))
}

fn follows_article(plain: &str, at: usize) -> bool {
    matches!(word_before(plain, at).to_ascii_lowercase().as_str(), "a" | "an")
}

/// “a” before a consonant, “an” before a vowel, when the word after it changes.
fn article(plain: &str, range: Range<usize>, text: String) -> (Range<usize>, String) {
    let article = word_before(plain, range.start);
    let vowel = text.starts_with(|c: char| "aeiouAEIOU".contains(c));
    let right = match article {
        "a" if vowel => "an",
        "an" if !vowel => "a",
        "A" if vowel => "An",
        "An" if !vowel => "A",
        _ => return (range, text),
    };
    (range.start - article.len() - 1..range.end, format!("{right} {text}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apply(text: &str, phrase: &str, with: &str) -> String {
        let start = text.find(phrase).expect("the phrase is in the text");
        let (range, with) =
            fit(text, Some(0..text.len()), start..start + phrase.len(), with.to_string());
        format!("{}{with}{}", &text[..range.start], &text[range.end..])
    }

    #[test]
    fn removing_leaves_a_sentence() {
        assert_eq!(apply("Just to be clear, we won.", "Just to be clear", ""), "We won.");
        assert_eq!(
            apply("We can talk, as soon as possible.", "as soon as possible", ""),
            "We can talk."
        );
        assert_eq!(apply("Send it ASAP please.", "ASAP", ""), "Send it please.");
        assert_eq!(apply("thanks a lot. ", "thanks a lot", ""), "");
    }

    #[test]
    fn case_and_articles_follow_the_place() {
        assert_eq!(apply("Thanks in advance!", "Thanks in advance", "thank you"), "Thank you!");
        assert_eq!(
            apply("well, thanks in advance!", "thanks in advance", "Thank you"),
            "well, thank you!"
        );
        assert_eq!(apply("ok, thanks", "thanks", "I appreciate it"), "ok, I appreciate it");
        assert_eq!(apply("It is a huge thing.", "huge", "important"), "It is an important thing.");
    }
}
