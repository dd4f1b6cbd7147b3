//! Signals: what a message shows without its being a fault or a merit. Their patterns are in
//! `signals.toml`; here is what was found of them.

use crate::catalogue;
use std::ops::Range;

/// Words after “I'm not asking you to …” that it takes back.
const REACH: usize = 12;
/// How often the signs of one group count.
const MOST: usize = 4;

/// Whether the signal of this number has this name.
fn is(signal: usize, name: &str) -> bool {
    catalogue::packed().signals[signal].0 == name
}

/// The signals of one message.
#[derive(Default)]
pub(crate) struct Signals {
    /// Number of the signal, sentence, tokens; in the order of the sentences.
    found: Vec<(usize, usize, Range<usize>)>,
    /// Group and sentence of each pattern about the relation that matched.
    relation: Vec<(usize, usize)>,
}

impl Signals {
    /// Notes that a signal's pattern matched.
    pub fn add(&mut self, signal: usize, sentence: usize, tokens: Range<usize>) {
        self.found.push((signal, sentence, tokens));
    }

    /// Notes that a pattern of a group of `relation` matched.
    pub fn add_relation(&mut self, group: usize, sentence: usize) {
        self.relation.push((group, sentence));
    }

    /// Whether the message carries a signal.
    pub fn has(&self, name: &str) -> bool {
        self.found.iter().any(|(signal, ..)| is(*signal, name))
    }

    /// The tokens at which a signal stands.
    pub fn places(&self, name: &str) -> impl Iterator<Item = Range<usize>> {
        self.found.iter().filter(move |(signal, ..)| is(*signal, name)).map(|f| f.2.clone())
    }

    /// The signals of one sentence.
    fn of(&self, sentence: usize) -> impl Iterator<Item = &(usize, usize, Range<usize>)> {
        let from = self.found.partition_point(|&(_, at, _)| at < sentence);
        self.found[from..].iter().take_while(move |&&(_, at, _)| at == sentence)
    }

    /// Whether a sentence carries a signal.
    pub fn in_sentence(&self, name: &str, sentence: usize) -> bool {
        self.of(sentence).any(|(signal, ..)| is(*signal, name))
    }

    /// Whether the words at `token` are taken back, or told of somebody else: “I'm not asking you
    /// to share it”, “she wants me to sign up”.
    pub fn denies(&self, sentence: usize, token: usize) -> bool {
        let mut denials = self.of(sentence).filter(|(signal, ..)| is(*signal, "denied"));
        denials.any(|(_, _, by)| (by.start..by.end + REACH).contains(&token))
    }

    /// Above one where the message courts somebody, below zero where the two know each other or
    /// share work; between where little tells. A group of signs counts [`MOST`] times. What is in
    /// a praised sentence does not speak of courting: praise is never held against a message.
    pub fn relation(&self, praised: &[bool]) -> i32 {
        let groups = &catalogue::packed().relation;
        let sum = |number: usize| {
            let weight = i32::from(groups[number].0);
            let counts = |&&(g, sentence): &&(usize, usize)| {
                g == number && (weight < 0 || !praised[sentence])
            };
            weight * self.relation.iter().filter(counts).count().min(MOST) as i32
        };
        (0..groups.len()).map(sum).sum()
    }
}
