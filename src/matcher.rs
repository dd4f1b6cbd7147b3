//! Runs all patterns over a message in one pass: each token looks up the patterns that can begin
//! with it, and only those are tried.

use crate::message::{Sentence, Token};
use crate::pattern::Node;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Number of a word in the vocabulary of all patterns; [`UNKNOWN`] for every other word.
pub type Word = u32;
/// A word that no pattern mentions.
pub const UNKNOWN: Word = 0;

/// Steps that one pattern may take at one place. Gaps are short, so this is far from what any
/// sensible pattern needs (about 200); it bounds what a hostile one can cost.
const MAX_STEPS: usize = 4_000;

/// All words that patterns mention, numbered from 1.
#[derive(Default)]
pub struct Vocabulary {
    words: FxHashMap<Box<str>, Word>,
}

impl Vocabulary {
    /// The number of a word, given one where it has none yet.
    pub fn intern(&mut self, word: &str) -> Word {
        if let Some(&known) = self.words.get(word) {
            return known;
        }
        let number = self.words.len() as Word + 1;
        self.words.insert(word.into(), number);
        number
    }

    /// The number of a word, or [`UNKNOWN`].
    pub fn get(&self, word: &str) -> Word {
        self.words.get(word).copied().unwrap_or(UNKNOWN)
    }
}

enum Step {
    Word(Word),
    /// Sorted.
    OneOf(Box<[Word]>),
    Kind(u8),
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
struct Program {
    steps: Vec<Step>,
}

/// Where a pattern matched, in tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// As given to [`Matcher::add`].
    pub pattern: usize,
    /// All tokens of the match.
    pub whole: Range<usize>,
    /// The tokens to mark; never empty.
    pub marked: Range<usize>,
    /// The tokens of each gap, from the left.
    pub gaps: Vec<Range<usize>>,
}

/// The patterns of all rules, indexed by the words they can begin with.
#[derive(Default)]
pub struct Matcher {
    vocabulary: Vocabulary,
    programs: Vec<Program>,
    by_word: Vec<Vec<usize>>,
    by_kind: Vec<(u8, usize)>,
    at_start: Vec<usize>,
}

impl Matcher {
    /// Adds a pattern; its number counts from 0 in the order of adding.
    pub fn add(&mut self, node: &Node) -> usize {
        let number = self.programs.len();
        let mut program = Program { steps: Vec::new() };
        self.compile(node, &mut program.steps);
        program.steps.push(Step::Done);
        let mut begin = Beginning::default();
        program.beginning(0, &mut begin);
        if begin.sentence {
            self.at_start.push(number);
        }
        if begin.kinds != 0 {
            self.by_kind.push((begin.kinds, number));
        }
        begin.words.sort_unstable();
        begin.words.dedup();
        for word in begin.words {
            let word = word as usize;
            if self.by_word.len() <= word {
                self.by_word.resize_with(word + 1, Vec::new);
            }
            self.by_word[word].push(number);
        }
        self.programs.push(program);
        number
    }

    /// The words that patterns mention.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    fn compile(&mut self, node: &Node, steps: &mut Vec<Step>) {
        match node {
            Node::Words(words) => {
                let mut numbers: Vec<Word> = words.iter().map(|w| self.vocabulary.intern(w)).collect();
                numbers.sort_unstable();
                numbers.dedup();
                steps.push(match numbers.as_slice() {
                    [one] => Step::Word(*one),
                    _ => Step::OneOf(numbers.into()),
                });
            }
            Node::Kind(kind) => steps.push(Step::Kind(kind.bit())),
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
            Node::Sequence(all) => all.iter().for_each(|n| self.compile(n, steps)),
            Node::Either(any) => {
                let mut jumps = Vec::new();
                for (i, option) in any.iter().enumerate() {
                    if i + 1 == any.len() {
                        self.compile(option, steps);
                        break;
                    }
                    let split = steps.len();
                    steps.push(Step::Split(split + 1, 0));
                    self.compile(option, steps);
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
                self.compile(inner, steps);
                steps[split] = Step::Split(split + 1, steps.len());
            }
            Node::Marked(inner) => {
                steps.push(Step::MarkFrom);
                self.compile(inner, steps);
                steps.push(Step::MarkTo);
            }
            Node::Start => steps.push(Step::Start),
            Node::End => steps.push(Step::End),
        }
    }

    /// Calls `found` for each place of the sentence where a pattern matches: the first way that
    /// the pattern matches there, for every pattern and every place.
    pub fn run(&self, tokens: &[Token], sentence: &Sentence, found: &mut dyn FnMut(Match)) {
        let range = sentence.tokens.clone();
        for at in range.clone() {
            let token = &tokens[at];
            if let Some(programs) = self.by_word.get(token.word as usize).filter(|_| token.word != UNKNOWN) {
                for &number in programs {
                    self.attempt(number, tokens, &range, at, found);
                }
            }
            if token.kinds != 0 {
                for &(kinds, number) in &self.by_kind {
                    if kinds & token.kinds != 0 {
                        self.attempt(number, tokens, &range, at, found);
                    }
                }
            }
            if at == range.start {
                for &number in &self.at_start {
                    self.attempt(number, tokens, &range, at, found);
                }
            }
        }
    }

    fn attempt(
        &self,
        number: usize,
        tokens: &[Token],
        sentence: &Range<usize>,
        at: usize,
        found: &mut dyn FnMut(Match),
    ) {
        let mut run = Run { tokens, sentence, left: MAX_STEPS, marks: [at, usize::MAX], gaps: Vec::new() };
        let Some(end) = run.go(&self.programs[number].steps, 0, at) else { return };
        let marked = if run.marks[1] == usize::MAX { at..end } else { run.marks[0]..run.marks[1] };
        if !marked.is_empty() {
            found(Match { pattern: number, whole: at..end, marked, gaps: run.gaps });
        }
    }
}

/// What a program can begin with.
#[derive(Default)]
struct Beginning {
    words: Vec<Word>,
    kinds: u8,
    sentence: bool,
}

impl Program {
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
            Step::MarkFrom | Step::MarkTo | Step::GapFrom | Step::GapTo | Step::End => self.beginning(at + 1, into),
            // The parser refuses patterns that begin with any word or match nothing.
            Step::Any | Step::Done => {}
        }
    }
}

/// One attempt of one program at one place.
struct Run<'a> {
    tokens: &'a [Token],
    sentence: &'a Range<usize>,
    left: usize,
    marks: [usize; 2],
    gaps: Vec<Range<usize>>,
}

impl Run<'_> {
    /// The token after the match, if the steps from `pc` on match at `at`.
    fn go(&mut self, steps: &[Step], mut pc: usize, mut at: usize) -> Option<usize> {
        loop {
            self.left = self.left.checked_sub(1)?;
            let token = (at < self.sentence.end).then(|| &self.tokens[at]);
            let takes = match &steps[pc] {
                Step::Word(word) => token.is_some_and(|t| t.word == *word),
                Step::OneOf(words) => token.is_some_and(|t| words.binary_search(&t.word).is_ok()),
                Step::Kind(kinds) => token.is_some_and(|t| t.kinds & kinds != 0),
                Step::Any => token.is_some(),
                Step::Start if at == self.sentence.start => {
                    pc += 1;
                    continue;
                }
                Step::End if at == self.sentence.end => {
                    pc += 1;
                    continue;
                }
                Step::Start | Step::End => return None,
                Step::Jump(to) => {
                    pc = *to;
                    continue;
                }
                Step::Split(first, second) => {
                    let before = (self.marks, self.gaps.len());
                    if let Some(end) = self.go(steps, *first, at) {
                        return Some(end);
                    }
                    self.marks = before.0;
                    self.gaps.truncate(before.1);
                    pc = *second;
                    continue;
                }
                Step::MarkFrom => {
                    self.marks[0] = at;
                    pc += 1;
                    continue;
                }
                Step::MarkTo => {
                    self.marks[1] = at;
                    pc += 1;
                    continue;
                }
                Step::GapFrom => {
                    self.gaps.push(at..at);
                    pc += 1;
                    continue;
                }
                Step::GapTo => {
                    // A gap inside a gap does not exist, so the open one is the last.
                    if let Some(gap) = self.gaps.last_mut() {
                        gap.end = at;
                    }
                    pc += 1;
                    continue;
                }
                Step::Done => return Some(at),
            };
            if !takes {
                return None;
            }
            pc += 1;
            at += 1;
        }
    }
}
