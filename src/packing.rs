//! Writes what `src/packed.rs` and `src/pattern/trees.rs` read. Used by `build.rs` only.

use crate::packed::*;
use crate::pattern::trees::*;
use crate::pattern::{Node, Word};
use crate::rule::Rule;

/// Everything that is built in, in few bytes.
pub fn pack(packed: &Packed) -> Vec<u8> {
    let mut out = Stream::default();
    out.part(packed.words.as_bytes());
    out.trees(&packed.classes);
    out.trees(&packed.patterns);
    let mut lists = Lists::default();
    let mut patterns = packed.rules.iter();
    lists.numbers.number(packed.families.len());
    for family in &packed.families {
        lists.names.push(&family.id);
        lists.numbers.number(family.praise.into());
        lists.numbers.number(family.rules.len());
        for (rule, patterns) in family.rules.iter().zip(&mut patterns) {
            lists.rule(rule, &family.id);
            for of_field in [&patterns.finds, &patterns.unless, &patterns.absent, &patterns.needs] {
                lists.patterns(of_field);
            }
        }
    }
    lists.numbers.number(packed.signals.len());
    for (name, patterns) in &packed.signals {
        lists.names.push(name);
        lists.patterns(patterns);
    }
    lists.numbers.number(packed.relation.len());
    for (weight, patterns) in &packed.relation {
        lists.numbers.number((*weight as u8).into());
        lists.patterns(patterns);
    }
    out.part(&lists.numbers.0);
    out.part(lists.names.join(" ").as_bytes());
    out.0
}

#[derive(Default)]
struct Stream(Vec<u8>);

impl Stream {
    fn number(&mut self, mut number: usize) {
        while number > 127 {
            self.0.push(number as u8 | 128);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    fn part(&mut self, bytes: &[u8]) {
        self.number(bytes.len());
        self.0.extend(bytes);
    }

    fn trees(&mut self, trees: &[Node]) {
        let mut parts = Parts::default();
        trees.iter().for_each(|tree| parts.add(tree));
        self.number(trees.len());
        for Stream(part) in [parts.shapes, parts.sizes, parts.words, parts.steps, parts.classes] {
            self.part(&part);
        }
    }
}

/// What is no tree.
#[derive(Default)]
struct Lists<'a> {
    numbers: Stream,
    names: Vec<&'a str>,
    next: u32,
}

impl<'a> Lists<'a> {
    fn some<T: PartialEq>(&mut self, values: &[T], of: &[T]) {
        self.numbers.number(values.len());
        for value in values {
            let number = of.iter().position(|one| one == value);
            self.numbers.number(number.expect("the tables of packed.rs have all values"));
        }
    }

    fn patterns(&mut self, numbers: &[u32]) {
        self.numbers.number(numbers.len());
        for number in numbers {
            self.numbers.number((self.next - number) as usize);
            self.next += u32::from(self.next == *number);
        }
    }

    fn rule(&mut self, rule: &'a Rule, family: &str) {
        self.names.push(rule.id.get(family.len() + 1..).unwrap_or_default());
        self.numbers.number(rule.check.is_some().into());
        self.names.extend(rule.check.as_deref());
        self.some(&[rule.severity], SEVERITIES);
        self.numbers.number(rule.weight.into());
        let when = &rule.when;
        self.some(&when.zones, ZONES);
        self.some(when.position.as_slice(), POSITIONS);
        self.some(when.sentence.as_slice(), SENTENCES);
        self.some(&when.channels, CHANNELS);
        self.some(&when.stages, STAGES);
        self.numbers.number(when.wanting.into());
        self.numbers.number(when.courting.into());
    }
}

/// The parts of some trees, each in the order in which a walk from the roots meets them.
#[derive(Default)]
struct Parts {
    shapes: Stream,
    sizes: Stream,
    words: Stream,
    steps: Stream,
    classes: Stream,
}

impl Parts {
    fn shape(&mut self, what: u8, size: usize) {
        self.shapes.0.push(what + 16 * size.min(LARGE) as u8);
        if size >= LARGE {
            self.sizes.number(size);
        }
    }

    fn set(&mut self, what: u8, words: &[Word]) {
        self.shape(what, words.len());
        let before = std::iter::once(0).chain(words.iter().copied());
        for (word, before) in words.iter().zip(before) {
            self.steps.number((word - before) as usize);
        }
    }

    fn add_all(&mut self, what: u8, nodes: &[Node]) {
        self.shape(what, nodes.len());
        nodes.iter().for_each(|node| self.add(node));
    }

    fn add_one(&mut self, what: u8, node: &Node) {
        self.shape(what, 0);
        self.add(node);
    }

    fn add(&mut self, node: &Node) {
        match node {
            Node::Word(word) => {
                self.shape(WORD, 0);
                self.words.number(*word as usize);
            }
            Node::Words(words) => self.set(WORDS, words),
            Node::NoneOf(words) => self.set(NONE_OF, words),
            Node::Not(inner) => self.add_one(NOT, inner),
            Node::Kind(kind) => self.shape(KIND, *kind as usize),
            Node::Gap { min, max } => {
                self.shape(GAP, *max);
                self.sizes.number(*min);
            }
            Node::Sequence(parts) => self.add_all(SEQUENCE, parts),
            Node::Either(options) => self.add_all(EITHER, options),
            Node::Maybe(inner) => self.add_one(MAYBE, inner),
            Node::Marked(inner) => self.add_one(MARKED, inner),
            Node::Class(number) => {
                self.shape(CLASS, 0);
                self.classes.number(*number as usize);
            }
            Node::Start => self.shape(START, 0),
            Node::End => self.shape(END, 0),
        }
    }
}
