//! What no pattern can say: shapes of characters, counts, and what is missing.

use crate::addressee;
use crate::blanks::Blank;
use crate::find::Hit;
use crate::follow_up;
use crate::input::Setting;
use crate::measures::ASKS;
use crate::message::{Message, Sentence};
use crate::past::Past;
use crate::pattern::TokenKind;
use crate::rule::SentenceKind;
use crate::signals::Signals;
use crate::trade;

use std::ops::Range;

/// What a check sees.
pub(crate) struct Context<'a> {
    pub message: &'a Message<'a>,
    /// What the pattern rules have found so far.
    pub hits: &'a [Hit],
    /// Family of a hit's rule.
    pub family: &'a dyn Fn(&Hit) -> &'a str,
    /// Which signals of `signals.toml` the message carries.
    pub signals: &'a Signals,
    /// By sentence: has something to praise.
    pub praised: &'a [bool],
    /// What is known of the reader.
    pub setting: &'a Setting<'a>,
    /// What the messages before the draft say.
    pub past: &'a Past,
}

/// Gives the places that a rule of kind `check` flags, in bytes of the normalised text.
pub(crate) type Check = fn(&Context) -> Vec<Range<usize>>;

/// All checks by the name that rules use.
const CHECKS: &[(&str, Check)] = &[
    ("blank", |c| blanks(c, Blank::Slot)),
    ("own-blank", |c| blanks(c, Blank::Own)),
    ("shouting", shouting),
    ("many-links", many_links),
    ("bare-link", bare_link),
    ("many-mentions", many_mentions),
    ("ask-without-reason", |c| without_reason(c, "cold-ask")),
    ("network-ask-without-reason", |c| without_reason(c, "network-ask")),
    ("sender-run", sender_run),
    ("sender-opening", sender_opening),
    ("nothing-about-them", nothing_about_them),
    ("one-more-message", follow_up::one_more),
    ("ask-after-a-no", follow_up::after_a_no),
    ("pitch-on-connecting", follow_up::first_words),
    ("granted-already", follow_up::granted),
    ("own-trade", trade::own_trade),
    ("wrong-name", addressee::wrong_name),
    ("second-name", addressee::second_name),
    ("wrong-company", addressee::wrong_company),
    ("other-thread", addressee::other_thread),
];

/// The check of this name.
pub(crate) fn by_name(name: &str) -> Option<Check> {
    CHECKS.iter().find(|(n, _)| *n == name).map(|(_, check)| *check)
}

fn blanks(c: &Context, kind: Blank) -> Vec<Range<usize>> {
    c.message.blanks.iter().filter(|(k, _)| *k == kind).map(|(_, range)| range.clone()).collect()
}

/// Three or more words in capitals in a row; acronyms and single words do not shout.
fn shouting(c: &Context) -> Vec<Range<usize>> {
    let text = c.message.text.plain();
    let mut found = Vec::new();
    for sentence in own_sentences(c) {
        let tokens = &c.message.tokens[sentence.tokens.clone()];
        let mut from = 0;
        while from < tokens.len() {
            let mut length = 0;
            while tokens.get(from + length).is_some_and(|t| t.capitals && !t.quoted) {
                length += 1;
                // A list of acronyms has commas.
                let end = tokens[from + length - 1].end;
                if text[end..].starts_with([',', '/', ';']) {
                    break;
                }
            }
            let run = &tokens[from..from + length];
            let letters: usize = run.iter().map(|t| t.end - t.start).sum();
            if length >= 3 && letters >= 4 * length.min(3) {
                found.push(run[0].start..run[length - 1].end);
            }
            from += length.max(1);
        }
    }
    found
}

fn own_sentences<'a>(c: &'a Context) -> impl Iterator<Item = &'a Sentence> {
    c.message.body.iter().map(|&i| &c.message.sentences[i])
}

fn places(c: &Context, kind: TokenKind) -> Vec<Range<usize>> {
    let of_kind = |s: &&Sentence| {
        c.message.tokens[s.tokens.clone()].iter().any(|t| t.kinds & kind.bit() != 0)
    };
    own_sentences(c)
        .filter(of_kind)
        .flat_map(|s| c.message.tokens[s.tokens.clone()].iter())
        .filter(|t| t.kinds & kind.bit() != 0)
        .map(|t| t.start..t.end)
        .collect()
}

/// Three or more links, side by side or in a message that wants something: from the words before
/// the first to the last link of that sentence, for there the errands begin.
fn many_links(c: &Context) -> Vec<Range<usize>> {
    let links = places(c, TokenKind::Url);
    let text = c.message.text.plain();
    let side_by_side = |l: &[Range<usize>]| {
        l.windows(2).all(|w| !text[w[0].end..w[1].start].contains(char::is_alphanumeric))
    };
    let errands = among(c, WANTS) || links.windows(3).any(side_by_side);
    if links.len() < 3 || !errands { Vec::new() } else { vec![with_words_before(c, &links)] }
}

/// The first of some places, with the few words before it and the places beside it.
fn with_words_before(c: &Context, places: &[Range<usize>]) -> Range<usize> {
    let first = &places[0];
    let sentence = own_sentences(c).find(|s| s.range.end >= first.end);
    let Some(sentence) = sentence else { return first.clone() };
    let tokens = &c.message.tokens[sentence.tokens.clone()];
    let at = tokens.iter().position(|t| t.start == first.start).unwrap_or(0);
    let mut beside = places.iter().take(8).filter(|p| p.end <= sentence.range.end);
    tokens[at.saturating_sub(4)].start..beside.next_back().map_or(first.end, |p| p.end)
}

/// A link or two in a message that wants something and gives the reader no reason to look.
fn bare_link(c: &Context) -> Vec<Range<usize>> {
    let links = places(c, TokenKind::Url);
    let bare = among(c, WANTS) && !among(c, SHOWN) && !among(c, OPEN);
    let text = c.message.text.plain();
    let led_to = |link: &Range<usize>| {
        let before = &text[leading(c, link.start)..link.start];
        let end = before.trim_end_matches([' ', '\n', '-', '>', '\u{2192}']);
        [":", " here", " at", " to", " is", " on"].iter().any(|w| end.ends_with(w))
            || [" link", " following ", " below"].iter().any(|w| before.contains(w))
    };
    // “Check this out:” leads to nothing.
    let riddle = |link: &Range<usize>| {
        let around = |h: &Hit| h.sentence.map(|i| c.message.sentences[i].range.clone());
        let mut vague = c.hits.iter().filter(|h| (c.family)(h) == "hidden-interest");
        vague.any(|h| around(h).is_some_and(|range| range.contains(&link.start)))
    };
    let unled = links.iter().find(|link| riddle(link) || !led_to(link)).cloned();
    unled.filter(|_| bare && links.len() < 3).into_iter().collect()
}

/// Where the words begin that may lead to a place: with its own sentence, or with the one before
/// if nothing is to be mended there.
fn leading(c: &Context, place: usize) -> usize {
    let sentences = &c.message.sentences;
    let own = sentences.partition_point(|s| s.range.end <= place).min(sentences.len() - 1);
    let mended = own == 0 || c.hits.iter().any(|h| h.sentence == Some(own - 1));
    sentences[if mended { own } else { own - 1 }].range.start.min(place)
}

/// Four or more @-mentions in a row, or three with something wanted: the first of them.
fn many_mentions(c: &Context) -> Vec<Range<usize>> {
    let mentions = places(c, TokenKind::Mention);
    let enough = if among(c, WANTS) { 3 } else { 4 };
    if mentions.len() >= enough { mentions.into_iter().take(1).collect() } else { Vec::new() }
}

/// Whether something of these families was found.
pub(crate) fn among(c: &Context, families: &[&str]) -> bool {
    c.hits.iter().any(|h| families.contains(&(c.family)(h)))
}

/// An ask of this family, and nowhere a reason for it.
fn without_reason(c: &Context, family: &str) -> Vec<Range<usize>> {
    let given = c.signals.has("reason") || c.hits.iter().any(|h| (c.family)(h) == "reason-why");
    if given {
        return Vec::new();
    }
    let asks = c.hits.iter().filter(|h| (c.family)(h) == family).map(|h| h.range.clone());
    asks.reduce(|a, b| if b.start < a.start { b } else { a }).into_iter().collect()
}

/// Families whose findings want something of a stranger, or sell something to one.
#[rustfmt::skip]
pub(crate) const WANTS: &[&str] = &[
    "cold-ask", "network-ask", "scripted-action", "connect-pitch", "self-focus", "unwanted-gift",
    "hidden-interest", "assumed-mission", "favor-trade", "flattery", "mass-blast", "false-urgency",
];
/// Strengths that show the reader in the message.
const SHOWN: &[&str] = &["specific-reference", "genuine-question", "gratitude", "shared-history"];

/// Strengths that give a reader cause to open a link.
const OPEN: &[&str] = &["reason-why", "open-interest", "easy-out", "free-offer"];

/// Something is wanted, and nothing in the message is about the reader: marked where the first ask
/// stands, or else the first thing of the sender's.
fn nothing_about_them(c: &Context) -> Vec<Range<usize>> {
    let first = |families: &[&str]| {
        let of_them = c.hits.iter().filter(|h| families.contains(&(c.family)(h)));
        of_them.map(|h| h.range.clone()).reduce(|a, b| if b.start < a.start { b } else { a })
    };
    let wanted = first(ASKS).or_else(|| first(WANTS)).filter(|_| !among(c, SHOWN));
    wanted.into_iter().collect()
}

/// Whether a sentence speaks of the sender, never to the reader, and has nothing to praise.
fn is_about_sender(c: &Context, sentence: usize) -> bool {
    c.signals.in_sentence("sender", sentence)
        && !c.signals.in_sentence("reader", sentence)
        && !c.praised[sentence]
}

/// Three or more sentences in a row about the sender that never mention the reader.
fn sender_run(c: &Context) -> Vec<Range<usize>> {
    let mut run = 0;
    for &number in &c.message.body {
        let sentence = &c.message.sentences[number];
        let told = sentence.kind == SentenceKind::Statement && is_about_sender(c, number);
        run = if told { run + 1 } else { 0 };
        if run == 3 {
            return vec![first_words(c, sentence)];
        }
    }
    Vec::new()
}

/// The first two sentences are about the sender, and the message goes on.
fn sender_opening(c: &Context) -> Vec<Range<usize>> {
    let [first, second, _, ..] = c.message.body[..] else { return Vec::new() };
    if is_about_sender(c, first) && is_about_sender(c, second) {
        vec![first_words(c, &c.message.sentences[first])]
    } else {
        Vec::new()
    }
}

/// The first words of a sentence: enough to point at it.
fn first_words(c: &Context, sentence: &Sentence) -> Range<usize> {
    let end = sentence.tokens.end.min(sentence.tokens.start + 6);
    c.message.range_of(&(sentence.tokens.start..end))
}
