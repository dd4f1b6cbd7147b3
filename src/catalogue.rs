//! The built-in rules, packed by `build.rs` from `src/rules/`.

use crate::packed::Packed;
use crate::rule::Family;
use std::sync::LazyLock;

/// As text with pointers to it, the rules would take half as much again of core.wasm.
static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rules.bin"));

static PACKED: LazyLock<Packed> = LazyLock::new(|| Packed::read(BYTES));

/// The rules with what people read of them, their examples, and the text of their patterns.
#[cfg(feature = "cli")]
static FAMILIES: LazyLock<Vec<Family>> = LazyLock::new(|| {
    // Packed by the same build with the same types: it cannot be unreadable, and an engine
    // without rules is better than none.
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/families.bin"));
    postcard::from_bytes(bytes).unwrap_or_default()
});

/// All families, in the order of their names.
#[cfg(feature = "cli")]
pub fn families() -> &'static [Family] {
    &FAMILIES
}

/// All families, in the order of their names. What people read of them is in `words.js`, and
/// comes with the settings.
#[cfg(not(feature = "cli"))]
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
    fn what_core_wasm_knows_of_a_rule_is_all_that_runs() {
        let rules: usize = families().iter().map(|f| f.rules.len()).sum();
        assert!(rules > 50);
        assert_eq!(packed().rules.len(), rules);
        assert!(packed().signals.len() > 2);
        assert_eq!(packed().families.len(), families().len());
        for (packed, family) in packed().families.iter().zip(families()) {
            assert_eq!((&packed.id, packed.praise), (&family.id, family.praise));
            assert_eq!(packed.rules.len(), family.rules.len());
            for (packed, rule) in packed.rules.iter().zip(&family.rules) {
                let mut rule = rule.clone();
                rule.message.clear();
                rule.why.clear();
                rule.evidence = None;
                rule.suggestions.clear();
                rule.fires.clear();
                rule.quiet.clear();
                for text in
                    [&mut rule.patterns, &mut rule.unless, &mut rule.absent, &mut rule.needs]
                {
                    text.clear();
                }
                assert_eq!(format!("{packed:?}"), format!("{rule:?}"));
            }
        }
    }
}
