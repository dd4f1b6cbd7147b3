//! Blanks that were left in: the slots of templates, and YouFirst's own ⟨…⟩.

use crate::letters::lowered;
use crate::words::clipped;

/// Bracket pairs that template engines and hurried writers use for slots.
const SLOTS: &[(&str, &str)] = &[("{{", "}}"), ("{", "}"), ("[", "]"), ("<", ">"), ("%", "%")];

/// Bytes between the brackets of a slot.
const LONGEST_SLOT: usize = 60;
/// Bytes between ⟨ and ⟩.
const LONGEST_OWN: usize = 200;

/// Words that begin a bracket of prose.
const PROSE: &[&str] = &[
    "sic",
    "see ",
    "edit",
    "note",
    "image",
    "cid:",
    "x]",
    "...",
    "link]",
    "redacted",
    "removed",
    "ok",
    "attached",
    "laugh",
    "smile",
    "external",
    "inaudible",
];

/// A blank in a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Blank {
    /// Of a template.
    Slot,
    /// Of a rewrite of ours.
    Own,
}

/// Whether a blank can begin with this character.
pub(crate) fn may_begin(c: char) -> bool {
    matches!(c, '{' | '[' | '<' | '%' | 'X' | '_' | '⟨')
}

/// The blank at the start of `rest`, with its length in bytes: `{{first_name}}`, `[Company]`,
/// `<topic>`, `%NAME%`, `XXX`, `___`, `⟨…⟩`.
pub(crate) fn at(rest: &str, before: &str) -> Option<(Blank, usize)> {
    match rest.as_bytes().first()? {
        b'{' | b'[' | b'<' | b'%' => bracketed(rest, before).map(|length| (Blank::Slot, length)),
        b'X' | b'_' => run(rest, before).map(|length| (Blank::Slot, length)),
        _ if rest.starts_with('⟨') => {
            let end = clipped(rest, LONGEST_OWN).find('⟩')?;
            Some((Blank::Own, end + '⟩'.len_utf8()))
        }
        _ => None,
    }
}

fn bracketed(rest: &str, before: &str) -> Option<usize> {
    let (open, close) = SLOTS.iter().find(|(open, _)| rest.starts_with(open))?;
    let inside = clipped(&rest[open.len()..], LONGEST_SLOT);
    let end = inside.find(close)?;
    let after = &inside[end + close.len()..];
    // A slot right inside straight quotes is a string of code.
    let is_code = before.ends_with('"') && after.starts_with('"');
    // `list[index]`, `Vec<item>`.
    let is_index = matches!(*open, "[" | "<") && before.ends_with(char::is_alphanumeric);
    let is_slot = !is_code && !is_index && is_slot_name(&inside[..end], open, after);
    is_slot.then_some(open.len() + end + close.len())
}

/// “xxx” are kisses and “XX” is a size; “XXX” and “____” are where a name should be.
fn run(rest: &str, before: &str) -> Option<usize> {
    let first = rest.chars().next()?;
    let length = rest.len() - rest.trim_start_matches(first).len();
    let most = if first == 'X' { 8 } else { 60 };
    let free = !before.ends_with(char::is_alphanumeric)
        && !rest[length..].starts_with(char::is_alphanumeric);
    ((3..=most).contains(&length) && free).then_some(length)
}

/// A slot has a short name; prose in brackets, Markdown links, footnotes and `[sic]` do not.
fn is_slot_name(name: &str, open: &str, after: &str) -> bool {
    let words = name.split_whitespace().count();
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    if name.contains('\n') || letters < 2 || words > 6 {
        return false;
    }
    match open {
        "{{" => true,
        "{" => words <= 3,
        "%" => words == 1 && name.chars().all(|c| c.is_ascii_uppercase() || c == '_'),
        "<" => !name.contains(['/', '@', ':', '.', '=']) && name.starts_with(char::is_alphabetic),
        _ => {
            let lower = lowered(name);
            !after.starts_with(['(', '[', ':']) && !PROSE.iter().any(|p| lower.starts_with(p))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_and_what_looks_like_them() {
        for slot in
            ["{{first_name}}", "[Company]", "<topic>", "%NAME%", "XXX", "___", "[Your name]"]
        {
            assert_eq!(at(slot, ""), Some((Blank::Slot, slot.len())), "{slot}");
        }
        for prose in [
            "[sic]",
            "[laughs]",
            "[here](https://a.b)",
            "[1]",
            "<https://a.b>",
            "<b@c.d>",
            "XX",
            "100% of",
        ] {
            assert_eq!(at(prose, ""), None, "{prose}");
        }
        assert_eq!(at("[index]", "list"), None);
        assert_eq!(at("<unknown>\"", "\""), None);
        assert_eq!(at("⟨their post⟩ on", ""), Some((Blank::Own, "⟨their post⟩".len())));
    }
}
