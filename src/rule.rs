//! The schema of rules: the same for built-in rules (TOML, `src/rules/`), for the user's own
//! and for imported ones (JSON). Text fields are `Cow` so that built-in rules are constants.
//!
//! `build.rs` reads this file too.

use crate::report::{Channel, Severity, Stage, Strength, SuggestionKind};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A string that is a constant in built-in rules.
pub type Str = Cow<'static, str>;
/// A list that is a constant in built-in rules.
pub type List<T> = Cow<'static, [T]>;

/// A family of CODEBOOK.md: what its rules have in common.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Family {
    /// Identifier, e.g. `cold-ask`; also the file's name.
    pub id: Str,
    /// Name for people, e.g. "Asking before hello".
    pub title: Str,
    /// The reader's side in one sentence.
    pub reader: Str,
    /// Strengths are praised, not flagged.
    #[serde(default)]
    pub praise: bool,
    /// The rules, in the order in which options shows them.
    #[serde(rename = "rule")]
    pub rules: List<Rule>,
}

/// One thing to look for, with its words, weight, rewrites and examples.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rule {
    /// `family.problem`, kebab-case, named after the problem. `custom.…` for the user's own.
    pub id: Str,
    /// The user may keep a rule of their own without running it.
    #[serde(default = "yes")]
    pub enabled: bool,
    /// How `patterns` are read.
    pub kind: Kind,
    /// What to look for; at least one, but for [`Kind::Check`].
    #[serde(default)]
    pub patterns: List<Str>,
    /// Silent where one of these patterns matches in the same sentence.
    #[serde(default)]
    pub unless: List<Str>,
    /// Silent where one of these patterns matches anywhere in what the sender wrote.
    #[serde(default)]
    pub absent: List<Str>,
    /// Silent unless one of these patterns matches somewhere in what the sender wrote.
    #[serde(default)]
    pub needs: List<Str>,
    /// Name of the check, for [`Kind::Check`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check: Option<Str>,
    /// Where and when the rule applies.
    #[serde(default)]
    pub when: When,
    /// What the reader may feel: one sentence, at most 120 characters.
    pub message: Str,
    /// Why, in one or two sentences.
    #[serde(default)]
    pub why: Str,
    /// What it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Grounds>,
    /// How loudly it speaks unless the user says otherwise.
    pub severity: Severity,
    /// Points (1 to 40) that the first finding costs, or a strength adds, in a first contact.
    pub weight: u8,
    /// Ways to mend it, best first. Strengths have none.
    #[serde(default)]
    pub suggestions: List<Remedy>,
    /// Sites where a user's own rule runs (`linkedin`, `x`, `gmail`); empty for everywhere.
    #[serde(default)]
    pub sites: List<Str>,
    /// Sentences that it must flag.
    #[serde(default)]
    pub fires: List<Example>,
    /// Sentences that look alike and must stay quiet.
    #[serde(default)]
    pub quiet: List<Str>,
}

fn yes() -> bool {
    true
}

/// How a rule finds its spans.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Plain words or phrases, any case, curly or straight quotes alike.
    Phrases,
    /// The pattern language of `pattern.rs`.
    Pattern,
    /// A regular expression in the syntax of the `regex` crate, case-insensitive.
    Regex,
    /// A function of `checks.rs`, for what no pattern can say.
    Check,
}

/// Where and when a rule applies. Empty lists mean "anywhere".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct When {
    /// Zones searched; the body where none is named.
    #[serde(default)]
    pub zones: List<Zone>,
    /// In the first or the last sentences of the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
    /// In a question or in anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sentence: Option<SentenceKind>,
    /// In these channels only; a draft without a channel passes.
    #[serde(default)]
    pub channels: List<Channel>,
    /// At these stages only.
    #[serde(default)]
    pub stages: List<Stage>,
}

/// A part of a message. Quoted text, code and URLs are never searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Zone {
    Greeting,
    Body,
    Signature,
    Quoted,
    Code,
}

/// Where in the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Position {
    /// The first two sentences.
    Opening,
    /// The last two sentences.
    Closing,
}

/// What a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SentenceKind {
    /// Ends in a question mark.
    Question,
    /// Does not.
    Statement,
}

/// See [`crate::report::Evidence`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Grounds {
    pub strength: Strength,
    pub text: Str,
}

/// A rewrite, before it meets a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remedy {
    /// How safe it is.
    pub kind: SuggestionKind,
    /// What it replaces: the finding (edits) or its sentence (scaffolds), unless said otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Scope>,
    /// The new words; `$1`, `$2` are the gaps of the pattern, or the groups of the regular
    /// expression. An edit may be empty: the phrase goes.
    pub text: Str,
}

/// What a rewrite replaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// The marked phrase.
    Phrase,
    /// The sentence around it.
    Sentence,
}

/// A sentence that a rule must flag. «Guillemets» show the span; without them any span will do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Example {
    /// Only the sentence.
    Text(Str),
    /// The sentence and what its first edit makes of it.
    Edit {
        /// The sentence.
        text: Str,
        /// The sentence after the first suggestion of kind `edit`.
        after: Str,
    },
}

impl Example {
    /// The sentence with its guillemets.
    pub fn marked(&self) -> &str {
        match self {
            Example::Text(text) | Example::Edit { text, .. } => text,
        }
    }
}
