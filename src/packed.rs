//! The built-in rules as `build.rs` packs them (`src/packing.rs`): their patterns read, each only
//! once, and without what only people read.
//!
//! All of it is numbers, seven bits to a byte, and two texts; what is alike stands together. The
//! reader of a general format, with its types, would take 4 KB more of core.wasm.

use crate::pattern::{Node, trees};
use crate::report::{Channel, Severity, Stage};
use crate::rule::{Family, Kind, Position, Rule, SentenceKind, When, Zone};
use std::str::Split;

/// Everything that is built in.
#[derive(Debug, Default)]
pub struct Packed {
    /// All words of patterns, in the order of their numbers, a space between them: as a list, each
    /// with its length, they would take a seventh more of core.wasm.
    pub words: String,
    /// The classes of the lexicon; one may name those before it.
    pub classes: Vec<Node>,
    /// All patterns.
    pub patterns: Vec<Node>,
    /// All families in the order of their files; their rules have neither words for people nor
    /// examples nor the text of their patterns.
    pub families: Vec<Family>,
    /// The patterns of each rule of all families, one after the other.
    pub rules: Vec<RulePatterns>,
    /// The signals of `signals.toml` with their patterns.
    pub signals: Vec<(String, Vec<u32>)>,
    /// The groups of signs of how the two stand, with their weights.
    pub relation: Vec<(i8, Vec<u32>)>,
}

/// Indexes into [`Packed::patterns`], by the field of the rule.
#[derive(Debug, Default)]
#[allow(missing_docs)]
pub struct RulePatterns {
    pub finds: Vec<u32>,
    pub unless: Vec<u32>,
    pub absent: Vec<u32>,
    pub needs: Vec<u32>,
}

// What a number stands for.
pub(crate) const SEVERITIES: &[Severity] = &[Severity::Soft, Severity::Strong, Severity::Hint];
pub(crate) const ZONES: &[Zone] =
    &[Zone::Greeting, Zone::Body, Zone::Signature, Zone::Quoted, Zone::Code];
pub(crate) const POSITIONS: &[Position] = &[Position::Opening, Position::Closing];
pub(crate) const SENTENCES: &[SentenceKind] = &[SentenceKind::Question, SentenceKind::Statement];
pub(crate) const CHANNELS: &[Channel] = &[
    Channel::LinkedinDm,
    Channel::LinkedinNote,
    Channel::Inmail,
    Channel::XDm,
    Channel::XPost,
    Channel::Email,
];
pub(crate) const STAGES: &[Stage] = &[
    Stage::ConnectNote,
    Stage::FirstContact,
    Stage::Unanswered,
    Stage::Answered,
    Stage::Declined,
    Stage::Warm,
];

/// What is packed, from where reading has come to. It is of the same build, so that it does not
/// end early; if it did, zeros would follow.
#[derive(Clone, Copy)]
pub struct Stream<'a>(&'a [u8]);

impl<'a> Stream<'a> {
    pub(crate) fn byte(&mut self) -> u8 {
        let Some((&byte, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        byte
    }

    pub(crate) fn number(&mut self) -> usize {
        let (mut number, mut bits) = (0, 0);
        loop {
            let byte = self.byte();
            number |= usize::from(byte & 127) << bits;
            if byte < 128 {
                return number;
            }
            bits += 7;
        }
    }

    /// A part with its length before it.
    pub(crate) fn part(&mut self) -> Stream<'a> {
        let length = self.number();
        let (part, rest) = self.0.split_at_checked(length).unwrap_or_default();
        self.0 = rest;
        Stream(part)
    }

    fn text(self) -> &'a str {
        str::from_utf8(self.0).unwrap_or_default()
    }
}

impl Packed {
    /// Reads what was packed.
    pub fn read(bytes: &[u8]) -> Packed {
        let mut all = Stream(bytes);
        let words = all.part().text().into();
        let (classes, patterns) = (trees::read(&mut all), trees::read(&mut all));
        let mut packed = Packed { words, classes, patterns, ..Packed::default() };
        let mut lists = Lists { numbers: all.part(), names: all.part().text().split(' '), next: 0 };
        for _ in 0..lists.number() {
            let family = lists.family(&mut packed.rules);
            packed.families.push(family);
        }
        for _ in 0..lists.number() {
            packed.signals.push((lists.name(), lists.patterns()));
        }
        for _ in 0..lists.number() {
            packed.relation.push((lists.number() as i8, lists.patterns()));
        }
        packed
    }
}

/// What is no tree: numbers, and the names between them.
struct Lists<'a> {
    numbers: Stream<'a>,
    names: Split<'a, char>,
    /// The number of the first pattern that was not mentioned so far.
    next: usize,
}

impl Lists<'_> {
    fn number(&mut self) -> usize {
        self.numbers.number()
    }

    fn flag(&mut self) -> bool {
        self.number() > 0
    }

    fn name(&mut self) -> String {
        self.names.next().unwrap_or_default().into()
    }

    fn some<T: Copy>(&mut self, of: &[T]) -> Vec<T> {
        (0..self.number()).filter_map(|_| of.get(self.numbers.number()).copied()).collect()
    }

    /// Patterns are numbered as they are first mentioned: zero is the next one, other numbers tell
    /// how far back it is.
    fn patterns(&mut self) -> Vec<u32> {
        let mut numbers = Vec::new();
        for _ in 0..self.number() {
            let back = self.number();
            numbers.push((self.next - back) as u32);
            self.next += usize::from(back == 0);
        }
        numbers
    }

    fn family(&mut self, patterns: &mut Vec<RulePatterns>) -> Family {
        let (id, praise, rules) = (self.name(), self.flag(), self.number());
        let rule = |_| {
            let rule = self.rule(&id);
            patterns.push(RulePatterns {
                finds: self.patterns(),
                unless: self.patterns(),
                absent: self.patterns(),
                needs: self.patterns(),
            });
            rule
        };
        let rules = (0..rules).map(rule).collect();
        Family { id, title: String::new(), reader: String::new(), praise, rules }
    }

    fn rule(&mut self, family: &str) -> Rule {
        let mut id = String::from(family);
        id.push('.');
        id.push_str(&self.name());
        let check = self.flag().then(|| self.name());
        Rule {
            id,
            enabled: true,
            kind: if check.is_some() { Kind::Check } else { Kind::Pattern },
            check,
            severity: self.some(SEVERITIES).pop().unwrap_or(Severity::Soft),
            weight: self.number() as u8,
            when: When {
                zones: self.some(ZONES),
                position: self.some(POSITIONS).pop(),
                sentence: self.some(SENTENCES).pop(),
                channels: self.some(CHANNELS),
                stages: self.some(STAGES),
                wanting: self.flag(),
                courting: self.flag(),
            },
            patterns: Vec::new(),
            swaps: Vec::new(),
            forms: false,
            unless: Vec::new(),
            absent: Vec::new(),
            needs: Vec::new(),
            message: String::new(),
            why: String::new(),
            evidence: None,
            suggestions: Vec::new(),
            group: String::new(),
            sites: Vec::new(),
            fires: Vec::new(),
            quiet: Vec::new(),
        }
    }
}
