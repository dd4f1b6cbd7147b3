//! The pattern language: phrases of canonical words with alternatives, gaps and classes.
//! ARCHITECTURE.md has its table. This module only parses, into a tree; `matcher.rs` runs it.
//! `build.rs` reads it too, so that a bad pattern does not build.

mod forms;
mod parse;

pub use forms::inflections;
pub use parse::{Error, parse};

/// A parsed pattern, or a part of one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Node {
    /// One of these words. Never empty; a plain word is a list of one.
    Words(Vec<String>),
    /// A token of a kind.
    Kind(TokenKind),
    /// Between `0` and this many words of any kind, as few as needed; captured.
    Gap {
        /// The fewest words.
        min: usize,
        /// The most words.
        max: usize,
    },
    /// One after the other.
    Sequence(Vec<Node>),
    /// The first that leads to a match.
    Either(Vec<Node>),
    /// This or nothing.
    Maybe(Box<Node>),
    /// Only this part is marked.
    Marked(Box<Node>),
    /// Start of the sentence.
    Start,
    /// End of the sentence.
    End,
}

/// Kinds of tokens that patterns can ask for by `#name`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum TokenKind {
    Number,
    Url,
    Mention,
    Email,
    /// A capitalised word inside a sentence.
    Name,
}

impl TokenKind {
    /// All kinds with their names in patterns.
    pub const ALL: [(&'static str, TokenKind); 5] = [
        ("num", TokenKind::Number),
        ("url", TokenKind::Url),
        ("mention", TokenKind::Mention),
        ("email", TokenKind::Email),
        ("name", TokenKind::Name),
    ];

    /// One bit for each kind.
    pub fn bit(self) -> u8 {
        1 << self as u8
    }
}
