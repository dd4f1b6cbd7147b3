//! Patterns in few bytes. What is alike stands together, for so it compresses best: the shapes of
//! all trees, then their single words, then their sets of words.

use super::{Node, TokenKind, Word};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

// What a node is, in the lower half of its shape.
const WORD: u8 = 0;
const WORDS: u8 = 1;
const NONE_OF: u8 = 2;
const NOT: u8 = 3;
const KIND: u8 = 4;
const GAP: u8 = 5;
const SEQUENCE: u8 = 6;
const EITHER: u8 = 7;
const MAYBE: u8 = 8;
const MARKED: u8 = 9;
const CLASS: u8 = 10;
const START: u8 = 11;
const END: u8 = 12;

/// A size of this and more does not fit into the upper half.
const LARGE: usize = 15;

/// The parts of some trees, each in the order in which a walk from the roots meets them.
#[derive(Default, Serialize, Deserialize)]
struct Streams {
    trees: usize,
    shapes: Vec<u8>,
    /// Large sizes, and the least sizes of gaps.
    sizes: Vec<usize>,
    words: Vec<Word>,
    /// The words of sets as steps from one to the next: the forms of a verb are neighbours.
    steps: Vec<Word>,
    classes: Vec<u32>,
}

impl Streams {
    fn shape(&mut self, what: u8, size: usize) {
        self.shapes.push(what + 16 * size.min(LARGE) as u8);
        if size >= LARGE {
            self.sizes.push(size);
        }
    }

    fn set(&mut self, what: u8, words: &[Word]) {
        self.shape(what, words.len());
        let before = std::iter::once(0).chain(words.iter().copied());
        self.steps.extend(words.iter().zip(before).map(|(word, before)| word - before));
    }

    fn add_all(&mut self, what: u8, nodes: &[Node]) {
        self.shape(what, nodes.len());
        nodes.iter().for_each(|node| self.add(node));
    }

    fn add_one(&mut self, what: u8, node: &Node) {
        self.shape(what, 0);
        self.add(node);
    }

    fn add(&mut self, node: &Node) {
        match node {
            Node::Word(word) => {
                self.shape(WORD, 0);
                self.words.push(*word);
            }
            Node::Words(words) => self.set(WORDS, words),
            Node::NoneOf(words) => self.set(NONE_OF, words),
            Node::Not(inner) => self.add_one(NOT, inner),
            Node::Kind(kind) => self.shape(KIND, *kind as usize),
            Node::Gap { min, max } => {
                self.shape(GAP, *max);
                self.sizes.push(*min);
            }
            Node::Sequence(parts) => self.add_all(SEQUENCE, parts),
            Node::Either(options) => self.add_all(EITHER, options),
            Node::Maybe(inner) => self.add_one(MAYBE, inner),
            Node::Marked(inner) => self.add_one(MARKED, inner),
            Node::Class(number) => {
                self.shape(CLASS, 0);
                self.classes.push(*number);
            }
            Node::Start => self.shape(START, 0),
            Node::End => self.shape(END, 0),
        }
    }
}

/// Where reading has come to in each stream.
struct Reader {
    shapes: std::vec::IntoIter<u8>,
    sizes: std::vec::IntoIter<usize>,
    words: std::vec::IntoIter<Word>,
    steps: std::vec::IntoIter<Word>,
    classes: std::vec::IntoIter<u32>,
}

impl Reader {
    fn set(&mut self, size: usize) -> Vec<Word> {
        let steps = self.steps.by_ref().take(size);
        steps
            .scan(0, |word, step| {
                *word += step;
                Some(*word)
            })
            .collect()
    }

    fn all(&mut self, size: usize) -> Option<Vec<Node>> {
        (0..size).map(|_| self.node()).collect()
    }

    /// The next tree; none where the streams end early.
    fn node(&mut self) -> Option<Node> {
        let shape = self.shapes.next()?;
        let size = match usize::from(shape / 16) {
            LARGE => self.sizes.next()?,
            size => size,
        };
        Some(match shape % 16 {
            WORD => Node::Word(self.words.next()?),
            WORDS => Node::Words(self.set(size)),
            NONE_OF => Node::NoneOf(self.set(size)),
            NOT => Node::Not(Box::new(self.node()?)),
            KIND => Node::Kind(TokenKind::ALL.get(size)?.1),
            GAP => Node::Gap { min: self.sizes.next()?, max: size },
            SEQUENCE => Node::Sequence(self.all(size)?),
            EITHER => Node::Either(self.all(size)?),
            MAYBE => Node::Maybe(Box::new(self.node()?)),
            MARKED => Node::Marked(Box::new(self.node()?)),
            CLASS => Node::Class(self.classes.next()?),
            START => Node::Start,
            END => Node::End,
            _ => return None,
        })
    }
}

pub fn serialize<S: Serializer>(trees: &[Node], to: S) -> Result<S::Ok, S::Error> {
    let mut streams = Streams { trees: trees.len(), ..Streams::default() };
    trees.iter().for_each(|tree| streams.add(tree));
    streams.serialize(to)
}

pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Node>, D::Error> {
    let Streams { trees, shapes, sizes, words, steps, classes } = Streams::deserialize(from)?;
    let mut reader = Reader {
        shapes: shapes.into_iter(),
        sizes: sizes.into_iter(),
        words: words.into_iter(),
        steps: steps.into_iter(),
        classes: classes.into_iter(),
    };
    reader.all(trees).ok_or_else(|| serde::de::Error::custom("trees that end early"))
}
