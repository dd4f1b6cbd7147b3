//! The words that people see: from `_locales`, by their keys. What chooses a key is pure, so that
//! it is tested without a browser; the words themselves are the browser's to give.

use super::shim;

/// The message with this key; `fills` stand for `$1`, `$2` …
#[allow(dead_code)]
pub fn t(key: &str, fills: &[&str]) -> String {
    shim::message(key, fills.iter().map(|fill| (*fill).to_owned()).collect())
}

/// The words for a number of things (`stem_one`, `stem_other` …); the number stands for `$1`.
#[allow(dead_code)] // Until the first number of things.
pub fn count(stem: &str, number: usize) -> String {
    shim::counted(stem, u32::try_from(number).unwrap_or(u32::MAX))
}
