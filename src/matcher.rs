//! Runs all patterns over a message in one pass: each token looks up the patterns that can begin
//! with it, and only those are tried.

use crate::attempt::{Match, Run};
use crate::lookahead::{Class, most_particular};
use crate::message::Token;
use crate::pattern::{Node, UNKNOWN};
use crate::program::{Program, bit};

/// A program that can begin with some word.
struct Candidate {
    pattern: usize,
    program: Program,
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
    classes: Vec<Class>,
    candidates: Vec<Candidate>,
    /// Numbers of candidates.
    by_word: Vec<Vec<u32>>,
    by_kind: Vec<(u8, u32)>,
    at_start: Vec<u32>,
}

impl Matcher {
    /// Adds a class; its number counts from 0. It may name those before it.
    pub fn add_class(&mut self, node: &Node) {
        self.classes.push(Class::new(node, &self.classes));
    }

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

    /// Takes away the patterns from this number on.
    pub fn truncate(&mut self, patterns: usize) {
        let left = self.candidates.partition_point(|candidate| candidate.pattern < patterns);
        let stays = |candidate: &u32| (*candidate as usize) < left;
        self.patterns = patterns;
        self.candidates.truncate(left);
        self.by_word.iter_mut().for_each(|all| all.retain(stays));
        self.by_kind.retain(|(_, candidate)| stays(candidate));
        self.at_start.retain(stays);
    }

    fn add_program(&mut self, pattern: usize, node: &Node) {
        let program = Program::new(node, &self.classes);
        let begin = program.begins(&self.classes);
        let candidate = self.candidates.len() as u32;
        self.candidates.push(Candidate {
            pattern,
            second: program.second(&self.classes),
            needed: most_particular(node, &self.classes),
            program,
        });
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
    }

    /// Calls `found` for each place of a sentence where a pattern matches: the first way that the
    /// pattern matches there, for every pattern and every place. It looks at the words and kinds
    /// of the tokens only; places count from the first of them.
    pub fn run(&self, tokens: &[Token], found: &mut dyn FnMut(Match)) {
        let mut rest: Vec<u64> = tokens.iter().map(|t| bit(t.word)).collect();
        for i in (1..rest.len()).rev() {
            rest[i - 1] |= rest[i];
        }
        let mut run = Run::new(tokens, &self.classes);
        for (at, token) in tokens.iter().enumerate() {
            // After the last word only patterns that let any word follow can match.
            let next = tokens.get(at + 1).map_or(u64::MAX, |t| bit(t.word));
            // Plain loops: this is the hottest place of the engine, and optimising for size leaves
            // iterator adapters as calls.
            let rest = rest[at];
            let mut attempt = |candidate: u32| {
                let candidate = &self.candidates[candidate as usize];
                if candidate.is_possible(next, rest) {
                    let Candidate { pattern, program, .. } = candidate;
                    if let Some(place) = run.attempt(*pattern, program, at) {
                        found(place);
                    }
                }
            };
            if token.word != UNKNOWN && (token.word as usize) < self.by_word.len() {
                for &candidate in &self.by_word[token.word as usize] {
                    attempt(candidate);
                }
            }
            if token.kinds != 0 {
                for &(kinds, candidate) in &self.by_kind {
                    if kinds & token.kinds != 0 {
                        attempt(candidate);
                    }
                }
            }
            if at == 0 {
                for &candidate in &self.at_start {
                    attempt(candidate);
                }
            }
        }
    }
}
