//! Packs `src/rules/*.toml` for the core. A rule that breaks the schema, has no examples, or a
//! pattern that cannot be read stops the build with the file, the rule and what to do.

#[allow(dead_code)]
#[path = "src/packed.rs"]
mod packed;
#[path = "src/packing.rs"]
mod packing;
#[allow(dead_code, unused_imports)]
#[path = "src/pattern/mod.rs"]
mod pattern;
#[allow(dead_code)]
#[path = "src/report.rs"]
mod report;
#[allow(dead_code)]
#[path = "src/rule.rs"]
mod rule;
#[path = "src/rule_schema.rs"]
mod rule_schema;
#[path = "src/word_order.rs"]
mod word_order;

use packed::{Packed, RulePatterns};
use pattern::{Node, Vocabulary};
use rule::Family;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// A file of `src/lexicon/`: word classes of patterns.
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
    relation: Vec<Relation>,
}

/// Signs of how writer and reader stand with each other.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Relation {
    weight: i8,
    patterns: Vec<String>,
}

/// A sentence about what is wrong in which file.
type Problem = String;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var_os("CARGO_FEATURE_ENGINE").is_none() {
        return;
    }
    println!("cargo::rerun-if-changed=src/rules");
    println!("cargo::rerun-if-changed=src/lexicon");
    println!("cargo::rerun-if-changed=src/signals.toml");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let write = |name, bytes| fs::write(out.join(name), bytes).expect("OUT_DIR can be written");
    match generate() {
        Ok(packed) => {
            write("rules.bin", packing::pack(&packed));
            // The command line has no `words.js`.
            let families = postcard::to_allocvec(&packed.families);
            write("families.bin", families.expect("a list can be written"));
        }
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
        }
    }
}

fn generate() -> Result<Packed, Vec<Problem>> {
    let mut lexicon = BTreeMap::new();
    for file in toml_files("src/lexicon")? {
        for (name, entries) in read::<Lexicon>(&file).map_err(|p| vec![p])?.classes {
            let place = format!("{}: {name}", file.display());
            if lexicon.insert(name, (place.clone(), entries)).is_some() {
                return Err(vec![format!("{place}: another file has a class of this name")]);
            }
        }
    }
    let signals: Signals = read(Path::new("src/signals.toml")).map_err(|p| vec![p])?;
    let mut problems = Vec::new();
    let mut packer = Packer::default();
    problems.extend(packer.lexicon(lexicon));
    for file in &toml_files("src/rules")? {
        match read::<Family>(file) {
            Ok(family) => {
                problems.extend(rule_schema::check_family(file, &family));
                problems.extend(packer.family(file, family));
            }
            Err(problem) => problems.push(problem),
        }
    }
    for (name, patterns) in signals.signals {
        let place = format!("src/signals.toml: {name}");
        let numbers = packer.patterns(&patterns, &place, &mut problems);
        packer.packed.signals.push((name, numbers));
    }
    for Relation { weight, patterns } in signals.relation {
        let numbers = packer.patterns(&patterns, "src/signals.toml: relation", &mut problems);
        packer.packed.relation.push((weight, numbers));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    packer.number_words();
    Ok(packer.packed)
}

/// The rule or lexicon files of a folder, in the order of their names.
fn toml_files(folder: &str) -> Result<Vec<PathBuf>, Vec<Problem>> {
    let entries = fs::read_dir(folder).map_err(|e| vec![format!("{folder}: {e}")])?;
    let paths = entries.filter_map(|entry| entry.ok().map(|e| e.path()));
    let mut files: Vec<_> = paths.filter(|p| p.extension().is_some_and(|e| e == "toml")).collect();
    files.sort();
    Ok(files)
}

/// What has been packed so far.
#[derive(Default)]
struct Packer {
    classes: BTreeMap<String, u32>,
    /// The classes with those that they name spelled out.
    spelled: Vec<Node>,
    vocabulary: Vocabulary,
    numbers: HashMap<Node, u32>,
    packed: Packed,
}

impl Packer {
    /// Numbers the classes, those that others name first.
    fn lexicon(&mut self, lexicon: BTreeMap<String, (String, Vec<String>)>) -> Vec<Problem> {
        let joined = |(name, (place, entries)): (String, (String, Vec<String>))| {
            (name, place, entries.join("|"))
        };
        let mut left: Vec<(String, String, String)> = lexicon.into_iter().map(joined).collect();
        loop {
            let before = left.len();
            let mut problems = Vec::new();
            left.retain(|(name, place, entries)| {
                let class = |name: &str| self.classes.get(name).copied();
                match pattern::parse(entries, &class, &mut self.vocabulary) {
                    Ok(node) => {
                        let node = node.with_exceptions(&self.spelled);
                        self.classes.insert(name.clone(), self.packed.classes.len() as u32);
                        self.spelled.push(node.clone().with_classes(&self.spelled));
                        self.packed.classes.push(node);
                        false
                    }
                    Err(e) => {
                        let at = entries[..e.at].matches('|').count();
                        problems.push(format!("{place}, entry {at}: {}", e.message));
                        true
                    }
                }
            });
            if left.is_empty() || left.len() == before {
                return problems;
            }
        }
    }

    fn family(&mut self, file: &Path, family: Family) -> Vec<Problem> {
        let mut problems = Vec::new();
        for rule in &family.rules {
            let place = format!("{}: {}", file.display(), rule.id);
            let mut read = |patterns: &[String]| self.patterns(patterns, &place, &mut problems);
            let patterns = RulePatterns {
                finds: read(&rule.patterns),
                unless: read(&rule.unless),
                absent: read(&rule.absent),
                needs: read(&rule.needs),
            };
            self.packed.rules.push(patterns);
        }
        self.packed.families.push(family);
        problems
    }

    /// Gives the words their final numbers.
    fn number_words(&mut self) {
        let Packed { classes, patterns, words, .. } = &mut self.packed;
        let spellings = self.vocabulary.words();
        let all: Vec<&Node> = classes.iter().chain(patterns.iter()).collect();
        let order = word_order::word_order(&all, spellings.len());
        let mut numbers = vec![0; spellings.len()];
        for (number, &at) in (1..).zip(&order) {
            numbers[at] = number;
        }
        for node in classes.iter_mut().chain(patterns) {
            *node = node.clone().renumbered(&|word| numbers[word as usize - 1]);
        }
        *words = order.iter().map(|&at| spellings[at].as_str()).collect::<Vec<_>>().join(" ");
    }

    /// The numbers of these patterns.
    fn patterns(&mut self, texts: &[String], place: &str, problems: &mut Vec<Problem>) -> Vec<u32> {
        let class = |name: &str| self.classes.get(name).copied();
        let mut numbers = Vec::new();
        for text in texts {
            match pattern::parse(text, &class, &mut self.vocabulary) {
                Ok(node) => {
                    let node = node.with_exceptions(&self.spelled);
                    let new = self.packed.patterns.len() as u32;
                    let number = *self.numbers.entry(node.clone()).or_insert(new);
                    if number == new {
                        self.packed.patterns.push(node);
                    }
                    numbers.push(number);
                }
                Err(e) => problems.push(format!(
                    "{place}: pattern “{text}”, at character {}: {}",
                    e.at, e.message
                )),
            }
        }
        numbers
    }
}

fn read<T: for<'de> Deserialize<'de>>(path: &Path) -> Result<T, Problem> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    toml::from_str(&text)
        .map_err(|e| format!("{}: {}", path.display(), e.to_string().replace('\n', " ")))
}
