//! Trying the rule in the form while it is being written: faults at their fields, and what the
//! example lines give.

use super::sketch::{Sketch, filled_lines};
use super::{Options, fields};
use crate::pages::dom::View;
use crate::pages::marked;
use crate::pages::worker::{self, Line, Problem, RuleCheck};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// The fields that have a place for faults.
const FIELDS: [&str; 5] = ["message", "patterns", "suggestions", "weight", "sites"];

/// How many faults of a field are told one by one.
const TOLD: usize = 5;

/// How many characters of a pattern are shown before a fault in it: what a narrow page has room
/// for.
const BEFORE_CARET: usize = 20;

/// Tries the rule as it stands, and shows what comes of it.
pub fn ask(page: &Rc<Options>) {
    let page = page.clone();
    spawn_local(async move {
        let sketch = fields::read();
        let tried = page.form.borrow().tried;
        try_out(&page, &sketch, tried).await;
    });
}

/// Whether the rule can be saved. If not, its faults are shown and the first has the focus.
pub async fn is_sound(page: &Options, sketch: &Sketch) -> bool {
    let problems = try_out(page, sketch, true).await;
    if let Some(first) = problems.first() {
        focus(&first.field, sketch);
    }
    problems.is_empty()
}

async fn try_out(page: &Options, sketch: &Sketch, all: bool) -> Vec<Problem> {
    let turn = page.checks.get().wrapping_add(1);
    page.checks.set(turn);
    let id = page.open_id().unwrap_or_default();
    let answer = worker::check_rule(&page.sketched(sketch, &id)).await;
    let (mut check, unanswered) = match answer {
        Ok(check) => (check, None),
        Err(message) => (RuleCheck::default(), Some(Problem { message, ..Problem::default() })),
    };
    let missing = sketch.missing();
    check.problems.retain(|problem| !missing.iter().any(|m| m.field == problem.field));
    let mut problems = missing;
    problems.append(&mut check.problems);
    problems.extend(unanswered);
    if page.checks.get() == turn {
        show(sketch, &check, &problems, all);
    }
    problems
}

fn show(sketch: &Sketch, check: &RuleCheck, problems: &[Problem], all: bool) {
    let missing = sketch.missing();
    let due = |p: &&Problem| all || !missing.iter().any(|m| m.field == p.field);
    for field in FIELDS {
        let here: Vec<_> = problems.iter().filter(due).filter(|p| p.field == field).collect();
        show_faults(field, &here, sketch);
    }
    let rest: Vec<_> =
        problems.iter().filter(due).filter(|p| !FIELDS.contains(&p.field.as_str())).collect();
    show_faults("rule", &rest, sketch);
    lines("fires", &filled_lines(&sketch.fires), &check.fires);
    lines("quiet", &filled_lines(&sketch.quiet), &check.quiet);
    View::id("trial").text(&summary(check));
}

fn show_faults(field: &str, problems: &[&Problem], sketch: &Sketch) {
    let patterns = sketch.patterns();
    let place = |problem: &Problem| {
        let pattern = patterns.get(problem.index?).filter(|_| field == "patterns")?;
        caret(pattern, problem.at)
    };
    let told = problems.iter().take(TOLD).map(|each| (each.message.clone(), place(each)));
    let mut told: Vec<_> = told.collect();
    if problems.len() > TOLD {
        told.push((format!("And {} more.", problems.len() - TOLD), None));
    }
    View::id(&format!("{field}-faults")).show(!told.is_empty()).rows(
        "fault",
        &told,
        |row, (words, place)| {
            row.part("text").text(words);
            row.part("place").show(place.is_some()).text(place.as_deref().unwrap_or_default());
        },
    );
    for name in inputs(field) {
        let invalid = if problems.is_empty() { "false" } else { "true" };
        View::id(name).attr("aria-invalid", invalid);
    }
}

/// The fields to which faults of this name belong.
fn inputs(field: &str) -> &'static [&'static str] {
    match field {
        "message" => &["message"],
        "patterns" => &["phrases", "regex"],
        "weight" => &["weight"],
        _ => &[],
    }
}

fn focus(field: &str, sketch: &Sketch) {
    match field {
        "patterns" if sketch.kind == crate::rule::Kind::Regex => View::id("regex").focus(),
        "patterns" => View::id("phrases").focus(),
        "sites" => View::id("site-linkedin").focus(),
        "suggestions" => View::id("suggestions").row(0).part("text").focus(),
        "message" | "weight" => View::id(field).focus(),
        _ => View::id("save").focus(),
    };
}

/// The pattern with a caret under the place of the fault. Of a long one what is far before it is
/// left out, so that the caret is in sight.
fn caret(pattern: &str, at: Option<usize>) -> Option<String> {
    let byte = marked::byte_at(pattern, at?)?;
    let before = pattern[..byte].chars().count();
    let skipped = before.saturating_sub(BEFORE_CARET);
    let cut = if skipped > 0 { "…" } else { "" };
    let near: String = pattern.chars().skip(skipped).collect();
    let indent = " ".repeat(cut.chars().count() + before - skipped);
    Some(format!("{cut}{near}\n{indent}^"))
}

fn lines(list: &str, texts: &[&str], results: &[Line]) {
    let pairs: Vec<_> = texts.iter().zip(results).collect();
    View::id(&format!("{list}-lines")).show(!pairs.is_empty()).rows(
        "line",
        &pairs,
        |row, (text, line)| {
            row.attr("data-ok", if line.ok { "yes" } else { "no" });
            row.part("verdict").text(verdict(list == "fires", line.ok));
            // The spans are those of the sentence alone.
            let sentence = text.replace(['«', '»'], "");
            row.part("text").marked(&marked::by_spans(&sentence, &line.spans));
        },
    );
}

fn verdict(should_flag: bool, ok: bool) -> &'static str {
    match (should_flag, ok) {
        (true, true) => "Flagged",
        (true, false) => "Not flagged",
        (false, true) => "Left alone",
        (false, false) => "Flagged, but should not be",
    }
}

fn summary(check: &RuleCheck) -> String {
    let lines = check.fires.iter().chain(&check.quiet);
    let (mut all, mut good) = (0, 0);
    for line in lines {
        all += 1;
        good += usize::from(line.ok);
    }
    match all {
        0 => String::new(),
        _ if all == good => "All lines are as they should be.".into(),
        _ => format!("{good} of {all} lines are as they should be."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_caret_stands_under_the_fault() {
        assert_eq!(caret("ab(c", Some(2)).as_deref(), Some("ab(c\n  ^"));
        assert_eq!(caret("👋(", Some(2)).as_deref(), Some("👋(\n ^"));
        let long = format!("{}(", "abcde".repeat(9));
        assert_eq!(caret(&long, Some(45)), Some(format!("…{}\n{}^", &long[25..], " ".repeat(21))));
        assert_eq!(caret("ab", Some(9)), None);
        assert_eq!(caret("ab", None), None);
    }

    #[test]
    fn the_summary_counts_both_lists() {
        let line = |ok| Line { ok, spans: vec![] };
        let check =
            RuleCheck { fires: vec![line(true)], quiet: vec![line(false)], ..RuleCheck::default() };
        assert_eq!(summary(&check), "1 of 2 lines are as they should be.");
        assert_eq!(summary(&RuleCheck::default()), "");
    }
}
