//! A rule as it stands in the form, finished or not, and the way from there to a rule and back.

use crate::pages::settings::SITES;
use crate::pages::worker::Problem;
use crate::report::{Channel, Severity, Stage, SuggestionKind};
use crate::rule::{Example, Kind, Position, Remedy, Rule, When};

/// Kinds of message, with the keys of their names.
pub const CHANNELS: [(Channel, &str); 6] = [
    (Channel::LinkedinDm, "ruleLinkedinDm"),
    (Channel::LinkedinNote, "ruleLinkedinNote"),
    (Channel::Inmail, "ruleInmail"),
    (Channel::XDm, "ruleXDm"),
    (Channel::XPost, "ruleXPost"),
    (Channel::Email, "ruleEmail"),
];

/// How two people stand with each other, with the keys of their names.
pub const STAGES: [(Stage, &str); 6] = [
    (Stage::ConnectNote, "ruleConnectNote"),
    (Stage::FirstContact, "ruleFirstContact"),
    (Stage::Unanswered, "ruleUnanswered"),
    (Stage::Answered, "ruleAnswered"),
    (Stage::Declined, "ruleDeclined"),
    (Stage::Warm, "ruleWarm"),
];

/// What a rule looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Phrases,
    /// Phrases, each with what to write in its place.
    Table,
    Regex,
}

/// A row of the table: a phrase, and what to write in its place.
pub type Pair = (String, String);

/// What is in the form's fields. Each kind of pattern has a field of its own, so that nothing is
/// lost by looking at another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sketch {
    pub message: String,
    pub what: What,
    pub phrases: String,
    pub table: Vec<Pair>,
    pub regex: String,
    pub forms: bool,
    pub suggestions: Vec<(SuggestionKind, String)>,
    pub severity: Severity,
    pub weight: String,
    pub position: Option<Position>,
    pub group: String,
    /// What is ticked of [`SITES`], [`CHANNELS`] and [`STAGES`].
    pub sites: Vec<bool>,
    pub channels: Vec<bool>,
    pub stages: Vec<bool>,
    pub fires: String,
    pub quiet: String,
}

impl Default for Sketch {
    /// The empty form.
    fn default() -> Sketch {
        Sketch {
            message: String::new(),
            what: What::Phrases,
            phrases: String::new(),
            table: Vec::new(),
            regex: String::new(),
            forms: false,
            suggestions: Vec::new(),
            severity: Severity::Soft,
            weight: "5".into(),
            position: None,
            group: String::new(),
            sites: vec![true; SITES.len()],
            channels: vec![true; CHANNELS.len()],
            stages: vec![true; STAGES.len()],
            fires: String::new(),
            quiet: String::new(),
        }
    }
}

impl Sketch {
    /// The form of a rule. A rule for no site in particular has all of them ticked.
    pub fn of(rule: &Rule) -> Sketch {
        let patterns = lines_of(rule.patterns.iter().map(String::as_str));
        let mut sketch = Sketch { what: What::Phrases, ..Sketch::default() };
        if rule.kind == Kind::Regex {
            sketch.what = What::Regex;
            sketch.regex = patterns;
        } else if rule.swaps.is_empty() {
            sketch.phrases = patterns;
        } else {
            let alone = rule.patterns.iter().map(|phrase| (phrase.clone(), String::new()));
            sketch.what = What::Table;
            sketch.table = rule.swaps.iter().cloned().chain(alone).collect();
        }
        Sketch {
            message: rule.message.clone(),
            forms: rule.forms,
            suggestions: rule.suggestions.iter().map(|s| (s.kind, s.text.clone())).collect(),
            severity: rule.severity,
            weight: rule.weight.to_string(),
            position: rule.when.position,
            group: rule.group.clone(),
            sites: ticks(&rule.sites, SITES.iter().map(|(id, _)| (*id).to_owned())),
            channels: ticks(&rule.when.channels, CHANNELS.iter().map(|(channel, _)| *channel)),
            stages: ticks(&rule.when.stages, STAGES.iter().map(|(stage, _)| *stage)),
            fires: lines_of(rule.fires.iter().map(|example| example.text.as_str())),
            quiet: lines_of(rule.quiet.iter().map(String::as_str)),
            ..sketch
        }
    }

    /// The patterns of the kind that is chosen, one a line; those of a table are its pairs.
    pub fn patterns(&self) -> Vec<&str> {
        match self.what {
            What::Regex => self.regex.lines().filter(|line| !line.trim().is_empty()).collect(),
            What::Phrases => filled_lines(&self.phrases),
            What::Table => Vec::new(),
        }
    }

    /// The rows of the table that have a phrase, if a table is chosen.
    pub fn swaps(&self) -> Vec<Pair> {
        if self.what != What::Table {
            return Vec::new();
        }
        let trimmed = self.table.iter().map(|(phrase, instead)| (phrase.trim(), instead.trim()));
        let filled = trimmed.filter(|(phrase, _)| !phrase.is_empty());
        filled.map(|(phrase, instead)| (phrase.to_owned(), instead.to_owned())).collect()
    }

    /// The rule it makes. What the form does not show is taken from `old`.
    pub fn rule(&self, id: &str, old: Option<&Rule>) -> Rule {
        let rule = old.cloned().unwrap_or_else(|| empty(id));
        Rule {
            kind: if self.what == What::Regex { Kind::Regex } else { Kind::Phrases },
            message: self.message.trim().to_owned(),
            patterns: owned(self.patterns()),
            swaps: self.swaps(),
            forms: self.forms && self.what != What::Regex,
            suggestions: self.remedies(&rule.suggestions),
            severity: self.severity,
            weight: self.weight().unwrap_or(5),
            group: self.group.trim().to_owned(),
            sites: ticked(&self.sites, SITES.iter().map(|(id, _)| (*id).to_owned())),
            when: When {
                position: self.position,
                channels: ticked(&self.channels, CHANNELS.iter().map(|(channel, _)| *channel)),
                stages: ticked(&self.stages, STAGES.iter().map(|(stage, _)| *stage)),
                ..rule.when
            },
            fires: filled_lines(&self.fires).iter().map(|l| example(l, &rule.fires)).collect(),
            quiet: owned(filled_lines(&self.quiet)),
            ..rule
        }
    }

    fn remedies(&self, old: &[Remedy]) -> Vec<Remedy> {
        let filled = self.suggestions.iter().filter(|(_, text)| !text.trim().is_empty());
        filled
            .map(|(kind, text)| {
                let kept = old.iter().find(|o| o.kind == *kind && o.text == text.trim());
                let fresh = || Remedy { kind: *kind, scope: None, text: text.trim().to_owned() };
                kept.cloned().unwrap_or_else(fresh)
            })
            .collect()
    }

    fn weight(&self) -> Option<u8> {
        self.weight.trim().parse().ok().filter(|weight| (1..=40).contains(weight))
    }

    /// What is still missing before it can be saved: the field, and the key of what to say there.
    pub fn missing(&self) -> Vec<(&'static str, &'static str)> {
        let unticked = |ticks: &[bool]| !ticks.contains(&true);
        let all = [
            (self.message.trim().is_empty(), "message", "ruleMissingMessage"),
            (self.patterns().len() + self.swaps().len() == 0, "patterns", "ruleMissingPatterns"),
            (self.weight().is_none(), "weight", "ruleMissingWeight"),
            (unticked(&self.sites), "sites", "ruleMissingSites"),
            (unticked(&self.channels), "channels", "ruleMissingChannels"),
            (unticked(&self.stages), "stages", "ruleMissingStages"),
        ];
        all.into_iter().filter(|(is, ..)| *is).map(|(_, field, key)| (field, key)).collect()
    }

    /// Whether it is meant for some messages only.
    pub fn is_narrow(&self) -> bool {
        self.channels.contains(&false) || self.stages.contains(&false)
    }
}

/// Which of `all` are chosen; where none is, all of them.
fn ticks<T: PartialEq>(chosen: &[T], all: impl Iterator<Item = T>) -> Vec<bool> {
    all.map(|each| chosen.is_empty() || chosen.contains(&each)).collect()
}

/// Those of `all` that are ticked; none where all are.
fn ticked<T>(ticks: &[bool], all: impl Iterator<Item = T>) -> Vec<T> {
    if !ticks.contains(&false) {
        return Vec::new();
    }
    all.zip(ticks).filter(|(_, on)| **on).map(|(each, _)| each).collect()
}

/// The example of this line: as it was, with what its edit gives, if it was there.
fn example(line: &str, old: &[Example]) -> Example {
    let kept = old.iter().find(|example| example.text == line).cloned();
    kept.unwrap_or_else(|| Example { text: line.to_owned(), after: None })
}

fn empty(id: &str) -> Rule {
    Rule {
        id: id.to_owned(),
        enabled: true,
        kind: Kind::Phrases,
        patterns: Vec::new(),
        swaps: Vec::new(),
        forms: false,
        unless: Vec::new(),
        absent: Vec::new(),
        needs: Vec::new(),
        check: None,
        when: When::default(),
        group: String::new(),
        message: String::new(),
        why: String::new(),
        evidence: None,
        severity: Severity::Soft,
        weight: 5,
        suggestions: Vec::new(),
        sites: Vec::new(),
        fires: Vec::new(),
        quiet: Vec::new(),
    }
}

/// A fault in words, at a field.
pub fn problem(field: &str, message: String) -> Problem {
    Problem { field: field.into(), message, ..Problem::default() }
}

/// The lines that say something, without the spaces around them.
pub fn filled_lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

fn lines_of<'t>(lines: impl Iterator<Item = &'t str>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

fn owned(lines: Vec<&str>) -> Vec<String> {
    lines.into_iter().map(str::to_owned).collect()
}

#[cfg(test)]
#[path = "sketch_tests.rs"]
mod tests;
