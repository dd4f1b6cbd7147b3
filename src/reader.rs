//! Reads blocks of text into words and sentences, in one walk.

use crate::blanks::{self, Blank};
use crate::message::{Sentence, Token};
use crate::pattern::{TokenKind, UNKNOWN, Vocabulary, Word};
use crate::rule::{SentenceKind, Zone};
use crate::words::{
    LONGEST_RUN, canonical, clipped, continues_word, is_emoji, is_i, is_joiner, plain_word,
    special, starts_word,
};
use std::ops::Range;

/// The walk through one draft; what it has read so far.
pub(crate) struct Reader<'t> {
    text: &'t str,
    vocabulary: &'t Vocabulary,
    pub tokens: Vec<Token>,
    pub sentences: Vec<Sentence>,
    pub blanks: Vec<(Blank, Range<usize>)>,
    /// A word in lower case; kept to save an allocation a word.
    lower: String,
}

/// Words that end in a full stop inside a sentence.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "st", "vs", "eg", "ie", "approx", "dept", "est", "jr", "sr",
    "inc", "ltd", "co",
];

impl<'t> Reader<'t> {
    /// At the start of a draft.
    pub fn new(text: &'t str, vocabulary: &'t Vocabulary) -> Self {
        let (tokens, sentences, blanks, lower) = Default::default();
        Reader { text, vocabulary, tokens, sentences, blanks, lower }
    }

    /// Reads one block: its words, and where its sentences end.
    pub fn block(&mut self, block: Range<usize>, zone: Zone) {
        let bytes = self.text.as_bytes();
        let statement = SentenceKind::Statement;
        let mut at = block.start;
        let mut first_token = self.tokens.len();
        let mut first_byte = None;
        let mut quote_from = None;
        while at < block.end {
            if bytes[at] == b' ' {
                at += 1;
                continue;
            }
            let c = self.char_at(at);
            if blanks::may_begin(c)
                && let Some((blank, length)) =
                    blanks::at(&self.text[at..block.end], &self.text[..at])
            {
                first_byte.get_or_insert(at);
                self.blank(blank, at..at + length);
                at += length;
                continue;
            }
            if starts_word(c) || (c == '@' && self.next_is_word(at + 1, block.end)) {
                let at_sentence_start = first_byte.is_none();
                first_byte.get_or_insert(at);
                at = self.word(at, block.end, at_sentence_start);
                continue;
            }
            match c {
                '"' => quote_from = self.quotation(quote_from),
                '\n' if self.line_ends_sentence(at, &block) => {
                    self.sentence(&mut first_token, &mut first_byte, at, zone, statement);
                    quote_from = None;
                }
                '.' | '!' | '?' | '\u{2026}' | '\u{203d}' => {
                    let (end, question) = self.closing(at, block.end);
                    for _ in self.text[at..end].matches('"') {
                        quote_from = self.quotation(quote_from);
                    }
                    let over = end == block.end
                        || bytes[end].is_ascii_whitespace()
                        || !self.char_at(end).is_alphanumeric();
                    if over && !(c == '.' && end == at + 1 && self.after_abbreviation(first_token))
                    {
                        let kind =
                            if question { SentenceKind::Question } else { SentenceKind::Statement };
                        self.sentence(&mut first_token, &mut first_byte, end, zone, kind);
                    }
                    at = end;
                    continue;
                }
                _ if is_emoji(c) && self.begins_anew(at + c.len_utf8(), block.end) => {
                    let end = at + c.len_utf8();
                    self.sentence(&mut first_token, &mut first_byte, end, zone, statement);
                }
                _ => {}
            }
            at += c.len_utf8();
        }
        self.sentence(&mut first_token, &mut first_byte, block.end, zone, statement);
    }

    /// A blank stands for a name or a noun; its own words say nothing.
    fn blank(&mut self, blank: Blank, range: Range<usize>) {
        self.push(range.start, range.end, UNKNOWN, TokenKind::Name.bit());
        if let Some(token) = self.tokens.last_mut() {
            token.capitals = false;
        }
        self.blanks.push((blank, range));
    }

    fn char_at(&self, at: usize) -> char {
        self.text[at..].chars().next().unwrap_or(' ')
    }

    fn next_is_word(&self, at: usize, end: usize) -> bool {
        at < end && starts_word(self.char_at(at))
    }

    fn sentence(
        &mut self,
        first: &mut usize,
        from: &mut Option<usize>,
        end: usize,
        zone: Zone,
        kind: SentenceKind,
    ) {
        if let Some(start) = from.take().filter(|_| self.tokens.len() > *first) {
            let text = self.text[start..end].trim_end();
            let range = start..start + text.len();
            self.sentences.push(Sentence { tokens: *first..self.tokens.len(), range, kind, zone });
        }
        *first = self.tokens.len();
    }

    /// Whether a capital follows: where an emoji stands for the full stop. In lower case an emoji
    /// may stand in the middle of a sentence.
    fn begins_anew(&self, at: usize, end: usize) -> bool {
        let rest = self.text[at..end].trim_start_matches(|c: char| c == ' ' || is_emoji(c));
        rest.len() < end - at && rest.starts_with(char::is_uppercase)
    }

    /// A quotation of three words or more is not the sender speaking; a shorter one is scare
    /// quotes or a title.
    fn quotation(&mut self, from: Option<usize>) -> Option<usize> {
        let here = self.tokens.len();
        match from {
            None => Some(here),
            Some(from) => {
                if here - from >= 3 {
                    self.tokens[from..].iter_mut().for_each(|t| t.quoted = true);
                }
                None
            }
        }
    }

    /// A line break ends a sentence unless the line was wrapped by hand: a long line whose next
    /// goes on in lower case.
    fn line_ends_sentence(&self, at: usize, block: &Range<usize>) -> bool {
        let line = at - self.text[..at].rfind('\n').map_or(0, |n| n + 1);
        let next = self.text[at + 1..block.end].trim_start_matches(' ');
        let goes_on = next
            .starts_with(|c: char| c.is_lowercase() || c.is_numeric() || c == '(' || c == '"')
            || (next.starts_with("I ") || next.starts_with("I'"));
        !(line >= 45 && goes_on)
    }

    /// The end of a run of closing punctuation with quotes and brackets, and whether it asks.
    fn closing(&self, at: usize, end: usize) -> (usize, bool) {
        let rest = &self.text[at..end];
        let length = rest
            .find(|c: char| {
                !matches!(
                    c,
                    '.' | '!' | '?' | '\u{2026}' | '\u{203d}' | '"' | '\'' | ')' | ']' | '*' | '_'
                )
            })
            .unwrap_or(rest.len());
        (at + length, rest[..length].contains(['?', '\u{203d}']))
    }

    fn after_abbreviation(&self, first: usize) -> bool {
        let Some(last) = self.tokens.last().filter(|_| self.tokens.len() > first) else {
            return false;
        };
        let word = &self.text[last.start..last.end];
        let letter = word.chars().count() == 1;
        let initial = letter && word.starts_with(char::is_uppercase) && word != "I";
        // The last letter of “p.m.” and “e.g.”.
        let dotted = letter && self.text[..last.start].ends_with('.');
        initial || dotted || ABBREVIATIONS.iter().any(|a| a.eq_ignore_ascii_case(word))
    }

    /// Reads the word at `start` and gives its end.
    fn word(&mut self, start: usize, block_end: usize, at_sentence_start: bool) -> usize {
        let run = clipped(&self.text[start..block_end], LONGEST_RUN);
        let length = match plain_word(run) {
            Some(length) => length,
            None => {
                let run = &run[..run.find(char::is_whitespace).unwrap_or(run.len())];
                if let Some((length, kind)) = special(run) {
                    self.push(start, start + length, UNKNOWN, kind.bit());
                    return start + length;
                }
                run.find(|c: char| !continues_word(c)).unwrap_or(run.len())
            }
        };
        let word = run[..length].trim_end_matches('\'');
        let end = start + word.len();
        self.lower.clear();
        if word.is_ascii() {
            self.lower.push_str(word);
            self.lower.make_ascii_lowercase();
        } else {
            self.lower.extend(word.chars().filter(|c| !is_joiner(*c)).flat_map(char::to_lowercase));
        }
        // “Lets talk” is “let's”; “it lets you talk” is not.
        if at_sentence_start && self.lower == "lets" {
            self.lower.insert(3, '\'');
        }
        let mut kinds = 0;
        if word.starts_with(|c: char| c.is_numeric()) {
            kinds |= TokenKind::Number.bit();
        } else if !at_sentence_start && word.starts_with(char::is_uppercase) && !is_i(word) {
            kinds |= TokenKind::Name.bit();
        }
        self.canonical(start, end, kinds);
        start + length
    }

    /// Pushes the canonical tokens of the word in `self.lower`.
    fn canonical(&mut self, start: usize, end: usize, kinds: u8) {
        let lower = std::mem::take(&mut self.lower);
        canonical(&lower, &mut |word| self.push(start, end, self.vocabulary.get(word), kinds));
        self.lower = lower;
    }

    fn push(&mut self, start: usize, end: usize, word: Word, kinds: u8) {
        let text = &self.text[start..end];
        let capitals = text.chars().filter(|c| c.is_alphabetic()).count() >= 2
            && !text.contains(char::is_lowercase);
        self.tokens.push(Token { start, end, word, kinds, capitals, quoted: false });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Message;

    fn read(text: &str) -> Vec<String> {
        let message = Message::read(text, &Vocabulary::default());
        message.sentences.iter().map(|s| text[s.range.clone()].to_string()).collect()
    }

    #[test]
    fn sentences() {
        for (text, expected) in [
            ("One. Two! Three?", vec!["One.", "Two!", "Three?"]),
            (
                "I met Dr. Novak at 3.30 p.m. today. Fine.",
                vec!["I met Dr. Novak at 3.30 p.m. today.", "Fine."],
            ),
            ("See bit.ly/abc. Then tell me.", vec!["See bit.ly/abc.", "Then tell me."]),
            ("- first point\n- second point", vec!["first point", "second point"]),
            (
                "This line was wrapped by hand at some width and\ngoes on here. End.",
                vec!["This line was wrapped by hand at some width and\ngoes on here.", "End."],
            ),
            ("He said \"go.\" I went.", vec!["He said \"go.\"", "I went."]),
            ("ok... so what", vec!["ok...", "so what"]),
            ("I loved it 🙏🙏 Can we talk?", vec!["I loved it 🙏", "Can we talk?"]),
            ("I 💛 your talk", vec!["I 💛 your talk"]),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn contractions_come_apart_and_keep_their_place() {
        let mut vocabulary = Vocabulary::default();
        let [i, am, not, you] = ["i", "am", "not", "you"].map(|w| vocabulary.intern(w));
        let message = Message::read("I'm sure u aren't", &vocabulary);
        let words: Vec<Word> = message.tokens.iter().map(|t| t.word).collect();
        assert_eq!(words, [i, am, UNKNOWN, you, UNKNOWN, not]);
        assert_eq!((message.tokens[1].start, message.tokens[1].end), (0, 3));
    }

    #[test]
    fn kinds() {
        let message = Message::read(
            "Ask Ana about https://a.b/c, 1,500 or me@x.org, @jo!",
            &Vocabulary::default(),
        );
        let kinds: Vec<u8> = message.tokens.iter().map(|t| t.kinds).filter(|&k| k != 0).collect();
        use TokenKind::*;
        assert_eq!(kinds, [Name, Url, Number, Email, Mention].map(TokenKind::bit));
    }
}
