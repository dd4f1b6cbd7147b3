//! Whether a draft is much like messages that were sent before, of which nothing was kept but a
//! sketch: 1,024 bits that tell how much two messages have in common, and not what they say.
//!
//! A message is taken for the set of its pairs of neighbouring words, within a sentence and in
//! small letters. What differs between readers anyway is left out: greeting, signature, names,
//! links, numbers; and what somebody else wrote. Each pair becomes a number, by a hash with the
//! user's own key, the *salt*. Bit `i` of the sketch is a bit of the smallest of these numbers after
//! they have been shuffled in the `i`-th way. In two messages the smallest one is the same as often
//! as they share pairs, and where it is another, its bit agrees by chance half of the time: so what
//! agrees beyond one half, taken twice, is the share of all pairs that both messages have.
//! (MinHash with one bit: Broder 1997; Li and König 2010.)
//!
//! # Why this one
//!
//! `tests/sketch.rs` sends forty messages of forty writers through twenty edits, and compares what
//! different people wrote for the same end. For each way: the likest two different messages of 490
//! of our own corpus, and how many are still found when so much is replaced by other words, if
//! the line is drawn 0.05 above these two.
//!
//! | of 1,024 bits | likest two | 30 % | 40 % | 50 % |
//! |---|---|---|---|---|
//! | pairs, MinHash (chosen) | 0.14 | 1.00 | 0.80 | 0.17 |
//! | pairs, SimHash | 0.31 | 0.98 | 0.54 | 0.06 |
//! | single words, MinHash | 0.29 | 1.00 | 1.00 | 0.82 |
//! | single words, SimHash | 0.47 | 1.00 | 0.99 | 0.73 |
//! | threes, MinHash | 0.13 | 0.71 | 0.11 | 0.02 |
//! | threes, SimHash | 0.20 | 0.90 | 0.43 | 0.05 |
//!
//! Up to a sentence and 10 % of the words all of them find everything. Single words reach farthest
//! and say least: a third of the words of any two messages are the same, so they cannot tell which
//! sentence recurs; nor can SimHash, whose bits are sums over the whole text. As many bytes spent
//! on 128 numbers of eight bits, or 256 of four, put the likest two at 0.16 and 0.13; half as many
//! bits at 0.19, twice as many at 0.12.
//!
//! # What a thief learns
//!
//! Sketches alone say which of them are much alike, so how often the same was sent, and no more:
//! without the salt no phrase can be looked for in them, and those of two salts have nothing in
//! common. Whoever has the profile's folder has the salt as well, and then a sketch answers
//! questions, though it tells nothing by itself: of a text that the thief already has or can guess,
//! whether it was sent, nearly for certain for a whole message, with good odds for a sentence (each
//! of its pairs decides some of the bits). A message of common phrases can be pieced together in
//! part by trying sentences one by one; words that nobody would guess cannot. Links and numbers
//! are not in it, nor what is seen to be greeting or signature, and names only where they cannot be
//! told from words: in small letters or all capitals, or first in a sentence. Hence what is kept
//! should be little, for a short time, and only where the user wants it.

#![expect(deprecated, reason = "the one hash with a key in std; the advised one has a fixed key")]

use crate::letters::lowered;
use crate::message::Message;
use crate::pattern::{TokenKind, Vocabulary};
use crate::report::Span;
use crate::words::{canonical, clipped};
use serde::Serialize;
use std::hash::{Hasher, SipHasher};
use std::ops::Range;

/// Bytes of a sketch.
pub const BYTES: usize = 128;
/// Bytes of a salt.
pub const SALT: usize = 16;
/// From this similarity on two messages are much alike: some 40 % of the pairs of each are the
/// other's too. Different messages stay below 0.2, also those by which different people want the
/// same of somebody, and those that one writes anew for each reader; the same message with a
/// sentence more or less and every tenth word replaced stays above 0.35 in 99 of 100 cases.
pub const NEAR: f32 = 0.25;

/// Pairs that a message must have, which takes twelve words or so: in fewer, a phrase that everybody
/// uses is half of the message.
const FEWEST_PAIRS: usize = 10;
/// Bytes of a draft that are read, some 700 words. What stands behind them does not count, so that a
/// pasted book costs no more than a long letter.
const LONGEST: usize = 4_096;
/// So many of the near sketches, the last ones, say which sentences recur. Copies of one message
/// add nothing to it.
const WITNESSES: usize = 32;
const BITS: usize = BYTES * 8;
/// A sentence recurs where at least this share of the bits that it decides agrees beyond chance: less
/// than most, for what else a sent message says takes its part of them.
const RECURS: f32 = 0.4;
/// And chance must have it so less than once in a thousand times: so many deviations.
const DEVIATIONS: f32 = 3.0;

/// What is kept of a message.
pub type Sketch = [u8; BYTES];

/// A draft, ready to be compared.
pub struct Sketched<'a> {
    /// What to keep once it is sent.
    pub sketch: Sketch,
    /// For each bit, the sentence that decided it.
    deciders: Vec<usize>,
    message: Message<'a>,
}

/// How a draft compares with what was sent.
#[derive(Debug, Default, Serialize)]
pub struct Likeness {
    /// The indexes of the sketches that it is much like.
    pub near: Vec<usize>,
    /// Its sentences that recur in these: those most of whose pairs most of them have. In the
    /// order of the text.
    pub parts: Vec<Span>,
}

impl<'a> Sketched<'a> {
    /// Reads a draft; `None` where it is too short to be told from others.
    ///
    /// ```
    /// use youfirst::sketch::{NEAR, Sketched};
    /// let draft = |name: &str| format!("Hi {name}, I saw that you keep bees on the roof of your \
    ///     school. How did you talk the caretaker into it? We would like to try the same in ours.");
    /// let salt = [7; 16];
    /// let (sent, next) = (draft("Ana"), draft("Bo"));
    /// let sent = Sketched::new(&sent, &salt).unwrap().sketch;
    /// let likeness = Sketched::new(&next, &salt).unwrap().likeness(&[sent], NEAR);
    /// assert_eq!((likeness.near, likeness.parts.len()), (vec![0], 3));
    /// assert!(Sketched::new("Hi Ana, thanks for that!", &salt).is_none());
    /// ```
    pub fn new(draft: &'a str, salt: &[u8; SALT]) -> Option<Self> {
        let message = Message::read(clipped(draft, LONGEST), &Vocabulary::default());
        let pairs = pairs_of(&message, u128::from_le_bytes(*salt));
        if pairs.len() < FEWEST_PAIRS {
            return None;
        }
        let mut sketched = Sketched { sketch: [0; BYTES], deciders: vec![0; BITS], message };
        for (bit, decider) in sketched.deciders.iter_mut().enumerate() {
            let mut least = u64::MAX;
            for &(pair, sentence) in &pairs {
                let place = shuffle(pair, bit);
                if place < least {
                    (least, *decider) = (place, sentence);
                }
            }
            sketched.sketch[bit / 8] |= (least as u8 & 1) << (bit % 8);
        }
        Some(sketched)
    }

    /// Holds the draft against what was kept of sent messages.
    pub fn likeness(&self, sketches: &[Sketch], threshold: f32) -> Likeness {
        let mut likeness = Likeness::default();
        for (i, sketch) in sketches.iter().enumerate() {
            if similarity(&self.sketch, sketch) >= threshold {
                likeness.near.push(i);
            }
        }
        let witnesses = &likeness.near[likeness.near.len().saturating_sub(WITNESSES)..];
        for (i, sentence) in self.message.sentences.iter().enumerate() {
            let (mut tried, mut differing) = (0, 0);
            for bit in (0..BITS).filter(|&bit| self.deciders[bit] == i) {
                for &other in witnesses {
                    let differs = self.sketch[bit / 8] ^ sketches[other][bit / 8];
                    differing += u32::from(differs >> (bit % 8) & 1);
                }
                tried += 1;
            }
            let beyond = 1.0 - 2.0 * differing as f32 / (tried * witnesses.len()) as f32;
            // By one message's bits, for many copies of it err together.
            if beyond >= RECURS && beyond >= DEVIATIONS / (tried as f32).sqrt() {
                let Range { start, end } = sentence.range;
                likeness.parts.push(self.message.text.original_span(start, end));
            }
        }
        likeness
    }
}

/// The share of all pairs of words of two messages that both have: 1 for the same text, about 0
/// for texts without a common pair and for sketches under different salts.
pub fn similarity(a: &Sketch, b: &Sketch) -> f32 {
    let mut differing = 0;
    for (a, b) in a.as_chunks().0.iter().zip(b.as_chunks().0) {
        differing += (u64::from_le_bytes(*a) ^ u64::from_le_bytes(*b)).count_ones();
    }
    (1.0 - 2.0 * differing as f32 / BITS as f32).max(0.0)
}

/// The hashes of the pairs, each with its sentence.
fn pairs_of(message: &Message, salt: u128) -> Vec<(u64, usize)> {
    let mut pairs = Vec::new();
    for &i in &message.body {
        let (mut start, mut previous) = (usize::MAX, None::<u64>);
        for token in &message.tokens[message.sentences[i].tokens.clone()] {
            // The tokens of a contraction share a place. Words in capitals are shouted as often as
            // they are names.
            let shouted = token.capitals && token.kinds == TokenKind::Name.bit();
            if token.start == start || (token.kinds != 0 && !shouted) {
                continue;
            }
            start = token.start;
            canonical(&lowered(&message.text.plain()[start..token.end]), &mut |word| {
                let word = hash(word, salt);
                if let Some(first) = previous.replace(word) {
                    pairs.push((first.rotate_left(1) ^ word, i));
                }
            });
        }
    }
    pairs
}

fn hash(word: &str, salt: u128) -> u64 {
    let mut hasher = SipHasher::new_with_keys(salt as u64, (salt >> 64) as u64);
    hasher.write(word.as_bytes());
    hasher.finish()
}

/// The place of a pair in the `way`-th order of all pairs.
fn shuffle(pair: u64, way: usize) -> u64 {
    const ODD: u64 = 0xd6e8_feb8_6659_fd93;
    let mut x = pair ^ (way as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    for _ in 0..2 {
        x = (x ^ x >> 32).wrapping_mul(ODD);
    }
    x ^ x >> 32
}
