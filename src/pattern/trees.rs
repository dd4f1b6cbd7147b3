//! Patterns in few bytes. What is alike stands together, for so it compresses best: the shapes of
//! all trees, then their single words, then their sets of words. `src/packing.rs` writes them.

use super::{Node, TokenKind, Word};
use crate::packed::Stream;

// What a node is, in the lower half of its shape.
pub(crate) const WORD: u8 = 0;
pub(crate) const WORDS: u8 = 1;
pub(crate) const NONE_OF: u8 = 2;
pub(crate) const NOT: u8 = 3;
pub(crate) const KIND: u8 = 4;
pub(crate) const GAP: u8 = 5;
pub(crate) const SEQUENCE: u8 = 6;
pub(crate) const EITHER: u8 = 7;
pub(crate) const MAYBE: u8 = 8;
pub(crate) const MARKED: u8 = 9;
pub(crate) const CLASS: u8 = 10;
pub(crate) const START: u8 = 11;
#[allow(dead_code)] // To reading it is what is none of these.
pub(crate) const END: u8 = 12;

/// A size of this and more does not fit into the upper half.
pub(crate) const LARGE: usize = 15;

/// The parts of some trees.
struct Reader<'a> {
    shapes: Stream<'a>,
    /// Large sizes, and the least sizes of gaps.
    sizes: Stream<'a>,
    words: Stream<'a>,
    /// The words of sets as steps from one to the next: the forms of a verb are neighbours.
    steps: Stream<'a>,
    classes: Stream<'a>,
}

impl Reader<'_> {
    fn set(&mut self, size: usize) -> Vec<Word> {
        let mut word = 0;
        let next = |_| {
            word += self.steps.number() as Word;
            word
        };
        (0..size).map(next).collect()
    }

    fn all(&mut self, size: usize) -> Vec<Node> {
        (0..size).map(|_| self.node()).collect()
    }

    /// The next tree.
    fn node(&mut self) -> Node {
        let shape = self.shapes.byte();
        let size = match usize::from(shape / 16) {
            LARGE => self.sizes.number(),
            size => size,
        };
        match shape % 16 {
            WORD => Node::Word(self.words.number() as Word),
            WORDS => Node::Words(self.set(size)),
            NONE_OF => Node::NoneOf(self.set(size)),
            NOT => Node::Not(Box::new(self.node())),
            KIND => TokenKind::ALL.get(size).map_or(Node::End, |(_, kind)| Node::Kind(*kind)),
            GAP => Node::Gap { min: self.sizes.number(), max: size },
            SEQUENCE => Node::Sequence(self.all(size)),
            EITHER => Node::Either(self.all(size)),
            MAYBE => Node::Maybe(Box::new(self.node())),
            MARKED => Node::Marked(Box::new(self.node())),
            CLASS => Node::Class(self.classes.number() as u32),
            START => Node::Start,
            _ => Node::End,
        }
    }
}

/// The trees that are packed here.
pub(crate) fn read(from: &mut Stream) -> Vec<Node> {
    let trees = from.number();
    let mut reader = Reader {
        shapes: from.part(),
        sizes: from.part(),
        words: from.part(),
        steps: from.part(),
        classes: from.part(),
    };
    reader.all(trees)
}
