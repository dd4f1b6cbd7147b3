//! Is the draft written to the person it goes to? Names in it are held against the reader's, and a
//! company against the one the page shows. Nothing is said where it might be right.

use crate::checks::Context;
use crate::content;
use crate::input::Setting;
use crate::letters::lowered;
use crate::message::{Message, Sentence, Token};
use crate::names::{can_be, is_first_name, listed, parts};
use crate::pattern::TokenKind;
use crate::report::Channel;
use crate::rule::Zone;
use crate::zones::Block;
use std::ops::Range;

/// Capitalised words of a greeting that name nobody.
const NOBODY: &str = "mr mrs ms miss mx dr prof professor sir madam doctor dear hi hey hello hallo good \
    morning afternoon evening day greetings again happy monday tuesday wednesday thursday \
    friday saturday sunday and there weekend easter christmas year new von van de";

/// Words of a greeting, or of a reader's name, that stand for more than one, or for an office.
const OFFICES: &str = "team all everyone everybody friend friends folks guys ladies gentlemen colleague \
    colleagues manager managers recruiter recruiting hiring editor editors committee board \
    staff support department office customer customers client reader readers neighbour \
    neighbours neighbor neighbors members parents students partner partners community \
    family folk crew gang info sales contact admin jobs careers press hr service inc ltd \
    gmbh llc the studio university college school company club shop store magazine \
    newsletter agency group foundation mum mom dad grandma grandpa auntie uncle boss chef \
    coach captain buddy dude mate bro love darling honey sweetie beautiful lovely santa \
    stranger world you both champ pal handsome legend sunshine";

/// Words with which a sentence goes on that has called somebody by name.
const TO: &str = "i i'm i've i'd i'll we you your you're could can would will did do have are thanks \
    thank please how what when if let it";

/// The name in the greeting, where it is not one of the reader's names. Nothing where no name is
/// known, or none is greeted.
pub(crate) fn wrong_name(c: &Context) -> Vec<Range<usize>> {
    let (Some(recipient), named) = (c.setting.recipient, greeted(c.message)) else {
        return Vec::new();
    };
    let known = known(c.setting);
    let text = c.message.text.plain();
    let is_known = |range: &Range<usize>| {
        let called = &text[range.clone()];
        can_be(called, &known) || in_thread(c.setting, called)
    };
    if !is_sure(recipient, &known, c.setting.channel) || named.iter().any(is_known) {
        return Vec::new();
    }
    named.into_iter().take(1).collect()
}

/// The names in the greeting; none where it greets a group or an office.
fn greeted(message: &Message) -> Vec<Range<usize>> {
    let text = message.text.plain();
    let is = |word: &str, list: &str| listed(list, &lowered(word));
    let Some(greeting) = message.sentences.iter().find(|s| s.zone == Zone::Greeting) else {
        return Vec::new();
    };
    let tokens = &message.tokens[greeting.tokens.clone()];
    if tokens.iter().any(|t| is(&text[t.start..t.end], OFFICES)) {
        return Vec::new();
    }
    let names = tokens.iter().filter(|t| t.kinds & TokenKind::Name.bit() != 0);
    names
        .map(|t| t.start..t.end)
        .filter(|range| !is(&text[range.clone()], NOBODY))
        // A blank counts as a name; its own family speaks of it.
        .filter(|range| text[range.clone()].chars().all(|c| c.is_alphabetic() || "'-.".contains(c)))
        .collect()
}

/// What the reader may be called: by name, and by the company that a greeting may name.
fn known(setting: &Setting) -> Vec<String> {
    let mut known = parts(setting.recipient.unwrap_or_default());
    known.extend(setting.company.map(parts).into_iter().flatten());
    known
}

/// Whether what is known is a person's name: a handle, or an address like `jsmith@`, may hide any
/// name, and so may what people call themselves on X.
fn is_sure(recipient: &str, known: &[String], channel: Option<Channel>) -> bool {
    let full = known.iter().filter(|part| part.len() > 1).count() > 1;
    let named = recipient.contains(' ') || recipient.starts_with(char::is_uppercase);
    let chosen = matches!(channel, Some(Channel::XDm | Channel::XPost));
    let person =
        |word: &str| word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic);
    let sure = match (recipient.contains('@'), chosen) {
        (true, _) => full,
        (_, true) => full && recipient.split(' ').all(person),
        _ => named && !recipient.contains(|c: char| c.is_ascii_digit()),
    };
    sure && !known.is_empty() && !known.iter().any(|part| listed(OFFICES, part))
}

/// Whether a word stands in the messages before: somebody who signs “Bo” may be called Bo.
fn in_thread(setting: &Setting, word: &str) -> bool {
    setting.thread.iter().any(|turn| holds(&turn.text, word) > 0)
}

/// How often a text holds a word, in whatever case.
fn holds(text: &str, word: &str) -> usize {
    let word = lowered(word);
    text.split(|c: char| !c.is_alphanumeric()).filter(|other| lowered(other) == word).count()
}

/// A second name by which the message speaks to its reader: greets Ana, and goes on “Tom, I think
/// you …” or “Hi Tom, …”. In a letter that may go to several, nothing is said.
pub(crate) fn second_name(c: &Context) -> Vec<Range<usize>> {
    let text = c.message.text.plain();
    let [ref first] = greeted(c.message)[..] else { return Vec::new() };
    // So may one that goes on to speak of the person greeted: “Lena, meet Ana.”
    let shared = c.setting.recipient.is_none() && c.setting.channel == Some(Channel::Email)
        || holds(text, &text[first.clone()]) > 1;
    let mut known = known(c.setting);
    known.extend(parts(&text[first.clone()]));
    let is_other = |range: &Range<usize>| {
        let called = &text[range.clone()];
        !shared
            && !can_be(called, &known)
            && !in_thread(c.setting, called)
            && holds(text, called) == 1
    };
    let body = c.message.body.iter().map(|&i| (i, &c.message.sentences[i]));
    let called = body.filter_map(|(i, sentence)| called(c, i, sentence));
    called.filter(is_other).take(1).collect()
}

/// The name that a sentence begins with to call somebody.
fn called(c: &Context, number: usize, sentence: &Sentence) -> Option<Range<usize>> {
    let text = c.message.text.plain();
    let [first, rest @ ..] = &c.message.tokens[sentence.tokens.clone()] else { return None };
    let word = |token: &Token| lowered(&text[token.start..token.end]);
    let comma = |token: &Token| text[token.end..].starts_with(',');
    // “Dear Tom,” in the middle.
    if let Some(second) = rest.first().filter(|second| comma(second)) {
        let greets = listed("hi hello hey dear", &word(first));
        let name =
            second.kinds & TokenKind::Name.bit() != 0 && is_name(&text[second.start..second.end]);
        if greets && name {
            return Some(second.start..second.end);
        }
    }
    // “Tom, who runs the lock” speaks of him.
    let to = || rest.first().is_some_and(|second| listed(TO, &word(second)));
    let speaks = comma(first) && !first.quoted && c.signals.in_sentence("reader", number) && to();
    // At the start of a sentence a capital says nothing: “Yikes, I think you …”.
    let name = || is_first_name(&text[first.start..first.end]);
    (speaks && name()).then_some(first.start..first.end)
}

/// Whether a word looks like a name.
fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    let plain = letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase);
    plain && ![NOBODY, OFFICES].iter().any(|list| listed(list, &lowered(word)))
}

/// Whose mail is quoted below, where it is neither from the reader nor about them: “On …, Bob
/// Miller <…> wrote:” under a letter to Ana. Silent where the sender speaks of Bob, or where Ana is
/// named in what is quoted: then it is the sender's own, or one that she is to see.
pub(crate) fn other_thread(c: &Context) -> Vec<Range<usize>> {
    let (text, setting) = (c.message.text.plain(), c.setting);
    let reader = setting.recipient.unwrap_or_default();
    let known = known(setting);
    if !is_sure(reader, &known, setting.channel) {
        return Vec::new();
    }
    let (quoted, own): (Vec<&Block>, Vec<&Block>) =
        c.message.blocks.iter().partition(|block| block.zone == Zone::Quoted);
    let named = |blocks: &[&Block], name: &str| {
        blocks
            .iter()
            .any(|block| parts(name).iter().any(|part| holds(&text[block.range.clone()], part) > 0))
    };
    if named(&quoted, reader) {
        return Vec::new();
    }
    let authors = quoted.iter().filter_map(|block| author(text, block.range.clone()));
    let other = |range: &Range<usize>| {
        let name = &text[range.clone()];
        !can_be(name, &known) && !named(&own, name) && !in_thread(setting, name)
    };
    authors.filter(other).take(1).collect()
}

/// Of a block that begins “On Monday, Bob Miller <bob@mill.example> wrote:” the name.
fn author(text: &str, block: Range<usize>) -> Option<Range<usize>> {
    let line = text[block.clone()].lines().next()?;
    let before = lowered(line.trim_end()).strip_suffix("wrote:")?.len();
    let said = line.get(..before)?.split(['<', '(']).next()?.trim_end();
    let words = said.split_whitespace().rev().take_while(|word| is_name(word));
    let at = said.rfind(words.last()?)?;
    Some(block.start + at..block.start + said.len())
}

/// Whether a headline says where its owner works: “Keeper of the mill at Lind & Co”.
fn names_company(headline: &str) -> bool {
    let after = |word| headline.split(word).skip(1);
    after(" at ").chain(after("@")).any(|rest| rest.trim_start().starts_with(char::is_uppercase))
}

/// A company of the reader's that is not the one the page shows: “your team at Acme”.
pub(crate) fn wrong_company(c: &Context) -> Vec<Range<usize>> {
    let (text, setting) = (c.message.text.plain(), c.setting);
    let company = setting.company.unwrap_or_default();
    let headline = setting.headline.unwrap_or_default();
    if company.trim().is_empty() && !names_company(headline) {
        return Vec::new();
    }
    let mut known = parts(company);
    known.extend(parts(headline));
    known.extend(parts(setting.recipient.unwrap_or_default()));
    let is_name = |at: &usize| c.message.tokens[*at].kinds & TokenKind::Name.bit() != 0;
    let named = c.signals.places("their-company").filter_map(|tokens| {
        let last = tokens.clone().rfind(is_name)?;
        let begin = (0..=last).rev().take_while(is_name).last()?;
        let end = (last..c.message.tokens.len()).take_while(is_name).last()?;
        Some(c.message.range_of(&(begin..end + 1)))
    });
    let other = |range: &Range<usize>| {
        let words = content::words(&text[range.clone()]);
        let name = &text[range.clone()];
        let told = holds(text, name.split(' ').next().unwrap_or_default()) > 1;
        !told
            && !words.is_empty()
            && !can_be(name, &known)
            && !words.iter().any(|w| in_thread(setting, w))
    };
    named.filter(other).take(1).collect()
}
