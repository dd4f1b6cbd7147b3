//! The engine: rules over a message, conditions, overlaps, and the report.

use crate::checks::{Context, has_signal};
use crate::compile::{Active, CUSTOM, Compiled, Finder, Role};
use crate::input::{Author, Draft, Setting, Settings};
use crate::language::{self, Language};
use crate::matcher::Match;
use crate::message::{Message, canonical_words};
use crate::report::{Band, Channel, Evidence, Finding, Note, Praise, Report, Severity, Stage};
use crate::rewrite;
use crate::rule::{Position, Zone};
use crate::score::{self, Item};
use crate::stage;
use std::collections::HashSet;
use std::ops::Range;

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

/// Families that are looked for in text that is not English too.
const ANY_LANGUAGE: &[&str] = &["unfilled-blank", CUSTOM];

/// Rules compiled for one set of settings. Cheap to keep, costly to make: one for many drafts.
#[derive(Default)]
pub struct Engine {
    compiled: Compiled,
}

/// What the pass of the matcher found.
struct Pass {
    matches: Vec<(usize, Match)>,
    unless: HashSet<(usize, usize)>,
    absent: HashSet<usize>,
    needed: HashSet<usize>,
    signals: Vec<bool>,
}

impl Pass {
    /// Whether the rest of the message keeps a rule quiet.
    fn silences(&self, number: usize, active: &Active) -> bool {
        self.absent.contains(&number) || !(active.rule.needs.is_empty() || self.needed.contains(&number))
    }
}

impl Engine {
    /// Compiles the built-in rules and the user's. A rule that cannot be used is left out and
    /// named in a note.
    pub fn new(settings: &Settings) -> (Self, Vec<Note>) {
        let (compiled, notes) = Compiled::new(settings);
        (Engine { compiled }, notes)
    }

    /// Reads a draft. Never fails: what cannot be judged is said in the report's notes.
    pub fn analyze(&self, draft: &Draft) -> Report {
        let message = Message::read(&draft.text, self.compiled.matcher.vocabulary());
        let language = language::of(&message);
        let (stage, mut hits) = self.hits(&draft.setting(), &message);
        if language == Language::Other {
            hits.retain(|h| ANY_LANGUAGE.contains(&self.active(h).family.as_str()));
        }
        hits.retain(|h| !self.is_ignored(h, &message));
        let hits = self.without_overlaps(hits);
        let mut report = self.report(&message, &hits, stage);
        report.notes = notes(draft, language);
        if language == Language::English {
            report.band = report.score.map(Band::of);
        } else {
            report.score = None;
            report.causes.clear();
        }
        report
    }

    fn active(&self, hit: &Hit) -> &Active {
        &self.compiled.rules[hit.rule]
    }

    /// All places where a rule applies, overlaps included, and the stage they were judged at.
    pub(crate) fn hits(&self, setting: &Setting, message: &Message) -> (Stage, Vec<Hit>) {
        let pass = self.pass(message);
        let signs = stage::Signs {
            declined: self.declined(setting),
            working_relation: has_signal(&pass.signals, "working-relation"),
        };
        let stage = stage::of(setting, &signs);
        let place = Place { message, channel: setting.channel, stage, site: setting.site };
        let mut hits: Vec<Hit> = Vec::new();
        for (sentence, found) in &pass.matches {
            let Role::Finds(rule, pattern) = self.compiled.roles[found.pattern] else { continue };
            let quoted = message.tokens[found.marked.start].quoted;
            let silenced = pass.unless.contains(&(rule, *sentence)) || pass.silences(rule, &self.compiled.rules[rule]);
            if !quoted && !silenced && place.suits(&self.compiled.rules[rule], Some(*sentence)) {
                let range = |tokens: &Range<usize>| match tokens.is_empty() {
                    true => 0..0,
                    false => message.range_of(tokens),
                };
                let gaps = found.gaps.iter().map(range).collect();
                hits.push(Hit { rule, pattern, range: range(&found.marked), sentence: Some(*sentence), gaps });
            }
        }
        self.regex_hits(&place, &mut hits);
        self.check_hits(&place, &pass, &mut hits);
        (stage, hits)
    }

    fn pass(&self, message: &Message) -> Pass {
        let mut pass = Pass {
            matches: Vec::new(),
            unless: HashSet::new(),
            absent: HashSet::new(),
            needed: HashSet::new(),
            signals: vec![false; crate::catalogue::SIGNALS.len()],
        };
        for (number, sentence) in message.sentences.iter().enumerate() {
            self.compiled.matcher.run(&message.tokens, sentence, &mut |found| match self.compiled.roles[found.pattern] {
                Role::Finds(..) => pass.matches.push((number, found)),
                Role::Unless(rule) => {
                    pass.unless.insert((rule, number));
                }
                Role::Absent(rule) => {
                    pass.absent.insert(rule);
                }
                Role::Needs(rule) => {
                    pass.needed.insert(rule);
                }
                Role::Signal(signal) => pass.signals[signal] = true,
            });
        }
        pass
    }

    /// Whether their latest message says no.
    fn declined(&self, setting: &Setting) -> bool {
        let latest = setting.thread.iter().rev().find(|t| t.from == Author::Them);
        latest.is_some_and(|turn| {
            let message = Message::read(&turn.text, self.compiled.matcher.vocabulary());
            has_signal(&self.pass(&message).signals, "decline")
        })
    }

    fn regex_hits(&self, place: &Place, hits: &mut Vec<Hit>) {
        let text = place.message.text.plain();
        for (number, active) in self.compiled.rules.iter().enumerate() {
            let Finder::Regexes(regexes) = &active.finder else { continue };
            if !place.suits(active, None) {
                continue;
            }
            for (pattern, regex) in regexes.iter().enumerate() {
                for block in place.message.blocks.iter().filter(|b| searched(active, b.zone)) {
                    let at = block.range.start;
                    for found in regex.captures_iter(&text[block.range.clone()]) {
                        let group = |i: usize| found.get(i).map_or(0..0, |m| at + m.start()..at + m.end());
                        let range = group(0);
                        let sentence = place.sentence_at(range.start);
                        let gaps = (1..found.len()).map(group).collect();
                        hits.push(Hit { rule: number, pattern, range, sentence, gaps });
                    }
                }
            }
        }
    }

    fn check_hits(&self, place: &Place, pass: &Pass, hits: &mut Vec<Hit>) {
        let mut found = Vec::new();
        let family = |hit: &Hit| self.compiled.rules[hit.rule].family.as_str();
        let context = Context { message: place.message, hits, family: &family, signals: &pass.signals };
        for (number, active) in self.compiled.rules.iter().enumerate() {
            let Finder::Check(check) = active.finder else { continue };
            if place.suits(active, None) && !pass.silences(number, active) {
                for range in check(&context) {
                    let sentence = place.sentence_at(range.start);
                    found.push(Hit { rule: number, pattern: 0, range, sentence, gaps: Vec::new() });
                }
            }
        }
        hits.append(&mut found);
    }

    fn is_ignored(&self, hit: &Hit, message: &Message) -> bool {
        if self.compiled.ignored.is_empty() {
            return false;
        }
        let words = canonical_words(&message.text.plain()[hit.range.clone()]);
        self.compiled.ignored.contains(&(self.active(hit).rule.id.to_string(), words))
    }

    /// Of overlapping hits of one family, the one that weighs most stays, the longer one where
    /// they weigh the same. In the order of the text.
    fn without_overlaps(&self, mut hits: Vec<Hit>) -> Vec<Hit> {
        let family = |h: &Hit| self.active(h).family.as_str();
        let rank = |h: &Hit| (self.active(h).rule.weight, h.range.len());
        hits.sort_by(|a, b| {
            family(a).cmp(family(b)).then(a.range.start.cmp(&b.range.start)).then(rank(b).cmp(&rank(a)))
        });
        let mut kept: Vec<Hit> = Vec::new();
        for hit in hits {
            match kept.last_mut() {
                Some(last) if family(last) == family(&hit) && hit.range.start < last.range.end => {
                    if rank(&hit) > rank(last) {
                        *last = hit;
                    }
                }
                _ => kept.push(hit),
            }
        }
        kept.sort_by_key(|h| (h.range.start, h.range.end));
        kept
    }

    fn report(&self, message: &Message, hits: &[Hit], stage: Stage) -> Report {
        let items: Vec<Item> = hits
            .iter()
            .map(|hit| {
                let active = self.active(hit);
                let factor = if active.praise { 1.0 } else { stage::factor(stage, &active.family) };
                let weight = f32::from(active.rule.weight) * factor;
                Item { family: &active.family, title: &active.title, praise: active.praise, weight }
            })
            .collect();
        let weighed = score::weigh(&items);
        let mut report =
            Report { score: Some(weighed.score), stage: Some(stage), causes: weighed.causes, ..Report::default() };
        for (hit, points) in hits.iter().zip(weighed.points) {
            let active = self.active(hit);
            let span = message.text.original_span(hit.range.start, hit.range.end);
            let quote = message.text.original()[span.start..span.end].to_string();
            let rule = &active.rule;
            if active.praise {
                let (rule, message) = (rule.id.to_string(), rule.message.to_string());
                report.strengths.push(Praise { rule, family: active.family.clone(), span, quote, message, points });
            } else {
                report.findings.push(Finding {
                    rule: rule.id.to_string(),
                    family: active.family.clone(),
                    severity: severity_at(active, stage),
                    span,
                    quote,
                    message: rule.message.to_string(),
                    why: rule.why.to_string(),
                    evidence: rule.evidence.as_ref().map(|e| Evidence { strength: e.strength, text: e.text.to_string() }),
                    points,
                    suggestions: rewrite::suggestions(message, rule, hit),
                });
            }
        }
        report
    }

    /// For the examples of rules: the spans (bytes of `text`) at which the rule applies, with the
    /// index of the pattern, and the first edit's result.
    pub(crate) fn applies(&self, id: &str, text: &str, setting: &Setting) -> Vec<Applied> {
        let message = Message::read(text, self.compiled.matcher.vocabulary());
        let (_, hits) = self.hits(setting, &message);
        let of_rule = hits.iter().filter(|h| self.active(h).rule.id == id);
        of_rule
            .map(|hit| Applied {
                pattern: hit.pattern,
                span: message.text.original_span(hit.range.start, hit.range.end),
                suggestions: rewrite::suggestions(&message, &self.active(hit).rule, hit),
            })
            .collect()
    }
}

/// See [`Engine::applies`].
pub(crate) struct Applied {
    pub pattern: usize,
    pub span: crate::report::Span,
    pub suggestions: Vec<crate::report::Suggestion>,
}

/// Where a draft is written, for the conditions of rules.
struct Place<'a> {
    message: &'a Message<'a>,
    channel: Option<Channel>,
    stage: Stage,
    site: Option<&'a str>,
}

impl Place<'_> {
    /// Whether a rule applies here; without a sentence, only what holds for the whole message.
    fn suits(&self, active: &Active, sentence: Option<usize>) -> bool {
        let when = &active.rule.when;
        let here = (when.stages.is_empty() || when.stages.contains(&self.stage))
            && (when.channels.is_empty() || self.channel.is_none_or(|c| when.channels.contains(&c)))
            && (active.rule.sites.is_empty()
                || self.site.is_none_or(|s| active.rule.sites.iter().any(|site| site == s)));
        let Some(number) = sentence.filter(|_| here) else { return here };
        let sentence = &self.message.sentences[number];
        searched(active, sentence.zone)
            && when.sentence.is_none_or(|kind| kind == sentence.kind)
            && when.position.is_none_or(|p| self.stands(number, p))
    }

    fn stands(&self, sentence: usize, position: Position) -> bool {
        let body = &self.message.body;
        match position {
            Position::Opening => body.iter().take(2).any(|&i| i == sentence),
            Position::Closing => body.iter().rev().take(2).any(|&i| i == sentence),
        }
    }

    fn sentence_at(&self, at: usize) -> Option<usize> {
        let sentences = &self.message.sentences;
        let number = sentences.partition_point(|s| s.range.end <= at);
        sentences.get(number).filter(|s| s.range.start <= at).map(|_| number)
    }
}

/// The body, where a built-in rule names no zones; everything of the sender's for the user's own.
fn searched(active: &Active, zone: Zone) -> bool {
    let zones = &active.rule.when.zones;
    match zones.is_empty() {
        false => zones.contains(&zone),
        true if active.family == CUSTOM => !matches!(zone, Zone::Quoted | Zone::Code),
        true => zone == Zone::Body,
    }
}

/// Between people who know each other the same words speak more softly, unless the user has
/// said how loud they want them.
fn severity_at(active: &Active, stage: Stage) -> Severity {
    let loudest = match stage::factor(stage, &active.family) {
        f if f < 0.3 => Severity::Hint,
        f if f < 0.6 => Severity::Soft,
        _ => Severity::Strong,
    };
    if active.leveled { active.severity } else { active.severity.min(loudest) }
}

fn notes(draft: &Draft, language: Language) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut note = |code: &str, text: String| notes.push(Note { code: code.into(), text });
    match language {
        Language::TooShort => note("too-short", "Too little text for a score yet.".into()),
        Language::Other => note("not-english", "This does not read as English, so there is no score.".into()),
        Language::English => {}
    }
    let setting = draft.setting();
    if let (Some(name), None) = (&draft.channel, setting.channel) {
        note("unknown-channel", format!("The channel “{name}” is not known; the draft was read without one."));
    }
    if let (Some(name), None) = (&draft.stage, setting.stage) {
        note("unknown-stage", format!("The stage “{name}” is not known; it was judged from the text."));
    }
    notes
}
