//! The built-in rules, as constants made by `build.rs` from `src/rules/`.

#[allow(unused_imports)] // Which of these the constants name depends on the rules.
use crate::report::{Channel, Severity, Stage, Strength, SuggestionKind};
#[allow(unused_imports)]
use crate::rule::{
    Example, Family, Grounds, Kind, Position, Remedy, Rule, Scope, SentenceKind, When, Zone,
};
use std::borrow::Cow;

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// The entries of a word class, for the pattern parser.
pub(crate) fn class(name: &str) -> Option<Vec<String>> {
    let (_, entries) = CLASSES.iter().find(|(n, _)| *n == name)?;
    Some(entries.iter().map(|e| e.to_string()).collect())
}
