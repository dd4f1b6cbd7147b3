//! Signals: what a message shows without its being a fault or a merit. Their patterns are in
//! `signals.toml`; here is what was found of them.

use crate::catalogue;
use std::ops::Range;

/// Words after “I'm not asking you to …” that it takes back.
const REACH: usize = 12;
/// How often the signs of one group count.
const MOST: usize = 4;

/// The signals of one message.
#[derive(Default)]
pub(crate) struct Signals {
    /// Number of the signal, sentence, tokens.
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

    fn of<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a (usize, usize, Range<usize>)> {
        let names = &catalogue::packed().signals;
        self.found.iter().filter(move |(signal, ..)| names[*signal].0 == name)
    }

    /// Whether the message carries a signal.
    pub fn has(&self, name: &str) -> bool {
        self.of(name).next().is_some()
    }

    /// Whether a sentence carries a signal.
    pub fn in_sentence(&self, name: &str, sentence: usize) -> bool {
        self.of(name).any(|&(_, at, _)| at == sentence)
    }

    /// Whether the words at `token` are taken back, or told of somebody else: “I'm not asking you
    /// to share it”, “she wants me to sign up”.
    pub fn denies(&self, token: usize) -> bool {
        self.of("denied")
            .any(|(_, _, by)| by.contains(&token) || (by.end..by.end + REACH).contains(&token))
    }

    /// Above zero where the message courts somebody, below where the two know each other or share
    /// work; zero where nothing tells. A group of signs counts [`MOST`] times. What is in a
    /// praised sentence does not speak of courting: praise is never held against a message.
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
