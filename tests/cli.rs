//! The command line: formats, exit status, and one clear line where something is wrong.
#![allow(clippy::unwrap_used)] // A test may.

use serde_json::Value;
use std::io::Write;
use std::process::{Command, Output, Stdio};

fn run(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_youfirst"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Bad usage ends the program before it reads.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

const ASKING: &str =
    "Hi Ana,\n\nCould you share my new video with your followers? Thanks in advance!\n";
const KIND: &str = "Your talk on bees stayed with me. How do you keep them through the winter?";

#[test]
fn status_tells_whether_something_was_found() {
    assert_eq!(run(&["check"], KIND).status.code(), Some(0));
    assert_eq!(run(&["check", "-"], ASKING).status.code(), Some(1));
    assert_eq!(run(&["check", "--min-severity", "strong", "-"], KIND).status.code(), Some(0));
}

#[test]
fn text_shows_the_span_underlined_with_a_rewrite_beneath() {
    let out = text(&run(&["check"], ASKING).stdout);
    let lines: Vec<&str> = out.lines().collect();
    let at = lines.iter().position(|l| l.contains("thanks-in-advance")).unwrap();
    let start = lines[at + 1].find("Thanks in advance").unwrap();
    assert_eq!(lines[at + 2].find('~'), Some(start));
    assert_eq!(lines[at + 2].matches('~').count(), "Thanks in advance".len());
    assert!(lines[at + 3..].iter().any(|l| l.contains('→')), "{out}");
}

#[test]
fn jsonl_keeps_order_ids_and_byte_offsets() {
    let input = [
        r#"{"id": "a", "text": "Café first. Thanks in advance for sharing it!"}"#,
        r#"{"id": 7, "text": "ok", "channel": "pigeon", "stage": "someday"}"#,
    ]
    .join("\n");
    let run = run(&["check", "-", "--format", "jsonl"], &input);
    assert_eq!(run.status.code(), Some(1));
    let out = text(&run.stdout);
    let rows: Vec<Value> = out.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!((&rows[0]["id"], &rows[1]["id"]), (&Value::from("a"), &Value::from(7)));
    let finding = &rows[0]["findings"][0];
    assert_eq!(finding["quote"], "Thanks in advance");
    assert_eq!(finding["start"], "Café first. ".len());
    let keys = ["rule", "family", "severity", "start", "end", "quote", "message", "suggestions"];
    assert!(keys.iter().all(|k| finding.get(k).is_some()), "{finding}");
    assert_eq!(rows[1]["score"], Value::Null);
    let codes: Vec<&str> =
        rows[1]["notes"].as_array().unwrap().iter().map(|n| n["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["too-short", "unknown-channel", "unknown-stage"]);
}

#[test]
fn findings_below_the_least_severity_are_not_listed() {
    for format in ["json", "text"] {
        let all = run(&["check", "--format", format, "--min-severity", "hint"], ASKING);
        let strong = run(&["check", "--format", format, "--min-severity", "strong"], ASKING);
        assert!(text(&all.stdout).contains("thanks-in-advance"));
        assert!(!text(&strong.stdout).contains("thanks-in-advance"));
    }
}

#[test]
fn bad_usage_and_unreadable_input_say_so_in_one_line() {
    for (arguments, input, expected) in [
        (vec!["check", "no-such-file.txt"], "", "no-such-file.txt: "),
        (vec!["check", "-", "--format", "jsonl"], "{\"text\": 3}", "line 1: "),
        (vec!["check", "-", "--format", "jsonl"], "not json", "line 1: "),
    ] {
        let out = run(&arguments, input);
        let error = text(&out.stderr);
        assert_eq!(out.status.code(), Some(2), "{arguments:?}");
        assert!(error.starts_with("youfirst: ") && error.contains(expected), "{error}");
        assert_eq!(error.lines().count(), 1, "{error}");
    }
    assert_eq!(run(&["check", "--format", "xml"], "").status.code(), Some(2));
    assert_eq!(run(&[], "").status.code(), Some(2));
}

#[test]
fn bytes_that_are_not_utf8_are_named_by_their_place() {
    let file = std::env::temp_dir().join(format!("youfirst-{}.txt", std::process::id()));
    std::fs::write(&file, b"Hello \xff there").unwrap();
    let out = run(&["check", file.to_str().unwrap()], "");
    std::fs::remove_file(&file).unwrap();
    assert_eq!(out.status.code(), Some(2));
    assert!(text(&out.stderr).contains("byte 6"), "{}", text(&out.stderr));
}
