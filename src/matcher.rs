//! Runs all patterns over a message in one pass: each token looks up the patterns that can begin
//! with it, and only those are tried.

use crate::message::{Sentence, Token};
use crate::pattern::{Node, UNKNOWN};
use crate::program::{Program, Step, bit, most_particular};
use std::ops::Range;

/// Steps that one pattern may take at one place. Gaps are short, so this is far from what any
/// sensible pattern needs (about 200); it bounds what a hostile one can cost.
const MAX_STEPS: usize = 4_000;

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

/// A program that can begin with some word.
#[derive(Clone, Copy)]
struct Candidate {
    program: usize,
    /// [`bit`]s of the words that can come second; all of them where any can. Most candidates
    /// fall here, for the price of one look at the next word.
    second: u64,
    /// Bits of words of which one must stand in the rest of the sentence, three times over: the
    /// pattern's most particular words.
    needed: [u64; 3],
}

impl Candidate {
    /// Whether a match is possible, given the bits of the next word and of the rest.
    #[inline(always)]
    fn is_possible(&self, next: u64, rest: u64) -> bool {
        let [a, b, c] = self.needed;
        self.second & next != 0 && a & rest != 0 && b & rest != 0 && c & rest != 0
    }
}

/// The patterns of all rules, indexed by the words they can begin with.
#[derive(Default)]
pub struct Matcher {
    patterns: usize,
    /// With the number of the pattern that each belongs to.
    programs: Vec<(usize, Program)>,
    by_word: Vec<Vec<Candidate>>,
    by_kind: Vec<(u8, Candidate)>,
    at_start: Vec<Candidate>,
}

impl Matcher {
    /// Adds a pattern; its number counts from 0 in the order of adding.
    pub fn add(&mut self, node: &Node) -> usize {
        let number = self.patterns;
        self.patterns += 1;
        // Alternatives are tried one by one, each only where it is possible.
        match node {
            Node::Either(options) => options.iter().for_each(|n| self.add_program(number, n)),
            other => self.add_program(number, other),
        }
        number
    }

    fn add_program(&mut self, number: usize, node: &Node) {
        let program = Program::new(node);
        let begin = program.begins();
        let needed = most_particular(node);
        let candidate =
            Candidate { program: self.programs.len(), second: program.second(), needed };
        if begin.sentence {
            self.at_start.push(candidate);
        }
        if begin.kinds != 0 {
            self.by_kind.push((begin.kinds, candidate));
        }
        for word in begin.words {
            let word = word as usize;
            if self.by_word.len() <= word {
                self.by_word.resize_with(word + 1, Vec::new);
            }
            self.by_word[word].push(candidate);
        }
        self.programs.push((number, program));
    }

    /// Calls `found` for each place of the sentence where a pattern matches: the first way that
    /// the pattern matches there, for every pattern and every place.
    pub fn run(&self, tokens: &[Token], sentence: &Sentence, found: &mut dyn FnMut(Match)) {
        let range = sentence.tokens.clone();
        let mut rest: Vec<u64> = tokens[range.clone()].iter().map(|t| bit(t.word)).collect();
        for i in (1..rest.len()).rev() {
            rest[i - 1] |= rest[i];
        }
        for at in range.clone() {
            let token = &tokens[at];
            // After the last word only patterns that let any word follow can match.
            let next = if at + 1 < range.end { bit(tokens[at + 1].word) } else { u64::MAX };
            // Plain loops: this is the hottest place of the engine, and optimising for size leaves
            // iterator adapters as calls.
            let rest = rest[at - range.start];
            let mut attempt = |candidate: &Candidate| {
                if candidate.is_possible(next, rest) {
                    self.attempt(candidate.program, tokens, &range, at, found);
                }
            };
            if token.word != UNKNOWN && (token.word as usize) < self.by_word.len() {
                for candidate in &self.by_word[token.word as usize] {
                    attempt(candidate);
                }
            }
            if token.kinds != 0 {
                for (kinds, candidate) in &self.by_kind {
                    if kinds & token.kinds != 0 {
                        attempt(candidate);
                    }
                }
            }
            if at == range.start {
                for candidate in &self.at_start {
                    attempt(candidate);
                }
            }
        }
    }

    fn attempt(
        &self,
        program: usize,
        tokens: &[Token],
        sentence: &Range<usize>,
        at: usize,
        found: &mut dyn FnMut(Match),
    ) {
        let mut run =
            Run { tokens, sentence, left: MAX_STEPS, marks: [at, usize::MAX], gaps: Vec::new() };
        let (number, program) = &self.programs[program];
        let Some(end) = run.go(&program.steps, 0, at) else { return };
        let marked = if run.marks[1] == usize::MAX { at..end } else { run.marks[0]..run.marks[1] };
        if !marked.is_empty() {
            found(Match { pattern: *number, whole: at..end, marked, gaps: run.gaps });
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
                Step::NoneOf(words) => token.is_some_and(|t| words.binary_search(&t.word).is_err()),
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
