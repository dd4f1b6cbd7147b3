//! Text with some of it marked: by spans, or by the «guillemets» of an example.

use crate::report::Span;

/// Cuts `text` at spans given in UTF-16 code units, in order. Spans that overlap the one before,
/// run backwards or cut a character are left out.
pub fn by_spans<'t>(text: &'t str, spans: &[Span]) -> Vec<(bool, &'t str)> {
    let mut segments = Vec::new();
    let mut done = 0;
    for span in spans {
        let (Some(start), Some(end)) = (byte_at(text, span.start), byte_at(text, span.end)) else {
            continue;
        };
        if start < done || start >= end {
            continue;
        }
        push(&mut segments, false, &text[done..start]);
        push(&mut segments, true, &text[start..end]);
        done = end;
    }
    push(&mut segments, false, &text[done..]);
    segments
}

/// Takes the guillemets out and marks what was between them.
pub fn by_guillemets(text: &str) -> Vec<(bool, &str)> {
    let mut segments = Vec::new();
    let mut marked = false;
    for piece in text.split(['«', '»']) {
        push(&mut segments, marked, piece);
        marked = !marked;
    }
    segments
}

fn push<'t>(segments: &mut Vec<(bool, &'t str)>, marked: bool, words: &'t str) {
    if !words.is_empty() {
        segments.push((marked, words));
    }
}

/// The byte where the UTF-16 code unit `unit` begins.
pub fn byte_at(text: &str, unit: usize) -> Option<usize> {
    let mut units = 0;
    for (byte, c) in text.char_indices() {
        if units == unit {
            return Some(byte);
        }
        units += c.len_utf16();
    }
    (units == unit).then_some(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_count_utf16_units() {
        let text = "👋 hi, just me";
        assert_eq!(
            by_spans(text, &[Span { start: 7, end: 11 }]),
            [(false, "👋 hi, "), (true, "just"), (false, " me")]
        );
    }

    #[test]
    fn impossible_spans_are_left_out() {
        let spans = [
            Span { start: 1, end: 2 },
            Span { start: 0, end: 99 },
            Span { start: 3, end: 4 },
            Span { start: 3, end: 3 },
        ];
        assert_eq!(by_spans("👋 x", &spans), [(false, "👋 "), (true, "x")]);
    }

    #[test]
    fn guillemets_become_marks() {
        assert_eq!(
            by_guillemets("«Thanks in advance» for it"),
            [(true, "Thanks in advance"), (false, " for it")]
        );
        assert_eq!(by_guillemets("plain"), [(false, "plain")]);
    }
}
