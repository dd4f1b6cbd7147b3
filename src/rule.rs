//! The schema of rules: the same for built-in rules (TOML, `src/rules/`), for the user's own
//! and for imported ones (JSON).
//!
//! `build.rs` reads this file too.

use crate::report::{Channel, Severity, Stage, Strength, SuggestionKind};
use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;
use std::marker::PhantomData;

/// A family of rules: what they have in common.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Family {
    /// Identifier, e.g. `cold-ask`; also the file's name.
    pub id: String,
    /// Name for people, e.g. "Asking before hello".
    pub title: String,
    /// The reader's side in one sentence.
    pub reader: String,
    /// Strengths are praised, not flagged.
    #[serde(default)]
    pub praise: bool,
    /// The rules, in the order in which options shows them.
    #[serde(rename = "rule")]
    pub rules: Vec<Rule>,
}

/// One thing to look for, with its words, weight, rewrites and examples.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rule {
    /// `family.problem`, kebab-case, named after the problem. `custom.…` for the user's own.
    pub id: String,
    /// The user may keep a rule of their own without running it.
    #[serde(default = "yes")]
    pub enabled: bool,
    /// How `patterns` are read.
    pub kind: Kind,
    /// What to look for; at least one, but for [`Kind::Check`] and beside `swaps`.
    #[serde(default)]
    pub patterns: Vec<String>,
    /// Phrases with what to write in their place, for [`Kind::Phrases`]: a table of two columns.
    /// Where the second is empty, the rule's suggestions stand alone.
    #[serde(default)]
    pub swaps: Vec<(String, String)>,
    /// Each word of a phrase stands for its inflections too: `ask` for asks, asked, asking.
    #[serde(default)]
    pub forms: bool,
    /// Silent where one of these patterns matches in the same sentence.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Silent where one of these patterns matches anywhere in what the sender wrote.
    #[serde(default)]
    pub absent: Vec<String>,
    /// Silent unless one of these patterns matches somewhere in what the sender wrote.
    #[serde(default)]
    pub needs: Vec<String>,
    /// Name of the check, for [`Kind::Check`].
    #[serde(default)]
    pub check: Option<String>,
    /// Where and when the rule applies.
    #[serde(default)]
    pub when: When,
    /// What the reader may feel: one sentence, at most 120 characters.
    pub message: String,
    /// Why, in one or two sentences.
    #[serde(default)]
    pub why: String,
    /// What it rests on.
    #[serde(default)]
    pub evidence: Option<Grounds>,
    /// How loudly it speaks unless the user says otherwise.
    pub severity: Severity,
    /// Points (1 to 40) that the first finding costs, or a strength adds, in a first contact.
    pub weight: u8,
    /// Ways to mend it, best first. Strengths have none.
    #[serde(default)]
    pub suggestions: Vec<Remedy>,
    /// The heading under which the user keeps it; the engine ignores it.
    #[serde(default)]
    pub group: String,
    /// Sites where a user's own rule runs (`linkedin`, `x`, `gmail`); empty for everywhere.
    #[serde(default)]
    pub sites: Vec<String>,
    /// Sentences that it must flag.
    #[serde(default)]
    pub fires: Vec<Example>,
    /// Sentences that look alike and must stay quiet.
    #[serde(default)]
    pub quiet: Vec<String>,
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
    pub zones: Vec<Zone>,
    /// In the first or the last sentences of the body.
    #[serde(default)]
    pub position: Option<Position>,
    /// In a question or in anything else.
    #[serde(default)]
    pub sentence: Option<SentenceKind>,
    /// In these channels only; a draft without a channel passes.
    #[serde(default)]
    pub channels: Vec<Channel>,
    /// At these stages only.
    #[serde(default)]
    pub stages: Vec<Stage>,
    /// Only in a message that wants something by the word of other rules: what is said about
    /// oneself is chat until it leads to an ask.
    #[serde(default)]
    pub wanting: bool,
    /// Only where something shows that the message courts somebody.
    #[serde(default)]
    pub courting: bool,
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
    pub text: String,
}

/// A rewrite, before it meets a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remedy {
    /// How safe it is.
    pub kind: SuggestionKind,
    /// What it replaces: the finding (edits) or its sentence (scaffolds), unless said otherwise.
    #[serde(default)]
    pub scope: Option<Scope>,
    /// The new words; `$1`, `$2` are the gaps of the pattern, or the groups of the regular
    /// expression. An edit may be empty: the phrase goes.
    pub text: String,
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
/// In rule files and JSON, a plain string or `{text, after}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Example {
    /// The sentence.
    pub text: String,
    /// The sentence after the first suggestion of kind `edit`.
    pub after: Option<String>,
}

impl<'de> Deserialize<'de> for Example {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Full {
            text: String,
            #[serde(default)]
            after: Option<String>,
        }
        // The packed form of the built-in rules has no types that could tell the two apart.
        let full = match from.is_human_readable() {
            false => Full::deserialize(from)?,
            true => match TextOr::deserialize(from)? {
                TextOr::Text(text) => Full { text, after: None },
                TextOr::Full(full) => full,
            },
        };
        Ok(Example { text: full.text, after: full.after })
    }
}

/// What may be written short, as a plain string. (An untagged enum would keep a copy of the whole
/// value first, with 2 KB of core.wasm.)
pub(crate) enum TextOr<T> {
    Text(String),
    Full(T),
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for TextOr<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Read<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Read<T> {
            type Value = TextOr<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text or an object")
            }

            fn visit_str<E>(self, text: &str) -> Result<TextOr<T>, E> {
                Ok(TextOr::Text(text.to_owned()))
            }

            fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<TextOr<T>, M::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(TextOr::Full)
            }
        }

        from.deserialize_any(Read(PhantomData))
    }
}
