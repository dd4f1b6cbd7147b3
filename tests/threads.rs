//! What the messages before a draft change about its report: `threads.toml`, case by case.
#![allow(clippy::unwrap_used)] // A test may.

use serde::Deserialize;
use youfirst::input::{Author, Turn};
use youfirst::report::{Report, Severity};
use youfirst::{Draft, Engine, Settings};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    channel: Option<String>,
    /// "me: …" or "them: …", oldest first.
    before: Vec<String>,
    text: String,
    stage: Option<String>,
    /// "family: words that the finding touches".
    #[serde(default)]
    must: Vec<String>,
    #[serde(default)]
    never: Vec<String>,
    #[serde(default)]
    praise: Vec<String>,
    /// Words of a finding's message or a note.
    #[serde(default)]
    says: Vec<String>,
    /// Codes of notes.
    #[serde(default)]
    notes: Vec<String>,
    /// A family that is found, and costs less than without the thread.
    weighs: Option<String>,
    /// Nothing is marked.
    #[serde(default)]
    quiet: bool,
}

#[derive(Deserialize)]
struct Threads {
    thread: Vec<Case>,
}

fn turn(line: &str) -> Turn {
    let (who, text) = line.split_once(": ").unwrap();
    let from = if who == "me" { Author::Me } else { Author::Them };
    Turn { from, text: text.into() }
}

fn cost(report: &Report, family: &str) -> i16 {
    report.causes.iter().filter(|c| c.family == family).map(|c| -c.points).sum()
}

fn faults(case: &Case, engine: &Engine) -> Vec<String> {
    let alone = Draft { channel: case.channel.clone(), ..Draft::new(case.text.as_str()) };
    let thread = case.before.iter().map(|line| turn(line)).collect();
    let report = engine.analyze(&Draft { thread, ..alone.clone() });
    let marked = || report.findings.iter().filter(|f| f.severity > Severity::Hint);
    let mut faults = Vec::new();
    for must in &case.must {
        let (family, words) = must.split_once(": ").unwrap();
        let from = case.text.find(words).unwrap_or_else(|| panic!("{words:?} is not there"));
        let at = if words.is_empty() { 0..case.text.len() } else { from..from + words.len() };
        let there = |start: usize, end: usize| start < at.end && at.start < end;
        if !marked().any(|f| f.family == family && there(f.span.start, f.span.end)) {
            faults.push(format!("missed {must}"));
        }
    }
    let barred = |family: &str| case.quiet || case.never.iter().any(|never| never == family);
    faults.extend(
        marked().filter(|f| barred(&f.family)).map(|f| format!("marked {} {:?}", f.rule, f.quote)),
    );
    let praised = |family: &&String| report.strengths.iter().any(|p| p.family == **family);
    faults.extend(case.praise.iter().filter(|f| !praised(f)).map(|f| format!("no praise: {f}")));
    let messages = report.findings.iter().map(|f| f.message.as_str());
    let said: Vec<&str> = messages.chain(report.notes.iter().map(|n| n.text.as_str())).collect();
    let unsaid = case.says.iter().filter(|words| !said.iter().any(|s| s.contains(words.as_str())));
    faults.extend(unsaid.map(|words| format!("“{words}” is not said in {said:?}")));
    let unnoted = case.notes.iter().filter(|code| !report.notes.iter().any(|n| n.code == **code));
    faults.extend(unnoted.map(|code| format!("no note {code}")));
    let stage = serde_json::to_value(report.stage).unwrap();
    if case.stage.as_deref().is_some_and(|wanted| stage != wanted) {
        faults.push(format!("the stage is {stage}"));
    }
    if let Some(family) = &case.weighs {
        let (with, without) = (cost(&report, family), cost(&engine.analyze(&alone), family));
        if !(0 < with && with < without) {
            faults.push(format!("{family} costs {with} with the thread, {without} without"));
        }
    }
    faults
}

#[test]
fn every_thread_is_read_for_what_follows_from_it() {
    let threads: Threads = toml::from_str(include_str!("threads.toml")).unwrap();
    let (engine, _) = Engine::new(&Settings::default());
    let mut broken = Vec::new();
    for case in &threads.thread {
        broken.extend(faults(case, &engine).iter().map(|fault| format!("{}: {fault}", case.name)));
    }
    assert!(broken.is_empty(), "{} faults:\n{}", broken.len(), broken.join("\n"));
    let quiet = threads.thread.iter().filter(|case| case.quiet).count();
    assert!(threads.thread.len() >= 60 && quiet >= 20, "{} and {quiet}", threads.thread.len());
}
