//! Puts an answer of the worker into popup.html.

use super::glance::{self, Glance};
use super::places::{Difference, Place, difference, ranked};
use super::report::{Alike, Praise, Report};
use super::words;
use crate::pages::dom::View;
use crate::pages::settings::{severity_word, site_name};
use crate::pages::words::t;
use crate::pages::worker::{Current, Draft, State};
use crate::report::{Band, Cause};

/// Shows the draft's report, or says why there is none.
pub fn show(current: &Current) {
    site(current);
    match (&current.draft, &current.report) {
        (Some(text), Some(report)) if current.state == State::Draft => {
            View::id("plain").show(false);
            draft(text, report);
            View::id("unmarked").show(!current.marks);
            memory(current);
            View::id("draft").show(true);
        }
        _ => plain(&words::of_state(current.state, current.site.as_deref())),
    }
    View::id("copy-report").show(current.report.is_some());
    View::id("main").without("aria-busy");
}

/// Says that the worker did not answer, and why.
pub fn fault(reason: &str) {
    plain(&words::of_fault(reason));
    View::id("copy-report").show(false);
    View::id("main").without("aria-busy");
}

/// Tells those who listen.
pub fn say(words: &str) {
    View::id("said").text(words);
}

/// Says what became of a fix; nothing where that was said of another text.
pub fn trouble(words: Option<&str>) {
    View::id("trouble").show(words.is_some()).part("text").text(words.unwrap_or_default());
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
    plain.part("text").text(&words.text);
    let button = words.button.as_deref();
    plain.part("button").show(button.is_some()).text(button.unwrap_or_default());
    plain.show(true);
    say(&words.title);
}

fn draft(draft: &Draft, report: &Report) {
    let headline = words::headline(report);
    score(report, &headline);
    kind(draft, report);
    let relation = words::relation(&report.measures.thread);
    View::id("relation").show(!relation.is_empty()).text(&relation);
    let notes = words::notes(report);
    View::id("notes").show(!notes.is_empty()).rows("note", &notes, |row, note| {
        row.text(&note.text);
    });

    let places = ranked(&report.findings);
    let to_look_at = words::to_look_at(places.len());
    let empty = report.score.is_none() && places.is_empty();
    View::id("draft").attr("data-empty", if empty { "yes" } else { "no" });
    View::id("findings-title").text(&to_look_at);
    View::id("to-win").show(places.iter().any(|place| place.points > 0));
    View::id("findings").rows("finding", &places, |row, place| finding(row, place, &draft.text));
    strengths(&report.strengths);
    causes(&report.causes);
    glance(draft);
    say(&format!("{headline}. {to_look_at}."));
}

/// What is remembered of the reader, and of messages like this one.
fn memory(current: &Current) {
    View::id("past").show(current.past.is_some());
    let alike = View::id("alike");
    alike.show(current.alike.is_some());
    let Some(Alike { count, since, parts }) = &current.alike else { return };
    alike.part("text").text(&words::alike(*count, since));
    alike.part("parts").rows("part", parts, |row, part| {
        row.part("quote").text(part);
    });
}

fn score(report: &Report, headline: &str) {
    View::id("band").text(headline);
    let meter = View::id("meter");
    let number = View::id("number");
    for part in [&View::id("gauge"), &meter, &number] {
        part.show(report.score.is_some());
    }
    View::id("draft").attr("data-band", report.band.map_or("none", band_word));
    let Some(score) = report.score else { return };
    number.part("value").text(&score.to_string());
    meter
        .attr("aria-valuenow", &score.to_string())
        .attr("aria-valuetext", &words::spoken_score(score, headline))
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

fn kind(draft: &Draft, report: &Report) {
    let chosen = draft.stage.as_deref().unwrap_or_default();
    View::id("as-it-reads").text(&words::as_it_reads(report.stage, !chosen.is_empty()));
    View::id("kind").set("value", chosen);
}

fn finding(row: &View, place: &Place, draft: &str) {
    row.part("severity").text(&words::spoken_severity(place.severity));
    let mark = format!("mark {}", severity_word(place.severity));
    row.part("quote").attr("class", &mark).text(place.quote);
    row.part("message").text(&place.messages.join(" "));
    row.part("gain").show(place.points > 0);
    row.part("points").text(&words::signed(place.points));
    let change = place.edit.and_then(|edit| difference(draft, edit));
    row.part("show").show(change.is_none());
    row.part("edit").show(change.is_some());
    let Some(change) = change else { return };
    let label = t("popupApplyTo", &[&words::of_change(&change)]);
    row.part("apply").attr("aria-label", &label);
    let Difference { before, old, new, after } = &change;
    row.part("change").pieces(&[("", before), ("del", old), ("ins", new), ("", after)]);
}

fn strengths(strengths: &[Praise]) {
    View::id("strengths-section").show(!strengths.is_empty());
    View::id("strengths").rows("strength", strengths, |row, praise| {
        row.part("quote").text(&praise.quote);
        row.part("message").text(&praise.message);
    });
}

fn causes(causes: &[Cause]) {
    let longest = causes.iter().map(|cause| cause.points.unsigned_abs()).max().unwrap_or(0);
    View::id("causes").rows("cause", causes, |row, cause| {
        row.attr("data-gain", if cause.points > 0 { "yes" } else { "no" });
        row.style("--share", &words::share(cause.points, longest).to_string());
        row.part("title").text(&cause.title);
        row.part("count").show(cause.count > 1).text(&format!("× {}", cause.count));
        row.part("points").text(&words::signed(cause.points.into()));
    });
}

fn glance(draft: &Draft) {
    let at = Glance::of(draft.channel.as_deref());
    let glance = View::id("glance");
    glance.attr("data-glance", at.word()).part("caption").text(&t(at.caption(), &[]));
    glance.part("line").text(&glance::line(&draft.text));
    View::id("screen").text(glance::screen(&draft.text));
}
