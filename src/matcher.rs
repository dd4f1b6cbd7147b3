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

/// A pattern that can begin with some word.
struct Candidate {
    number: usize,
    /// [`bit`]s of the words that can come second; all of them where any can. Most candidates
    /// fall here, for the price of one look at the next word.
    second: u64,
    /// Bits of words of which one must stand in the rest of the sentence, three times over: the
    /// pattern's most particular words.
    needed: [u64; 3],
}

impl Candidate {
    /// Whether a match is possible, given the bits of the next word and of the rest.
    fn is_possible(&self, next: u64, rest: u64) -> bool {
        self.second & next != 0 && self.needed.iter().all(|bits| bits & rest != 0)
    }
}

/// The patterns of all rules, indexed by the words they can begin with.
#[derive(Default)]
pub struct Matcher {
    programs: Vec<Program>,
    by_word: Vec<Vec<Candidate>>,
    by_kind: Vec<(u8, usize)>,
    at_start: Vec<usize>,
}

impl Matcher {
    /// Adds a pattern; its number counts from 0 in the order of adding.
    pub fn add(&mut self, node: &Node) -> usize {
        let number = self.programs.len();
        let program = Program::new(node);
        let begin = program.begins();
        if begin.sentence {
            self.at_start.push(number);
        }
        if begin.kinds != 0 {
            self.by_kind.push((begin.kinds, number));
        }
        let second = program.second();
        let needed = most_particular(node);
        for word in begin.words {
            let word = word as usize;
            if self.by_word.len() <= word {
                self.by_word.resize_with(word + 1, Vec::new);
            }
            self.by_word[word].push(Candidate { number, second, needed });
        }
        self.programs.push(program);
        number
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
            if let Some(candidates) =
                self.by_word.get(token.word as usize).filter(|_| token.word != UNKNOWN)
            {
                for candidate in
                    candidates.iter().filter(|c| c.is_possible(next, rest[at - range.start]))
                {
                    self.attempt(candidate.number, tokens, &range, at, found);
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
        let mut run =
            Run { tokens, sentence, left: MAX_STEPS, marks: [at, usize::MAX], gaps: Vec::new() };
        let Some(end) = run.go(&self.programs[number].steps, 0, at) else { return };
        let marked = if run.marks[1] == usize::MAX { at..end } else { run.marks[0]..run.marks[1] };
        if !marked.is_empty() {
            found(Match { pattern: number, whole: at..end, marked, gaps: run.gaps });
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
