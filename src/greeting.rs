//! Where a greeting ends: “Hi Ana, …”, “hey can you share it”.

use crate::letters::lowered;
use crate::names::listed;

/// Words that open a greeting. Compared in lower case.
#[rustfmt::skip]
const GREETINGS: &[&str] = &[
    "hi", "hello", "hey", "heya", "hiya", "dear", "greetings", "hallo", "yo", "howdy",
    "good morning", "good afternoon", "good evening", "good day", "morning", "afternoon",
    "evening", "to whom", "attention",
];

/// Words that no greeting has: “hey can you share it” greets with “hey” only.
const NOT_GREETING: &str = "i im ive we u can could would will do did does have has had am is are was were been \
    please pls plz thanks thank thx what how why when where who if just check big huge \
    quick saw loved hope hoping wanted need got looking follow sorry congrats great nice \
    any let so not long wondering hows whats";

/// Bytes; a longer one is a sentence that begins with “Hi”.
const LONGEST_GREETING: usize = 60;
/// Words of a name, its title included.
const MOST_NAMES: usize = 3;
/// Bytes of the greeting at the start of a line; 0 where there is none.
pub(crate) fn length(line: &str) -> usize {
    let indent = line.len() - line.trim_start().len();
    let lower = lowered(line.trim_start());
    // Lower-casing changes the length of a few letters; then the greeting is left to the body.
    if lower.len() != line.trim_start().len() {
        return 0;
    }
    let word = |g: &&&str| {
        lower
            .strip_prefix(**g)
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '\''))
    };
    let Some(opening) = GREETINGS.iter().find(word) else { return 0 };
    let rest = &lower[opening.len()..];
    // “Hi {{ first_name | default: 'there' }},”: what is in braces is no end.
    let braces = rest.find('}').filter(|&end| !rest[..end].contains([',', '.', '!']));
    let braces = braces.unwrap_or(0);
    let mark = rest[braces..].find([',', '!', ':', '.', '?', ';', '\u{2014}', '\u{2013}']);
    let mark = mark.map(|at| braces + at);
    let sentence = sentence_within(rest).filter(|&at| opening.len() + at < LONGEST_GREETING);
    if let Some(at) = sentence.filter(|&at| mark.is_none_or(|mark| at < mark)) {
        return indent + lower[..opening.len() + at].trim_end().len();
    }
    match mark {
        Some(at) if opening.len() + at < LONGEST_GREETING => {
            let mark = rest[at..].chars().next().map_or(1, char::len_utf8);
            let length = opening.len() + at + mark;
            // “Dear Mr. Smith,”: the full stop of a title is not the end.
            if rest[at..].starts_with('.') {
                match rest[at + 1..].find([',', '!', ':']) {
                    Some(more) if length + more < LONGEST_GREETING && more < 30 => {
                        return indent + length + more + 1;
                    }
                    _ if line.len() > LONGEST_GREETING => return 0,
                    _ => {}
                }
            }
            indent + length
        }
        None if lower.len() <= LONGEST_GREETING && lower.split_whitespace().count() <= 5 => {
            line.trim_end().len()
        }
        _ => 0,
    }
}

/// Where a sentence begins within what follows the word of greeting: after a few names at most.
fn sentence_within(rest: &str) -> Option<usize> {
    let words = rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.take(MOST_NAMES + 1).find(|word| listed(NOT_GREETING, word))?;
    // `first` is a part of `rest`.
    Some(first.as_ptr() as usize - rest.as_ptr() as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greetings() {
        for (line, greeting) in [
            ("Hi Ana, how are you?", "Hi Ana,"),
            ("Dear Dr. Novak, thank you", "Dear Dr. Novak,"),
            ("hey", "hey"),
            ("Hi {{ name | default: 'you' }}, hello", "Hi {{ name | default: 'you' }},"),
            ("Hello there!", "Hello there!"),
            ("Good morning Ana - how is it", "Good morning Ana -"),
            ("hey can you share it?", "hey"),
            ("hi john thanks for the add!", "hi john"),
            ("Dear Willow, hello", "Dear Willow,"),
            ("To whom it may concern:", "To whom it may concern:"),
            ("Dear friends of our library!", "Dear friends of our library!"),
            ("High hopes for this one, and for you", ""),
        ] {
            assert_eq!(&line[..length(line)], greeting, "{line}");
        }
    }
}
