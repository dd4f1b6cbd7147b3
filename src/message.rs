//! A draft cut into sentences and canonical words.

use crate::blanks::Blank;
use crate::pattern::{Vocabulary, Word};

use crate::reader::Reader;
use crate::rule::{SentenceKind, Zone};
use crate::text::Text;
use crate::zones::{self, Block};
use std::ops::Range;

/// A word in canonical form. `I'm` is two tokens with one place.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Bytes of the normalised text, of the word as written.
    pub start: usize,
    /// See `start`.
    pub end: usize,
    /// Number in the vocabulary.
    pub word: Word,
    /// Bits of [`crate::pattern::TokenKind`].
    pub kinds: u8,
    /// Two or more letters, all capitals.
    pub capitals: bool,
    /// Between double quotes: somebody else's words, or words about words.
    pub quoted: bool,
}

/// A sentence of one zone.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Indexes into [`Message::tokens`]; never empty.
    pub tokens: Range<usize>,
    /// Bytes of the normalised text, the closing punctuation included.
    pub range: Range<usize>,
    /// Question or not.
    pub kind: SentenceKind,
    /// Where it stands.
    pub zone: Zone,
}

/// A draft, read.
pub struct Message<'a> {
    /// The text and the way back to the original.
    pub text: Text<'a>,
    /// All words, in order.
    pub tokens: Vec<Token>,
    /// All sentences, in order. Quoted text and code have none.
    pub sentences: Vec<Sentence>,
    /// Indexes into `sentences` of the body's sentences.
    pub body: Vec<usize>,
    /// The parts of the normalised text.
    pub blocks: Vec<Block>,
    /// Blanks that were left in, in bytes of the normalised text.
    pub(crate) blanks: Vec<(Blank, Range<usize>)>,
}

impl<'a> Message<'a> {
    /// Reads a draft. Linear in its length.
    pub fn read(draft: &'a str, vocabulary: &Vocabulary) -> Self {
        let text = Text::new(draft);
        let mut reader = Reader::new(text.plain(), vocabulary);
        let blocks = zones::split(text.plain());
        for block in blocks.iter().filter(|b| !matches!(b.zone, Zone::Quoted | Zone::Code)) {
            reader.block(block.range.clone(), block.zone);
        }
        let Reader { tokens, sentences, blanks, .. } = reader;
        let body = (0..sentences.len()).filter(|&i| sentences[i].zone == Zone::Body).collect();
        Message { text, tokens, sentences, body, blocks, blanks }
    }

    /// The stretch of normalised text that a run of tokens covers. `tokens` must not be empty.
    pub fn range_of(&self, tokens: &Range<usize>) -> Range<usize> {
        self.tokens[tokens.start].start..self.tokens[tokens.end - 1].end
    }

    /// The text of a run of tokens, as it was written, without invisible characters.
    pub fn words(&self, tokens: &Range<usize>) -> &str {
        if tokens.is_empty() { "" } else { &self.text.plain()[self.range_of(tokens)] }
    }
}
