//! What can be counted in a message: the figures behind “what is missing” and “how much”.

use crate::find::{Hit, Reading};
use crate::message::Message;
use crate::pattern::TokenKind;
use crate::report::{Measures, ThreadMeasures};

/// Counts what a message holds. `family` gives the family of a hit.
pub(crate) fn of<'a>(
    message: &Message,
    reading: &Reading,
    hits: &[Hit],
    family: &dyn Fn(&Hit) -> &'a str,
) -> Measures {
    let of_kind = |kind: TokenKind| {
        message
            .body
            .iter()
            .flat_map(|&i| message.sentences[i].tokens.clone())
            .filter(|&t| message.tokens[t].kinds & kind.bit() != 0)
            .count()
    };
    let sentences =
        |name: &str| message.body.iter().filter(|&&i| reading.signals.in_sentence(name, i)).count();
    let found = |families: &[&str]| hits.iter().filter(|h| families.contains(&family(h))).count();
    // One sentence asks once, whatever it is that it asks.
    let mut asking: Vec<_> =
        hits.iter().filter(|h| ASKS.contains(&family(h))).map(|h| h.sentence).collect();
    asking.dedup();
    Measures {
        characters: message.text.original().trim().chars().count(),
        words: message.body.iter().map(|&i| message.sentences[i].tokens.len()).sum(),
        sentences: message.body.len(),
        about_sender: sentences("sender"),
        about_reader: sentences("reader"),
        asks: asking.len(),
        questions: found(&["genuine-question"]),
        offers: found(&["free-offer"]),
        thanks: found(&["gratitude"]),
        links: of_kind(TokenKind::Url),
        mentions: of_kind(TokenKind::Mention),
        relation: reading.relation,
        thread: ThreadMeasures::default(),
    }
}

/// Families whose findings are asks.
pub(crate) const ASKS: &[&str] = &["cold-ask", "network-ask", "scripted-action"];
