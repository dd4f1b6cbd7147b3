//! What can be told of a match before it is tried: the words it can begin with, the ones that can
//! come second, the ones it cannot do without.

use crate::order::sorted;
use crate::pattern::{Node, Word};
use crate::program::{Program, Step, bit, bits};

/// A compiled class, and what can be told of it.
pub(crate) struct Class {
    pub program: Program,
    pub begin: Beginning,
    /// Bits of the words that can come first.
    pub first: u64,
    /// Bits of the words that can come second, where an entry has more than one.
    second: u64,
    /// Whether an entry may be a single word.
    single: bool,
    /// Bits of words of which one is in any match.
    needed: u64,
}

/// What a program can begin with.
#[derive(Clone, Default)]
pub(crate) struct Beginning {
    pub words: Vec<Word>,
    pub kinds: u8,
    pub sentence: bool,
}

impl Beginning {
    /// Whether a match can begin with this token.
    pub fn allows(&self, word: Word, kinds: u8, at_start: bool) -> bool {
        self.words.binary_search(&word).is_ok()
            || self.kinds & kinds != 0
            || (self.sentence && at_start)
    }
}

impl Class {
    /// Compiles a class; it may name those before it.
    pub fn new(node: &Node, classes: &[Class]) -> Self {
        let program = Program::new(node, classes);
        let second = program.second_from(0, 0, classes);
        Class {
            begin: program.begins(classes),
            first: program.first_bits(0, u64::MAX, classes),
            single: program.second_from(0, u64::MAX, classes) != second,
            needed: most_particular(node, classes)[0],
            second,
            program,
        }
    }
}

impl Program {
    /// Tells which words each way of a split can go on with.
    pub fn look_ahead(&mut self, classes: &[Class]) {
        // From the last, for a split leads to those after it only.
        for split in (0..self.splits.len()).rev() {
            for way in 0..2 {
                let to = self.splits[split][way].to as usize;
                self.splits[split][way].first = self.first_bits(to, u64::MAX, classes);
            }
        }
    }

    /// What a match can begin with; the words are sorted.
    pub fn begins(&self, classes: &[Class]) -> Beginning {
        let mut begin = Beginning::default();
        self.beginning(0, classes, &mut begin);
        begin.words.sort_unstable();
        begin.words.dedup();
        begin
    }

    /// The bits of the words that can come second in a match.
    pub fn second(&self, classes: &[Class]) -> u64 {
        self.second_from(0, u64::MAX, classes)
    }

    /// As [`Program::second`], from a step on; `after` are the bits of what may follow a match.
    fn second_from(&self, at: usize, after: u64, classes: &[Class]) -> u64 {
        let next = |at| self.first_bits(at, after, classes);
        match &self.steps[at] {
            Step::Word(_) | Step::OneOf(_) | Step::Kind(_) | Step::NoneOf(_) | Step::Any => {
                next(at + 1)
            }
            Step::Class(number) => {
                let class = &classes[*number as usize];
                class.second | if class.single { next(at + 1) } else { 0 }
            }
            Step::Split(split) => {
                let [one, other] = self.splits[*split as usize];
                self.second_from(one.to as usize, after, classes)
                    | self.second_from(other.to as usize, after, classes)
            }
            Step::Jump(to) => self.second_from(*to as usize, after, classes),
            Step::Done => after,
            _ => self.second_from(at + 1, after, classes),
        }
    }

    /// The bits of the words that can come next at a step.
    fn first_bits(&self, at: usize, after: u64, classes: &[Class]) -> u64 {
        match &self.steps[at] {
            Step::Word(word) => bit(*word),
            Step::OneOf(set) => self.sets[*set as usize].bits,
            Step::Class(number) => classes[*number as usize].first,
            Step::Split(split) => {
                let [one, other] = self.splits[*split as usize];
                let told = one.first | other.first;
                if told != 0 && after == u64::MAX {
                    return told;
                }
                self.first_bits(one.to as usize, after, classes)
                    | self.first_bits(other.to as usize, after, classes)
            }
            Step::Jump(to) => self.first_bits(*to as usize, after, classes),
            Step::MarkFrom | Step::MarkTo | Step::GapFrom | Step::GapTo | Step::Start => {
                self.first_bits(at + 1, after, classes)
            }
            Step::Kind(_) | Step::NoneOf(_) | Step::Any | Step::End => u64::MAX,
            Step::Done => after,
        }
    }

    fn beginning(&self, at: usize, classes: &[Class], into: &mut Beginning) {
        match &self.steps[at] {
            Step::Word(word) => into.words.push(*word),
            Step::OneOf(set) => into.words.extend_from_slice(&self.sets[*set as usize].words),
            Step::Kind(kinds) => into.kinds |= kinds,
            Step::Class(number) => {
                let Beginning { words, kinds, sentence } = &classes[*number as usize].begin;
                into.words.extend_from_slice(words);
                into.kinds |= kinds;
                into.sentence |= sentence;
            }
            Step::Start => into.sentence = true,
            Step::Split(split) => {
                for way in self.splits[*split as usize] {
                    self.beginning(way.to as usize, classes, into);
                }
            }
            Step::Jump(to) => self.beginning(*to as usize, classes, into),
            Step::MarkFrom | Step::MarkTo | Step::GapFrom | Step::GapTo | Step::End => {
                self.beginning(at + 1, classes, into)
            }
            // The parser refuses patterns that begin with any word or match nothing.
            Step::NoneOf(_) | Step::Any | Step::Done => {}
        }
    }
}

/// The three most particular of the words that every match of a pattern has.
pub(crate) fn most_particular(node: &Node, classes: &[Class]) -> [u64; 3] {
    let mut all = Vec::new();
    needed(node, classes, &mut all);
    let all = sorted(all, &|a, b| a.count_ones().cmp(&b.count_ones()));
    std::array::from_fn(|i| all.get(i).copied().unwrap_or(u64::MAX))
}

fn needed(node: &Node, classes: &[Class], all: &mut Vec<u64>) {
    match node {
        Node::Word(word) => all.push(bit(*word)),
        Node::Words(words) => all.push(bits(words)),
        Node::Class(number) => all.push(classes[*number as usize].needed),
        Node::Sequence(parts) => parts.iter().for_each(|p| needed(p, classes, all)),
        Node::Marked(inner) => needed(inner, classes, all),
        Node::Either(options) => {
            let one = |bits, option| bits | most_particular(option, classes)[0];
            all.push(options.iter().fold(0, one));
        }
        _ => {}
    }
}
