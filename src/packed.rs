//! The built-in rules as `build.rs` packs them: their patterns read, each only once, and in
//! core.wasm without what only people read.

use crate::pattern::{Node, trees};
use crate::rule::Family;
use serde::{Deserialize, Serialize};

/// Everything that is built in.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Packed {
    /// All words of patterns, in the order of their numbers, a space between them: as a list, each
    /// with its length, they would take a seventh more of core.wasm.
    pub words: String,
    /// The classes of the lexicon; one may name those before it.
    #[serde(with = "trees")]
    pub classes: Vec<Node>,
    /// All patterns.
    #[serde(with = "trees")]
    pub patterns: Vec<Node>,
    /// All families in the order of their files.
    pub families: Vec<Family>,
    /// The patterns of each rule of all families, one after the other.
    pub rules: Vec<RulePatterns>,
    /// The signals of `signals.toml` with their patterns.
    pub signals: Vec<(String, Vec<u32>)>,
    /// The groups of signs of how the two stand, with their weights.
    pub relation: Vec<(i8, Vec<u32>)>,
}

/// Indexes into [`Packed::patterns`], by the field of the rule.
#[derive(Debug, Default, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct RulePatterns {
    pub finds: Vec<u32>,
    pub unless: Vec<u32>,
    pub absent: Vec<u32>,
    pub needs: Vec<u32>,
}
