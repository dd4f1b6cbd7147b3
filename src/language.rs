//! Is there enough text to judge, and is it English? Told by the function words that make up a
//! third of any English text and are rare elsewhere.

use crate::message::Message;
use crate::text::Text;
use std::cmp::Ordering;

/// Fewer words than this say too little for a score.
pub const FEWEST_WORDS: usize = 4;

/// English function words, and some of the most frequent others, that are not words of the
/// larger European languages. `in`, `a`, `me`,
/// `no`, `so`, `on`, `am`, `was` and `will` are left out for that reason. Sorted, and one text: as a
/// list, each word with its place and length would take more of core.wasm.
const ENGLISH: &str = "about after again all also always an and any anyone anything anyway are as at back be \
    because been before between but by call can check come could couldn't day dear did \
    didn't do doesn't don don't dont down each early email enough even every everybody \
    everyone everything few find first for friday from get give going good great had has \
    have he heard hello help her here hey hi him his house how i i'd i'll i'm i've if im \
    instead into is isn't it it's job join just keep kindly know last let like little look \
    looking love made make meet might monday more morning much my need never new next \
    nobody not nothing now of off only or our out over own people please pls post read \
    really regards said say says see send share she should some somebody someone something \
    still story sure take team tell than thank thanks that that's the their them there \
    these they they're thing things think this those thought through thursday time to today \
    together tomorrow too u until up ur us very want wasn't we we're wednesday week were \
    what whatever when where which while who whole why with without won't work would \
    wouldn't write year years you you'd you'll you're you've your yours";

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
    let (mut rest, space) = (ENGLISH.as_bytes(), |byte: &u8| *byte == b' ');
    while !rest.is_empty() {
        let (before, after) = rest.split_at(rest.len() / 2);
        let start = before.iter().rposition(space).map_or(0, |at| at + 1);
        let end = before.len() + after.iter().position(space).unwrap_or(after.len());
        rest = match lower[..].cmp(&rest[start..end]) {
            Ordering::Equal => return true,
            Ordering::Less => &rest[..start.saturating_sub(1)],
            Ordering::Greater => rest.get(end + 1..).unwrap_or_default(),
        };
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pattern::Vocabulary;

    #[test]
    fn the_words_are_sorted() {
        assert!(ENGLISH.split(' ').is_sorted());
        assert!(ENGLISH.split(' ').all(|word| is_english(&Text::new(word), 0, word.len())));
        for other in ["a", "abou", "aboutx", "qzx", "yourself", "zz"] {
            assert!(!is_english(&Text::new(other), 0, other.len()), "{other}");
        }
    }

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
