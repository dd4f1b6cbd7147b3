//! The settings as the worker keeps them (ARCHITECTURE.md), and the part of them that a change
//! touches.

pub use crate::choices::{Entries, Ignored, Level};
use crate::report::Severity;
use crate::rule::Rule;
use serde::{Deserialize, Serialize};

/// Sites by id, with their names for people.
pub const SITES: [(&str, &str); 3] = [("linkedin", "LinkedIn"), ("x", "X"), ("gmail", "Gmail")];

/// The name of a site for people.
pub fn site_name(id: &str) -> &str {
    SITES.iter().find(|(site, _)| *site == id).map_or(id, |(_, name)| name)
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
}

/// A severity as one word.
pub fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Hint => "hint",
        Severity::Soft => "soft",
        Severity::Strong => "strong",
    }
}

/// What YouFirst does less of on a site; doing all of it is the default and not stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SiteMode {
    /// Nothing is read.
    Off,
    /// Nothing is drawn into the page: the popup shows what there is to say.
    Popup,
}

impl SiteMode {
    /// The mode of a `<select>`; `on` and anything unknown is none.
    pub fn parse(word: &str) -> Option<SiteMode> {
        match word {
            "off" => Some(SiteMode::Off),
            "popup" => Some(SiteMode::Popup),
            _ => None,
        }
    }

    /// The word for `<select>`.
    pub fn word(mode: Option<SiteMode>) -> &'static str {
        match mode {
            None => "on",
            Some(SiteMode::Off) => "off",
            Some(SiteMode::Popup) => "popup",
        }
    }
}

/// What is written for everybody and read only where the user says so: its key in the settings,
/// its site, and the key of its name.
pub const PUBLIC: [(&str, &str, &str); 3] = [
    ("linkedin-posts", "linkedin", "optionsPosts"),
    ("linkedin-comments", "linkedin", "optionsComments"),
    ("x-posts", "x", "optionsPosts"),
];

/// Everything that is stored, but for the version, which is the worker's.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// By site.
    pub sites: Entries<SiteMode>,
    /// By key of [`PUBLIC`].
    pub public: Entries<bool>,
    /// How things look, by `theme`, `marks` and `colours`; what is as it comes is not stored.
    pub look: Entries<String>,
    /// What is off until it is asked for: `memory`, `pause`, `trade`.
    pub extras: Entries<bool>,
    /// Level by built-in rule; the default is not stored.
    pub levels: Entries<Level>,
    pub custom: Vec<Rule>,
    pub ignored: Vec<Ignored>,
}

/// What a change wants written; absent parts stay as they are.
#[derive(Default, Serialize)]
pub struct Patch<'s> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sites: Option<&'s Entries<SiteMode>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public: Option<&'s Entries<bool>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub look: Option<&'s Entries<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extras: Option<&'s Entries<bool>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub levels: Option<&'s Entries<Level>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub custom: Option<&'s [Rule]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ignored: Option<&'s [Ignored]>,
}

impl Settings {
    /// Switches a site.
    pub fn switch(&mut self, site: &str, on: bool) {
        self.sites.set(site, (!on).then_some(SiteMode::Off));
    }

    /// Puts a rule in the place of the one with its id, or at the end.
    pub fn keep(&mut self, rule: Rule) {
        match self.custom.iter_mut().find(|old| old.id == rule.id) {
            Some(old) => *old = rule,
            None => self.custom.push(rule),
        }
    }

    /// Brings back what there was before it was deleted; what was set since then stays.
    pub fn bring_back(&mut self, before: &Settings) {
        let since = std::mem::replace(self, before.clone());
        self.sites.set_all(since.sites);
        self.public.set_all(since.public);
        self.look.set_all(since.look);
        self.extras.set_all(since.extras);
        self.levels.set_all(since.levels);
        since.custom.into_iter().for_each(|rule| self.keep(rule));
        let new = since.ignored.into_iter().filter(|ignored| !before.ignored.contains(ignored));
        self.ignored.extend(new);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_are_not_kept() {
        let mut settings = Settings::default();
        settings.switch("x", false);
        assert_eq!(settings.sites.get("x"), Some(&SiteMode::Off));
        settings.switch("x", true);
        settings.levels.set("guilt.debt", Some(Level::Off));
        settings.levels.set("guilt.debt", None);
        assert_eq!(settings.sites.len() + settings.levels.len(), 0);
    }

    #[test]
    fn what_was_set_since_a_deletion_outlives_its_undoing() {
        let ignored = |phrase: &str| Ignored { rule: "guilt.debt".into(), phrase: phrase.into() };
        let mut before = Settings { ignored: vec![ignored("a")], ..Settings::default() };
        before.levels.set("guilt.debt", Some(Level::Soft));
        let mut now = Settings { ignored: vec![ignored("b")], ..Settings::default() };
        now.levels.set("guilt.debt", Some(Level::Off));
        now.switch("x", false);
        now.bring_back(&before);
        assert_eq!(now.ignored, [ignored("a"), ignored("b")]);
        assert_eq!(now.levels.get("guilt.debt"), Some(&Level::Off));
        assert_eq!(now.sites.get("x"), Some(&SiteMode::Off));
        let once = now.ignored.clone();
        now.bring_back(&before);
        assert_eq!(now.ignored, once);
    }

    #[test]
    fn entries_are_an_object_in_json() {
        let json = r#"{"guilt.debt":"off","flattery.fan":"strong"}"#;
        let entries: Entries<Level> = serde_json::from_str(json).expect("entries");
        assert_eq!(entries.get("flattery.fan"), Some(&Level::Strong));
        assert_eq!(serde_json::to_string(&entries).expect("json"), json);
    }

    #[test]
    fn levels_survive_the_way_through_a_select() {
        for word in ["default", "off", "hint", "soft", "strong"] {
            assert_eq!(Level::word(Level::parse(word)), word);
        }
    }
}
