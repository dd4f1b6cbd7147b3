//! What can be counted in a message: the figures behind “what is missing” and “how much”.

use crate::find::Hit;
use crate::message::Message;
use crate::pattern::TokenKind;
use crate::report::Measures;
use crate::signals::Signals;

/// Counts what a message holds. `family` gives the family of a hit.
pub(crate) fn of<'a>(
    message: &Message,
    signals: &Signals,
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
        |name: &str| message.body.iter().filter(|&&i| signals.in_sentence(name, i)).count();
    let found = |families: &[&str]| hits.iter().filter(|h| families.contains(&family(h))).count();
    Measures {
        characters: message.text.original().trim().chars().count(),
        words: message.body.iter().map(|&i| message.sentences[i].tokens.len()).sum(),
        sentences: message.body.len(),
        about_sender: sentences("sender"),
        about_reader: sentences("reader"),
        asks: found(ASKS),
        questions: found(&["genuine-question"]),
        offers: found(&["free-offer"]),
        links: of_kind(TokenKind::Url),
        mentions: of_kind(TokenKind::Mention),
        relation: signals.relation(),
    }
}

/// Families whose findings are asks.
pub(crate) const ASKS: &[&str] = &["cold-ask", "network-ask", "scripted-action", "connect-pitch"];
