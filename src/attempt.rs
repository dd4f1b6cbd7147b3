//! One pattern at one place of a sentence: runs the steps of its program, trying all ways.

use crate::lookahead::Class;
use crate::message::Token;
use crate::program::{Program, Step, bit};
use std::ops::Range;

/// Steps that one pattern may take at one place. Gaps are short, so this is far from what any
/// sensible pattern needs (about 200); it bounds what a hostile one can cost.
const MAX_STEPS: usize = 4_000;

/// Where a pattern matched, in tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// As given to [`crate::matcher::Matcher::add`].
    pub pattern: usize,
    /// All tokens of the match.
    pub whole: Range<usize>,
    /// The tokens to mark; never empty.
    pub marked: Range<usize>,
    /// The tokens of each gap, from the left.
    pub gaps: Vec<Range<usize>>,
}

impl Match {
    /// The same match, so many tokens later.
    pub fn after(&self, tokens: usize) -> Match {
        let later = |r: &Range<usize>| r.start + tokens..r.end + tokens;
        let gaps = self.gaps.iter().map(later).collect();
        let (whole, marked) = (later(&self.whole), later(&self.marked));
        Match { pattern: self.pattern, whole, marked, gaps }
    }
}

/// The attempts in one sentence. Many patterns ask for the same classes at the same places, so
/// where a class ends is found out once.
pub(crate) struct Run<'a> {
    tokens: &'a [Token],
    classes: &'a [Class],
    /// By class and place: 0 where nobody has asked yet, else one more than an index of `ends`.
    seen: Vec<u32>,
    /// Where a class can end, the preferred way first.
    ends: Vec<Vec<usize>>,
    /// The ends of the classes that are being found out.
    collecting: Vec<Vec<usize>>,
    left: usize,
    marks: [usize; 2],
    gaps: Vec<Range<usize>>,
}

impl<'a> Run<'a> {
    /// At the start of a sentence.
    pub fn new(tokens: &'a [Token], classes: &'a [Class]) -> Self {
        let seen = vec![0; classes.len() * tokens.len()];
        let (ends, collecting, gaps, marks) = Default::default();
        Run { tokens, classes, seen, ends, collecting, left: 0, marks, gaps }
    }

    /// The first way that a pattern matches at a place.
    pub fn attempt(&mut self, pattern: usize, program: &Program, at: usize) -> Option<Match> {
        self.left = MAX_STEPS;
        self.marks = [at, usize::MAX];
        self.gaps.clear();
        let end = self.go(program, 0, at)?;
        let marked = match self.marks[1] {
            usize::MAX => at..end,
            to => self.marks[0]..to,
        };
        let gaps = std::mem::take(&mut self.gaps);
        (!marked.is_empty()).then_some(Match { pattern, whole: at..end, marked, gaps })
    }

    /// The index in `ends` of where a class that begins at `at` can end.
    fn ends_of(&mut self, class: u32, at: usize) -> usize {
        let slot = class as usize * self.tokens.len() + at;
        if self.seen[slot] == 0 {
            // Nothing of a class is marked or captured.
            let before = (self.left, self.marks, self.gaps.len());
            self.left = MAX_STEPS;
            self.collecting.push(Vec::new());
            let classes = self.classes;
            self.go(&classes[class as usize].program, 0, at);
            let ends = self.collecting.pop().unwrap_or_default();
            (self.left, self.marks) = (before.0, before.1);
            self.gaps.truncate(before.2);
            self.ends.push(ends);
            self.seen[slot] = self.ends.len() as u32;
        }
        self.seen[slot] as usize - 1
    }

    /// The token after the match, if the steps from `pc` on match at `at`.
    fn go(&mut self, program: &Program, mut pc: usize, mut at: usize) -> Option<usize> {
        loop {
            self.left = self.left.checked_sub(1)?;
            let token = self.tokens.get(at);
            let takes = match &program.steps[pc] {
                Step::Word(word) => token.is_some_and(|t| t.word == *word),
                Step::OneOf(set) => token.is_some_and(|t| program.sets[*set as usize].has(t.word)),
                Step::Kind(kinds) => token.is_some_and(|t| t.kinds & kinds != 0),
                Step::NoneOf(set) => {
                    token.is_some_and(|t| !program.sets[*set as usize].has(t.word))
                }
                Step::Any => token.is_some(),
                Step::Class(class) => {
                    let Class { begin, first, .. } = &self.classes[*class as usize];
                    let begins = |t: &Token| {
                        first & bit(t.word) != 0 && begin.allows(t.word, t.kinds, at == 0)
                    };
                    if !token.is_some_and(begins) {
                        return None;
                    }
                    let ends = self.ends_of(*class, at);
                    let before = (self.marks, self.gaps.len());
                    for i in 0..self.ends[ends].len() {
                        if let Some(end) = self.go(program, pc + 1, self.ends[ends][i]) {
                            return Some(end);
                        }
                        self.marks = before.0;
                        self.gaps.truncate(before.1);
                    }
                    return None;
                }
                Step::Start if at == 0 => {
                    pc += 1;
                    continue;
                }
                Step::End if token.is_none() => {
                    pc += 1;
                    continue;
                }
                Step::Start | Step::End => return None,
                Step::Jump(to) => {
                    pc = *to as usize;
                    continue;
                }
                Step::Split(split) => {
                    let [one, other] = program.splits[*split as usize];
                    let here = token.map_or(u64::MAX, |t| bit(t.word));
                    // Most often no way leads on, or only one does.
                    match (one.first & here != 0, other.first & here != 0) {
                        (false, false) => return None,
                        (true, false) => {
                            pc = one.to as usize;
                            continue;
                        }
                        (false, true) => {
                            pc = other.to as usize;
                            continue;
                        }
                        (true, true) => pc = other.to as usize,
                    }
                    let before = (self.marks, self.gaps.len());
                    if let Some(end) = self.go(program, one.to as usize, at) {
                        return Some(end);
                    }
                    self.marks = before.0;
                    self.gaps.truncate(before.1);
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
                Step::Done => {
                    // A class is asked for all its ends: going on as if this one were none.
                    let Some(ends) = self.collecting.last_mut() else { return Some(at) };
                    if !ends.contains(&at) {
                        ends.push(at);
                    }
                    return None;
                }
            };
            if !takes {
                return None;
            }
            pc += 1;
            at += 1;
        }
    }
}
