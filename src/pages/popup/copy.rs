//! A report as text, for people to paste wherever they talk about it.

use super::places::{difference, ranked};
use super::report::Report;
use super::words;
use crate::pages::words::t;

/// The report on a draft: band and score, what to look at with its rewrites, strengths, and what
/// the score is made of.
pub fn report(draft: &str, report: &Report) -> String {
    let headline = words::headline(report);
    let mut lines = vec![match report.score {
        Some(score) => words::spoken_score(score, &headline),
        None => headline,
    }];
    lines.extend(Some(words::relation(&report.measures.thread)).filter(|line| !line.is_empty()));
    lines.extend(words::notes(report).iter().map(|note| note.text.clone()));

    let places = ranked(&report.findings);
    if report.score.is_some() || !places.is_empty() {
        lines.extend([String::new(), words::to_look_at(places.len())]);
    }
    for place in places {
        lines.push(format!(
            "{} “{}”: {}",
            words::signed(place.points),
            place.quote,
            place.messages.join(" ")
        ));
        let change = place.edit.and_then(|edit| difference(draft, edit));
        lines.extend(change.map(|change| format!("   {}", words::of_change(&change))));
    }
    if !report.strengths.is_empty() {
        lines.extend([String::new(), t("popupStrengths", &[])]);
    }
    lines.extend(report.strengths.iter().map(|good| format!("“{}”: {}", good.quote, good.message)));
    if !report.causes.is_empty() {
        lines.extend([String::new(), t("popupCauses", &[])]);
        lines.push(format!("100 {}", t("popupStart", &[])));
    }
    lines.extend(report.causes.iter().map(|cause| {
        let count = if cause.count > 1 { format!(" × {}", cause.count) } else { String::new() };
        format!("{} {}{count}", words::signed(cause.points.into()), cause.title)
    }));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use crate::pages::popup::report::*;
    use crate::report::{Band, Cause, Note, Severity, SuggestionKind, ThreadMeasures};

    #[test]
    fn all_of_it_and_the_weightiest_first() {
        let finding = |start, quote: &str, points, suggestions| Finding {
            severity: Severity::Soft,
            start,
            end: start + quote.len(),
            quote: quote.into(),
            message: format!("About {quote}."),
            points,
            suggestions,
        };
        let edit = Suggestion { kind: SuggestionKind::Edit, start: 2, end: 7, text: String::new() };
        let (quote, message) = ("Thank you".into(), "Thanks.".into());
        let thread = ThreadMeasures { mine: 2, theirs: 1, ..ThreadMeasures::default() };
        let report = Report {
            score: Some(66),
            band: Some(Band::Balanced),
            findings: vec![
                finding(2, "just", 2, vec![edit]),
                finding(15, "pick your brain", 9, vec![]),
            ],
            strengths: vec![Praise { quote, message }],
            causes: vec![Cause {
                family: String::new(),
                title: "Asks".into(),
                points: -11,
                count: 2,
            }],
            measures: Measures { thread },
            notes: vec![Note { code: "long".into(), text: "Long.".into() }],
            ..Report::default()
        };
        let draft = "I just want to pick your brain.";
        assert_eq!(
            super::report(draft, &report),
            "66 of 100. Balanced\nSo far: 2 from you, 1 from them.\nLong.\n\n\
             2 places to look at\n+9 “pick your brain”: About pick your brain.\n\
             +2 “just”: About just.\n   leave out “just”\n\n\
             Good for them\n“Thank you”: Thanks.\n\n\
             What the score is made of\n100 Every draft starts with\n−11 Asks × 2"
        );
    }

    #[test]
    fn nothing_to_say_is_said_in_a_line() {
        let note = Note { code: "too-short".into(), text: "A few words more.".into() };
        let report = Report { notes: vec![note], ..Report::default() };
        assert_eq!(super::report("Hi", &report), "No score yet\nA few words more.");
    }
}
