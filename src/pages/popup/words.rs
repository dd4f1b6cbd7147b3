//! The popup's words: pure, so that they are tested without a browser.

use crate::pages::settings::site_name;
use crate::pages::worker::State;
use crate::report::{Band, Report, Severity};

/// Why there is nothing to show, and what to do about it.
#[derive(Debug, PartialEq, Eq)]
pub struct Plain {
    pub title: String,
    pub text: &'static str,
    pub button: Option<&'static str>,
}

/// What is said where there is no draft.
pub fn of_state(state: State, site: Option<&str>) -> Plain {
    let here = site.map_or("this site", site_name);
    let (title, text, button) = match state {
        State::Draft | State::NoBox => (
            "No message open here".into(),
            "Click into a message box and write a few words. They show up here.",
            None,
        ),
        State::Unreadable => (
            "This box can’t be read".into(),
            "YouFirst does not know this kind of box, so it marks nothing in it. Your text is \
             untouched.",
            Some("Try again"),
        ),
        State::Foreign => (
            "A page inside the page".into(),
            "The box you are writing in belongs to another site. YouFirst may not look in there.",
            None,
        ),
        State::Off => (
            format!("Off on {here}"),
            "YouFirst reads nothing here. The switch above turns it on again.",
            None,
        ),
        State::Reload => (
            "Reload this tab once".into(),
            "It was open before YouFirst was installed or updated. Send or copy what you are \
             writing first.",
            Some("Reload the tab"),
        ),
        State::Unsupported => (
            "Not on this page".into(),
            "Browsers let no extension in here. On LinkedIn, X and Gmail YouFirst reads along by \
             itself, on other pages once you click its icon.",
            None,
        ),
    };
    Plain { title, text, button }
}

/// The score in words: the first thing that is read.
pub fn headline(report: &Report) -> &'static str {
    match report.band.filter(|_| report.score.is_some()) {
        Some(band) => band.words(),
        None if report.notes.iter().any(|note| note.code == "too-short") => "No score yet",
        None => "No score for this one",
    }
}

/// The score for those who listen.
pub fn spoken_score(score: u8, band: Option<Band>) -> String {
    match band {
        Some(band) => format!("{score} of 100. {}", band.words()),
        None => format!("{score} of 100"),
    }
}

/// Points with their sign, the minus as long as the plus.
pub fn signed(points: i16) -> String {
    if points < 0 { format!("−{}", -i32::from(points)) } else { format!("+{points}") }
}

/// A severity for those who listen.
pub fn spoken_severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Hint => "Hint: ",
        Severity::Soft => "Soft: ",
        Severity::Strong => "Strong: ",
    }
}

/// How much there is to look at.
pub fn to_look_at(count: usize) -> String {
    match count {
        0 => "Nothing in it puts you first".into(),
        1 => "One place to look at".into(),
        n => format!("{n} places to look at"),
    }
}

/// How long a cause's bar is, in percent of the longest.
pub fn share(points: i16, longest: u16) -> u16 {
    if longest == 0 {
        0
    } else {
        u16::try_from(u32::from(points.unsigned_abs()) * 100 / u32::from(longest)).unwrap_or(100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Note;

    #[test]
    fn every_state_says_something() {
        for state in
            [State::NoBox, State::Unreadable, State::Foreign, State::Off, State::Unsupported]
        {
            let plain = of_state(state, Some("gmail"));
            assert!(!plain.title.is_empty() && !plain.text.is_empty());
        }
        assert_eq!(of_state(State::Off, Some("gmail")).title, "Off on Gmail");
    }

    #[test]
    fn a_band_without_a_score_is_not_shown() {
        let note = |code: &str| Note { code: code.into(), text: String::new() };
        let short = Report { notes: vec![note("too-short")], ..Report::default() };
        assert_eq!(headline(&short), "No score yet");
        let scored = Report { score: Some(54), band: Some(Band::Leaning), ..Report::default() };
        assert_eq!(headline(&scored), "Leans towards you");
    }

    #[test]
    fn points_and_bars() {
        assert_eq!(signed(-12), "−12");
        assert_eq!(signed(6), "+6");
        assert_eq!(share(-12, 24), 50);
        assert_eq!(share(i16::MIN, 32768), 100);
        assert_eq!(share(3, 0), 0);
    }
}
