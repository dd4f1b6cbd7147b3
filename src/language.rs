//! Is there enough text to judge, and is it English? Told by the function words that make up a
//! third of any English text and are rare elsewhere.

use crate::message::Message;
use crate::text::Text;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Fewer words than this say too little for a score.
pub const FEWEST_WORDS: usize = 4;

/// English function words, and some of the most frequent others, that are not words of the
/// larger European languages. `in`, `a`, `me`,
/// `no`, `so`, `on`, `am`, `was` and `will` are left out for that reason.
#[rustfmt::skip]
const ENGLISH: &[&str] = &[
    "about", "after", "again", "all", "also", "always", "an", "and", "any", "are", "as", "at",
    "back", "be", "because", "been", "before", "between", "but", "by", "call", "can", "check",
    "come", "could", "day", "dear", "did", "do", "don't", "dont", "email", "find", "first", "for",
    "from", "get", "give", "going", "good", "great", "had", "has", "have", "hello", "help",
    "here", "hey", "hi", "how", "i", "i'd", "i'm", "i've", "if", "im", "into", "is", "it", "it's",
    "job", "just", "kindly", "know", "last", "let", "like", "love", "made", "make", "meet",
    "more", "much", "my", "need", "never", "new", "next", "not", "of", "only", "or", "our", "out",
    "people", "please", "pls", "post", "read", "really", "regards", "see", "send", "share",
    "should", "some", "still", "take", "team", "than", "thank", "thanks", "that", "the", "their",
    "them", "there", "these", "they", "think", "this", "those", "through", "time", "to", "today",
    "tomorrow", "u", "up", "ur", "us", "very", "want", "we", "we're", "week", "were", "what",
    "when", "where", "which", "while", "who", "with", "work", "would", "write", "you", "you're",
    "your", "yours",
];

static WORDS: LazyLock<FxHashSet<&[u8]>> =
    LazyLock::new(|| ENGLISH.iter().map(|w| w.as_bytes()).collect());

/// Bytes of the longest of them, and a few to spare.
const LONGEST: usize = 12;

/// What can be said about the language of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Fewer than [`FEWEST_WORDS`] words.
    TooShort,
    /// Read on.
    English,
    /// Another one, or no prose at all.
    Other,
}

/// Looks at the first words of what the sender wrote.
pub fn of(message: &Message) -> Language {
    let (mut words, mut known) = (0, 0);
    let mut last = usize::MAX;
    for token in message.tokens.iter().take(400) {
        // Both halves of a contraction have one place.
        if token.start == last || token.kinds & !crate::pattern::TokenKind::Name.bit() != 0 {
            continue;
        }
        last = token.start;
        words += 1;
        known += usize::from(is_english(&message.text, token.start, token.end));
    }
    match words {
        _ if words < FEWEST_WORDS => Language::TooShort,
        // In a short message one or two function words are enough, in a long one a fifth is little.
        _ if known * 5 >= words || (words < 8 && known > 0) => Language::English,
        _ => Language::Other,
    }
}

fn is_english(text: &Text, start: usize, end: usize) -> bool {
    let word = &text.plain().as_bytes()[start..end];
    let mut lower = [0; LONGEST];
    let Some(lower) = lower.get_mut(..word.len()) else { return false };
    lower.copy_from_slice(word);
    lower.make_ascii_lowercase();
    WORDS.contains(&*lower)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pattern::Vocabulary;

    #[test]
    fn tells_languages_apart() {
        for (text, expected) in [
            ("Thanks in advance", Language::TooShort),
            ("Did you get my last email?", Language::English),
            ("hey, saw ur talk, loved it", Language::English),
            (
                "Kindly see my enclosed resume and provide me a suitable position.",
                Language::English,
            ),
            (
                "Ich würde mich freuen, wenn Sie meinen neuen Artikel teilen könnten.",
                Language::Other,
            ),
            (
                "Bonjour, je me permets de vous contacter au sujet de votre article.",
                Language::Other,
            ),
            ("Hola, me gustaría compartir contigo mi nuevo podcast sobre ventas.", Language::Other),
            (
                "Ciao, mi piacerebbe farti vedere il nostro prodotto la settimana prossima.",
                Language::Other,
            ),
            ("Cześć, czy możesz udostępnić mój nowy post swoim obserwującym?", Language::Other),
            (
                "こんにちは、新しい記事を読んでいただけますか よろしくお願いします",
                Language::TooShort,
            ),
        ] {
            assert_eq!(of(&Message::read(text, &Vocabulary::default())), expected, "{text}");
        }
    }
}
