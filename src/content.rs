//! Words that carry what is said, and whether two texts speak of the same thing.

use crate::letters::lowered;
use crate::names::listed;

/// Letters of a word that is taken to carry something, names like “SEO” aside.
const LEAST: usize = 4;
/// Letters in which two forms of a word begin alike: “design” and “designer”.
const STEM: usize = 5;

/// Longer words that carry nothing by themselves.
const EMPTY: &str = "could would should might will please your yours with that this have from about some \
    what when which there then just also again still today them they like love maybe really \
    very into possible kindly week soon once more time want";

/// The words of a text that carry what it says, in lower case and in order.
pub(crate) fn words(text: &str) -> Vec<String> {
    let all = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let carries = |word: &str| {
        // “SEO”, but not a sentence in capitals.
        let name = word.len() > 1 && word.len() < LEAST && !word.contains(char::is_lowercase);
        let lower = lowered(word);
        (name || word.chars().count() >= LEAST && !listed(EMPTY, &lower)).then_some(lower)
    };
    all.filter_map(carries).collect()
}

/// Whether two words are forms of one: equal, or long and alike in their beginnings.
pub(crate) fn akin(one: &str, other: &str) -> bool {
    let alike = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let rest = one.len().max(other.len()) - alike;
    one == other || alike >= STEM && rest <= STEM || alike + 1 >= STEM && rest <= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_are_akin_and_neighbours_are_not() {
        for (one, other) in [
            ("design", "designer"),
            ("recruiter", "recruitment"),
            ("copywriting", "copywriter"),
            ("post", "posts"),
            ("seo", "seo"),
        ] {
            assert!(akin(one, other), "{one} {other}");
        }
        for (one, other) in [("seo", "sea"), ("contact", "contract"), ("market", "marathon")] {
            assert!(!akin(one, other), "{one} {other}");
        }
    }

    #[test]
    fn only_what_carries_something_counts() {
        assert_eq!(words("Could you send me the SEO plan?"), ["send", "seo", "plan"]);
    }
}
