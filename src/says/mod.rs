//! What a regular expression matches, in plain words: for those who have copied one, and for those
//! who have written one and want to be sure. Loops and one way to put texts together: closures and
//! `format!` would double what this takes of core.wasm.

mod class;

use regex_syntax::ast::parse::Parser;
use regex_syntax::ast::{
    AssertionKind, Ast, ClassSet, ClassSetItem, RepetitionKind, RepetitionRange,
};

/// Alternatives that are listed one by one.
const MOST: usize = 6;

/// The sentence; empty where the expression breaks the syntax.
pub(crate) fn says(expression: &str) -> String {
    match Parser::new().parse(expression) {
        Ok(ast) => Saying { expression }.all(&ast),
        Err(_) => String::new(),
    }
}

/// A part of what an expression says.
enum Part {
    /// One of these texts; an empty one among them: or nothing.
    Texts(Vec<String>),
    Space,
    /// The start or the end of a word.
    Edge,
    /// Anything else: one of it, and the words for many, if there are any.
    Other(String, String),
}

use Part::{Edge, Other, Space, Texts};

fn cat(texts: &[&str]) -> String {
    texts.iter().copied().collect()
}

fn other(one: &str, many: &str) -> Part {
    Other(one.to_string(), many.to_string())
}

struct Saying<'a> {
    expression: &'a str,
}

impl Saying<'_> {
    fn all(&self, ast: &Ast) -> String {
        let mut parts = Vec::new();
        self.parts(ast, &mut parts);
        list(&sequence(&joined(parts)), ", then ")
    }

    /// The whole as one thing.
    fn one(&self, ast: &Ast) -> String {
        let all = self.all(ast);
        let many = all.contains(", then ") || all.starts_with("either ");
        if many { cat(&["(", &all, ")"]) } else { all }
    }

    /// Adds the parts of an expression to those before it.
    fn parts(&self, ast: &Ast, into: &mut Vec<Part>) {
        let texts = texts(ast);
        if !texts.is_empty() {
            let is_space = texts.len() == 1 && texts[0] == " ";
            return into.push(if is_space { Space } else { Texts(texts) });
        }
        into.push(match ast {
            Ast::Concat(all) => return all.asts.iter().for_each(|ast| self.parts(ast, into)),
            Ast::Group(group) => return self.parts(&group.ast, into),
            Ast::Flags(_) => return,
            Ast::Alternation(all) => {
                let mut ways = Vec::new();
                all.asts.iter().for_each(|ast| ways.push(self.one(ast)));
                other(&cat(&["either ", &list(&ways, " or ")]), "")
            }
            Ast::Assertion(assertion) => match assertion.kind {
                AssertionKind::StartLine | AssertionKind::StartText => {
                    other("the start of the text", "")
                }
                AssertionKind::EndLine | AssertionKind::EndText => other("the end of the text", ""),
                AssertionKind::NotWordBoundary => other("no edge of a word", ""),
                _ => Edge,
            },
            Ast::Repetition(repetition) => self.repeated(&repetition.ast, &repetition.op.kind),
            Ast::Literal(literal) if literal.c == '\t' => other("a tab", "tabs"),
            Ast::Literal(_) => other("a line end", "line ends"),
            Ast::Dot(_) => other("any one character", "characters of anything"),
            Ast::ClassPerl(class) => {
                let (one, many) = class::perl(class);
                class::whether(class.negated, one, many)
            }
            Ast::ClassBracketed(class) if !class::members(&class.kind).is_empty() => {
                let all = list(&class::members(&class.kind), " or ");
                class::whether(class.negated, &all, "")
            }
            // What is too odd for words is shown as it stands.
            odd => {
                let span = odd.span();
                other(&cat(&["one of ", &self.expression[span.start.offset..span.end.offset]]), "")
            }
        });
    }

    fn repeated(&self, ast: &Ast, kind: &RepetitionKind) -> Part {
        let count = match kind {
            RepetitionKind::ZeroOrOne => return other(&cat(&["perhaps ", &self.one(ast)]), ""),
            RepetitionKind::ZeroOrMore => "any number of".to_string(),
            RepetitionKind::OneOrMore => "one or more".to_string(),
            RepetitionKind::Range(range) => match range {
                RepetitionRange::Exactly(n) => n.to_string(),
                RepetitionRange::AtLeast(n) => cat(&[&n.to_string(), " or more"]),
                RepetitionRange::Bounded(0, n) => cat(&["up to ", &n.to_string()]),
                RepetitionRange::Bounded(m, n) => cat(&[&m.to_string(), " to ", &n.to_string()]),
            },
        };
        let mut parts = Vec::new();
        self.parts(ast, &mut parts);
        let many = match &parts[..] {
            [Other(_, many)] => many,
            [Space] => "spaces",
            _ => "",
        };
        let repeated = match many {
            "" => cat(&[&self.one(ast), " (", &count, " times)"]),
            many => cat(&[&count, " ", many]),
        };
        other(&repeated, "")
    }
}

/// The texts that an expression stands for, where they are few.
fn texts(ast: &Ast) -> Vec<String> {
    let mut all = Vec::new();
    match ast {
        Ast::Empty(_) => all.push(String::new()),
        Ast::Literal(literal) if !literal.c.is_control() => all.push(literal.c.to_string()),
        Ast::Group(group) => all = texts(&group.ast),
        Ast::Repetition(repetition) if repetition.op.kind == RepetitionKind::ZeroOrOne => {
            all = texts(&repetition.ast);
            if !all.is_empty() {
                all.insert(0, String::new());
            }
        }
        Ast::Alternation(ways) => {
            for way in &ways.asts {
                let mut texts = texts(way);
                if texts.is_empty() {
                    return texts;
                }
                all.append(&mut texts);
            }
        }
        Ast::Concat(parts) => {
            all.push(String::new());
            parts.asts.iter().for_each(|part| all = product(&all, &texts(part)));
        }
        Ast::ClassBracketed(class) if !class.negated => {
            if let ClassSet::Item(ClassSetItem::Union(union)) = &class.kind {
                for item in &union.items {
                    let ClassSetItem::Literal(literal) = item else { return Vec::new() };
                    all.push(literal.c.to_string());
                }
            }
        }
        _ => {}
    }
    if all.len() > MOST { Vec::new() } else { all }
}

/// All of the one with all of the other after them, where they are few.
fn product(before: &[String], after: &[String]) -> Vec<String> {
    let mut all = Vec::new();
    if before.len() * after.len() <= MOST {
        for one in before {
            after.iter().for_each(|other| all.push(cat(&[one, other])));
        }
    }
    all
}

/// Neighbours that are texts as one, but not across a space beside alternatives.
fn joined(parts: Vec<Part>) -> Vec<Part> {
    let mut words: Vec<Part> = Vec::new();
    for part in parts {
        if let (Some(Texts(before)), Texts(after)) = (words.last_mut(), &part) {
            let both = product(before, after);
            if !both.is_empty() {
                *before = both;
                continue;
            }
        }
        words.push(part);
    }
    let mut all: Vec<Part> = Vec::new();
    for part in words {
        match (&mut all[..], &part) {
            ([.., Texts(before), Space], Texts(after)) if before.len() * after.len() == 1 => {
                before[0] = cat(&[&before[0], " ", &after[0]]);
                all.pop();
            }
            _ => all.push(part),
        }
    }
    all
}

/// Each part in words. Texts and spaces between two edges are words.
fn sequence(parts: &[Part]) -> Vec<String> {
    let mut said = Vec::new();
    let is_text = |at: usize| matches!(parts.get(at), Some(Texts(_) | Space));
    // Whether the texts before stand at an edge, and where those at hand end.
    let (mut opened, mut run) = (false, 0);
    for (at, part) in parts.iter().enumerate() {
        let text = match part {
            Texts(texts) => quoted(texts),
            Space => "a space".to_string(),
            Other(one, _) => one.clone(),
            // An edge beside texts is said with them.
            Edge if is_text(at + 1) || at > 0 && is_text(at - 1) => continue,
            Edge if at == 0 => "the start of a word".to_string(),
            Edge if at + 1 == parts.len() => "the end of a word".to_string(),
            Edge => "the edge of a word".to_string(),
        };
        let begins = is_text(at) && at >= run;
        if begins {
            opened = at > 0 && matches!(parts[at - 1], Edge);
            run = at;
            while is_text(run) {
                run += 1;
            }
        }
        let closed = is_text(at) && matches!(parts.get(run), Some(Edge));
        said.push(match (opened, closed) {
            (true, true) if begins => {
                let several = matches!(part, Texts(all) if all[0].contains(' ') && run == at + 1);
                cat(&[if several { "the words " } else { "the word " }, &text])
            }
            (true, false) if begins => cat(&[&text, " at the start of a word"]),
            (false, true) if at + 1 == run => cat(&[&text, " at the end of a word"]),
            _ => text,
        });
    }
    said
}

/// “a”, “b” or “c”.
fn quoted(texts: &[String]) -> String {
    let mut all = Vec::new();
    for text in texts.iter().filter(|text| !text.is_empty()) {
        all.push(cat(&["“", text, "”"]));
    }
    cat(&[if all.len() < texts.len() { "perhaps " } else { "" }, &list(&all, " or ")])
}

fn list(all: &[String], and: &str) -> String {
    let mut said = String::new();
    for (number, item) in all.iter().enumerate() {
        said.push_str(match number {
            0 => "",
            _ if number + 1 == all.len() => and,
            _ => ", ",
        });
        said.push_str(item);
    }
    said
}
