//! A test over all patterns: no alternative is dead. For each one a text is made that takes it,
//! and the pattern must match that text from end to end without its own rule keeping it quiet.

use crate::catalogue::{families, packed};
use crate::matcher::Matcher;
use crate::message::Message;
use crate::packed::RulePatterns;
use crate::pattern::{Node, TokenKind, Vocabulary};
use crate::rule::Zone;

/// A word that no pattern mentions.
const OTHER: &str = "qzx";

/// Ways to say one alternative, with different words around it: it is dead if none of them works.
type Ways = [String; 4];

/// Makes texts from patterns.
struct Writer {
    words: Vec<String>,
    classes: Vec<Vec<Ways>>,
}

impl Writer {
    fn new() -> Self {
        let words = packed().words.split(' ').map(str::to_string).collect();
        let mut writer = Writer { words, classes: Vec::new() };
        for class in &packed().classes {
            let texts = writer.texts(class);
            writer.classes.push(texts);
        }
        writer
    }

    /// Texts that together take every alternative of a node.
    fn texts(&self, node: &Node) -> Vec<Ways> {
        let word = |number: &u32| same(&self.words[*number as usize - 1]);
        match node {
            Node::Word(number) => vec![word(number)],
            Node::Words(numbers) => numbers.iter().map(word).collect(),
            Node::Not(_) | Node::NoneOf(_) => vec![same(OTHER)],
            Node::Kind(kind) => vec![same(example_of(*kind))],
            Node::Gap { min, .. } => vec![same(&vec![OTHER; *min].join(" "))],
            Node::Sequence(parts) => self.sequence(parts),
            Node::Either(options) => options.iter().flat_map(|option| self.texts(option)).collect(),
            Node::Maybe(inner) => [vec![same("")], self.texts(inner)].concat(),
            Node::Marked(inner) => self.texts(inner),
            // Its entries have a test of their own.
            Node::Class(number) => vec![some(&self.classes[*number as usize])],
            Node::Start | Node::End => vec![same("")],
        }
    }

    /// Each alternative of each part, with some of all the others.
    fn sequence(&self, parts: &[Node]) -> Vec<Ways> {
        let texts: Vec<Vec<Ways>> = parts.iter().map(|part| self.texts(part)).collect();
        let with = |changed: usize, choice: usize| {
            std::array::from_fn(|way| {
                let part = |i: usize| match i == changed {
                    true => texts[i][choice][way].as_str(),
                    false => texts[i][way % texts[i].len()][way].as_str(),
                };
                let words = (0..texts.len()).map(part).filter(|w| !w.is_empty());
                words.collect::<Vec<_>>().join(" ")
            })
        };
        let choices = |part: usize| (0..texts[part].len()).map(move |choice| (part, choice));
        let open: Vec<usize> = (0..parts.len()).filter(|&part| texts[part].len() > 1).collect();
        match open.is_empty() {
            true => vec![with(0, 0)],
            false => open.into_iter().flat_map(choices).map(|(p, c)| with(p, c)).collect(),
        }
    }
}

fn same(text: &str) -> Ways {
    std::array::from_fn(|_| text.to_string())
}

/// A few of the alternatives as ways to say one thing.
fn some(all: &[Ways]) -> Ways {
    std::array::from_fn(|way| all[way * 7 % all.len()][way].clone())
}

fn example_of(kind: TokenKind) -> &'static str {
    match kind {
        TokenKind::Number => "15",
        TokenKind::Url => "https://a.example",
        TokenKind::Mention => "@jo",
        TokenKind::Email => "jo@a.example",
        TokenKind::Name => "Qzx",
    }
}

/// Runs single patterns.
struct Reader {
    vocabulary: Vocabulary,
}

impl Reader {
    fn new() -> Self {
        let vocabulary = Vocabulary::of(&packed().words);
        Reader { vocabulary }
    }

    fn matcher(&self, node: &Node) -> Matcher {
        let mut matcher = Matcher::default();
        packed().classes.iter().for_each(|class| matcher.add_class(class));
        matcher.add(node);
        matcher
    }

    /// Whether a pattern matches somewhere in a text, or (if `whole`) to its end.
    fn matches(&self, matcher: &Matcher, text: &str, whole: bool) -> bool {
        // An ending that the reader takes off its word.
        let text = text.replace(" 's", "'s");
        let message = Message::read(&text, &self.vocabulary);
        let mut matched = false;
        for sentence in &message.sentences {
            let tokens = &message.tokens[sentence.tokens.clone()];
            matcher.run(tokens, &mut |found| {
                matched |= !whole || found.whole.end == tokens.len();
            });
        }
        matched
    }
}

#[test]
fn no_alternative_of_a_pattern_is_dead() {
    let (writer, reader) = (Writer::new(), Reader::new());
    let rules = families().iter().flat_map(|f| &f.rules).zip(&packed().rules);
    let mut dead = Vec::new();
    for (rule, RulePatterns { finds, unless, .. }) in rules {
        let node = |number: &u32| &packed().patterns[*number as usize];
        let silencers: Vec<Matcher> = unless.iter().map(|n| reader.matcher(node(n))).collect();
        let greets = rule.when.zones.contains(&Zone::Greeting);
        for (pattern, number) in rule.patterns.iter().zip(finds) {
            let matcher = reader.matcher(node(number));
            let silenced = |text: &str| silencers.iter().any(|s| reader.matches(s, text, false));
            // A name is a capitalised word *inside* a sentence.
            let inside = |text: &str| format!("{OTHER} {text}");
            let matched = |text: &str| {
                greets
                    || reader.matches(&matcher, text, true)
                    || reader.matches(&matcher, &inside(text), true)
            };
            for ways in writer.texts(node(number)) {
                if !ways.iter().any(|text| matched(text) && !silenced(text)) {
                    dead.push(format!("{}: {ways:?}\n    {pattern}", rule.id));
                }
            }
        }
    }
    assert!(dead.is_empty(), "{} dead:\n{}", dead.len(), dead.join("\n"));
}

#[test]
fn every_entry_of_a_class_can_be_matched() {
    let (writer, reader) = (Writer::new(), Reader::new());
    let mut dead = Vec::new();
    for class in &packed().classes {
        let matcher = reader.matcher(class);
        let texts = writer.texts(class).into_iter();
        // A name is a capitalised word *inside* a sentence.
        let matched = |text: &String| {
            let inside = format!("{OTHER} {text}");
            [text, &inside].iter().any(|text| reader.matches(&matcher, text, true))
        };
        dead.extend(texts.filter(|ways| !ways.iter().any(matched)));
    }
    assert!(dead.is_empty(), "{} dead:\n{dead:?}", dead.len());
}
