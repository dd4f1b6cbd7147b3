//! Patterns as programs of small steps, and what can be told of a match before it is tried:
//! the words it can begin with, the ones that can come second, the ones it cannot do without.

use crate::order::sorted;
use crate::pattern::{Node, UNKNOWN, Word};

/// One instruction.
pub(crate) enum Step {
    Word(Word),
    /// Sorted.
    OneOf(Box<[Word]>),
    Kind(u8),
    /// Any word but these; sorted.
    NoneOf(Box<[Word]>),
    Any,
    /// Try the first, then the second.
    Split(usize, usize),
    Jump(usize),
    Start,
    End,
    MarkFrom,
    MarkTo,
    GapFrom,
    GapTo,
    Done,
}

/// A compiled pattern.
pub(crate) struct Program {
    pub steps: Vec<Step>,
}

/// One of 64 bits for a word; the first is for words that no pattern mentions.
pub(crate) fn bit(word: Word) -> u64 {
    if word == UNKNOWN { 1 } else { 1 << (1 + word % 63) }
}

/// What a program can begin with.
#[derive(Default)]
pub(crate) struct Beginning {
    pub words: Vec<Word>,
    pub kinds: u8,
    pub sentence: bool,
}

impl Program {
    /// Compiles a pattern.
    pub fn new(node: &Node) -> Self {
        let mut steps = Vec::new();
        compile(node, &mut steps);
        steps.push(Step::Done);
        Program { steps }
    }

    /// What a match can begin with; the words are sorted.
    pub fn begins(&self) -> Beginning {
        let mut begin = Beginning::default();
        self.beginning(0, &mut begin);
        begin.words.sort_unstable();
        begin.words.dedup();
        begin
    }

    /// The bits of the words that can come second in a match.
    pub fn second(&self) -> u64 {
        self.second_from(0)
    }

    fn second_from(&self, at: usize) -> u64 {
        match &self.steps[at] {
            Step::Word(_) | Step::OneOf(_) | Step::Kind(_) | Step::NoneOf(_) | Step::Any => {
                self.first_bits(at + 1)
            }
            Step::Split(first, second) => self.second_from(*first) | self.second_from(*second),
            Step::Jump(to) => self.second_from(*to),
            Step::Done => u64::MAX,
            _ => self.second_from(at + 1),
        }
    }

    /// The bits of the words that can come next at a step.
    fn first_bits(&self, at: usize) -> u64 {
        match &self.steps[at] {
            Step::Word(word) => bit(*word),
            Step::OneOf(words) => words.iter().fold(0, |bits, &w| bits | bit(w)),
            Step::Split(first, second) => self.first_bits(*first) | self.first_bits(*second),
            Step::Jump(to) => self.first_bits(*to),
            Step::MarkFrom | Step::MarkTo | Step::GapFrom | Step::GapTo | Step::Start => {
                self.first_bits(at + 1)
            }
            Step::Kind(_) | Step::NoneOf(_) | Step::Any | Step::End | Step::Done => u64::MAX,
        }
    }

    fn beginning(&self, at: usize, into: &mut Beginning) {
        match &self.steps[at] {
            Step::Word(word) => into.words.push(*word),
            Step::OneOf(words) => into.words.extend_from_slice(words),
            Step::Kind(kinds) => into.kinds |= kinds,
            Step::Start => into.sentence = true,
            Step::Split(first, second) => {
                self.beginning(*first, into);
                self.beginning(*second, into);
            }
            Step::Jump(to) => self.beginning(*to, into),
            Step::MarkFrom | Step::MarkTo | Step::GapFrom | Step::GapTo | Step::End => {
                self.beginning(at + 1, into)
            }
            // The parser refuses patterns that begin with any word or match nothing.
            Step::NoneOf(_) | Step::Any | Step::Done => {}
        }
    }
}

/// The three most particular of the words that every match of a pattern has.
pub(crate) fn most_particular(node: &Node) -> [u64; 3] {
    let mut all = Vec::new();
    needed(node, &mut all);
    let all = sorted(all, &|a, b| a.count_ones().cmp(&b.count_ones()));
    std::array::from_fn(|i| all.get(i).copied().unwrap_or(u64::MAX))
}

fn needed(node: &Node, all: &mut Vec<u64>) {
    match node {
        Node::Word(word) => all.push(bit(*word)),
        Node::Words(words) => all.push(words.iter().fold(0, |bits, w| bits | bit(*w))),
        Node::Sequence(parts) => parts.iter().for_each(|p| needed(p, all)),
        Node::Marked(inner) => needed(inner, all),
        Node::Either(options) => {
            all.push(options.iter().fold(0, |bits, option| bits | most_particular(option)[0]));
        }
        _ => {}
    }
}

fn compile(node: &Node, steps: &mut Vec<Step>) {
    match node {
        Node::Word(word) => steps.push(Step::Word(*word)),
        Node::Words(words) => steps.push(Step::OneOf(words.as_slice().into())),
        Node::Kind(kind) => steps.push(Step::Kind(kind.bit())),
        Node::NoneOf(words) => steps.push(Step::NoneOf(words.as_slice().into())),
        Node::Gap { min, max } => {
            steps.push(Step::GapFrom);
            (0..*min).for_each(|_| steps.push(Step::Any));
            // As few words as needed: leaving the gap comes first.
            let leave = steps.len() + 2 * (max - min);
            for _ in *min..*max {
                let here = steps.len();
                steps.push(Step::Split(leave, here + 1));
                steps.push(Step::Any);
            }
            steps.push(Step::GapTo);
        }
        Node::Sequence(all) => all.iter().for_each(|n| compile(n, steps)),
        Node::Either(any) => {
            let mut jumps = Vec::new();
            for (i, option) in any.iter().enumerate() {
                if i + 1 == any.len() {
                    compile(option, steps);
                    break;
                }
                let split = steps.len();
                steps.push(Step::Split(split + 1, 0));
                compile(option, steps);
                jumps.push(steps.len());
                steps.push(Step::Jump(0));
                steps[split] = Step::Split(split + 1, steps.len());
            }
            let end = steps.len();
            jumps.into_iter().for_each(|j| steps[j] = Step::Jump(end));
        }
        Node::Maybe(inner) => {
            let split = steps.len();
            steps.push(Step::Split(split + 1, 0));
            compile(inner, steps);
            steps[split] = Step::Split(split + 1, steps.len());
        }
        Node::Marked(inner) => {
            steps.push(Step::MarkFrom);
            compile(inner, steps);
            steps.push(Step::MarkTo);
        }
        // Classes are spelled out before; one that is not matches nothing.
        Node::Class(_) | Node::Not(_) => steps.push(Step::OneOf(Box::new([]))),
        Node::Start => steps.push(Step::Start),
        Node::End => steps.push(Step::End),
    }
}
