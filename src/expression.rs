//! Regular expressions of the user's: the syntax of the `regex` crate, any case, never slow.

use crate::any_case;
use crate::compile::BadPattern;
use regex_automata::nfa::thompson::NFA;
use regex_automata::nfa::thompson::pikevm::PikeVM;
use regex_syntax::ast::parse::Parser;
use regex_syntax::hir::translate::Translator;
use std::ops::Range;

/// Bytes that a compiled expression may take; far more than sensible ones need.
const LARGEST: usize = 1 << 20;

/// A compiled expression, for text in lower case.
pub(crate) struct Expression(PikeVM);

impl Expression {
    /// Compiles an expression; `index` is its place among the rule's patterns.
    ///
    /// # Errors
    /// Where it breaks the syntax, is too large, or would match nothing at all.
    pub fn read(text: &str, index: usize) -> Result<Self, BadPattern> {
        let bad = |at, message: String| BadPattern { index, at, message };
        if text.trim().is_empty() {
            return Err(bad(None, "a regular expression needs at least one character".into()));
        }
        let parsed = Parser::new().parse(text);
        let ast = parsed.map_err(|e| bad(Some(e.span().start.offset), e.kind().to_string()))?;
        let lower = any_case::lowered(text, &ast).map_err(|(at, what)| bad(Some(at), what))?;
        let sized = NFA::config().nfa_size_limit(Some(LARGEST));
        let built = PikeVM::builder().thompson(sized).build(&lower);
        let engine = built.map_err(|_| match Translator::new().translate(text, &ast) {
            Err(e) => bad(Some(e.span().start.offset), e.kind().to_string()),
            Ok(_) => bad(None, "this expression is too large: use smaller repetitions".into()),
        })?;
        if engine.is_match(&mut engine.create_cache(), "") {
            let message = "this expression matches nothing at all: make one character obligatory";
            return Err(bad(None, message.into()));
        }
        Ok(Expression(engine))
    }

    /// How many groups it has, the whole match not counted.
    pub fn groups(&self) -> usize {
        self.0.get_nfa().group_info().group_len(regex_automata::PatternID::ZERO) - 1
    }

    /// All matches in a text in lower case: the whole one and its groups, empty where a group has
    /// no part in it.
    pub fn matches(&self, text: &str) -> Vec<Vec<Range<usize>>> {
        let groups = 0..=self.groups();
        let all = |found: regex_automata::util::captures::Captures| {
            let range = |group| found.get_group(group).map_or(0..0, |span| span.range());
            groups.clone().map(range).collect()
        };
        self.0.captures_iter(&mut self.0.create_cache(), text).map(all).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_their_edges_know_the_letters_of_europe() {
        for (expression, text, found) in [
            (r"\bschön\b", "so schön, so", vec!["schön"]),
            (r"\w+", "né “à” łódź — 5", vec!["né", "à", "łódź", "5"]),
            (r"\bcaf\b", "café", vec![]),
            (r"\d+\s\w", "in 20 min", vec!["20 m"]),
            (r"[^\w\s]", "ok… yes", vec!["…"]),
        ] {
            let expression = Expression::read(expression, 0).expect(expression);
            let matches = expression.matches(text);
            let all: Vec<&str> = matches.into_iter().map(|m| &text[m[0].clone()]).collect();
            assert_eq!(all, found, "{text}");
        }
    }

    #[test]
    fn what_cannot_be_used_is_refused_with_its_place() {
        for (text, at) in [("a(b", Some(1)), ("a{9,2}", Some(1)), ("a*", None), (" ", None)] {
            let bad = Expression::read(text, 2).err().map(|bad| (bad.index, bad.at));
            assert_eq!(bad, Some((2, at)), "{text}");
        }
    }
}
