//! Trying the rule in the form while it is being written: faults at their fields, and what the
//! example lines give.

use super::sketch::{Sketch, What, filled_lines, problem};
use super::{Options, fields};
use crate::pages::dom::View;
use crate::pages::marked;
use crate::pages::words::t;
use crate::pages::worker::spawn;
use crate::pages::worker::{self, Line, Problem, RuleCheck};
use std::rc::Rc;

/// The fields that have a place for faults.
const FIELDS: [&str; 7] =
    ["message", "patterns", "suggestions", "weight", "sites", "channels", "stages"];

/// How many faults of a field are told one by one.
const TOLD: usize = 5;

/// How many characters of a pattern are shown before a fault in it: what a narrow page has room
/// for.
const BEFORE_CARET: usize = 20;

/// Tries the rule as it stands, and shows what comes of it. One question at a time: what is
/// typed until the answer is tried afterwards.
pub fn ask(page: &Rc<Options>) {
    page.stale.set(true);
    if page.trying.replace(true) {
        return;
    }
    let page = page.clone();
    spawn(async move {
        while page.stale.replace(false) {
            let sketch = fields::read(&page);
            let tried = page.form.borrow().tried;
            try_out(&page, &sketch, tried).await;
        }
        page.trying.set(false);
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
        Err(message) => (RuleCheck::default(), Some(problem("", message))),
    };
    for problem in &mut check.problems {
        name_row(problem);
    }
    let missing = sketch.missing();
    check.problems.retain(|problem| !missing.iter().any(|(field, _)| *field == problem.field));
    let told = missing.into_iter().map(|(field, key)| problem(field, t(key, &[])));
    let mut problems: Vec<_> = told.collect();
    problems.append(&mut check.problems);
    problems.extend(unanswered);
    if page.checks.get() == turn {
        show(sketch, &check, &problems, all);
    }
    problems
}

fn show(sketch: &Sketch, check: &RuleCheck, problems: &[Problem], all: bool) {
    let missing = sketch.missing();
    let due = |p: &&Problem| all || !missing.iter().any(|(field, _)| *field == p.field);
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
    let says = if sketch.what == What::Regex { check.says.as_slice() } else { &[] };
    View::id("says").show(!says.is_empty()).rows("example", says, |line, says| {
        line.text(&t("ruleSays", &[says]));
    });
}

/// A fault in a row of the table is one of what is looked for.
fn name_row(problem: &mut Problem) {
    if problem.field == "swaps" {
        let row = problem.index.map(|index| (index + 1).to_string()).unwrap_or_default();
        problem.message = t("ruleInRow", &[&row, &problem.message]);
        problem.field = "patterns".into();
        problem.at = None;
    }
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
        told.push((t("ruleFaultsMore", &[&(problems.len() - TOLD).to_string()]), None));
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
        "patterns" => match sketch.what {
            What::Phrases => View::id("phrases").focus(),
            What::Table => View::id("table").row(0).part("phrase").focus(),
            What::Regex => View::id("regex").focus(),
        },
        "sites" => View::id("choose-sites").row(0).part("on").focus(),
        "channels" | "stages" => {
            View::id("narrow").set("open", true);
            View::id("choose-channels").row(0).part("on").focus()
        }
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
            row.part("verdict").text(&t(verdict(list == "fires", line.ok), &[]));
            // The spans are those of the sentence alone.
            let sentence = text.replace(['«', '»'], "");
            row.part("text").marked(&marked::by_spans(&sentence, &line.spans));
        },
    );
}

fn verdict(should_flag: bool, ok: bool) -> &'static str {
    match (should_flag, ok) {
        (true, true) => "ruleFlagged",
        (true, false) => "ruleNotFlagged",
        (false, true) => "ruleLeftAlone",
        (false, false) => "ruleFlaggedWrongly",
    }
}

fn summary(check: &RuleCheck) -> String {
    match tally(check) {
        (_, 0) => String::new(),
        (good, all) if good == all => t("ruleLinesGood", &[]),
        (good, all) => t("ruleLinesSome", &[&good.to_string(), &all.to_string()]),
    }
}

/// How many example lines are as they should be, and how many there are.
fn tally(check: &RuleCheck) -> (usize, usize) {
    let lines = || check.fires.iter().chain(&check.quiet);
    (lines().filter(|line| line.ok).count(), lines().count())
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
        assert_eq!(tally(&check), (1, 2));
    }
}
