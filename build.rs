//! Packs `src/rules/*.toml` for the core. A rule that breaks the schema, has no examples, or a
//! pattern that cannot be read stops the build with the file, the rule and what to do.

#[allow(dead_code, unused_imports)]
#[path = "src/pattern/mod.rs"]
mod pattern;
#[allow(dead_code)]
#[path = "src/report.rs"]
mod report;
#[allow(dead_code)]
#[path = "src/rule.rs"]
mod rule;

use rule::{Catalogue, Family, Kind, Rule};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// `lexicon.toml`: the word classes of patterns.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lexicon {
    classes: BTreeMap<String, Vec<String>>,
}

/// `signals.toml`: patterns that say something about a message without being a fault or a merit.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Signals {
    signals: BTreeMap<String, Vec<String>>,
}

/// A sentence about what is wrong in which file.
type Problem = String;

fn main() {
    println!("cargo::rerun-if-changed=src/rules");
    println!("cargo::rerun-if-changed=src/signals.toml");
    if env::var_os("CARGO_FEATURE_ENGINE").is_none() {
        return;
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("rules.bin");
    match generate() {
        Ok(packed) => fs::write(out, packed).expect("OUT_DIR can be written"),
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
        }
    }
}

fn generate() -> Result<Vec<u8>, Vec<Problem>> {
    let lexicon: Lexicon = read(Path::new("src/rules/lexicon.toml")).map_err(|p| vec![p])?;
    let signals: Signals = read(Path::new("src/signals.toml")).map_err(|p| vec![p])?;
    let mut files: Vec<PathBuf> = fs::read_dir("src/rules")
        .map_err(|e| vec![format!("src/rules: {e}")])?
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .filter(|p| {
            p.extension().is_some_and(|e| e == "toml")
                && p.file_stem().is_some_and(|s| s != "lexicon")
        })
        .collect();
    files.sort();
    let mut problems = Vec::new();
    let mut families = Vec::new();
    for file in &files {
        match read::<Family>(file) {
            Ok(family) => {
                problems.extend(check_family(file, &family, &lexicon));
                families.push(family);
            }
            Err(problem) => problems.push(problem),
        }
    }
    for (name, patterns) in &signals.signals {
        problems.extend(check_patterns(
            patterns.iter().map(String::as_str),
            &lexicon,
            &format!("src/signals.toml: {name}"),
        ));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let catalogue = Catalogue { families, classes: lexicon.classes, signals: signals.signals };
    postcard::to_allocvec(&catalogue).map_err(|e| vec![e.to_string()])
}

fn read<T: for<'de> Deserialize<'de>>(path: &Path) -> Result<T, Problem> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    toml::from_str(&text)
        .map_err(|e| format!("{}: {}", path.display(), e.to_string().replace('\n', " ")))
}

fn check_family(file: &Path, family: &Family, lexicon: &Lexicon) -> Vec<Problem> {
    let place = file.display();
    let mut problems = Vec::new();
    if file.file_stem().is_none_or(|s| *s != *family.id) {
        problems.push(format!("{place}: the file must be named after its family, {}", family.id));
    }
    let mut seen = BTreeSet::new();
    for rule in family.rules.iter() {
        let place = format!("{place}: {}", rule.id);
        if !seen.insert(rule.id.clone()) {
            problems.push(format!("{place}: this id stands twice"));
        }
        if !rule
            .id
            .strip_prefix(&*family.id)
            .is_some_and(|rest| rest.len() > 1 && rest.starts_with('.'))
        {
            problems.push(format!("{place}: the id must begin with “{}.”", family.id));
        }
        problems
            .extend(check_rule(rule, family.praise).into_iter().map(|p| format!("{place}: {p}")));
        let all = rule
            .patterns
            .iter()
            .chain(rule.unless.iter())
            .chain(rule.absent.iter())
            .chain(rule.needs.iter());
        problems.extend(check_patterns(all.map(String::as_str), lexicon, &place));
    }
    problems
}

fn check_rule(rule: &Rule, praise: bool) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut need = |holds: bool, what: &str| {
        if !holds {
            problems.push(what.to_string());
        }
    };
    need(rule.fires.len() >= 2, "needs at least two sentences under `fires`");
    need(rule.quiet.len() >= 2, "needs at least two sentences under `quiet`");
    need(rule.message.chars().count() <= 120, "the message is longer than 120 characters");
    need((1..=40).contains(&rule.weight), "the weight must lie between 1 and 40");
    need(matches!(rule.kind, Kind::Pattern | Kind::Check), "built-in rules are patterns or checks");
    need(
        (rule.kind == Kind::Check) == rule.check.is_some(),
        "`check` goes with kind = \"check\", and only with it",
    );
    need(
        (rule.kind == Kind::Pattern) != rule.patterns.is_empty(),
        "a pattern rule needs patterns, a check has none",
    );
    need(
        praise == rule.suggestions.is_empty(),
        "a finding needs a suggestion, a strength has none",
    );
    let edits = rule.suggestions.iter().any(|s| s.kind == report::SuggestionKind::Edit);
    let shown = rule.fires.iter().any(|e| e.after.is_some());
    need(edits == shown, "an edit needs an example with `after`, and only an edit has one");
    problems
}

fn check_patterns<'a>(
    patterns: impl Iterator<Item = &'a str>,
    lexicon: &Lexicon,
    place: &str,
) -> Vec<Problem> {
    let class = |name: &str| lexicon.classes.get(name).cloned();
    patterns
        .filter_map(|p| pattern::parse(p, &class).err().map(|e| (p, e)))
        .map(|(p, e)| format!("{place}: pattern “{p}”, at character {}: {}", e.at, e.message))
        .collect()
}
