//! Is there enough text to judge, and is it English? Told by the function words that make up a
//! third of any English text and are rare elsewhere.

use crate::message::Message;
use crate::text::Text;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Fewer words than this say too little for a score.
pub const FEWEST_WORDS: usize = 4;

/// English function words that are not words of the larger European languages. `in`, `a`, `me`,
/// `no`, `so`, `on`, `am`, `was` and `will` are left out for that reason.
const ENGLISH: &[&str] = &[
    "the", "and", "you", "your", "i", "i'm", "i'd", "i've", "to", "of", "is", "are", "for", "with",
    "this", "that", "have", "has", "it", "it's", "we", "we're", "my", "be", "would", "could",
    "can", "not", "don't", "do", "did", "if", "please", "thanks", "thank", "what", "how", "when",
    "where", "who", "just", "about", "our", "at", "from", "but", "they", "there", "been", "would",
    "should", "any", "some", "let", "know", "get", "like", "new", "out", "up", "see", "here", "or",
    "as", "by", "all", "hi", "hello", "hey", "us", "u", "ur", "im", "dont", "pls", "check",
    "share", "help", "want", "need", "love", "good", "an", "had", "did", "more", "your", "you're",
    "yours", "than", "them", "their",
];

static WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| ENGLISH.iter().copied().collect());

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
    let word = &text.plain()[start..end];
    word.len() <= 8 && word.is_ascii() && WORDS.contains(word.to_ascii_lowercase().as_str())
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
