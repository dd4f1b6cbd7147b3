//! From rules and settings to something that can run: one matcher for all patterns, the user's
//! regular expressions, and the roles that say whose pattern is whose.

use crate::catalogue;
use crate::checks::{self, Check};
use crate::choices::Ignored;
use crate::expression::Expression;
use crate::input::Settings;
use crate::matcher::Matcher;
use crate::memo::Memo;
use crate::order::{order, sorted};
use crate::packed::RulePatterns;
use crate::pattern::{Node, Vocabulary};
use crate::phrase;
use crate::report::{Note, Severity};
use crate::rule::{Family, Kind, Rule};
use crate::words::canonical_words;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The family of the user's own rules.
pub const CUSTOM: &str = "custom";

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
    /// Number of a signal.
    Signal(usize),
    /// Number of a group of signs of the relation.
    Relation(usize),
}

/// How an active rule finds its spans.
pub(crate) enum Finder {
    /// By patterns in the matcher.
    Patterns,
    /// By the user's regular expressions.
    Regexes(Vec<Expression>),
    /// By a function.
    Check(Check),
}

/// A rule that takes part.
pub(crate) struct Active {
    pub rule: Rule,
    pub family: String,
    pub title: String,
    pub praise: bool,
    /// After the user's level.
    pub severity: Severity,
    /// The user has chosen the level.
    pub leveled: bool,
    /// Switched off by the user: what it finds is left out, with what others of its family find
    /// there.
    pub off: bool,
    /// Silent unless one of the patterns under `needs` matches.
    pub needs: bool,
    pub finder: Finder,
}

/// A pattern that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadPattern {
    /// Index into the rule's patterns, then its swaps.
    pub index: usize,
    /// Byte offset in the pattern, where it is known.
    pub at: Option<usize>,
    /// What is wrong and what to do.
    pub message: String,
}

impl BadPattern {
    /// A phrase without a word.
    pub(crate) fn empty_phrase(index: usize) -> Self {
        BadPattern { index, at: None, message: "a phrase needs at least one word".into() }
    }
}

/// How many rules, patterns and words there are.
pub(crate) struct Extent {
    rules: usize,
    patterns: usize,
    words: usize,
}

/// All active rules, ready to run.
#[derive(Default)]
pub(crate) struct Compiled {
    pub vocabulary: Vocabulary,
    pub matcher: Matcher,
    memo: Mutex<Memo>,
    /// By pattern number. Many rules are silenced by the same pattern, which is run once.
    pub roles: Vec<Vec<Role>>,
    pub rules: Vec<Active>,
    pub ignored: Vec<(String, Vec<String>)>,
}

impl Compiled {
    /// Built-in rules, then the user's. What cannot be used is left out and becomes a note.
    pub fn new(settings: &Settings) -> (Self, Vec<Note>) {
        let packed = catalogue::packed();
        let vocabulary = Vocabulary::of(&packed.words);
        let mut compiled = Compiled { vocabulary, ..Compiled::default() };
        packed.classes.iter().for_each(|class| compiled.matcher.add_class(class));
        for node in &packed.patterns {
            compiled.add_pattern(node);
        }
        for (number, (_, patterns)) in packed.signals.iter().enumerate() {
            compiled.give_roles(patterns, |_| Role::Signal(number));
        }
        for (number, (_, patterns)) in packed.relation.iter().enumerate() {
            compiled.give_roles(patterns, |_| Role::Relation(number));
        }
        let mut unknown: Vec<&str> = settings.levels.keys().collect();
        let rules = catalogue::families().iter().flat_map(|f| f.rules.iter().map(move |r| (f, r)));
        for ((family, rule), patterns) in rules.zip(&packed.rules) {
            unknown.retain(|id| *id != rule.id);
            compiled.add_built_in(family, rule, patterns, settings);
        }
        let mut notes = Vec::new();
        let taken = taken_ids(&compiled.rules, &settings.custom);
        for (rule, taken) in settings.custom.iter().zip(taken).filter(|(rule, _)| rule.enabled) {
            unknown.retain(|id| *id != rule.id);
            let added = match taken {
                true => Err("another rule has its id".into()),
                false => compiled.add_custom(rule, settings).map_err(|bad| bad.message),
            };
            if let Err(why) = added {
                let text = format!("Your rule “{}” is left out: {why}", rule.message);
                notes.push(Note { code: "bad-rule".into(), text });
            }
        }
        for id in sorted(unknown, &|a, b| a.cmp(b)) {
            let text = format!("There is no rule “{id}” any more.");
            notes.push(Note { code: "unknown-rule".into(), text });
        }
        compiled.ignored = settings.ignored.iter().map(ignored_key).collect();
        (compiled, notes)
    }

    /// What was found in the sentences of the latest draft.
    pub fn memo(&self) -> MutexGuard<'_, Memo> {
        self.memo.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn add_pattern(&mut self, node: &Node) -> u32 {
        self.roles.push(Vec::new());
        self.matcher.add(node) as u32
    }

    fn give_roles(&mut self, patterns: &[u32], role: impl Fn(usize) -> Role) {
        for (index, &number) in patterns.iter().enumerate() {
            self.roles[number as usize].push(role(index));
        }
    }

    fn add_built_in(
        &mut self,
        family: &Family,
        rule: &Rule,
        patterns: &RulePatterns,
        settings: &Settings,
    ) {
        let check = rule.check.as_deref().map(checks::by_name);
        let finder = match check {
            None => Finder::Patterns,
            Some(Some(check)) => Finder::Check(check),
            // The tests see to it that every check has its function.
            Some(None) => return,
        };
        let words = |id: &str| settings.words.iter().find(|w| w.id == id);
        let title = words(&family.id).map_or(&family.title, |w| &w.message);
        let mut rule = rule.clone();
        if let Some(words) = words(&rule.id).cloned() {
            rule.message = words.message;
            rule.why = words.why;
            rule.evidence = words.evidence;
            rule.suggestions = words.suggestions;
        }
        let named = (family.id.as_str(), title.as_str(), family.praise);
        self.activate(&rule, named, finder, patterns, settings);
    }

    /// How much there is: what [`Compiled::back_to`] goes back to.
    pub fn extent(&self) -> Extent {
        let (rules, words) = (self.rules.len(), self.vocabulary.len());
        Extent { rules, patterns: self.roles.len(), words }
    }

    /// Forgets what was added since.
    pub fn back_to(&mut self, Extent { rules, patterns, words }: Extent) {
        self.rules.truncate(rules);
        self.roles.truncate(patterns);
        self.matcher.truncate(patterns);
        self.vocabulary.truncate(words);
        *self.memo() = Memo::default();
    }

    /// Adds a rule of the user's.
    ///
    /// # Errors
    /// Where one of its patterns cannot be used.
    pub fn add_custom(&mut self, rule: &Rule, settings: &Settings) -> Result<(), BadPattern> {
        let mut finds = Vec::new();
        let finder = match rule.kind {
            Kind::Regex => {
                let all = rule.patterns.iter().enumerate();
                Finder::Regexes(all.map(|(i, t)| Expression::read(t, i)).collect::<Result<_, _>>()?)
            }
            _ => {
                for (index, text) in phrase::all(rule).enumerate() {
                    let node = phrase::read(text, rule.forms, &mut self.vocabulary);
                    let node = node.ok_or_else(|| BadPattern::empty_phrase(index))?;
                    finds.push(self.add_pattern(&node));
                }
                Finder::Patterns
            }
        };
        *self.memo() = Memo::default();
        let patterns = RulePatterns { finds, ..RulePatterns::default() };
        self.activate(rule, (CUSTOM, "Your own rules", false), finder, &patterns, settings);
        Ok(())
    }

    /// Lets a rule take part.
    fn activate(
        &mut self,
        rule: &Rule,
        (family, title, praise): (&str, &str, bool),
        finder: Finder,
        patterns: &RulePatterns,
        settings: &Settings,
    ) {
        let level = settings.levels.get(&rule.id);
        let chosen = level.map_or(Some(rule.severity), |l| l.severity());
        // A built-in rule that is off still says which words are meant: no other rule of its
        // family is to mark them in its stead.
        if chosen.is_none() && family == CUSTOM {
            return;
        }
        let (off, severity) = (chosen.is_none(), chosen.unwrap_or(rule.severity));
        let number = self.rules.len();
        self.give_roles(&patterns.finds, |index| Role::Finds(number, index));
        self.give_roles(&patterns.unless, |_| Role::Unless(number));
        self.give_roles(&patterns.absent, |_| Role::Absent(number));
        self.give_roles(&patterns.needs, |_| Role::Needs(number));
        let (family, title, leveled) = (family.into(), title.into(), level.is_some());
        let needs = !patterns.needs.is_empty();
        self.rules.push(Active {
            rule: rule.clone(),
            family,
            title,
            praise,
            severity,
            leveled,
            off,
            needs,
            finder,
        });
    }
}

/// Which of the user's rules have the id of one before them, built-in or their own: levels and
/// ignored phrases could not tell the two apart.
fn taken_ids(built_in: &[Active], custom: &[Rule]) -> Vec<bool> {
    let ids = built_in.iter().map(|active| active.rule.id.as_str());
    let ids: Vec<&str> = ids.chain(custom.iter().map(|rule| rule.id.as_str())).collect();
    let mut taken = vec![false; ids.len()];
    for pair in order(ids.len(), &|a, b| ids[a].cmp(ids[b])).windows(2) {
        taken[pair[1]] = ids[pair[0]] == ids[pair[1]];
    }
    taken.split_off(built_in.len())
}

fn ignored_key(ignored: &Ignored) -> (String, Vec<String>) {
    (ignored.rule.clone(), canonical_words(&ignored.phrase))
}
