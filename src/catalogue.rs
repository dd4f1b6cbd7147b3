//! The built-in rules, packed by `build.rs` from `src/rules/`.

use crate::packed::Packed;
use crate::rule::Family;
use std::sync::LazyLock;

/// As text with pointers to it, the rules would take half as much again of core.wasm.
static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rules.bin"));

static PACKED: LazyLock<Packed> = LazyLock::new(|| {
    // Packed by the same build with the same types: it cannot be unreadable, and an engine
    // without rules is better than none.
    postcard::from_bytes(BYTES).unwrap_or_default()
});

/// All families, in the order of their names. In core.wasm their rules have no examples and no
/// text of their patterns: the engine does not need them.
pub fn families() -> &'static [Family] {
    &PACKED.families
}

/// The rules with their patterns, ready to compile.
pub(crate) fn packed() -> &'static Packed {
    &PACKED
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_can_be_unpacked() {
        let rules: usize = families().iter().map(|f| f.rules.len()).sum();
        assert!(rules > 50);
        assert_eq!(packed().rules.len(), rules);
        assert!(packed().signals.len() > 2);
    }
}
