//! Whole drafts with the underlines drawn, so that a change of behaviour shows as a change of text:
//! the first messages of each file of the corpus. `BLESS=1 cargo test --test snapshots` writes the
//! pictures anew; read their difference before committing it.

mod support;

use std::fmt::Write as _;
use std::{env, fs};
use support::{Message, corpus};
use youfirst::report::{Report, Severity, Span};
use youfirst::{Engine, Settings};

/// Messages of each file that are drawn.
const DRAWN: usize = 12;
/// Bytes of a drawn line.
const WIDTH: usize = 96;

#[test]
fn drafts_are_marked_as_they_were() {
    let (engine, _) = Engine::new(&Settings::default());
    let mut changed = Vec::new();
    for (file, messages) in corpus() {
        let mut now = String::new();
        for message in messages.iter().take(DRAWN) {
            now.push_str(&picture(message, &engine.analyze(&message.draft())));
        }
        let path = format!("tests/snapshots/{file}.txt");
        if env::var_os("BLESS").is_some() {
            fs::write(&path, &now).expect("a snapshot can be written");
        }
        let before = fs::read_to_string(&path).unwrap_or_default();
        changed.extend(first_difference(&before, &now).map(|line| format!("{path}: {line}")));
    }
    assert!(changed.is_empty(), "BLESS=1 writes them anew:\n{}", changed.join("\n"));
}

fn first_difference(before: &str, now: &str) -> Option<String> {
    let (mut old, mut new) = (before.lines(), now.lines());
    for number in 1.. {
        match (old.next(), new.next()) {
            (None, None) => return None,
            (a, b) if a == b => {}
            (a, b) => return Some(format!("line {number}\n  was {a:?}\n  is  {b:?}")),
        }
    }
    None
}

/// A draft with a line of `~` under each finding and of `+` under each strength.
fn picture(message: &Message, report: &Report) -> String {
    let draft = message.draft();
    let score = report.score.map_or("no score".to_string(), |s| s.to_string());
    let mut out = format!("## {} (a reader: {})\n", message.id, message.verdict);
    let band = report.band.map_or("", |b| b.words());
    let stage = report.stage.map(|s| format!("{s:?}")).unwrap_or_default();
    _ = writeln!(out, "{score} {band}, {stage}\n");
    let findings = report.findings.iter().filter(|f| f.severity > Severity::Hint);
    let marks: Vec<(Span, char, &str)> = findings
        .map(|f| (f.span, '~', f.rule.as_str()))
        .chain(report.strengths.iter().map(|p| (p.span, '+', p.rule.as_str())))
        .collect();
    for (at, line) in lines(&draft.text) {
        _ = writeln!(out, "  {}", line.trim_end());
        for (span, sign, rule) in &marks {
            let (start, end) = (span.start.max(at), span.end.min(at + line.len()));
            if start < end {
                let width = |range: &str| range.chars().count();
                let indent = " ".repeat(width(&line[..start - at]));
                let drawn = sign.to_string().repeat(width(&line[start - at..end - at]));
                _ = writeln!(out, "  {indent}{drawn} {rule}");
            }
        }
    }
    for note in &report.notes {
        _ = writeln!(out, "  ({}: {})", note.code, note.text);
    }
    out.push('\n');
    out
}

/// The lines of a text with their places, long ones wrapped.
fn lines(text: &str) -> Vec<(usize, &str)> {
    let mut lines = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let mut rest = line;
        while rest.len() > WIDTH {
            let most = rest.floor_char_boundary(WIDTH);
            let cut = rest[..most].rfind(' ').map_or(most, |space| space + 1);
            lines.push((at, &rest[..cut]));
            at += cut;
            rest = &rest[cut..];
        }
        lines.push((at, rest));
        at += rest.len();
    }
    lines
}
