//! Does the draft sell the reader what the reader does for a living?

use crate::checks::Context;
use crate::content::{akin, words};
use crate::message::Sentence;
use crate::names::listed;
use std::ops::Range;

/// What people call themselves who live by a trade.
const CALLINGS: &str = "consultant consulting consultancy agency freelance freelancer coach \
    coaching specialist expert strategist designer developer writer editor copywriter \
    photographer videographer illustrator translator trainer recruiter bookkeeper accountant \
    studio contractor tutor marketer adviser advisor";
/// What is said beside a trade, and of any.
const ANY: &str = "freelance freelancer senior lead independent certified business founder owner \
    consultant consulting consultancy agency specialist expert strategist coach coaching studio \
    contractor adviser advisor helping helps help years professional award winning based director \
    head manager company companies services trainer tutor digital growth remote team teams former";
/// Whom an offer is for, behind the name of a trade: “for SEO agencies”.
const PEOPLE: &str = "agency agencies consultancies teams team people folks leaders professionals \
    companies studios businesses firms like yourself world industry space";

/// What the draft offers of the reader's own trade, by the headline beside the reader's name.
pub(crate) fn own_trade(c: &Context) -> Vec<Range<usize>> {
    let headline = c.setting.headline.filter(|_| c.setting.trade).unwrap_or_default();
    let parts = headline.split(|c: char| !c.is_alphanumeric() && !" -&'’".contains(c));
    let trade: Vec<String> = parts.flat_map(trade_of).collect();
    if trade.is_empty() {
        return Vec::new();
    }
    let sells = c.message.body.iter().filter(|&&i| c.signals.in_sentence("sells", i));
    sells.filter_map(|&i| offered(c, &c.message.sentences[i], &trade)).take(1).collect()
}

/// The words of a part of a headline that name a trade: “SEO” of “Freelance SEO consultant”.
fn trade_of(part: &str) -> Vec<String> {
    // “Manager at a design studio” says where, not what.
    let what = [" at ", " for ", " with "]
        .iter()
        .fold(part, |what, at| what.split(at).next().unwrap_or(what));
    let mut all = words(what);
    if !all.iter().any(|word| listed(CALLINGS, word)) {
        return Vec::new();
    }
    all.retain(|word| !listed(ANY, word));
    all
}

/// Where a sentence names the trade as a thing, not as the people it is for.
fn offered(c: &Context, sentence: &Sentence, trade: &[String]) -> Option<Range<usize>> {
    let text = c.message.text.plain();
    let tokens = &c.message.tokens[sentence.tokens.clone()];
    let word =
        |at: usize| tokens.get(at).map(|t| words(&text[t.start..t.end]).pop().unwrap_or_default());
    let people = |word: &str| {
        listed(PEOPLE, word) || ["ers", "ors", "nts", "ists"].iter().any(|end| word.ends_with(end))
    };
    let is_trade = |at: &usize| {
        let named =
            word(*at).is_some_and(|word| !people(&word) && trade.iter().any(|t| akin(t, &word)));
        named && !word(at + 1).is_some_and(|next| people(&next))
    };
    (0..tokens.len()).find(is_trade).map(|at| tokens[at].start..tokens[at].end)
}
