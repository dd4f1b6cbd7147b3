//! What follows for a draft from the messages before it.

use crate::checks::{Context, WANTS, among};
use crate::find::Hit;
use crate::measures::ASKS;
use std::ops::Range;

/// Messages without an answer from which on one more is a row of them.
const ROW: usize = 2;
/// Strengths that make one more message a kindness.
const GIVES: &[&str] = &["easy-out", "free-offer"];
/// Families that ask, or offer what was not asked for.
const ASKS_ON: &[&str] = &["cold-ask", "network-ask", "scripted-action", "unwanted-gift"];
/// Strengths that show the reader, where a pitch would stand otherwise.
const SHOWN: &[&str] = &["specific-reference", "genuine-question", "shared-history"];

/// The hits of these families, in the order of the text.
fn of<'a>(c: &'a Context, families: &'a [&str]) -> impl Iterator<Item = &'a Hit> {
    c.hits.iter().filter(|h| families.contains(&(c.family)(h)))
}

/// What of some hits comes first.
fn first<'a>(hits: impl Iterator<Item = &'a Hit>) -> Vec<Range<usize>> {
    let ranges = hits.map(|hit| hit.range.clone());
    ranges.reduce(|a, b| if b.start < a.start { b } else { a }).into_iter().collect()
}

/// One more ask in a row of messages without an answer, of which one asked already.
pub(crate) fn one_more(c: &Context) -> Vec<Range<usize>> {
    let past = &c.past.measures;
    let row = past.unanswered >= ROW && past.asks > 0 && !among(c, GIVES);
    if row { first(of(c, ASKS)) } else { Vec::new() }
}

/// Asks after a no, where no rule has heard the no set aside in the same sentence.
pub(crate) fn after_a_no(c: &Context) -> Vec<Range<usize>> {
    let heard: Vec<_> = of(c, &["ignored-no"]).map(|hit| hit.sentence).collect();
    let asks = of(c, ASKS_ON).filter(|hit| !heard.contains(&hit.sentence));
    let free = asks.filter(|hit| hit.sentence.is_none_or(|s| !c.praised[s]));
    free.map(|hit| hit.range.clone()).collect()
}

/// The pitch that follows on nothing but the connection.
pub(crate) fn first_words(c: &Context) -> Vec<Range<usize>> {
    let pitches = c.past.only_connected && !among(c, SHOWN) && !among(c, &["connect-pitch"]);
    if pitches { first(of(c, WANTS)) } else { Vec::new() }
}

/// Asks that were granted already.
pub(crate) fn granted(c: &Context) -> Vec<Range<usize>> {
    let text = c.message.text.plain();
    let sentence = |hit: &Hit| hit.sentence.map(|i| &text[c.message.sentences[i].range.clone()]);
    let again = |hit: &&Hit| sentence(hit).is_some_and(|sentence| c.past.was_granted(sentence));
    of(c, ASKS).filter(again).map(|hit| hit.range.clone()).collect()
}
