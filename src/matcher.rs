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
    /// How many candidates were looked at, and how many were tried.
    #[cfg(test)]
    work: std::cell::Cell<[usize; 2]>,
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
                #[cfg(test)]
                self.count(candidate.is_possible(next, rest));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Settings;
    use crate::compile::Compiled;
    use crate::message::Message;

    impl Matcher {
        pub(super) fn count(&self, tried: bool) {
            let [looked_at, before] = self.work.get();
            self.work.set([looked_at + 1, before + usize::from(tried)]);
        }
    }

    const DRAFT: &str = "Hi Ana, your talk on soil was a joy, and I have told my whole team about \
        it. We make a small map of wells, and I wondered whether you would take a look at one page \
        of it? I can send the link or come by, as you like. If you have no time for it now, that is \
        fine, I know what spring is like on a farm. And could you share the name of the book that \
        you told us of? Thank you for all your help so far.";

    fn work(settings: &Settings) -> [usize; 2] {
        let compiled = Compiled::new(settings).0;
        let message = Message::read(DRAFT, &compiled.vocabulary);
        for sentence in &message.sentences {
            compiled.matcher.run(&message.tokens[sentence.tokens.clone()], &mut |_| {});
        }
        compiled.matcher.work.get()
    }

    /// Phrases that begin and go on with words of the draft, with one at the end that it has not.
    #[test]
    fn thousands_of_phrases_are_hardly_ever_tried() {
        let verbs = ["share", "send", "take", "make", "have", "know", "come", "told", "was", "is"];
        let things = ["the name", "the link", "a look", "a page", "my team"];
        let phrase = |n: usize| format!("{} {} q{}", verbs[n % 10], things[n / 10 % 5], n / 50);
        let rule = |n: usize, swaps: Vec<(String, String)>| crate::rule::Rule {
            id: format!("custom.{n}"),
            kind: crate::rule::Kind::Phrases,
            swaps,
            ..crate::catalogue::families()[0].rules[0].clone()
        };
        let pairs = |from, to| (from..to).map(|n| (phrase(n), String::new())).collect::<Vec<_>>();
        let table = vec![rule(0, pairs(0, 5_000))];
        let many = (0..500).map(|n| rule(n, pairs(n * 10, n * 10 + 10))).collect();
        let none = work(&Settings::default());
        for custom in [table, many] {
            let [looked_at, tried] = work(&Settings { custom, ..Settings::default() });
            let [more_looked_at, more_tried] = [looked_at - none[0], tried - none[1]];
            assert!(more_looked_at > 4_000);
            // A few words share their bit with one of the draft; which, hangs on all the others.
            assert!(more_tried < more_looked_at / 6, "{more_tried} of {more_looked_at}");
        }
    }
}
