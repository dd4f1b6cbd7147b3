//! `youfirst check`: the engine on the command line.
//!
//! Exit status: 0 where nothing is found at or above `--min-severity`, 1 where something is, 2 for
//! bad usage or input that cannot be read, with one line on standard error.

use clap::{Parser, Subcommand, ValueEnum};
use serde::{Deserialize, Serialize};
use std::io::{self, Read, Write};
use std::process::ExitCode;
use youfirst::report::{
    Band, Finding, Measures, Note, Report, Severity, Span, Stage, SuggestionKind,
};
use youfirst::{Draft, Engine, Settings};

/// Shows which phrases of a message put the sender first, and how to put the reader first.
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Read drafts and print what a reader may feel.
    Check {
        /// Files to read; `-`, or nothing, is standard input.
        files: Vec<String>,
        /// How to print.
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
        /// The quietest findings to list.
        #[arg(long, value_enum, default_value = "soft")]
        min_severity: Least,
    },
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The lines with their marks, for people.
    Text,
    /// One object for each file.
    Json,
    /// Lines of `{"id","text",…}` in, one line for each out.
    Jsonl,
}

#[derive(Clone, Copy, ValueEnum)]
enum Least {
    Hint,
    Soft,
    Strong,
}

impl From<Least> for Severity {
    fn from(least: Least) -> Self {
        match least {
            Least::Hint => Severity::Hint,
            Least::Soft => Severity::Soft,
            Least::Strong => Severity::Strong,
        }
    }
}

/// A line of JSONL input.
#[derive(Deserialize)]
struct Line {
    id: serde_json::Value,
    #[serde(flatten)]
    draft: Draft,
}

/// What JSON and JSONL print for one draft.
#[derive(Serialize)]
struct Output<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    score: Option<u8>,
    band: Option<Band>,
    findings: &'a [Finding],
    strengths: Vec<Strength<'a>>,
    stage: Option<Stage>,
    measures: Measures,
    notes: &'a [Note],
}

#[derive(Serialize)]
struct Strength<'a> {
    rule: &'a str,
    family: &'a str,
    #[serde(flatten)]
    span: Span,
    quote: &'a str,
}

impl<'a> Output<'a> {
    fn of(report: &'a Report, id: Option<&'a serde_json::Value>, file: Option<&'a str>) -> Self {
        let strength = |p: &'a youfirst::report::Praise| Strength {
            rule: &p.rule,
            family: &p.family,
            span: p.span,
            quote: &p.quote,
        };
        Output {
            id,
            file,
            score: report.score,
            band: report.band,
            findings: &report.findings,
            strengths: report.strengths.iter().map(strength).collect(),
            stage: report.stage,
            measures: report.measures,
            notes: &report.notes,
        }
    }
}

fn main() -> ExitCode {
    let Command::Check { files, format, min_severity } = Arguments::parse().command;
    let files = if files.is_empty() { vec!["-".to_string()] } else { files };
    match check(&files, format, min_severity.into(), &mut io::stdout().lock()) {
        Ok(false) => ExitCode::SUCCESS,
        Ok(true) => ExitCode::from(1),
        Err(message) => {
            eprintln!("youfirst: {message}");
            ExitCode::from(2)
        }
    }
}

/// Whether anything was found.
fn check(
    files: &[String],
    format: Format,
    least: Severity,
    out: &mut impl Write,
) -> Result<bool, String> {
    let (engine, _) = Engine::new(&Settings::default());
    let mut found = false;
    for file in files {
        let text = read(file)?;
        let printed = match format {
            Format::Jsonl => lines(&engine, file, &text, least, out),
            _ => {
                let report = analyze(&engine, &Draft::new(text.as_str()), least);
                let print = if format == Format::Json { print_json } else { print_text };
                print(file, &text, &report, out).map(|()| !report.findings.is_empty())
            }
        };
        match printed {
            Ok(any) => found |= any,
            // A reader that has seen enough (`| head`) is no error.
            Err(Fault::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
                return Ok(found);
            }
            Err(Fault::Output(error)) => return Err(format!("standard output: {error}")),
            Err(Fault::Input(message)) => return Err(message),
        }
    }
    Ok(found)
}

/// What can stop the printing.
enum Fault {
    Input(String),
    Output(io::Error),
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Fault::Output(error)
    }
}

fn read(file: &str) -> Result<String, String> {
    let mut bytes = Vec::new();
    let (name, done) = match file {
        "-" => ("standard input", io::stdin().lock().read_to_end(&mut bytes).map(drop)),
        path => (path, std::fs::read(path).map(|b| bytes = b)),
    };
    done.map_err(|error| format!("{name}: {error}"))?;
    String::from_utf8(bytes).map_err(|e| {
        format!(
            "{name}: not UTF-8 from byte {} on; save the file as UTF-8",
            e.utf8_error().valid_up_to()
        )
    })
}

fn analyze(engine: &Engine, draft: &Draft, least: Severity) -> Report {
    let mut report = engine.analyze(draft);
    report.findings.retain(|f| f.severity >= least);
    report
}

fn lines(
    engine: &Engine,
    file: &str,
    text: &str,
    least: Severity,
    out: &mut impl Write,
) -> Result<bool, Fault> {
    let mut found = false;
    for (number, line) in text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
        let line: Line = serde_json::from_str(line).map_err(|e| {
            Fault::Input(format!("{file}: line {}: {e}; expected {{\"id\", \"text\"}}", number + 1))
        })?;
        let report = analyze(engine, &line.draft, least);
        found |= !report.findings.is_empty();
        print_object(&Output::of(&report, Some(&line.id), None), out)?;
    }
    Ok(found)
}

fn print_object(output: &Output, out: &mut impl Write) -> Result<(), Fault> {
    serde_json::to_writer(&mut *out, output).map_err(|e| Fault::Output(e.into()))?;
    Ok(writeln!(out)?)
}

fn print_json(file: &str, _text: &str, report: &Report, out: &mut impl Write) -> Result<(), Fault> {
    print_object(&Output::of(report, None, Some(file)), out)
}

/// The verdict, then each finding under its line of the draft.
fn print_text(file: &str, text: &str, report: &Report, out: &mut impl Write) -> Result<(), Fault> {
    let name = if file == "-" { "draft" } else { file };
    match (report.band, report.score) {
        (Some(band), Some(score)) => writeln!(out, "{name}: {} ({score} of 100)", band.words())?,
        _ => writeln!(out, "{name}: no score")?,
    }
    for note in &report.notes {
        writeln!(out, "  {}", note.text)?;
    }
    for cause in &report.causes {
        writeln!(out, "  {:+4}  {}", cause.points, cause.title)?;
    }
    for finding in &report.findings {
        print_finding(text, finding, out)?;
    }
    for praise in &report.strengths {
        writeln!(out, "\n  + “{}”: {}", praise.quote.replace('\n', " "), praise.message)?;
    }
    Ok(())
}

fn print_finding(text: &str, finding: &Finding, out: &mut impl Write) -> Result<(), Fault> {
    let Span { start, end } = finding.span;
    let line_start = text[..start].rfind('\n').map_or(0, |n| n + 1);
    let line_end = text[start..].find('\n').map_or(text.len(), |n| start + n);
    let marked = text[start..end.min(line_end)].chars().count().max(1);
    let indent = text[line_start..start]
        .chars()
        .map(|c| if c == '\t' { '\t' } else { ' ' })
        .collect::<String>();
    let line = text[..start].matches('\n').count() + 1;
    let severity = format!("{:?}", finding.severity).to_lowercase();
    writeln!(
        out,
        "\n  line {line}, {severity}, {} ({:+} when mended)",
        finding.rule, finding.points
    )?;
    writeln!(out, "    {}", text[line_start..line_end].trim_end())?;
    writeln!(out, "    {indent}{}", "~".repeat(marked))?;
    writeln!(out, "    {}", finding.message)?;
    for suggestion in &finding.suggestions {
        match (suggestion.kind, suggestion.text.as_str()) {
            (SuggestionKind::Advice, advice) => writeln!(out, "    · {advice}")?,
            (SuggestionKind::Edit, "") => writeln!(out, "    → leave it out")?,
            (_, rewrite) => writeln!(out, "    → {rewrite}")?,
        }
    }
    Ok(())
}
