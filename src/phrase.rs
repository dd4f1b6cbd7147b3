//! Phrases of the user's: plain words, perhaps in all their forms, perhaps with what to write in
//! their place.

use crate::pattern::{Node, Vocabulary, inflections, one_of};
use crate::rule::Rule;
use crate::words::canonical_words;

/// All phrases of a rule. The number of a pattern counts through its own and those of its pairs.
pub(crate) fn all(rule: &Rule) -> impl Iterator<Item = &str> {
    let swaps = rule.swaps.iter().map(|(phrase, _)| phrase.as_str());
    rule.patterns.iter().map(String::as_str).chain(swaps)
}

/// Reads a phrase; none where it has no word.
pub(crate) fn read(text: &str, forms: bool, vocabulary: &mut Vocabulary) -> Option<Node> {
    let mut node = |word: &String| match forms && has_forms(word) {
        true => one_of(inflections(word).iter().map(|form| vocabulary.intern(form)).collect()),
        false => Node::Word(vocabulary.intern(word)),
    };
    let mut words: Vec<Node> = canonical_words(text).iter().map(&mut node).collect();
    match words.len() {
        0 | 1 => words.pop(),
        _ => Some(Node::Sequence(words)),
    }
}

/// Short words are words of grammar, whose “forms” are other words: “a” and “as”, “to” and “toes”.
fn has_forms(word: &str) -> bool {
    word.chars().all(char::is_alphabetic) && (word.len() > 2 || matches!(word, "be" | "do" | "go"))
}

/// What to write in place of what a pair's phrase has found, in the form in which it stood there.
pub(crate) fn instead(rule: &Rule, pattern: usize, found: &str) -> Option<String> {
    let pair = pattern.checked_sub(rule.patterns.len())?;
    let (phrase, instead) = rule.swaps.get(pair).filter(|(_, instead)| !instead.is_empty())?;
    let formed = || {
        let (words, found) = (canonical_words(phrase), canonical_words(found));
        let (word, form) = words.iter().zip(&found).find(|(word, form)| word != form)?;
        let (first, rest) = instead.split_at(instead.find(' ').unwrap_or(instead.len()));
        let same = same_form(&inflections(word), form, &inflections(first))?;
        Some(same + rest)
    };
    Some(formed().filter(|_| rule.forms).unwrap_or_else(|| instead.clone()))
}

/// The form of the other word: `asked` of `ask`, so `invited` of `invite`.
fn same_form(forms: &[String], form: &str, others: &[String]) -> Option<String> {
    let last = forms.len() - 1;
    let past = others.len().saturating_sub(2);
    // The forms of “be” have an order of their own; “put” is its own past.
    let number = match forms.iter().position(|f| f == form)? {
        _ if forms.len() > 5 || others.len() > 5 => return None,
        0 => 0,
        1 => 1,
        at if at == last => past + 1,
        _ if past < 2 => 0,
        2 => 2,
        _ => past,
    };
    others.get(number).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_other_word_takes_the_same_form() {
        for (word, form, other, expected) in [
            ("ask", "asked", "invite", Some("invited")),
            ("ask", "asks", "put", Some("puts")),
            ("ask", "asked", "put", Some("put")),
            ("write", "written", "give", Some("given")),
            ("write", "wrote", "send", Some("sent")),
            ("put", "putting", "write", Some("writing")),
            ("utilize", "utilizing", "use", Some("using")),
            ("be", "was", "seem", None),
        ] {
            let same = same_form(&inflections(word), form, &inflections(other));
            assert_eq!(same.as_deref(), expected, "{word}, {form}, {other}");
        }
    }
}
