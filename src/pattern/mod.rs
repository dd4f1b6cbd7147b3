//! The pattern language: phrases of canonical words with alternatives, gaps and classes.
//! ARCHITECTURE.md has its table. This module only parses, into a tree; `matcher.rs` runs it.
//! The patterns of built-in rules are parsed by `build.rs`, so that a bad one does not build.

mod forms;
mod parse;
pub(crate) mod trees;
mod vocabulary;
mod words;

pub use forms::inflections;
pub use parse::{Error, parse};
pub use vocabulary::{UNKNOWN, Vocabulary, Word};
pub use words::one_of;

/// A parsed pattern, or a part of one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Node {
    /// This word.
    Word(Word),
    /// One of these words: two or more, ascending.
    Words(Vec<Word>),
    /// Any one word but those of this class.
    Not(Box<Node>),
    /// Any one word but these: ascending.
    NoneOf(Vec<Word>),
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
    /// A class of the lexicon, by its number.
    Class(u32),
    /// Start of the sentence.
    Start,
    /// End of the sentence.
    End,
}

impl Node {
    /// The pattern with its classes spelled out. `classes` are in the order of their numbers; a
    /// class may name those before it.
    pub fn with_classes(self, classes: &[Node]) -> Node {
        self.changed(&|node| match node {
            Node::Class(number) => classes.get(number as usize).cloned().unwrap_or(node),
            Node::Either(options) => words::either(options),
            Node::Not(inner) => words::none_of(*inner),
            other => other,
        })
    }

    /// The pattern with only those classes spelled out of which no word may stand.
    pub fn with_exceptions(self, classes: &[Node]) -> Node {
        self.changed(&|node| match node {
            Node::Not(inner) => words::none_of(inner.with_classes(classes)),
            other => other,
        })
    }

    /// The pattern with other numbers for its words.
    pub fn renumbered(self, number: &dyn Fn(Word) -> Word) -> Node {
        let sorted = |words: Vec<Word>| {
            let mut words: Vec<Word> = words.into_iter().map(number).collect();
            words.sort_unstable();
            words
        };
        self.changed(&|node| match node {
            Node::Word(word) => Node::Word(number(word)),
            Node::Words(words) => Node::Words(sorted(words)),
            Node::NoneOf(words) => Node::NoneOf(sorted(words)),
            other => other,
        })
    }

    /// The pattern with each of its parts changed, the inner ones first.
    fn changed(self, change: &dyn Fn(Node) -> Node) -> Node {
        let all = |nodes: Vec<Node>| nodes.into_iter().map(|n| n.changed(change)).collect();
        let one = |node: Box<Node>| Box::new(node.changed(change));
        change(match self {
            Node::Sequence(parts) => Node::Sequence(all(parts)),
            Node::Either(options) => Node::Either(all(options)),
            Node::Not(inner) => Node::Not(one(inner)),
            Node::Maybe(inner) => Node::Maybe(one(inner)),
            Node::Marked(inner) => Node::Marked(one(inner)),
            other => other,
        })
    }
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
