//! The engine: rules over a message, conditions, overlaps, and the report.

use crate::advice::{self, Merits};
use crate::compile::{Active, CUSTOM, Compiled};
use crate::find::Hit;
use crate::input::{Draft, Setting, Settings};
use crate::language::{self, Language};
use crate::letters::lowered;
use crate::measures;
use crate::message::Message;
use crate::order::order;
use crate::past::{Latest, Past};
use crate::report::{Band, Evidence, Finding, Note, Praise, Report, Severity, Stage};
use crate::rewrite;
use crate::rule::Rule;
use crate::score::{self, Item};
use crate::stage;

/// Families that are looked for in text that is not English too.
const ANY_LANGUAGE: &[&str] = &["unfilled-blank", CUSTOM];

/// Rules compiled for one set of settings. Cheap to keep, costly to make: one for many drafts.
#[derive(Default)]
pub struct Engine {
    pub(crate) compiled: Compiled,
    pub(crate) latest: Latest,
}

impl Engine {
    /// Compiles the built-in rules and the user's. A rule that cannot be used is left out and
    /// named in a note.
    pub fn new(settings: &Settings) -> (Self, Vec<Note>) {
        let (compiled, notes) = Compiled::new(settings);
        (Engine { compiled, ..Engine::default() }, notes)
    }

    /// Reads a draft. Never fails: what cannot be judged is said in the report's notes.
    pub fn analyze(&self, draft: &Draft) -> Report {
        self.compiled.memo().age();
        let message = Message::read(&draft.text, &self.compiled.vocabulary);
        let language = language::of(&message);
        let setting = draft.setting();
        let past = self.past(&setting);
        let reading = self.compiled.hits(&setting, &past, &message);
        let mut hits = reading.hits.clone();
        if language == Language::Other {
            hits.retain(|h| ANY_LANGUAGE.contains(&self.active(h).family.as_str()));
        }
        self.leave_out_ignored(&mut hits, &message);
        let hits = self.without_overlaps(hits);
        let mut report = self.report(&message, &self.own_first(&hits), reading.stage);
        report.measures = measures::of(&message, &reading, &hits, &|h| &self.active(h).family);
        report.measures.thread = past.measures;
        count_messages(&mut report.findings, &past);
        report.notes = notes(draft, language);
        if language == Language::English {
            report.band = report.score.map(Band::of);
            let merits = self.merits(&message, &hits);
            report.notes.extend(advice::notes(&setting, reading.stage, &report.measures, &merits));
        } else {
            report.score = None;
            report.causes.clear();
        }
        report
    }

    fn merits(&self, message: &Message, hits: &[Hit]) -> Merits {
        let family = |hit: &Hit| self.active(hit).family.as_str();
        let asks = |hit: &&Hit| measures::ASKS.contains(&family(hit));
        let first = hits.iter().find(asks).and_then(|hit| hit.sentence);
        Merits {
            asks_first: first.is_some() && first == message.body.first().copied(),
            easy_out: hits.iter().any(|hit| family(hit) == "easy-out"),
        }
    }

    pub(crate) fn active(&self, hit: &Hit) -> &Active {
        &self.compiled.rules[hit.rule]
    }

    fn report(&self, message: &Message, hits: &[Hit], stage: Stage) -> Report {
        let repeated = repeated(message, hits);
        let items: Vec<Item> = hits
            .iter()
            .zip(repeated)
            .map(|(hit, repeated)| {
                let active = self.active(hit);
                let factor = if active.praise {
                    f32::from(!repeated)
                } else {
                    stage::factor(stage, &active.family)
                };
                let weight = f32::from(active.rule.weight) * factor;
                Item { family: &active.family, title: &active.title, praise: active.praise, weight }
            })
            .collect();
        let weighed = score::weigh(&items);
        let mut report = Report {
            score: Some(weighed.score),
            stage: Some(stage),
            causes: weighed.causes,
            ..Report::default()
        };
        for (hit, points) in hits.iter().zip(weighed.points) {
            let active = self.active(hit);
            let span = message.text.original_span(hit.range.start, hit.range.end);
            let quote = message.text.original()[span.start..span.end].to_string();
            let rule = &active.rule;
            if active.praise {
                let (rule, message) = (rule.id.to_string(), rule.message.to_string());
                report.strengths.push(Praise {
                    rule,
                    family: active.family.clone(),
                    span,
                    quote,
                    message,
                    points,
                });
            } else {
                report.findings.push(Finding {
                    rule: rule.id.to_string(),
                    family: active.family.clone(),
                    severity: severity_at(active, stage),
                    span,
                    quote,
                    message: rule.message.to_string(),
                    why: rule.why.to_string(),
                    evidence: rule
                        .evidence
                        .as_ref()
                        .map(|e| Evidence { strength: e.strength, text: e.text.to_string() }),
                    points,
                    suggestions: rewrite::suggestions(message, rule, hit),
                });
            }
        }
        report
    }

    /// Lets a user's rule take part for as long as `run` takes, which is told its number.
    pub(crate) fn with_rule<T>(
        &mut self,
        rule: &Rule,
        run: impl Fn(&Self, usize) -> T,
    ) -> Option<T> {
        let before = self.compiled.extent();
        let added = self.compiled.add_custom(rule, &Settings::default());
        let result = added.is_ok().then(|| run(self, self.compiled.rules.len() - 1));
        self.compiled.back_to(before);
        result
    }

    /// The number of a rule.
    pub(crate) fn number(&self, id: &str) -> Option<usize> {
        self.compiled.rules.iter().position(|active| active.rule.id == id)
    }

    /// For the examples of rules: the spans (bytes of `text`) at which the rule of this number
    /// applies, with the index of the pattern, and the first edit's result.
    pub(crate) fn applies(&self, number: usize, text: &str, setting: &Setting) -> Vec<Applied> {
        let message = Message::read(text, &self.compiled.vocabulary);
        let reading = self.compiled.hits(setting, &self.past(setting), &message);
        // Between people who know each other a rule falls silent by becoming a hint.
        let is_loud = |hit: &&Hit| {
            let active = self.active(hit);
            active.praise || severity_at(active, reading.stage) == active.severity
        };
        let of_rule = reading.hits.iter().filter(|h| h.rule == number).filter(is_loud);
        of_rule
            .map(|hit| Applied {
                pattern: hit.pattern,
                span: message.text.original_span(hit.range.start, hit.range.end),
                suggestions: rewrite::suggestions(&message, &self.active(hit).rule, hit),
            })
            .collect()
    }
}

/// Which hits say the same by the same rule as one before: a kind word said twice is worth no more
/// than once.
fn repeated(message: &Message, hits: &[Hit]) -> Vec<bool> {
    let said = |hit: &Hit| (hit.rule, lowered(&message.text.plain()[hit.range.clone()]));
    let said: Vec<_> = hits.iter().map(said).collect();
    let order = order(said.len(), &|a, b| said[a].cmp(&said[b]));
    let mut repeated = vec![false; said.len()];
    for pair in order.windows(2) {
        repeated[pair[1]] = said[pair[0]] == said[pair[1]];
    }
    repeated
}

/// Where a rule speaks of “one more message”, how many there were is known.
fn count_messages(findings: &mut [Finding], past: &Past) {
    let count = format!("the {} message", advice::ordinal(past.measures.unanswered + 1));
    for finding in findings {
        finding.message = finding.message.replace("one more message", &count);
    }
}

/// See [`Engine::applies`].
pub(crate) struct Applied {
    pub pattern: usize,
    pub span: crate::report::Span,
    pub suggestions: Vec<crate::report::Suggestion>,
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
        Language::Other => {
            note("not-english", "This does not read as English, so there is no score.".into())
        }
        Language::English => {}
    }
    let setting = draft.setting();
    if let (Some(name), None) = (&draft.channel, setting.channel) {
        note(
            "unknown-channel",
            format!("The channel “{name}” is not known; the draft was read without one."),
        );
    }
    if let (Some(name), None) = (&draft.stage, setting.stage) {
        note(
            "unknown-stage",
            format!("The stage “{name}” is not known; it was judged from the text."),
        );
    }
    notes
}
