//! Every row of the essays that the project grew from: what must be found, and what must be said.

use serde::Deserialize;
use youfirst::input::Turn;
use youfirst::report::{Report, Severity};
use youfirst::{Draft, Engine, Settings};

#[derive(Deserialize)]
struct Case {
    essay: String,
    row: String,
    text: String,
    channel: Option<String>,
    #[serde(default)]
    thread: Vec<Turn>,
    #[serde(default)]
    families: Vec<String>,
    #[serde(default)]
    praise: Vec<String>,
    /// Words that must stand in a suggestion or a note.
    #[serde(default)]
    advice: Vec<String>,
    /// The stage read from the thread.
    stage: Option<String>,
    /// The severity of the first family.
    severity: Option<Severity>,
    /// Nothing is marked.
    #[serde(default)]
    quiet: bool,
}

#[derive(Deserialize)]
struct Seeds {
    case: Vec<Case>,
}

/// Everything that the report tells the writer to do.
fn words_of_advice(report: &Report) -> String {
    let suggestions = report.findings.iter().flat_map(|f| &f.suggestions).map(|s| s.text.as_str());
    let notes = report.notes.iter().map(|n| n.text.as_str());
    suggestions.chain(notes).collect::<Vec<_>>().join("\n").to_lowercase()
}

fn faults(case: &Case, report: &Report) -> Vec<String> {
    let mut faults = Vec::new();
    let found = |family: &String| report.findings.iter().find(|f| f.family == *family);
    for family in case.families.iter().filter(|f| found(f).is_none()) {
        faults.push(format!("{family} is not found"));
    }
    for family in &case.praise {
        if !report.strengths.iter().any(|p| p.family == *family) {
            faults.push(format!("{family} is not praised"));
        }
    }
    let said = words_of_advice(report);
    for words in case.advice.iter().filter(|words| !said.contains(words.as_str())) {
        faults.push(format!("“{words}” is not said in:\n{said}"));
    }
    let stage = report.stage.and_then(|s| serde_json::to_value(s).ok());
    if case.stage.is_some() && case.stage.as_deref() != stage.as_ref().and_then(|s| s.as_str()) {
        faults.push(format!("the stage is {stage:?}"));
    }
    let first = case.families.first().and_then(found).map(|f| f.severity);
    if case.severity.is_some() && case.severity != first {
        faults.push(format!("the severity is {first:?}"));
    }
    let marked = report.findings.iter().filter(|f| f.severity > Severity::Hint);
    if case.quiet {
        faults.extend(marked.map(|f| format!("marked: {} {:?}", f.rule, f.quote)));
    }
    faults
}

#[test]
fn every_row_of_the_essays_holds() {
    let seeds: Seeds = toml::from_str(include_str!("seeds.toml")).expect("seeds.toml is read");
    let (engine, _) = Engine::new(&Settings::default());
    let mut broken = Vec::new();
    for case in &seeds.case {
        let draft = Draft {
            channel: case.channel.clone(),
            thread: case.thread.clone(),
            ..Draft::new(case.text.as_str())
        };
        let report = engine.analyze(&draft);
        let rules: Vec<&str> = report.findings.iter().map(|f| f.rule.as_str()).collect();
        for fault in faults(case, &report) {
            broken.push(format!("{}: {}\n  {fault}\n  {rules:?}", case.essay, case.row));
        }
    }
    assert!(broken.is_empty(), "{} do not hold:\n{}", broken.len(), broken.join("\n"));
}
