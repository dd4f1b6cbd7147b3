//! What the messages before a draft say: what was asked, offered, thanked for, refused, granted.

use crate::content::{self, akin};
use crate::engine::Engine;
use crate::input::{Author, Counted, Setting, Turn};
use crate::measures::{self, ASKS};
use crate::message::Message;
use crate::report::{Measures, ThreadMeasures};
use crate::rule::SentenceKind;
use std::sync::{Arc, Mutex, PoisonError};

/// Messages of a thread that are read, the latest first: as many as the pages hand over.
const LATEST: usize = 30;
/// Messages in which two people can have done no more than connect, and the words of one.
const FEW: (usize, usize) = (4, 14);
/// Words that an ask must share with an earlier one to be the same.
const SHARED: usize = 3;

/// A thread, read.
#[derive(Default)]
pub(crate) struct Past {
    pub measures: ThreadMeasures,
    /// The sender wants something of the reader: what may be an ask is taken for one, unless the
    /// words show that the two know each other.
    pub courts: bool,
    /// All that was said is that the two are connected.
    pub only_connected: bool,
    /// What the sender asked for and the reader said yes to: the words of each ask.
    granted: Vec<Vec<String>>,
}

impl ThreadMeasures {
    /// Whether the sender's messages asked for more than they gave.
    pub(crate) fn takes(&self) -> bool {
        self.asks > self.questions + self.offers + self.thanks
    }
}

impl Past {
    /// What is known from counts alone: how much was asked, and whether anything else was said.
    fn of(&Counted { messages, asks, questions, offers, thanks }: &Counted) -> Past {
        let mine = messages;
        let measures =
            ThreadMeasures { mine, asks, questions, offers, thanks, ..ThreadMeasures::default() };
        Past { measures, courts: measures.takes(), ..Past::default() }
    }

    /// Whether a sentence asks for what was granted: it shares nearly all words with that ask.
    pub fn was_granted(&self, sentence: &str) -> bool {
        let words = content::words(sentence);
        self.granted.iter().any(|ask| {
            let shared = ask.iter().filter(|word| words.iter().any(|other| akin(word, other)));
            let shared = shared.count();
            shared >= SHARED && shared + 1 >= ask.len() && words.len() <= shared + 2
        })
    }
}

/// The latest thread by a number made of it, and what it says: it stays the same while a draft is
/// typed. Before the first there is none, and nothing was said.
pub(crate) type Latest = Mutex<(u64, Arc<Past>)>;

/// A number for a thread (FNV-1a); 0 for none.
fn number_of(thread: &[Turn]) -> u64 {
    let bytes = thread.iter().flat_map(|turn| {
        let who = [0, u8::from(turn.from == Author::Me)];
        who.into_iter().chain(turn.text.bytes())
    });
    let mix = |sum: u64, byte: u8| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    if thread.is_empty() { 0 } else { bytes.fold(0xcbf2_9ce4_8422_2325, mix) }
}

impl Engine {
    /// What the messages before a draft say, or what was counted of them where none is there.
    pub(crate) fn past(&self, &Setting { thread, counted, .. }: &Setting) -> Arc<Past> {
        if let Some(counted) = counted.filter(|_| thread.is_empty()) {
            return Arc::new(Past::of(counted));
        }
        let number = number_of(thread);
        let mut latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        if latest.0 != number {
            *latest = (number, Arc::new(self.read_past(thread)));
        }
        latest.1.clone()
    }

    /// Reads the messages before a draft.
    fn read_past(&self, thread: &[Turn]) -> Past {
        let is_mine = |turn: &&Turn| turn.from == Author::Me;
        let mine = thread.iter().filter(is_mine).count();
        let mut past = Past::default();
        past.measures.mine = mine;
        past.measures.theirs = thread.len() - mine;
        past.measures.unanswered = thread.iter().rev().take_while(is_mine).count();
        past.only_connected = mine < thread.len() && thread.len() <= FEW.0;
        // What is not granted yet; whether their latest messages say no, and relent.
        let mut asked = Vec::new();
        let (mut no, mut relents) = (false, false);
        let mut before = None;
        for turn in thread.iter().skip(thread.len().saturating_sub(LATEST)) {
            let message = Message::read(&turn.text, &self.compiled.vocabulary);
            let signals = self.compiled.signals(&message);
            let short = message.tokens.len() <= FEW.1;
            let theirs = turn.from == Author::Them;
            past.only_connected &= signals.has("connected") && (short || !theirs);
            if theirs {
                let asks = message.sentences.iter().any(|s| s.kind == SentenceKind::Question);
                let refuses = signals.has("decline");
                let again = before == Some(Author::Them);
                no = again && no || refuses;
                relents = again && relents || signals.has("relents");
                past.only_connected &= !asks;
                if signals.has("agrees") && !asks && !refuses {
                    past.granted.append(&mut asked);
                }
            } else {
                asked.extend(self.count(&message, &mut past.measures));
            }
            before = Some(turn.from);
        }
        past.measures.declined = no && !relents;
        past.courts = past.measures.asks > 0 && past.measures.theirs < 2;
        past
    }

    /// Adds what a message of the sender's holds to `sum`, and gives the words of its asks.
    fn count(&self, message: &Message, sum: &mut ThreadMeasures) -> Vec<Vec<String>> {
        let earlier = Past { courts: true, ..Past::default() };
        let reading = self.compiled.hits(&Setting::default(), &earlier, message);
        let mut hits = reading.hits.clone();
        self.leave_out_ignored(&mut hits, message);
        let hits = self.without_overlaps(hits);
        let of = measures::of(message, &reading, &hits, &|h| &self.active(h).family);
        let Measures { asks, questions, offers, thanks, .. } = of;
        sum.asks += asks;
        sum.questions += questions;
        sum.offers += offers;
        sum.thanks += thanks;
        let asking = hits.iter().filter(|h| ASKS.contains(&self.active(h).family.as_str()));
        let sentences = asking.filter_map(|h| h.sentence).map(|i| &message.sentences[i].range);
        sentences.map(|range| content::words(&message.text.plain()[range.clone()])).collect()
    }
}
