//! Our own labelled messages, for the tests that hold the engine against them.
#![allow(dead_code)] // Each test uses its part.

use serde::Deserialize;
use std::fs;
use std::ops::Range;
use youfirst::Draft;
use youfirst::input::Turn;

/// A message of `tests/corpus/`, marks included.
#[derive(Deserialize)]
pub struct Message {
    pub id: String,
    #[serde(default)]
    pub sender: String,
    pub verdict: String,
    pub severity: u8,
    pub text: String,
    pub channel: Option<String>,
    pub stage: Option<String>,
    #[serde(default)]
    pub thread: Vec<Turn>,
}

#[derive(Deserialize)]
struct File {
    message: Vec<Message>,
}

/// All messages of the corpus, file by file.
pub fn corpus() -> Vec<(String, Vec<Message>)> {
    let entries = fs::read_dir("tests/corpus").expect("tests run in the project's folder");
    let mut paths: Vec<_> = entries.filter_map(|entry| entry.ok().map(|e| e.path())).collect();
    paths.sort();
    let read = |path: std::path::PathBuf| {
        let text = fs::read_to_string(&path).expect("a corpus file can be read");
        let file: File =
            toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let name = path.file_stem().map(|s| s.to_string_lossy().into_owned());
        (name.unwrap_or_default(), file.message)
    };
    paths.into_iter().map(read).collect()
}

/// A phrase that a reader marked.
pub struct Mark {
    pub family: String,
    /// Bytes of the draft.
    pub range: Range<usize>,
}

impl Message {
    /// The draft without its marks.
    pub fn draft(&self) -> Draft {
        Draft {
            channel: self.channel.clone(),
            stage: self.stage.clone(),
            thread: self.thread.clone(),
            ..Draft::new(unmarked(&self.text).0)
        }
    }

    /// The marks; `bytes` count in the draft.
    pub fn marks(&self) -> Vec<Mark> {
        unmarked(&self.text).1
    }
}

/// Takes «family:phrase» marks out of a text. They may nest, and name several families.
fn unmarked(marked: &str) -> (String, Vec<Mark>) {
    let (mut text, mut marks, mut open) = (String::new(), Vec::new(), Vec::new());
    let mut rest = marked;
    while let Some(at) = rest.find(['«', '»']) {
        text.push_str(&rest[..at]);
        let ends = rest[at..].starts_with('»');
        rest = &rest[at + '«'.len_utf8()..];
        if ends {
            let (families, start): (&str, usize) = open.pop().expect("» has its «");
            let mark = |family: &str| Mark { family: family.into(), range: start..text.len() };
            marks.extend(families.split(',').map(mark));
        } else {
            let (families, phrase) = rest.split_once(':').expect("« names a family");
            open.push((families, text.len()));
            rest = phrase;
        }
    }
    text.push_str(rest);
    (text, marks)
}
