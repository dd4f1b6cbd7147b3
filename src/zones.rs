//! Which lines are whose, and what for: greeting, body, signature, quoted text, code.

use crate::greeting;
use crate::letters::lowered;
use crate::rule::Zone;
use std::ops::Range;

/// A run of text of one zone, without the line break at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Bytes of the normalised text.
    pub range: Range<usize>,
    /// What it is.
    pub zone: Zone,
}

/// Lines that close a message. What follows, if it is short, is the signature.
#[rustfmt::skip]
const SIGN_OFFS: &[&str] = &[
    "best", "best regards", "best wishes", "kind regards", "kindest regards", "warm regards",
    "regards", "warmly", "warmest", "all the best", "sincerely", "yours sincerely", "yours truly",
    "yours faithfully", "yours", "cheers", "thanks", "many thanks", "thank you", "thanks so much",
    "thanks again", "thx", "respectfully", "love", "with love", "take care", "talk soon",
    "with gratitude", "gratefully", "in solidarity", "br", "rgds",
];

/// Bytes of a sign-off line.
const LONGEST_SIGN_OFF: usize = 30;
/// A signature has at most this many lines after its sign-off…
const LONGEST_SIGNATURE: usize = 8;
/// …and none longer than this, in bytes: prose after “Thanks,” is prose.
const LONGEST_SIGNATURE_LINE: usize = 90;

/// Cuts normalised text into blocks, in order. Blank lines belong to none.
///
/// ```
/// use youfirst::{rule::Zone, zones::split};
/// let text = "Hi Ana, your talk stayed with me.\n\nBest,\nJo\n> old text";
/// let zones: Vec<_> = split(text).into_iter().map(|b| (b.zone, &text[b.range])).collect();
/// assert_eq!(zones[0], (Zone::Greeting, "Hi Ana,"));
/// assert_eq!(zones[1], (Zone::Body, "your talk stayed with me."));
/// assert_eq!(zones[2].0, Zone::Signature);
/// assert_eq!(zones.last().unwrap(), &(Zone::Quoted, "> old text"));
/// ```
pub fn split(text: &str) -> Vec<Block> {
    let lines = lines(text);
    let mut zones = vec![Zone::Body; lines.len()];
    let own = mark_quoted_and_code(text, &lines, &mut zones);
    mark_signature(text, &lines[..own], &mut zones);
    gather(text, &lines, &zones)
}

fn lines(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    text.split('\n')
        .map(|line| {
            let range = at..at + line.len();
            at = range.end + 1;
            range
        })
        .collect()
}

/// Marks `>` lines, code fences, and everything after “On … wrote:”. Gives the number of lines
/// that can be the sender's.
fn mark_quoted_and_code(text: &str, lines: &[Range<usize>], zones: &mut [Zone]) -> usize {
    let mut fenced = false;
    for (i, range) in lines.iter().enumerate() {
        let line = text[range.clone()].trim();
        if line.starts_with("```") {
            fenced = !fenced;
            zones[i] = Zone::Code;
        } else if fenced {
            zones[i] = Zone::Code;
        } else if line.starts_with('>') {
            zones[i] = Zone::Quoted;
        } else if opens_quotation(line) {
            zones[i..].fill(Zone::Quoted);
            return i;
        }
    }
    lines.len()
}

fn opens_quotation(line: &str) -> bool {
    if !line.starts_with(['O', 'o', '-', '_']) {
        return false;
    }
    let lower = lowered(line);
    (lower.starts_with("on ") && lower.ends_with("wrote:") && line.len() < 200)
        || lower.starts_with("-----original message")
        || lower.starts_with("---------- forwarded message")
        || lower.starts_with("________________________________")
}

/// A signature is what follows “-- ” or a sign-off line, if it is short. Text after a blank line
/// that begins with “P.S.” is body again.
fn mark_signature(text: &str, lines: &[Range<usize>], zones: &mut [Zone]) {
    let content = |i: usize| text[lines[i].clone()].trim();
    let from = (0..lines.len()).rev().take(LONGEST_SIGNATURE + 6).find(|&i| {
        let line = &text[lines[i].clone()];
        zones[i] == Zone::Body
            && (line.trim_end() == "--" || (signs_off(line) && i > 0))
            && (i + 1..lines.len())
                .filter(|&j| !content(j).is_empty() && !is_postscript(content(j)))
                .count()
                <= LONGEST_SIGNATURE
    });
    let Some(from) = from else {
        mark_device_line(text, lines, zones);
        return;
    };
    for (i, zone) in zones.iter_mut().enumerate().take(lines.len()).skip(from) {
        let line = content(i);
        if is_postscript(line) || line.len() > LONGEST_SIGNATURE_LINE {
            break;
        }
        if *zone == Zone::Body && !line.is_empty() {
            *zone = Zone::Signature;
        }
    }
}

/// “Sent from my phone” at the end, without any sign-off.
fn mark_device_line(text: &str, lines: &[Range<usize>], zones: &mut [Zone]) {
    let last = (0..lines.len()).rev().find(|&i| !text[lines[i].clone()].trim().is_empty());
    if let Some(last) =
        last.filter(|&i| lowered(text[lines[i].clone()].trim()).starts_with("sent from my "))
    {
        zones[last] = Zone::Signature;
    }
}

fn is_postscript(line: &str) -> bool {
    let mut letters = line.chars().filter(|c| !matches!(c, '.' | ' '));
    matches!(letters.next(), Some('p' | 'P')) && matches!(letters.next(), Some('s' | 'S')) && {
        let head = line.find([':', '-', ' ', '.']).unwrap_or(line.len());
        head <= 4
    }
}

fn signs_off(line: &str) -> bool {
    let line = line.trim();
    if line.len() > LONGEST_SIGN_OFF {
        return false;
    }
    let line = lowered(line.trim_end_matches([',', '!', '.', '-', ' ']));
    SIGN_OFFS.contains(&line.as_str())
}

/// Consecutive lines of one zone become one block; the greeting is cut off the first line.
fn gather(text: &str, lines: &[Range<usize>], zones: &[Zone]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open = false;
    let mut seen_text = false;
    for (range, &zone) in lines.iter().zip(zones) {
        let line = &text[range.clone()];
        if line.trim().is_empty() {
            open = false;
            continue;
        }
        let mut range = range.clone();
        if !seen_text && zone == Zone::Body {
            let length = greeting::length(line);
            if length > 0 {
                blocks
                    .push(Block { range: range.start..range.start + length, zone: Zone::Greeting });
                range.start += length;
                range.start += text[range.clone()].len() - text[range.clone()].trim_start().len();
            }
        }
        seen_text = true;
        if range.is_empty() {
            continue;
        }
        match blocks.last_mut() {
            Some(last) if open && last.zone == zone => last.range.end = range.end,
            _ => blocks.push(Block { range, zone }),
        }
        open = true;
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zones(text: &str) -> Vec<(Zone, &str)> {
        split(text).into_iter().map(|b| (b.zone, &text[b.range])).collect()
    }

    #[test]
    fn thanks_line_is_a_sign_off_but_prose_after_it_is_not_a_signature() {
        let text = "Text here.\nThanks,\nAna\n\nP.S. One more thing.";
        assert_eq!(
            zones(text).iter().map(|z| z.0).collect::<Vec<_>>(),
            [Zone::Body, Zone::Signature, Zone::Body]
        );
        let long = format!("Text.\nThanks,\n{}", "word ".repeat(30));
        assert_eq!(zones(&long).last().map(|z| z.0), Some(Zone::Body));
    }

    #[test]
    fn quoted_mail_belongs_to_the_other() {
        let text =
            "My answer.\nOn Mon, 3 Mar 2025, Ana wrote:\nWould you reconsider?\nThanks,\nAna";
        assert_eq!(zones(text).iter().map(|z| z.0).collect::<Vec<_>>(), [Zone::Body, Zone::Quoted]);
    }
}
