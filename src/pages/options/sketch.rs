//! A rule as it stands in the form, finished or not, and the way from there to a rule and back.

use crate::pages::worker::Problem;
use crate::report::{Severity, SuggestionKind};
use crate::rule::{Example, Kind, Remedy, Rule, When};

/// What is in the form's fields. Both kinds of pattern have a field of their own, so that nothing
/// is lost by looking at the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sketch {
    pub message: String,
    pub kind: Kind,
    pub phrases: String,
    pub regex: String,
    pub suggestions: Vec<(SuggestionKind, String)>,
    pub severity: Severity,
    pub weight: String,
    pub sites: Vec<String>,
    pub fires: String,
    pub quiet: String,
}

impl Sketch {
    /// The empty form.
    pub fn blank(sites: &[&str]) -> Sketch {
        Sketch {
            message: String::new(),
            kind: Kind::Phrases,
            phrases: String::new(),
            regex: String::new(),
            suggestions: Vec::new(),
            severity: Severity::Soft,
            weight: "5".into(),
            sites: sites.iter().map(|site| (*site).to_owned()).collect(),
            fires: String::new(),
            quiet: String::new(),
        }
    }

    /// The form of a rule. A rule for no site in particular has all of them ticked.
    pub fn of(rule: &Rule, all_sites: &[&str]) -> Sketch {
        let patterns = lines_of(rule.patterns.iter().map(String::as_str));
        let (phrases, regex) = match rule.kind {
            Kind::Regex => (String::new(), patterns),
            _ => (patterns, String::new()),
        };
        let mut sketch = Sketch::blank(all_sites);
        if !rule.sites.is_empty() {
            sketch.sites.clone_from(&rule.sites);
        }
        Sketch {
            message: rule.message.clone(),
            kind: rule.kind,
            phrases,
            regex,
            suggestions: rule.suggestions.iter().map(|s| (s.kind, s.text.clone())).collect(),
            severity: rule.severity,
            weight: rule.weight.to_string(),
            fires: lines_of(rule.fires.iter().map(|example| example.text.as_str())),
            quiet: lines_of(rule.quiet.iter().map(String::as_str)),
            ..sketch
        }
    }

    /// The patterns of the kind that is chosen, one a line.
    pub fn patterns(&self) -> Vec<&str> {
        match self.kind {
            Kind::Regex => self.regex.lines().filter(|line| !line.trim().is_empty()).collect(),
            _ => filled_lines(&self.phrases),
        }
    }

    /// The rule it makes. What the form does not show is taken from `old`.
    pub fn rule(&self, id: &str, old: Option<&Rule>, site_count: usize) -> Rule {
        let everywhere = self.sites.len() == site_count;
        let rule = old.cloned().unwrap_or_else(|| empty(id));
        Rule {
            kind: self.kind,
            message: self.message.trim().to_owned(),
            patterns: owned(self.patterns()),
            suggestions: self.remedies(&rule.suggestions),
            severity: self.severity,
            weight: self.weight().unwrap_or(5),
            sites: if everywhere { Vec::new() } else { self.sites.clone() },
            fires: filled_lines(&self.fires).iter().map(|l| example(l, &rule.fires)).collect(),
            quiet: owned(filled_lines(&self.quiet)),
            ..rule
        }
    }

    fn remedies(&self, old: &[Remedy]) -> Vec<Remedy> {
        let filled = self.suggestions.iter().filter(|(_, text)| !text.trim().is_empty());
        filled
            .map(|(kind, text)| {
                let kept = old.iter().find(|o| o.kind == *kind && o.text == text.trim());
                let fresh = || Remedy { kind: *kind, scope: None, text: text.trim().to_owned() };
                kept.cloned().unwrap_or_else(fresh)
            })
            .collect()
    }

    fn weight(&self) -> Option<u8> {
        self.weight.trim().parse().ok().filter(|weight| (1..=40).contains(weight))
    }

    /// What is still missing before it can be saved.
    pub fn missing(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut miss = |field: &str, message: &str| {
            problems.push(Problem {
                field: field.into(),
                message: message.into(),
                ..Problem::default()
            });
        };
        if self.message.trim().is_empty() {
            miss("message", "Say in one sentence what the reader may feel.");
        }
        if self.patterns().is_empty() {
            miss("patterns", "Write at least one thing to look for.");
        }
        if self.weight().is_none() {
            miss("weight", "A whole number from 1 to 40.");
        }
        if self.sites.is_empty() {
            miss("sites", "Choose at least one site.");
        }
        problems
    }
}

/// The example of this line: as it was, with what its edit gives, if it was there.
fn example(line: &str, old: &[Example]) -> Example {
    let kept = old.iter().find(|example| example.text == line).cloned();
    kept.unwrap_or_else(|| Example { text: line.to_owned(), after: None })
}

fn empty(id: &str) -> Rule {
    Rule {
        id: id.to_owned(),
        enabled: true,
        kind: Kind::Phrases,
        patterns: Vec::new(),
        swaps: Vec::new(),
        forms: false,
        group: String::new(),
        unless: Vec::new(),
        absent: Vec::new(),
        needs: Vec::new(),
        check: None,
        when: When::default(),
        message: String::new(),
        why: String::new(),
        evidence: None,
        severity: Severity::Soft,
        weight: 5,
        suggestions: Vec::new(),
        sites: Vec::new(),
        fires: Vec::new(),
        quiet: Vec::new(),
    }
}

/// The lines that say something, without the spaces around them.
pub fn filled_lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

fn lines_of<'t>(lines: impl Iterator<Item = &'t str>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

fn owned(lines: Vec<&str>) -> Vec<String> {
    lines.into_iter().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SITES: [&str; 3] = ["linkedin", "x", "gmail"];

    fn sketch() -> Sketch {
        Sketch {
            message: " It may read as a blast. ".into(),
            phrases: "quick favour\n\n  tiny ask ".into(),
            suggestions: vec![
                (SuggestionKind::Edit, "Could you $1?".into()),
                (SuggestionKind::Advice, "  ".into()),
            ],
            fires: "A quick favour?\n".into(),
            ..Sketch::blank(&SITES)
        }
    }

    #[test]
    fn a_sketch_becomes_a_rule_and_comes_back() {
        let rule = sketch().rule("custom.a", None, 3);
        assert_eq!(rule.message, "It may read as a blast.");
        assert_eq!(rule.patterns, ["quick favour", "tiny ask"]);
        assert_eq!(rule.suggestions.len(), 1);
        assert!(rule.sites.is_empty());
        let again = Sketch::of(&rule, &SITES).rule("custom.a", Some(&rule), 3);
        assert_eq!(
            serde_json::to_value(&rule).expect("json"),
            serde_json::to_value(&again).expect("json")
        );
    }

    #[test]
    fn the_other_kind_keeps_its_text() {
        let mut sketch = sketch();
        sketch.kind = Kind::Regex;
        sketch.regex = r"\bjust\b ".into();
        assert_eq!(sketch.patterns(), [r"\bjust\b "]);
        assert_eq!(filled_lines(&sketch.phrases).len(), 2);
    }

    #[test]
    fn what_the_form_does_not_show_is_kept() {
        let mut old = sketch().rule("custom.a", None, 3);
        old.why = "Because.".into();
        let with_edit = Example { text: "A quick favour?".into(), after: Some("A?".into()) };
        old.fires = vec![with_edit.clone()];
        let rule = sketch().rule("custom.a", Some(&old), 3);
        assert_eq!(rule.why, "Because.");
        assert_eq!(rule.fires, [with_edit]);
    }

    #[test]
    fn what_is_missing_is_named() {
        let mut sketch = sketch();
        assert!(sketch.missing().is_empty());
        sketch.weight = "41".into();
        sketch.sites.clear();
        sketch.message.clear();
        sketch.kind = Kind::Regex;
        let fields: Vec<_> = sketch.missing().into_iter().map(|p| p.field).collect();
        assert_eq!(fields, ["message", "patterns", "weight", "sites"]);
    }
}
