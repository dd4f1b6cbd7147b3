//! The settings as the worker keeps them (ARCHITECTURE.md), and the part of them that a change
//! touches.

use crate::report::Severity;
use crate::rule::Rule;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Sites by id, with their names for people.
pub const SITES: [(&str, &str); 3] = [("linkedin", "LinkedIn"), ("x", "X"), ("gmail", "Gmail")];

/// The name of a site for people.
pub fn site_name(id: &str) -> &str {
    SITES.iter().find(|(site, _)| *site == id).map_or(id, |(_, name)| name)
}

/// A rule's level, where it is not the default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    Off,
    Hint,
    Soft,
    Strong,
}

impl Level {
    /// The level of a `<select>`; `default` and anything unknown is none.
    pub fn parse(word: &str) -> Option<Level> {
        match word {
            "off" => Some(Level::Off),
            "hint" => Some(Level::Hint),
            "soft" => Some(Level::Soft),
            "strong" => Some(Level::Strong),
            _ => None,
        }
    }

    /// The word for `<select>` and storage.
    pub fn word(level: Option<Level>) -> &'static str {
        match level {
            None => "default",
            Some(Level::Off) => "off",
            Some(Level::Hint) => "hint",
            Some(Level::Soft) => "soft",
            Some(Level::Strong) => "strong",
        }
    }

    /// The severity, or none for [`Level::Off`].
    pub fn severity(self) -> Option<Severity> {
        match self {
            Level::Off => None,
            Level::Hint => Some(Severity::Hint),
            Level::Soft => Some(Severity::Soft),
            Level::Strong => Some(Severity::Strong),
        }
    }
}

/// A severity as one word.
pub fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Hint => "hint",
        Severity::Soft => "soft",
        Severity::Strong => "strong",
    }
}

/// A phrase that a rule is to pass over, always.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ignored {
    pub rule: String,
    pub phrase: String,
}

/// Everything that is stored, but for the version, which is the worker's.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub sites: BTreeMap<String, String>,
    pub levels: BTreeMap<String, Level>,
    pub custom: Vec<Rule>,
    pub ignored: Vec<Ignored>,
}

/// What a change wants written; absent parts stay as they are.
#[derive(Default, Serialize)]
pub struct Patch<'s> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sites: Option<&'s BTreeMap<String, String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub levels: Option<&'s BTreeMap<String, Level>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub custom: Option<&'s [Rule]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ignored: Option<&'s [Ignored]>,
}

impl Settings {
    /// Whether YouFirst reads along on a site.
    pub fn is_on(&self, site: &str) -> bool {
        self.sites.get(site).map(String::as_str) != Some("off")
    }

    /// Switches a site; on is the default and not stored.
    pub fn switch(&mut self, site: &str, on: bool) {
        if on {
            self.sites.remove(site);
        } else {
            self.sites.insert(site.into(), "off".into());
        }
    }

    /// Sets the level of a built-in rule; the default is not stored.
    pub fn set_level(&mut self, rule: &str, level: Option<Level>) {
        match level {
            Some(level) => self.levels.insert(rule.into(), level),
            None => self.levels.remove(rule),
        };
    }

    /// Puts a rule in the place of the one with its id, or at the end.
    pub fn keep(&mut self, rule: Rule) {
        match self.custom.iter_mut().find(|old| old.id == rule.id) {
            Some(old) => *old = rule,
            None => self.custom.push(rule),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_are_not_kept() {
        let mut settings = Settings::default();
        settings.switch("x", false);
        assert!(!settings.is_on("x") && settings.is_on("gmail"));
        settings.switch("x", true);
        settings.set_level("guilt.debt", Some(Level::Off));
        settings.set_level("guilt.debt", None);
        assert!(settings.sites.is_empty() && settings.levels.is_empty());
    }

    #[test]
    fn levels_survive_the_way_through_a_select() {
        for word in ["default", "off", "hint", "soft", "strong"] {
            assert_eq!(Level::word(Level::parse(word)), word);
        }
    }
}
