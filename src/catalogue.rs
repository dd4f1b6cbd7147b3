//! The built-in rules, packed by `build.rs` from `src/rules/`.

use crate::rule::{Catalogue, Family};
use std::sync::LazyLock;

/// As text with pointers to it, the rules would take half as much again of core.wasm.
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rules.bin"));

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    // Packed by the same build with the same types: it cannot be unreadable, and an engine
    // without rules is better than none.
    postcard::from_bytes(PACKED).unwrap_or_default()
});

/// All families, in the order of their names.
pub fn families() -> &'static [Family] {
    &CATALOGUE.families
}

/// The signals of `signals.toml` with their patterns, in the order of their names.
pub(crate) fn signals() -> impl ExactSizeIterator<Item = (&'static String, &'static Vec<String>)> {
    CATALOGUE.signals.iter()
}

/// The entries of a word class, for the pattern parser.
pub(crate) fn class(name: &str) -> Option<Vec<String>> {
    CATALOGUE.classes.get(name).cloned()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_rules_can_be_unpacked() {
        assert!(super::families().len() > 20);
        assert!(super::signals().len() > 2);
    }
}
