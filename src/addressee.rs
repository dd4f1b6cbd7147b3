//! Is the person greeted the person written to?

use crate::letters::lowered;
use crate::message::Message;
use crate::pattern::TokenKind;
use crate::rule::Zone;
use std::ops::Range;

/// Short names that are not the beginning of the long one.
#[rustfmt::skip]
const NICKNAMES: &[(&str, &str)] = &[
    ("bob", "robert"), ("bobby", "robert"), ("bill", "william"), ("billy", "william"),
    ("will", "william"), ("liam", "william"), ("dick", "richard"), ("rick", "richard"),
    ("jim", "james"), ("jimmy", "james"), ("jack", "john"), ("johnny", "john"), ("ted", "edward"),
    ("ed", "edward"), ("ned", "edward"), ("ted", "theodore"), ("tony", "anthony"),
    ("mike", "michael"), ("mick", "michael"), ("nick", "nicholas"), ("kate", "katherine"),
    ("katie", "katherine"), ("kate", "catherine"), ("kathy", "katherine"), ("kit", "christopher"),
    ("liz", "elizabeth"), ("beth", "elizabeth"), ("betty", "elizabeth"), ("lisa", "elizabeth"),
    ("peggy", "margaret"), ("maggie", "margaret"), ("meg", "margaret"), ("molly", "mary"),
    ("polly", "mary"), ("sally", "sarah"), ("sasha", "alexander"), ("sasha", "alexandra"),
    ("sandy", "alexandra"), ("lexi", "alexandra"), ("chuck", "charles"), ("charlie", "charles"),
    ("hank", "henry"), ("harry", "henry"), ("harry", "harold"), ("larry", "lawrence"),
    ("jerry", "gerald"), ("gerry", "gerald"), ("terry", "terence"), ("andy", "andrew"),
    ("drew", "andrew"), ("bert", "albert"), ("gus", "august"), ("lou", "louis"),
    ("becky", "rebecca"), ("jenny", "jennifer"), ("nancy", "ann"), ("annie", "anne"),
    ("trish", "patricia"), ("patty", "patricia"), ("paddy", "patrick"), ("sue", "susan"),
    ("vicky", "victoria"), ("wendy", "gwendolyn"), ("zack", "isaac"), ("ike", "isaac"),
    ("pepe", "josé"), ("paco", "francisco"), ("lupe", "guadalupe"), ("misha", "mikhail"),
    ("vova", "vladimir"), ("dima", "dmitry"), ("kolya", "nikolai"),
];

/// Capitalised words of a greeting that name nobody.
#[rustfmt::skip]
const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "madam", "doctor", "dear",
    "hi", "hey", "hello", "hallo", "good", "morning", "afternoon", "evening", "day", "greetings",
    "team", "all", "everyone", "everybody", "friend", "friends", "folks", "guys", "there", "again",
    "happy", "monday", "tuesday", "wednesday", "thursday", "friday", "and",
];

/// The name in the greeting, where it is not one of the reader's names. Nothing where no name is
/// known, or none is greeted.
pub(crate) fn wrong_name(message: &Message, recipient: &str) -> Vec<Range<usize>> {
    let text = message.text.plain();
    let Some(greeting) = message.sentences.iter().find(|s| s.zone == Zone::Greeting) else {
        return Vec::new();
    };
    let named: Vec<Range<usize>> = message.tokens[greeting.tokens.clone()]
        .iter()
        .filter(|t| t.kinds & TokenKind::Name.bit() != 0)
        .map(|t| t.start..t.end)
        .filter(|range| !TITLES.contains(&lowered(&text[range.clone()]).as_str()))
        // A blank counts as a name; its own family speaks of it.
        .filter(|range| text[range.clone()].chars().all(|c| c.is_alphabetic() || "'-.".contains(c)))
        .collect();
    let known: Vec<String> = parts(recipient).collect();
    let is_known = |range: &Range<usize>| {
        parts(&text[range.clone()]).any(|greeted| known.iter().any(|name| same(&greeted, name)))
    };
    // A handle, or an address like `jsmith@`, may hide any name.
    let sure = !recipient.contains('@') || known.iter().filter(|part| part.len() > 1).count() > 1;
    if !sure || known.is_empty() || named.iter().any(is_known) {
        return Vec::new();
    }
    named.into_iter().take(1).collect()
}

/// The parts of a name in lower case; of an address what stands before the @.
fn parts(name: &str) -> impl Iterator<Item = String> {
    let name = name.split('@').find(|part| !part.is_empty()).unwrap_or_default();
    name.split(|c: char| !c.is_alphabetic()).filter(|p| !p.is_empty()).map(lowered)
}

/// Whether two names can be one person's: equal but for accents, one short for the other, or an
/// initial.
fn same(greeted: &str, name: &str) -> bool {
    let plain = |c: char| c.is_ascii().then_some(c);
    let alike = greeted
        .chars()
        .zip(name.chars())
        .all(|(a, b)| plain(a).zip(plain(b)).is_none_or(|(a, b)| a == b));
    alike
        || NICKNAMES.contains(&(greeted, name))
        || NICKNAMES.contains(&(name, greeted))
        || name.contains(greeted) && greeted.len() > 3
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pattern::Vocabulary;

    #[test]
    fn a_greeting_is_held_against_the_name() {
        for (text, recipient, wrong) in [
            ("Hi Karen,\n\nyour map came.", "Carina Holt", Some("Karen")),
            ("Dear Dr. Novak,\n\nthank you.", "Ana Novak", None),
            ("Hi Bob,\n\nyour map came.", "Robert Lind", None),
            ("Hello José,\n\nyour map came.", "Jose Marti", None),
            ("Hey Alex, your map came.", "Alexandra Lind", None),
            ("Hi [Name],\n\nyour map came.", "Ana Novak", None),
            ("Hi all,\n\nthe map came.", "Ana Novak", None),
            ("Hi Tom,\n\nyour map came.", "tom.lind@mill.example", None),
            ("Hi Tom,\n\nyour map came.", "ana.novak@mill.example", Some("Tom")),
            ("Hi Tom,\n\nyour map came.", "jsmith@mill.example", None),
            ("Hi John,\n\nyour map came.", "@TheJoSmith", None),
            ("The map came.", "Ana Novak", None),
        ] {
            let message = Message::read(text, &Vocabulary::default());
            let found: Vec<&str> =
                wrong_name(&message, recipient).into_iter().map(|r| &text[r]).collect();
            assert_eq!(found, wrong.into_iter().collect::<Vec<_>>(), "{text} to {recipient}");
        }
    }
}
