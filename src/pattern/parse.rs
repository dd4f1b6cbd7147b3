//! From the text of a pattern to its tree.

use super::words::{either, none_of, one_of};
use super::{Node, TokenKind, Vocabulary, inflections};

/// A pattern that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// Byte offset in the pattern.
    pub at: usize,
    /// What is wrong and what to do, one sentence.
    pub message: String,
}

/// Reads a pattern. `class` gives the number of `@name`, which is a pattern itself;
/// `vocabulary` numbers the words.
///
/// # Errors
/// Where the pattern does not follow the language, with the place. Never for what a draft says.
///
/// ```
/// use youfirst::pattern::{Vocabulary, parse};
/// let (none, mut words) = (|_: &str| None, Vocabulary::default());
/// assert!(parse("thanks in (advance|anticipation)", &none, &mut words).is_ok());
/// assert_eq!(parse("thanks in (advance", &none, &mut words).unwrap_err().at, 10);
/// ```
pub fn parse(
    pattern: &str,
    class: &dyn Fn(&str) -> Option<u32>,
    vocabulary: &mut Vocabulary,
) -> Result<Node, Error> {
    let mut parser = Parser { pattern, at: 0, class, vocabulary, depth: 0 };
    let node = parser.either()?;
    parser.spaces();
    if parser.at < pattern.len() {
        return parser.fail(parser.at, "this bracket was never opened");
    }
    match first_problem(&node) {
        Some(message) => Err(Error { at: 0, message: message.to_string() }),
        None => Ok(node),
    }
}

struct Parser<'a> {
    pattern: &'a str,
    at: usize,
    class: &'a dyn Fn(&str) -> Option<u32>,
    vocabulary: &'a mut Vocabulary,
    depth: usize,
}

impl Parser<'_> {
    fn fail<T>(&self, at: usize, message: &str) -> Result<T, Error> {
        Err(Error { at, message: message.to_string() })
    }

    fn peek(&self) -> Option<char> {
        self.pattern[self.at..].chars().next()
    }

    fn eat(&mut self, c: char) -> bool {
        let there = self.peek() == Some(c);
        if there {
            self.at += c.len_utf8();
        }
        there
    }

    fn spaces(&mut self) {
        while self.eat(' ') {}
    }

    fn either(&mut self) -> Result<Node, Error> {
        let mut options = vec![self.sequence()?];
        while self.eat('|') {
            options.push(self.sequence()?);
        }
        Ok(either(options))
    }

    fn sequence(&mut self) -> Result<Node, Error> {
        let mut nodes = Vec::new();
        loop {
            self.spaces();
            match self.peek() {
                None | Some('|' | ')' | '}') => break,
                Some(_) => nodes.push(self.item()?),
            }
        }
        match nodes.len() {
            0 => self.fail(self.at, "something is missing here: write a word"),
            1 => Ok(nodes.remove(0)),
            _ => Ok(Node::Sequence(nodes)),
        }
    }

    fn item(&mut self) -> Result<Node, Error> {
        let node = self.atom()?;
        Ok(if self.eat('?') { Node::Maybe(Box::new(node)) } else { node })
    }

    fn atom(&mut self) -> Result<Node, Error> {
        let start = self.at;
        if self.eat('^') {
            return Ok(Node::Start);
        }
        if self.eat('$') {
            return Ok(Node::End);
        }
        if self.eat('(') {
            return self.bracket(start, ')');
        }
        if self.eat('{') {
            return Ok(Node::Marked(Box::new(self.bracket(start, '}')?)));
        }
        if self.eat('!') {
            return match self.atom()? {
                words @ (Node::Word(_) | Node::Words(_) | Node::Class(_)) => Ok(none_of(words)),
                _ => self.fail(start, "after ! only single words can stand: !(i|we)"),
            };
        }
        if self.eat('_') {
            return Ok(Node::Gap { min: 1, max: 1 });
        }
        if self.pattern[self.at..].starts_with("..") {
            self.at += 2;
            let digits = self.word();
            return match digits.parse() {
                Ok(max @ 1..=9) => Ok(Node::Gap { min: 0, max }),
                _ => self.fail(start, "a gap needs its size, from ..1 to ..9"),
            };
        }
        if self.eat('#') {
            let name = self.word();
            return match TokenKind::ALL.iter().find(|(n, _)| *n == name) {
                Some(&(_, kind)) => Ok(Node::Kind(kind)),
                None => {
                    self.fail(start, "unknown kind: #num, #url, #mention, #email and #name exist")
                }
            };
        }
        if self.eat('@') {
            let name = self.word();
            return match (self.class)(&name) {
                Some(number) => Ok(Node::Class(number)),
                None => self.fail(start, "there is no class of this name in src/lexicon"),
            };
        }
        if self.eat('~') {
            let word = self.word();
            return if word.is_empty() {
                self.fail(start, "~ needs a word: ~share")
            } else {
                Ok(self.words(&inflections(&word)))
            };
        }
        let word = self.word();
        if word.is_empty() {
            return self
                .fail(start, "patterns are lower-case words; this character has no meaning here");
        }
        Ok(self.words(&[word]))
    }

    fn words(&mut self, words: &[String]) -> Node {
        one_of(words.iter().map(|w| self.vocabulary.intern(w)).collect())
    }

    fn bracket(&mut self, start: usize, close: char) -> Result<Node, Error> {
        self.depth += 1;
        if self.depth > 20 {
            return self.fail(start, "too many brackets inside each other");
        }
        let node = self.either()?;
        self.depth -= 1;
        if self.eat(close) { Ok(node) } else { self.fail(start, "this bracket is not closed") }
    }

    /// A run of letters, digits, apostrophes and (for class names) hyphens.
    fn word(&mut self) -> String {
        let rest = &self.pattern[self.at..];
        let end = rest
            .find(|c: char| !(c.is_lowercase() || c.is_numeric() || c == '\'' || c == '-'))
            .unwrap_or(rest.len());
        self.at += end;
        rest[..end].to_string()
    }
}

/// What would make a pattern match everywhere or nowhere.
fn first_problem(node: &Node) -> Option<&'static str> {
    if can_be_empty(node) {
        return Some("this pattern would match nothing at all: make a word obligatory");
    }
    if starts_open(node) {
        return Some("a pattern may not begin with a gap: begin with a word, a class or a kind");
    }
    None
}

fn can_be_empty(node: &Node) -> bool {
    match node {
        Node::Word(_) | Node::Words(_) | Node::Kind(_) | Node::Class(_) => false,
        Node::Not(_) | Node::NoneOf(_) => false,
        Node::Gap { min, .. } => *min == 0,
        Node::Sequence(all) => all.iter().all(can_be_empty),
        Node::Either(any) => any.iter().any(can_be_empty),
        Node::Marked(inner) => can_be_empty(inner),
        Node::Maybe(_) | Node::Start | Node::End => true,
    }
}

/// Whether a match could begin with any word at all. After `^` it may: there is only one start.
fn starts_open(node: &Node) -> bool {
    match node {
        Node::Word(_) | Node::Words(_) | Node::Kind(_) | Node::Class(_) => false,
        Node::Start | Node::End => false,
        Node::Gap { .. } | Node::Not(_) | Node::NoneOf(_) => true,
        Node::Sequence(all) => {
            for part in all {
                if matches!(part, Node::Start) {
                    return false;
                }
                if starts_open(part) {
                    return true;
                }
                if !can_be_empty(part) {
                    return false;
                }
            }
            false
        }
        Node::Either(any) => any.iter().any(starts_open),
        Node::Maybe(inner) | Node::Marked(inner) => starts_open(inner),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pattern: &str) -> Result<Node, Error> {
        let class = |name: &str| (name == "asset").then_some(0);
        parse(pattern, &class, &mut Vocabulary::default())
    }

    #[test]
    fn single_words_of_alternatives_are_gathered() {
        assert_eq!(
            read("(a|~go|b c)").map(|n| matches!(n, Node::Either(v) if v.len() == 2)),
            Ok(true)
        );
    }

    #[test]
    fn errors_have_a_place() {
        for (pattern, at) in [
            ("a (b", 2),
            ("a ) b", 2),
            ("a ..x b", 2),
            ("a @none", 2),
            ("A", 0),
            ("a #city", 2),
            ("a | ", 4),
        ] {
            assert_eq!(read(pattern).expect_err(pattern).at, at, "{pattern}");
        }
    }

    #[test]
    fn a_pattern_needs_a_firm_beginning() {
        for pattern in ["..3 call", "just?", "(a|..2) b"] {
            assert!(read(pattern).is_err(), "{pattern}");
        }
        assert!(read("^ ..3 call").is_ok());
        assert!(read("@asset").is_ok());
    }
}
