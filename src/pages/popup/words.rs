//! The popup's words: what chooses them is pure, so that it is tested without a browser.

use super::places::Difference;
use super::report::Report;
use crate::pages::settings::site_name;
use crate::pages::words::{count, t};
use crate::pages::worker::{Outcome, State};
use crate::report::{Band, Note, Severity, Stage, ThreadMeasures};

/// Why there is nothing to show, and what to do about it.
#[derive(Debug, PartialEq, Eq)]
pub struct Plain {
    pub title: String,
    pub text: String,
    pub button: Option<String>,
}

/// What is said where there is no draft.
pub fn of_state(state: State, site: Option<&str>) -> Plain {
    let (title, text, button) = match state {
        State::Draft | State::NoBox => ("stateNoBox", "stateNoBoxText", None),
        State::Unreadable => ("stateUnreadable", "stateUnreadableText", Some("popupTryAgain")),
        State::Foreign => ("stateForeign", "stateForeignText", None),
        State::Off => ("stateOff", "stateOffText", None),
        State::Reload => ("stateReload", "stateReloadText", Some("stateReloadButton")),
        State::Unsupported => ("stateUnsupported", "stateUnsupportedText", None),
    };
    let here = site.map_or_else(|| t("stateHere", &[]), |site| site_name(site).to_owned());
    let button = button.map(|key| t(key, &[]));
    Plain { title: t(title, &[&here]), text: t(text, &[]), button }
}

/// What is said where the worker did not answer.
pub fn of_fault(reason: &str) -> Plain {
    let button = Some(t("popupTryAgain", &[]));
    Plain { title: t("stateFault", &[]), text: reason.into(), button }
}

/// The score in words: the first thing that is read.
pub fn headline(report: &Report) -> String {
    let why = |code: &str| report.notes.iter().any(|note| note.code == code);
    let key = match report.band.filter(|_| report.score.is_some()) {
        Some(Band::AboutThem) => "popupBandAboutThem",
        Some(Band::Balanced) => "popupBandBalanced",
        Some(Band::Leaning) => "popupBandLeaning",
        Some(Band::AboutYou) => "popupBandAboutYou",
        None if why("too-short") => "popupTooShort",
        None if why("not-english") => "popupNotEnglish",
        None => "popupNoScore",
    };
    t(key, &[])
}

/// The score for those who listen.
pub fn spoken_score(score: u8, headline: &str) -> String {
    t("popupSpokenScore", &[&score.to_string(), headline])
}

/// Points with their sign, the minus as long as the plus.
pub fn signed(points: i32) -> String {
    if points < 0 { format!("−{}", -i64::from(points)) } else { format!("+{points}") }
}

/// A severity for those who listen.
pub fn spoken_severity(severity: Severity) -> String {
    let key = match severity {
        Severity::Hint => "popupHint",
        Severity::Soft => "popupSoft",
        Severity::Strong => "popupStrong",
    };
    t(key, &[])
}

/// How much there is to look at.
pub fn to_look_at(places: usize) -> String {
    if places == 0 { t("popupNothing", &[]) } else { count("popupPlaces", places) }
}

/// How the message is read as long as the user has not said what it is.
pub fn as_it_reads(stage: Option<Stage>, chosen: bool) -> String {
    let key = match stage.filter(|_| !chosen) {
        None => return t("popupAsItReads", &[]),
        Some(Stage::ConnectNote) => "popupStageConnectNote",
        Some(Stage::FirstContact) => "popupStageFirstContact",
        Some(Stage::Unanswered) => "popupStageUnanswered",
        Some(Stage::Answered) => "popupStageAnswered",
        Some(Stage::Declined) => "popupStageDeclined",
        Some(Stage::Warm) => "popupStageWarm",
    };
    t("popupAsItReadsTo", &[&t(key, &[])])
}

/// How the two stand with each other, from the messages before the draft; nothing where none was
/// read.
pub fn relation(thread: &ThreadMeasures) -> String {
    let ThreadMeasures { mine, theirs, unanswered, asks, questions, offers, .. } = *thread;
    let number = |n: usize| n.to_string();
    let turns = match (mine, theirs) {
        (0, 0) => return String::new(),
        (0, _) => t("popupTheyWrote", &[]),
        _ if unanswered > 1 => t("popupInARow", &[&number(unanswered + 1)]),
        // Counted, not read: nobody knows whether they answered.
        (_, 0) if unanswered == 0 => count("popupWroteBefore", mine),
        (_, 0) => t("popupNoAnswerYet", &[]),
        _ => t("popupSoFar", &[&number(mine), &number(theirs)]),
    };
    let balance = match (asks, questions) {
        (_, 1..) => count("popupAskedAboutThem", questions),
        (1.., 0) if offers == 0 => count("popupAskedNotAboutThem", asks),
        _ => return turns,
    };
    [turns, balance].join(" ")
}

/// How many messages are much like the draft, and since when.
pub fn alike(number: usize, since: &str) -> String {
    match number {
        1 => t("popupAlikeOne", &[since]),
        _ => t("popupAlikeMany", &[&number.to_string(), since]),
    }
}

/// The notes under the score, without those that [`relation`] tells.
pub fn notes(report: &Report) -> Vec<&Note> {
    let told = |note: &&Note| !matches!(note.code.as_str(), "unanswered" | "thread-takes");
    report.notes.iter().filter(told).collect()
}

/// What became of a fix, where it is not in the box by now.
pub fn of_outcome(outcome: Outcome) -> Option<String> {
    let key = match outcome {
        Outcome::Written => return None,
        Outcome::Later => "popupFixLater",
        Outcome::Refused => "popupFixRefused",
        Outcome::Altered => "popupFixAltered",
        Outcome::Gone => "popupFixGone",
    };
    Some(t(key, &[]))
}

/// A rewrite in words.
pub fn of_change(Difference { before, old, new, after }: &Difference) -> String {
    let whole = |words: &str| [before, words, after].concat().trim().to_owned();
    let (old, new) = (whole(old), whole(new));
    if new.is_empty() { t("popupLeaveOut", &[&old]) } else { t("popupInstead", &[&new]) }
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

    #[test]
    fn every_state_says_something() {
        for state in [
            State::NoBox,
            State::Unreadable,
            State::Foreign,
            State::Off,
            State::Reload,
            State::Unsupported,
        ] {
            let plain = of_state(state, Some("gmail"));
            assert!(!plain.title.is_empty() && !plain.text.is_empty());
        }
        assert_eq!(of_state(State::Off, Some("gmail")).title, "Off on Gmail");
        assert_eq!(of_state(State::Unreadable, None).title, "This box on this page can’t be read");
    }

    #[test]
    fn a_band_without_a_score_is_not_shown() {
        let note = |code: &str| Note { code: code.into(), text: String::new() };
        let noted = |code: &str| headline(&Report { notes: vec![note(code)], ..Report::default() });
        assert_eq!(noted("too-short"), "No score yet");
        assert_eq!(noted("not-english"), "Not in English");
        let scored = Report { score: Some(54), band: Some(Band::Leaning), ..Report::default() };
        assert_eq!(headline(&scored), Band::Leaning.words());
    }

    #[test]
    fn each_band_is_called_what_the_command_line_calls_it() {
        for score in [10, 50, 70, 90] {
            let band = Band::of(score);
            let report = Report { score: Some(score), band: Some(band), ..Report::default() };
            assert_eq!(headline(&report), band.words());
        }
    }

    #[test]
    fn points_and_bars() {
        assert_eq!(signed(-12), "−12");
        assert_eq!(signed(6), "+6");
        assert_eq!(share(-12, 24), 50);
        assert_eq!(share(i16::MIN, 32768), 100);
        assert_eq!(share(3, 0), 0);
    }

    #[test]
    fn a_stage_that_was_chosen_is_not_what_it_reads_as() {
        assert_eq!(as_it_reads(Some(Stage::Warm), false), "As it reads: you know each other");
        assert_eq!(as_it_reads(Some(Stage::Warm), true), "As it reads");
    }

    #[test]
    fn how_the_two_stand() {
        let thread = |mine, theirs, unanswered, asks, questions, offers| {
            relation(&ThreadMeasures {
                mine,
                theirs,
                unanswered,
                asks,
                questions,
                offers,
                ..ThreadMeasures::default()
            })
        };
        assert_eq!(thread(0, 0, 0, 0, 0, 0), "");
        assert_eq!(thread(0, 2, 0, 0, 0, 0), "They wrote first; this is your first answer.");
        assert_eq!(thread(1, 0, 1, 0, 0, 0), "Your last message has no answer yet.");
        assert_eq!(thread(2, 2, 0, 0, 0, 1), "So far: 2 from you, 2 from them.");
        assert_eq!(
            thread(4, 0, 4, 4, 0, 0),
            "Message 5 in a row without an answer: a pause, or an easy way out, may do more. \
             You asked for something 4 times, and not about them yet."
        );
        assert_eq!(
            thread(2, 1, 0, 1, 1, 0),
            "So far: 2 from you, 1 from them. You asked about them once."
        );
        assert_eq!(
            thread(1, 1, 1, 1, 0, 0),
            "So far: 1 from you, 1 from them. You asked for something once, and not about them yet."
        );
    }

    #[test]
    fn what_the_relation_tells_is_no_note() {
        let note = |code: &str| Note { code: code.into(), text: String::new() };
        let codes = ["unanswered", "long", "thread-takes"];
        let report = Report { notes: codes.map(note).into(), ..Report::default() };
        assert_eq!(notes(&report), [&note("long")]);
    }

    #[test]
    fn every_fix_that_is_not_written_is_spoken_of() {
        assert_eq!(of_outcome(Outcome::Written), None);
        for outcome in [Outcome::Later, Outcome::Refused, Outcome::Altered, Outcome::Gone] {
            assert!(of_outcome(outcome).is_some_and(|words| !words.is_empty()));
        }
    }
}
