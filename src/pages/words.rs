//! The words that people see: from `_locales`, by their keys. What chooses a key is pure, so that
//! it is tested without a browser; the words themselves are the browser's to give.

#[cfg(not(test))]
use super::shim;

/// The message with this key; `fills` stand for `$1`, `$2` …
#[cfg(not(test))]
pub fn t(key: &str, fills: &[&str]) -> String {
    shim::message(key, fills.iter().map(|fill| (*fill).to_owned()).collect())
}

/// The words for a number of things (`stem_one`, `stem_other` …); the number stands for `$1`.
#[cfg(not(test))]
pub fn count(stem: &str, number: usize) -> String {
    shim::counted(stem, u32::try_from(number).unwrap_or(u32::MAX))
}

#[cfg(test)]
pub use english::{count, t};

/// Without a browser, for the tests: the English words, read from their file.
#[cfg(test)]
mod english {
    const MESSAGES: &str = include_str!("../../extension/_locales/en/messages.json");

    pub fn t(key: &str, fills: &[&str]) -> String {
        let messages: serde_json::Value = serde_json::from_str(MESSAGES).expect("JSON");
        let message = messages[key]["message"].as_str().unwrap_or_else(|| panic!("no {key}"));
        let fill = |words: String, (at, fill): (usize, &&str)| {
            words.replace(&format!("${}", at + 1), fill)
        };
        fills.iter().enumerate().fold(message.to_owned(), fill)
    }

    pub fn count(stem: &str, number: usize) -> String {
        let category = if number == 1 { "one" } else { "other" };
        t(&format!("{stem}_{category}"), &[&number.to_string()])
    }
}
