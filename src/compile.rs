//! From rules and settings to something that can run: one matcher for all patterns, the user's
//! regular expressions, and the roles that say whose pattern is whose.

use crate::catalogue;
use crate::checks::{self, Check};
use crate::input::{Ignored, Settings};
use crate::matcher::Matcher;
use crate::pattern::{self, Node};
use crate::report::{Note, Severity};
use crate::rule::{Kind, Rule};
use crate::words::canonical_words;
use regex::Regex;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// The family of the user's own rules.
pub const CUSTOM: &str = "custom";

/// Bytes that a compiled regular expression may take; far more than sensible ones need.
const REGEX_SIZE: usize = 1 << 20;

/// What a pattern number of the matcher stands for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Role {
    /// Pattern number `1` of rule number `0`.
    Finds(usize, usize),
    /// Silences the rule in its sentence.
    Unless(usize),
    /// Silences the rule in the whole message.
    Absent(usize),
    /// The rule is silent where no such pattern matches in the whole message.
    Needs(usize),
    /// Number of a signal in the catalogue.
    Signal(usize),
}

/// How an active rule finds its spans.
pub(crate) enum Finder {
    /// By patterns in the matcher.
    Patterns,
    /// By the user's regular expressions.
    Regexes(Vec<Regex>),
    /// By a function.
    Check(Check),
}

/// A rule that is switched on.
pub(crate) struct Active {
    pub rule: Rule,
    pub family: String,
    pub title: String,
    pub praise: bool,
    /// After the user's level.
    pub severity: Severity,
    /// The user has chosen the level.
    pub leveled: bool,
    pub finder: Finder,
}

/// A pattern that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadPattern {
    /// Index into the rule's patterns.
    pub index: usize,
    /// Byte offset in the pattern, where it is known.
    pub at: Option<usize>,
    /// What is wrong and what to do.
    pub message: String,
}

/// All active rules, ready to run.
#[derive(Default)]
pub(crate) struct Compiled {
    pub matcher: Matcher,
    /// By pattern number. Many rules are silenced by the same pattern, which is then run once.
    pub roles: Vec<Vec<Role>>,
    numbers: FxHashMap<Node, usize>,
    pub rules: Vec<Active>,
    pub ignored: BTreeSet<(String, Vec<String>)>,
}

impl Compiled {
    /// Built-in rules, then the user's. What cannot be used is left out and becomes a note.
    pub fn new(settings: &Settings) -> (Self, Vec<Note>) {
        let mut compiled = Compiled::default();
        let mut notes = Vec::new();
        compiled.add_signals();
        let mut unknown: BTreeSet<&str> = settings.levels.keys().map(String::as_str).collect();
        for family in catalogue::families() {
            for rule in &family.rules {
                unknown.remove(rule.id.as_str());
                // The build has checked these; a failure here is a rule left out, never a panic.
                let _ = compiled.add(rule, &family.id, &family.title, family.praise, settings);
            }
        }
        for rule in settings.custom.iter().filter(|r| r.enabled) {
            unknown.remove(rule.id.as_str());
            if let Err(bad) = compiled.add(rule, CUSTOM, "Your own rules", false, settings) {
                let text = format!("Your rule “{}” is left out: {}", rule.message, bad.message);
                notes.push(Note { code: "bad-rule".into(), text });
            }
        }
        for id in unknown {
            notes.push(Note {
                code: "unknown-rule".into(),
                text: format!("There is no rule “{id}” any more."),
            });
        }
        compiled.ignored = settings.ignored.iter().map(ignored_key).collect();
        (compiled, notes)
    }

    fn add_signals(&mut self) {
        for (number, (_, patterns)) in catalogue::signals().enumerate() {
            for text in patterns.iter() {
                if let Ok(node) = pattern::parse(text, &catalogue::class) {
                    self.add_pattern(&node, Role::Signal(number));
                }
            }
        }
    }

    fn add_pattern(&mut self, node: &Node, role: Role) {
        let number = match self.numbers.get(node) {
            Some(&known) => known,
            None => {
                self.roles.push(Vec::new());
                self.numbers.insert(node.clone(), self.roles.len() - 1);
                self.matcher.add(node)
            }
        };
        self.roles[number].push(role);
    }

    fn add(
        &mut self,
        rule: &Rule,
        family: &str,
        title: &str,
        praise: bool,
        settings: &Settings,
    ) -> Result<(), BadPattern> {
        let level = settings.levels.get(&rule.id);
        let Some(severity) = level.map_or(Some(rule.severity), |l| l.severity()) else {
            return Ok(());
        };
        let number = self.rules.len();
        let (finder, finds) = read(rule)?;
        let conditions = |texts: &[String]| -> Result<Vec<Node>, BadPattern> {
            texts.iter().enumerate().map(|(i, t)| read_pattern(t, i, rule.kind)).collect()
        };
        let (unless, absent) = (conditions(&rule.unless)?, conditions(&rule.absent)?);
        let needs = conditions(&rule.needs)?;
        finds
            .iter()
            .enumerate()
            .for_each(|(i, node)| self.add_pattern(node, Role::Finds(number, i)));
        unless.iter().for_each(|node| self.add_pattern(node, Role::Unless(number)));
        absent.iter().for_each(|node| self.add_pattern(node, Role::Absent(number)));
        needs.iter().for_each(|node| self.add_pattern(node, Role::Needs(number)));
        let (family, title, leveled) = (family.into(), title.into(), level.is_some());
        self.rules.push(Active {
            rule: rule.clone(),
            family,
            title,
            praise,
            severity,
            leveled,
            finder,
        });
        Ok(())
    }
}

fn ignored_key(ignored: &Ignored) -> (String, Vec<String>) {
    (ignored.rule.clone(), canonical_words(&ignored.phrase))
}

/// Reads the patterns of a rule.
fn read(rule: &Rule) -> Result<(Finder, Vec<Node>), BadPattern> {
    let texts = || rule.patterns.iter().enumerate();
    match rule.kind {
        Kind::Pattern | Kind::Phrases => {
            let nodes: Result<_, _> = texts().map(|(i, t)| read_pattern(t, i, rule.kind)).collect();
            Ok((Finder::Patterns, nodes?))
        }
        Kind::Regex => {
            let regexes: Result<_, _> = texts().map(|(i, t)| read_regex(t, i)).collect();
            Ok((Finder::Regexes(regexes?), Vec::new()))
        }
        Kind::Check => match rule.check.as_deref().and_then(checks::by_name) {
            Some(check) => Ok((Finder::Check(check), Vec::new())),
            None => Err(BadPattern {
                index: 0,
                at: None,
                message: "there is no check of this name".into(),
            }),
        },
    }
}

/// Reads one pattern: plain words for the user's phrases, the pattern language for built-in rules.
pub(crate) fn read_pattern(text: &str, index: usize, kind: Kind) -> Result<Node, BadPattern> {
    if kind == Kind::Pattern {
        let read = pattern::parse(text, &catalogue::class);
        return read.map_err(|e| BadPattern { index, at: Some(e.at), message: e.message });
    }
    let mut words: Vec<Node> =
        canonical_words(text).into_iter().map(|w| Node::Words(vec![w])).collect();
    match words.len() {
        0 => {
            Err(BadPattern { index, at: None, message: "a phrase needs at least one word".into() })
        }
        1 => Ok(words.remove(0)),
        _ => Ok(Node::Sequence(words)),
    }
}

/// Compiles a user's regular expression: any case, bounded in size.
pub(crate) fn read_regex(text: &str, index: usize) -> Result<Regex, BadPattern> {
    let bad = |at, message: String| BadPattern { index, at, message };
    if text.trim().is_empty() {
        return Err(bad(None, "a regular expression needs at least one character".into()));
    }
    if let Err(error) =
        regex_syntax::ParserBuilder::new().case_insensitive(true).build().parse(text)
    {
        let (at, message) = match &error {
            regex_syntax::Error::Parse(e) => (Some(e.span().start.offset), e.kind().to_string()),
            regex_syntax::Error::Translate(e) => {
                (Some(e.span().start.offset), e.kind().to_string())
            }
            other => (None, other.to_string()),
        };
        return Err(bad(at, message));
    }
    let built =
        regex::RegexBuilder::new(text).case_insensitive(true).size_limit(REGEX_SIZE).build();
    let regex = built
        .map_err(|_| bad(None, "this expression is too large: use smaller repetitions".into()))?;
    if regex.is_match("") {
        return Err(bad(
            None,
            "this expression matches nothing at all: make one character obligatory".into(),
        ));
    }
    Ok(regex)
}
