//! A draft made plain: straight quotes, single ordinary spaces, no invisible characters; and the way
//! back from every offset to the draft as it was written.

use std::borrow::Cow;

/// Normalised text with its offset map.
///
/// ```
/// use youfirst::text::Text;
/// let text = Text::new("I\u{2019}d love\u{a0}a call");
/// assert_eq!(text.plain(), "I'd love a call");
/// let at = text.plain().find("love").unwrap();
/// let span = text.original_span(at, at + 4);
/// assert_eq!(&text.original()[span.start..span.end], "love");
/// ```
pub struct Text<'a> {
    original: &'a str,
    plain: Cow<'a, str>,
    /// `(plain, original)` offsets from which the distance between the two is constant,
    /// ascending. Empty where the two texts are equal.
    steps: Vec<(usize, usize)>,
}

enum Plain {
    Same,
    As(char),
    Gone,
}

/// What a character becomes.
fn plain(c: char) -> Plain {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' | '\u{2032}' | '\u{02bc}'
        | '\u{ff07}' | '\u{00b4}' => Plain::As('\''),
        '\u{201c}'..='\u{201f}' | '\u{2033}' | '\u{ff02}' | '\u{ab}' | '\u{bb}' => Plain::As('"'),
        // NBSP, the typographic spaces, the ideographic space, and the line separator.
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\t' => {
            Plain::As(' ')
        }
        '\u{2028}' | '\u{2029}' | '\u{85}' => Plain::As('\n'),
        // Zero-width characters, soft hyphen, direction marks, variation selectors, CR.
        '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}'
        | '\u{ad}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\r' => Plain::Gone,
        _ => Plain::Same,
    }
}

/// Where a text first differs from its plain form.
fn first_change(text: &str) -> Option<usize> {
    let mut before = '\n';
    let changes = |&(_, c): &(usize, char)| {
        let run = before == ' ' && matches!(c, ' ' | '\n');
        before = c;
        run || !matches!(plain(c), Plain::Same)
    };
    text.char_indices().find(changes).map(|(at, _)| at)
}

impl<'a> Text<'a> {
    /// Normalises `original`; what is plain already is borrowed, not copied.
    pub fn new(original: &'a str) -> Self {
        let Some(first) = first_change(original) else {
            return Text { original, plain: Cow::Borrowed(original), steps: Vec::new() };
        };
        let mut out = String::with_capacity(original.len());
        let mut steps = Vec::new();
        out.push_str(&original[..first]);
        let mut distance = 0;
        for (at, c) in original[first..].char_indices() {
            let at = first + at;
            let becomes = match plain(c) {
                Plain::Same => c,
                Plain::As(other) => other,
                Plain::Gone => continue,
            };
            // One space says as much as ten, and at the end of a line it says nothing.
            match becomes {
                ' ' if out.ends_with(' ') => continue,
                '\n' if out.ends_with(' ') => _ = out.pop(),
                _ => {}
            }
            if at - out.len() != distance {
                distance = at - out.len();
                steps.push((out.len(), at));
            }
            out.push(becomes);
        }
        Text { original, plain: Cow::Owned(out), steps }
    }

    /// The normalised text. All offsets inside the engine are into this.
    pub fn plain(&self) -> &str {
        &self.plain
    }

    /// The draft as it was written.
    pub fn original(&self) -> &'a str {
        self.original
    }

    /// Where the character at `at` of the plain text stands in the original.
    fn original_start(&self, at: usize) -> usize {
        match self.steps.partition_point(|&(plain, _)| plain <= at) {
            0 => at,
            n => self.steps[n - 1].1 + (at - self.steps[n - 1].0),
        }
    }

    /// The stretch of the original that became `start..end` of the plain text. Invisible
    /// characters at its edges are left out. Both offsets must be character boundaries.
    pub fn original_span(&self, start: usize, end: usize) -> crate::report::Span {
        let from = self.original_start(start);
        let Some(last) = self.plain[start..end].chars().next_back() else {
            return crate::report::Span { start: from, end: from };
        };
        let last = self.original_start(end - last.len_utf8());
        let width = self.original[last..].chars().next().map_or(0, char::len_utf8);
        crate::report::Span { start: from, end: last + width }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_borrowed() {
        assert!(matches!(Text::new("just ASCII\nin two lines").plain, Cow::Borrowed(_)));
        assert!(matches!(Text::new("déjà vu 🙏").plain, Cow::Borrowed(_)));
    }

    #[test]
    fn invisible_characters_at_the_edges_stay_outside() {
        let text = Text::new("a\u{200b}word\u{200b} b\r\n");
        assert_eq!(text.plain(), "aword b\n");
        let span = text.original_span(1, 5);
        assert_eq!(&text.original()[span.start..span.end], "word");
    }

    #[test]
    fn runs_of_spaces_are_one_and_keep_their_places() {
        let text = Text::new("one  two\t three  \n  four");
        assert_eq!(text.plain(), "one two three\n four");
        for word in ["one", "two", "three", "four"] {
            let at = text.plain().find(word).unwrap_or(0);
            let span = text.original_span(at, at + word.len());
            assert_eq!(&text.original()[span.start..span.end], word);
        }
    }

    #[test]
    fn an_end_after_a_wide_quote_is_a_boundary() {
        let text = Text::new("“don’t”");
        let span = text.original_span(0, text.plain().len());
        assert_eq!((span.start, span.end), (0, text.original().len()));
    }
}
