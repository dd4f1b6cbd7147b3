//! Trying out a rule: are its fields in order, and do its examples hold? Serves the options page,
//! imports, and the tests of the built-in rules.

use crate::compile::BadPattern;
use crate::engine::Engine;
use crate::expression::Expression;
use crate::input::{Author, Setting, Settings, Turn};
use crate::phrase;
use crate::report::{Span, SuggestionKind};
use crate::rule::{Kind, Rule};
use crate::says::says;
use crate::words::canonical_words;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// What is wrong with a rule, and what its examples do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RuleCheck {
    /// Empty where the rule can be saved.
    pub problems: Vec<Problem>,
    /// What each regular expression matches, in plain words; empty where it cannot be read.
    pub says: Vec<String>,
    /// One for each line of `fires`: flagged, as it should be?
    pub fires: Vec<Line>,
    /// One for each line of `quiet`: left alone, as it should be?
    pub quiet: Vec<Line>,
}

impl RuleCheck {
    /// Of what is no rule.
    pub fn unreadable(message: String) -> Self {
        let problem = Problem { field: "rule".into(), index: 0, at: None, message };
        RuleCheck { problems: vec![problem], ..RuleCheck::default() }
    }
}

/// A field that cannot stay as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// `patterns`, `message`, `weight`, `suggestions`…; `rule` where it is none.
    pub field: String,
    /// Which of the field's lines, from 0.
    pub index: usize,
    /// Byte offset in that line, where it is known; UTF-16 in JavaScript.
    pub at: Option<usize>,
    /// What is wrong and what to do.
    pub message: String,
}

/// What a rule does with an example.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Line {
    /// As the example wants it.
    pub ok: bool,
    /// Where the rule applies, in the example without its guillemets.
    pub spans: Vec<Span>,
}

/// Checks a user's rule: its fields, then its examples with the rule alone.
///
/// ```
/// use youfirst::{rule::Rule, rule_check::check_rule};
/// let rule: Rule = serde_json::from_str(r#"{
///     "id": "custom.a", "kind": "regex", "patterns": ["(synerg"], "message": "Jargon.",
///     "severity": "soft", "weight": 3
/// }"#).unwrap();
/// let problem = &check_rule(&rule).problems[0];
/// assert_eq!((problem.field.as_str(), problem.at), ("patterns", Some(0)));
/// ```
pub fn check_rule(rule: &Rule) -> RuleCheck {
    check_with(&mut Engine::new(&Settings::default()).0, rule)
}

/// As [`check_rule`], with an engine that is there already: its other rules make no difference.
pub fn check_with(engine: &mut Engine, rule: &Rule) -> RuleCheck {
    let problems = problems(rule);
    let says = match rule.kind {
        Kind::Regex => rule.patterns.iter().map(|text| says(text)).collect(),
        _ => Vec::new(),
    };
    let unusable = |p: &Problem| matches!(p.field.as_str(), "patterns" | "swaps" | "kind");
    if problems.iter().any(unusable) {
        return RuleCheck { problems, says, ..RuleCheck::default() };
    }
    let examples = engine.with_rule(rule, |engine, number| {
        let fires = rule.fires.iter().map(|e| try_out(engine, rule, number, &e.text, true));
        let quiet = rule.quiet.iter().map(|e| try_out(engine, rule, number, e, false));
        (fires.collect(), quiet.collect())
    });
    let (fires, quiet) = examples.unwrap_or_default();
    RuleCheck { problems, says, fires, quiet }
}

/// Runs one example. Each part between guillemets must be a span, exactly.
fn try_out(engine: &Engine, rule: &Rule, number: usize, line: &str, should_fire: bool) -> Line {
    let (text, marked) = example(line);
    let setting = setting_of(rule, &[]);
    let spans: Vec<Span> =
        engine.applies(number, &text, &setting).into_iter().map(|a| a.span).collect();
    let ok = match should_fire {
        false => spans.is_empty(),
        true => !spans.is_empty() && marked.iter().all(|m| spans.contains(m)),
    };
    Line { ok, spans }
}

/// To whom the examples are written: name, company, headline.
const EXAMPLE_READER: (&str, &str, &str) = ("Ana Novak", "Tidewater Mills", "Bookbinding coach");

/// Where the examples of a rule are tried: for certain stages or channels, at the first of them.
fn setting_of<'a>(rule: &Rule, thread: &'a [Turn]) -> Setting<'a> {
    Setting {
        stage: rule.when.stages.first().copied(),
        channel: rule.when.channels.first().copied(),
        recipient: Some(EXAMPLE_READER.0),
        company: Some(EXAMPLE_READER.1),
        headline: Some(EXAMPLE_READER.2),
        trade: true,
        thread,
        ..Setting::default()
    }
}

/// The earlier messages with which an example of a built-in rule may begin, a line each (“me: …”,
/// “them: …”), and the draft after them.
fn after_thread(mut line: &str) -> (Vec<Turn>, &str) {
    let mut thread = Vec::new();
    while let Some((turn, rest)) = line.split_once('\n') {
        let of = |from, who| turn.strip_prefix(who).map(|text| (from, text.to_string()));
        let said = of(Author::Me, "me: ").or_else(|| of(Author::Them, "them: "));
        let Some((from, text)) = said else { break };
        thread.push(Turn { from, text });
        line = rest;
    }
    (thread, line)
}

/// The text of an example without its guillemets, and the spans between them.
fn example(line: &str) -> (String, Vec<Span>) {
    let mut text = String::with_capacity(line.len());
    let mut marked = Vec::new();
    let mut open = None;
    for c in line.chars() {
        match c {
            '«' => open = Some(text.len()),
            '»' => marked.extend(open.take().map(|start| Span { start, end: text.len() })),
            _ => text.push(c),
        }
    }
    (text, marked)
}

/// One example of a built-in rule that does not hold, for the tests.
#[derive(Debug)]
pub struct Broken {
    /// Id of the rule.
    pub rule: String,
    /// The example, or the pattern that no example hits.
    pub line: String,
    /// What happened instead.
    pub what: String,
}

/// Runs all examples of the built-in rules: `fires`, `quiet`, the first edit's `after`; and looks
/// for patterns that no example hits.
pub fn broken_examples() -> Vec<Broken> {
    let (engine, _) = Engine::new(&Settings::default());
    let mut broken = Vec::new();
    for rule in crate::catalogue::families().iter().flat_map(|f| f.rules.iter()) {
        let mut report = |line: &str, what: String| {
            broken.push(Broken { rule: rule.id.to_string(), line: line.to_string(), what });
        };
        let Some(number) = engine.number(&rule.id) else {
            report("", "has no function for its check".into());
            continue;
        };
        let mut hit = BTreeSet::new();
        for line in rule.fires.iter() {
            let (thread, draft) = after_thread(&line.text);
            let (text, marked) = example(draft);
            let setting = setting_of(rule, &thread);
            let applied = engine.applies(number, &text, &setting);
            hit.extend(applied.iter().map(|a| a.pattern));
            let missed = marked.iter().any(|m| applied.iter().all(|a| a.span != *m));
            let first = applied.iter().find(|a| marked.first().is_none_or(|m| a.span == *m));
            let Some(found) = first.filter(|_| !missed) else {
                let spans: Vec<&str> =
                    applied.iter().map(|a| &text[a.span.start..a.span.end]).collect();
                report(&line.text, format!("should be flagged, found {spans:?}"));
                continue;
            };
            if let Some(after) = &line.after {
                let edit = found.suggestions.iter().find(|s| s.kind == SuggestionKind::Edit);
                let became = edit
                    .map(|s| format!("{}{}{}", &text[..s.span.start], s.text, &text[s.span.end..]));
                if became.as_deref() != Some(after.as_str()) {
                    report(
                        &line.text,
                        format!("after the edit should be {after:?}, is {became:?}"),
                    );
                }
            }
        }
        for line in rule.quiet.iter() {
            let (thread, draft) = after_thread(line);
            let (text, _) = example(draft);
            let setting = setting_of(rule, &thread);
            if let Some(found) = engine.applies(number, &text, &setting).first() {
                report(
                    line,
                    format!(
                        "should stay quiet, found {:?}",
                        &text[found.span.start..found.span.end]
                    ),
                );
            }
        }
        for (number, pattern) in rule.patterns.iter().enumerate() {
            if !hit.contains(&number) {
                report(pattern, "no example hits this pattern".into());
            }
        }
    }
    broken
}

fn problems(rule: &Rule) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut problem = |field: &str, index, at, message: String| {
        problems.push(Problem { field: field.into(), index, at, message });
    };
    if rule.message.trim().is_empty() {
        problem("message", 0, None, "say in a sentence what the reader may feel".into());
    }
    if !(1..=40).contains(&rule.weight) {
        problem("weight", 0, None, "the weight is a number from 1 to 40".into());
    }
    if !matches!(rule.kind, Kind::Phrases | Kind::Regex) {
        problem("kind", 0, None, "a rule of your own holds words or a regular expression".into());
    } else if rule.kind == Kind::Regex && !rule.swaps.is_empty() {
        problem("swaps", 0, None, "pairs are for phrases, not for regular expressions".into());
    } else if rule.patterns.is_empty() && rule.swaps.is_empty() {
        problem("patterns", 0, None, "write at least one phrase or expression".into());
    }
    let mut groups = usize::MAX;
    if rule.kind == Kind::Regex {
        for (index, text) in rule.patterns.iter().enumerate() {
            match Expression::read(text, index) {
                Ok(expression) => groups = groups.min(expression.groups()),
                Err(bad) => problem("patterns", index, bad.at, bad.message),
            }
        }
    } else {
        for (index, text) in phrase::all(rule).enumerate() {
            if canonical_words(text).is_empty() {
                let message = BadPattern::empty_phrase(index).message;
                match index.checked_sub(rule.patterns.len()) {
                    None => problem("patterns", index, None, message),
                    Some(index) => problem("swaps", index, None, message),
                }
            }
        }
    }
    let known = if rule.kind == Kind::Regex { groups } else { 0 };
    for (index, remedy) in rule.suggestions.iter().enumerate() {
        if let Some((at, message)) = suggestion_problem(&remedy.text, known, rule.kind) {
            problem("suggestions", index, Some(at), message);
        }
    }
    problems
}

/// A `$3` without a third group, or a blank that is opened and not closed.
fn suggestion_problem(text: &str, groups: usize, kind: Kind) -> Option<(usize, String)> {
    for (at, _) in text.match_indices('$') {
        let number =
            text[at + 1..].chars().next().and_then(|c| c.to_digit(10)).unwrap_or(0) as usize;
        if number > groups {
            let message: Cow<str> = match kind {
                Kind::Phrases => {
                    "$1 stands for a group of a regular expression; a phrase has none".into()
                }
                _ => format!("${number} has no group to stand for: the expression has {groups}")
                    .into(),
            };
            return Some((at, message.into_owned()));
        }
    }
    let open = text.matches('⟨').count();
    let at = text.find('⟨').unwrap_or(0);
    (open != text.matches('⟩').count())
        .then(|| (at, "a blank begins with ⟨ and ends with ⟩".to_string()))
}
