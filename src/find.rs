//! Finding: all rules over a message, with their conditions. What is found here may overlap;
//! `engine.rs` settles that.

use crate::any_case;
use crate::attempt::Match;
use crate::checks::{Context, WANTS};
use crate::compile::{Active, Compiled, Finder, Role};
use crate::input::Setting;
use crate::message::{Message, Token};
use crate::past::Past;
use crate::place::{Place, searched};
use crate::report::Stage;
use crate::signals::Signals;
use crate::stage;
use std::ops::Range;

/// Signs of courting that a shared past takes back.
const SHARED: i32 = 2;

/// Families that only strangers' messages have; what is urgent, ordered or sent to all is found
/// among colleagues too.
#[rustfmt::skip]
const COURTS: &[&str] = &[
    "cold-ask", "network-ask", "connect-pitch", "self-focus", "unwanted-gift", "hidden-interest",
    "assumed-mission", "favor-trade", "flattery",
];

/// A place where a rule applies, before overlaps are settled.
#[derive(Clone, Debug)]
pub(crate) struct Hit {
    /// Index of the active rule.
    pub rule: usize,
    /// Index of the rule's pattern; 0 for checks.
    pub pattern: usize,
    /// What to mark, in bytes of the normalised text.
    pub range: Range<usize>,
    /// The sentence it stands in.
    pub sentence: Option<usize>,
    /// The gaps of the pattern or the groups of the expression, for `$1`, `$2`…
    pub gaps: Vec<Range<usize>>,
}

/// What was found in a message.
pub(crate) struct Reading {
    /// The stage the rules were judged at.
    pub stage: Stage,
    /// See [`Signals::relation`].
    pub relation: i32,
    pub signals: Signals,
    pub hits: Vec<Hit>,
}

/// A match of a rule's own pattern.
struct Found {
    rule: usize,
    pattern: usize,
    sentence: usize,
    place: Match,
}

/// What the pass of the matcher found.
struct Pass {
    finds: Vec<Found>,
    /// By sentence: the rules that it keeps quiet.
    unless: Vec<Vec<usize>>,
    /// By rule.
    absent: Vec<bool>,
    needed: Vec<bool>,
    signals: Signals,
    /// By sentence: has something to praise. What such a sentence says is not held against it.
    praised: Vec<bool>,
}

impl Pass {
    /// Whether the rest of the message keeps a rule quiet.
    fn silences(&self, number: usize, active: &Active) -> bool {
        self.absent[number] || (active.needs && !self.needed[number])
    }
}

/// A match as a hit, in bytes.
fn hit(found: &Found, message: &Message) -> Hit {
    let Found { rule, pattern, sentence, ref place } = *found;
    let range = |tokens: &Range<usize>| match tokens.is_empty() {
        true => 0..0,
        false => message.range_of(tokens),
    };
    let gaps = place.gaps.iter().map(range).collect();
    Hit { rule, pattern, range: range(&place.marked), sentence: Some(sentence), gaps }
}

impl Compiled {
    /// All places where a rule applies, overlaps included.
    pub(crate) fn hits(&self, setting: &Setting, past: &Past, message: &Message) -> Reading {
        let pass = self.pass(message);
        let relation = self.relation(&pass);
        let stage = stage::of(setting, &past.measures, relation);
        // An invitation courts by its nature.
        let courting = relation > 1 || stage == Stage::ConnectNote || past.courts && relation >= 0;
        let mut place = Place { message, setting, stage, courting };
        // So does whoever plainly wants something of somebody they show no tie to.
        place.courting |= relation >= 0 && self.wants(&pass, &place);
        let found = pass.finds.iter().filter(|found| self.applies_at(found, &pass, &place));
        let mut hits: Vec<Hit> = found.map(|found| hit(found, message)).collect();
        self.regex_hits(&place, &mut hits);
        self.leave_out_introductions(&mut hits);
        self.leave_out_unwanting(&mut hits);
        self.check_hits(&place, past, &pass, &mut hits);
        Reading { stage, relation, signals: pass.signals, hits }
    }

    /// Whether a match of a rule counts where it stands.
    fn applies_at(&self, found: &Found, pass: &Pass, place: &Place) -> bool {
        let Found { rule, sentence, place: ref at, .. } = *found;
        let active = &self.rules[rule];
        let silenced = pass.unless[sentence].contains(&rule) || pass.silences(rule, active);
        let denied = !active.praise && pass.signals.denies(sentence, at.marked.start);
        let quoted = place.message.tokens[at.marked.start].quoted;
        !quoted && !denied && !silenced && place.suits(active, Some(sentence))
    }

    /// Whether a rule without conditions finds something wanted.
    fn wants(&self, pass: &Pass, place: &Place) -> bool {
        let plainly = |found: &Found| {
            let Active { rule, family, off, .. } = &self.rules[found.rule];
            !off && !rule.when.wanting && COURTS.contains(&family.as_str())
        };
        let mut wanted = pass.finds.iter().filter(|found| plainly(found));
        wanted.any(|found| self.applies_at(found, pass, place))
    }

    /// See [`Signals::relation`]. A past that is recalled takes back some of what looks like courting.
    fn relation(&self, pass: &Pass) -> i32 {
        let relation = pass.signals.relation(&pass.praised);
        let shared =
            |f: &Found| self.rules[f.rule].family == "shared-history" && pass.praised[f.sentence];
        match pass.finds.iter().any(shared) {
            true => (relation - SHARED).max(relation.min(0)),
            false => relation,
        }
    }

    /// Drops what a rule for courting messages takes for an ask, where an introduction is offered:
    /// “Is it okay if I introduce you to her?”
    fn leave_out_introductions(&self, hits: &mut Vec<Hit>) {
        let opt_in = |hit: &&Hit| self.rules[hit.rule].family == "mutual-optin";
        let offered: Vec<_> = hits.iter().filter(opt_in).map(|hit| hit.sentence).collect();
        let courts = |hit: &Hit| self.rules[hit.rule].rule.when.courting;
        hits.retain(|hit| !(courts(hit) && offered.contains(&hit.sentence)));
    }

    /// Drops what counts only in a message that wants something, unless other findings outweigh
    /// what the message has to say for itself.
    fn leave_out_unwanting(&self, hits: &mut Vec<Hit>) {
        let mut balance = 0;
        for hit in hits.iter() {
            let Active { rule, praise, family, off, .. } = &self.rules[hit.rule];
            if *off {
                continue;
            }
            let weight = i32::from(rule.weight);
            if *praise {
                balance -= weight;
            } else if !rule.when.wanting && WANTS.contains(&family.as_str()) {
                balance += weight;
            }
        }
        if balance <= 0 {
            hits.retain(|hit| !self.rules[hit.rule].rule.when.wanting);
        }
    }

    /// All matches in a sentence.
    fn matches(&self, tokens: &[Token]) -> Vec<Match> {
        let mut all = Vec::new();
        self.matcher.run(tokens, &mut |found| all.push(found));
        all
    }

    fn pass(&self, message: &Message) -> Pass {
        let mut memo = self.memo();
        let mut pass = Pass {
            finds: Vec::new(),
            unless: vec![Vec::new(); message.sentences.len()],
            absent: vec![false; self.rules.len()],
            needed: vec![false; self.rules.len()],
            signals: Signals::default(),
            praised: vec![false; message.sentences.len()],
        };
        let (mut absent, mut needed) = (Vec::new(), Vec::new());
        for (number, sentence) in message.sentences.iter().enumerate() {
            let tokens = &message.tokens[sentence.tokens.clone()];
            let mut find = || self.matches(tokens);
            memo.matches(tokens, &mut find, &mut |found| {
                for role in &self.roles[found.pattern] {
                    match *role {
                        Role::Finds(rule, pattern) => {
                            let place = found.after(sentence.tokens.start);
                            pass.finds.push(Found { rule, pattern, sentence: number, place });
                        }
                        Role::Unless(rule) => pass.unless[number].push(rule),
                        Role::Absent(rule) => absent.push((rule, number)),
                        Role::Needs(rule) => needed.push((rule, number)),
                        Role::Signal(signal) => {
                            let whole = found.after(sentence.tokens.start).whole;
                            pass.signals.add(signal, number, whole)
                        }
                        Role::Relation(group) => pass.signals.add_relation(group, number),
                    }
                }
            });
        }
        // What a sentence with a fault says excuses that sentence only: without it nothing gets worse.
        absent.iter().for_each(|&(rule, sentence)| pass.unless[sentence].push(rule));
        let mut flagged = vec![false; message.sentences.len()];
        for found in pass.finds.iter().filter(|f| !self.rules[f.rule].praise) {
            flagged[found.sentence] |= !pass.unless[found.sentence].contains(&found.rule);
        }
        for (rule, sentence) in absent {
            pass.absent[rule] |= !flagged[sentence];
        }
        for found in pass.finds.iter().filter(|f| self.rules[f.rule].praise) {
            let unless = pass.unless[found.sentence].contains(&found.rule);
            pass.praised[found.sentence] |= !unless && !pass.absent[found.rule];
        }
        for (rule, sentence) in needed {
            pass.needed[rule] |= !pass.praised[sentence];
        }
        pass
    }

    /// The signals of an earlier message.
    pub(crate) fn signals(&self, message: &Message) -> Signals {
        self.pass(message).signals
    }

    fn regex_hits(&self, place: &Place, hits: &mut Vec<Hit>) {
        if !self.rules.iter().any(|r| matches!(r.finder, Finder::Regexes(_))) {
            return;
        }
        let text = any_case::lower_text(place.message.text.plain());
        for (number, active) in self.rules.iter().enumerate() {
            let Finder::Regexes(regexes) = &active.finder else { continue };
            if !place.suits(active, None) {
                continue;
            }
            for (pattern, regex) in regexes.iter().enumerate() {
                for block in place.message.blocks.iter().filter(|b| searched(active, b.zone)) {
                    let at = block.range.start;
                    for found in regex.matches(&text[block.range.clone()]) {
                        let mut groups = found.into_iter().map(|r| at + r.start..at + r.end);
                        let Some(range) = groups.next() else { continue };
                        let sentence = place.sentence_at(range.start);
                        if !place.suits_at(active, sentence) {
                            continue;
                        }
                        let gaps = groups.collect();
                        hits.push(Hit { rule: number, pattern, range, sentence, gaps });
                    }
                }
            }
        }
    }

    fn check_hits(&self, place: &Place, past: &Past, pass: &Pass, hits: &mut Vec<Hit>) {
        let mut found = Vec::new();
        let family = |hit: &Hit| self.rules[hit.rule].family.as_str();
        let Place { message, setting, .. } = *place;
        let signals = &pass.signals;
        let loud: Vec<Hit> = hits.iter().filter(|h| !self.rules[h.rule].off).cloned().collect();
        let praised = &pass.praised;
        let context =
            Context { message, hits: &loud, family: &family, signals, praised, setting, past };
        for (number, active) in self.rules.iter().enumerate() {
            let Finder::Check(check) = active.finder else { continue };
            if !active.off && place.suits(active, None) && !pass.silences(number, active) {
                for range in check(&context) {
                    let sentence = place.sentence_at(range.start);
                    // “On another matter” excuses its own sentence too.
                    let excused = |s: usize| pass.unless[s].contains(&number);
                    if !active.rule.when.stages.is_empty() && sentence.is_some_and(excused) {
                        continue;
                    }
                    found.push(Hit { rule: number, pattern: 0, range, sentence, gaps: Vec::new() });
                }
            }
        }
        hits.append(&mut found);
    }
}
