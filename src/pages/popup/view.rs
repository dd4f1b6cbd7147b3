//! Puts an answer of the worker into popup.html.

use super::words;
use crate::pages::dom::View;
use crate::pages::settings::{severity_word, site_name};
use crate::pages::worker::{Current, State};
use crate::report::{Band, Cause, Finding, Note, Praise, Report};

/// Shows the draft's report, or says why there is none.
pub fn show(current: &Current) {
    site(current);
    match current.report.as_ref().filter(|_| current.state == State::Draft) {
        Some(report) => {
            View::id("plain").show(false);
            draft(report);
            View::id("draft").show(true);
        }
        None => plain(&words::of_state(current.state, current.site.as_deref())),
    }
    View::id("main").without("aria-busy");
}

/// Says that the worker did not answer, and why.
pub fn fault(reason: &str) {
    plain(&words::Plain { title: "That did not work".into(), text: "", button: Some("Try again") });
    View::id("plain").part("text").text(reason);
    View::id("main").without("aria-busy");
}

fn site(current: &Current) {
    let name = current.site.as_deref().map(site_name).unwrap_or_default();
    let switch = View::id("site-switch");
    switch.show(!name.is_empty()).part("name").text(name);
    View::id("site").set("checked", current.state != State::Off);
}

fn plain(words: &words::Plain) {
    View::id("draft").show(false);
    let plain = View::id("plain");
    plain.part("title").text(&words.title);
    plain.part("text").text(words.text);
    plain.part("button").show(words.button.is_some()).text(words.button.unwrap_or_default());
    plain.show(true);
    View::id("said").text(&words.title);
}

fn draft(report: &Report) {
    score(report);
    causes(&report.causes);
    View::id("findings-section").show(report.score.is_some() || !report.findings.is_empty());
    findings(&report.findings);
    strengths(&report.strengths);
    View::id("notes").show(!report.notes.is_empty()).rows("note", &report.notes, note);
    let places = words::to_look_at(report.findings.len());
    View::id("said").text(&format!("{}. {places}.", words::headline(report)));
}

fn score(report: &Report) {
    View::id("band").text(words::headline(report));
    let meter = View::id("meter");
    let number = View::id("number");
    meter.show(report.score.is_some());
    number.show(report.score.is_some());
    View::id("draft").attr("data-band", report.band.map_or("none", band_word));
    let Some(score) = report.score else { return };
    number.part("value").text(&score.to_string());
    meter
        .attr("aria-valuenow", &score.to_string())
        .attr("aria-valuetext", &words::spoken_score(score, report.band))
        .style("--score", &score.to_string());
}

fn band_word(band: Band) -> &'static str {
    match band {
        Band::AboutThem => "about-them",
        Band::Balanced => "balanced",
        Band::Leaning => "leaning",
        Band::AboutYou => "about-you",
    }
}

fn causes(causes: &[Cause]) {
    let longest = causes.iter().map(|cause| cause.points.unsigned_abs()).max().unwrap_or(0);
    View::id("causes-section").show(!causes.is_empty());
    View::id("causes").rows("cause", causes, |row, cause| {
        row.attr("data-gain", if cause.points > 0 { "yes" } else { "no" });
        row.style("--share", &words::share(cause.points, longest).to_string());
        row.part("title").text(&cause.title);
        row.part("count").show(cause.count > 1).text(&format!("× {}", cause.count));
        row.part("points").text(&words::signed(cause.points));
    });
}

fn findings(findings: &[Finding]) {
    View::id("findings-title").text(&words::to_look_at(findings.len()));
    View::id("to-win").show(findings.iter().any(|finding| finding.points > 0));
    // A phrase with several findings is quoted once.
    let again = |(i, finding): (usize, &Finding)| i > 0 && findings[i - 1].span == finding.span;
    let again: Vec<bool> = findings.iter().enumerate().map(again).collect();
    let rows: Vec<(&Finding, bool)> = findings.iter().zip(again).collect();
    View::id("findings").rows("finding", &rows, |row, (finding, again)| {
        row.attr("data-again", if *again { "yes" } else { "no" });
        row.part("severity").text(words::spoken_severity(finding.severity));
        let mark = format!("mark {}", severity_word(finding.severity));
        row.part("quote").attr("class", &mark).text(&finding.quote);
        row.part("message").text(&finding.message);
        row.part("gain").show(finding.points > 0);
        row.part("points").text(&format!("+{}", finding.points));
    });
}

fn strengths(strengths: &[Praise]) {
    View::id("strengths-section").show(!strengths.is_empty());
    View::id("strengths").rows("strength", strengths, |row, praise| {
        row.part("quote").text(&praise.quote);
        row.part("message").text(&praise.message);
    });
}

fn note(row: &View, note: &Note) {
    row.text(&note.text);
}
