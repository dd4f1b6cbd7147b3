//! Patterns as programs of small steps.

use crate::lookahead::Class;
use crate::pattern::{Node, UNKNOWN, Word};

/// One instruction.
pub(crate) enum Step {
    Word(Word),
    /// A word of this set.
    OneOf(u32),
    Kind(u8),
    /// Any word but those of this set.
    NoneOf(u32),
    Any,
    /// A class of the lexicon, by its number.
    Class(u32),
    /// Try the first way of this split, then the second.
    Split(u32),
    Jump(u32),
    Start,
    End,
    MarkFrom,
    MarkTo,
    GapFrom,
    GapTo,
    Done,
}

/// Some words.
pub(crate) struct Set {
    pub bits: u64,
    /// Sorted.
    pub words: Box<[Word]>,
}

impl Set {
    fn new(words: &[Word]) -> Self {
        Set { bits: bits(words), words: words.into() }
    }

    #[inline(always)]
    pub fn has(&self, word: Word) -> bool {
        // Most words fall here, without a search.
        self.bits & bit(word) != 0 && self.words.binary_search(&word).is_ok()
    }
}

/// Where a program may go on.
#[derive(Clone, Copy)]
pub(crate) struct Way {
    pub to: u32,
    /// Bits of the words of which one must be next for it to lead anywhere; 0 until that is told.
    pub first: u64,
}

impl Way {
    fn to(step: usize) -> Self {
        Way { to: step as u32, first: 0 }
    }
}

/// A compiled pattern.
#[derive(Default)]
pub(crate) struct Program {
    pub steps: Vec<Step>,
    pub splits: Vec<[Way; 2]>,
    pub sets: Vec<Set>,
}

/// One of 64 bits for a word; the first is for words that no pattern mentions.
pub(crate) fn bit(word: Word) -> u64 {
    if word == UNKNOWN { 1 } else { 1 << (1 + word % 63) }
}

pub(crate) fn bits(words: &[Word]) -> u64 {
    words.iter().fold(0, |bits, &w| bits | bit(w))
}

impl Program {
    /// Compiles a pattern.
    pub fn new(node: &Node, classes: &[Class]) -> Self {
        let mut program = Program::default();
        program.compile(node);
        program.steps.push(Step::Done);
        program.look_ahead(classes);
        program
    }

    /// Adds a set; its number.
    fn set(&mut self, words: &[Word]) -> u32 {
        self.sets.push(Set::new(words));
        self.sets.len() as u32 - 1
    }

    /// Adds a split, whose ways are set when they are known. Its number is lower than those of the
    /// splits that it leads to.
    fn split(&mut self) -> usize {
        let number = self.splits.len();
        self.steps.push(Step::Split(number as u32));
        self.splits.push([Way::to(0), Way::to(0)]);
        number
    }

    /// Alternatives as a tree of splits, so that one look at the next word leaves out half of them.
    /// `jumps` are the steps that are to lead to the end.
    fn either(&mut self, options: &[Node], jumps: &mut Vec<usize>) {
        if let [only] = options {
            return self.compile(only);
        }
        let (left, right) = options.split_at(options.len() / 2);
        let split = self.split();
        let one = self.steps.len();
        self.either(left, jumps);
        jumps.push(self.steps.len());
        self.steps.push(Step::Jump(0));
        self.splits[split] = [Way::to(one), Way::to(self.steps.len())];
        self.either(right, jumps);
    }

    fn compile(&mut self, node: &Node) {
        match node {
            Node::Word(word) => self.steps.push(Step::Word(*word)),
            Node::Words(words) => {
                let set = self.set(words);
                self.steps.push(Step::OneOf(set));
            }
            Node::Kind(kind) => self.steps.push(Step::Kind(kind.bit())),
            Node::NoneOf(words) => {
                let set = self.set(words);
                self.steps.push(Step::NoneOf(set));
            }
            Node::Class(number) => self.steps.push(Step::Class(*number)),
            Node::Gap { min, max } => {
                self.steps.push(Step::GapFrom);
                (0..*min).for_each(|_| self.steps.push(Step::Any));
                // As few words as needed: leaving the gap comes first.
                let leave = self.steps.len() + 2 * (max - min);
                for _ in *min..*max {
                    let split = self.split();
                    self.splits[split] = [Way::to(leave), Way::to(self.steps.len())];
                    self.steps.push(Step::Any);
                }
                self.steps.push(Step::GapTo);
            }
            Node::Sequence(all) => all.iter().for_each(|n| self.compile(n)),
            Node::Either(options) => {
                let mut jumps = Vec::new();
                self.either(options, &mut jumps);
                let end = self.steps.len() as u32;
                jumps.into_iter().for_each(|jump| self.steps[jump] = Step::Jump(end));
            }
            Node::Maybe(inner) => {
                let split = self.split();
                let inside = self.steps.len();
                self.compile(inner);
                self.splits[split] = [Way::to(inside), Way::to(self.steps.len())];
            }
            Node::Marked(inner) => {
                self.steps.push(Step::MarkFrom);
                self.compile(inner);
                self.steps.push(Step::MarkTo);
            }
            // Spelled out before; one that is not lets nothing through.
            Node::Not(_) => {
                let set = self.set(&[]);
                self.steps.push(Step::OneOf(set));
            }
            Node::Start => self.steps.push(Step::Start),
            Node::End => self.steps.push(Step::End),
        }
    }
}
