//! Regular expressions of the user's, in any case.
//!
//! `regex` can ignore case by itself, and knows `\w`, `\d` and `\s` in all scripts, with tables that
//! take 37 KB of core.wasm in gzip. Here the expression and the text are put in lower case instead,
//! and these classes are spelled out.

use regex_syntax::ast::{
    Ast, ClassPerl, ClassPerlKind, ClassSet, ClassSetItem, Flag, Flags, FlagsItemKind, GroupKind,
    Literal, Span,
};

/// Letters, digits and the underscore: all of ASCII's, and beyond it whole blocks of letters,
/// without the signs and dashes among them.
const WORD: &str = concat!(
    r"0-9A-Za-z_\u{aa}\u{b5}\u{ba}\u{c0}-\u{d6}\u{d8}-\u{f6}\u{f8}-\u{1fff}\u{2c00}-\u{2dff}",
    r"\u{3040}-\u{d7ff}\u{f900}-\u{fdff}\u{fe70}-\u{fefe}\u{ff10}-\u{ff19}\u{ff21}-\u{ffdc}",
);
/// The text that is searched has no other white space: see `text.rs`.
const SPACE: &str = r"\t-\r ";
const DIGIT: &str = "0-9";

/// An expression for lower-case text that matches what `expression` matches in any case.
///
/// # Errors
/// The place and the reason, where a flag asks for the opposite.
pub(crate) fn lowered(expression: &str, ast: &Ast) -> Result<String, (usize, String)> {
    let mut changes = Changes::default();
    changes.tree(ast)?;
    let mut out = String::with_capacity(expression.len());
    let mut at = 0;
    for (span, text) in changes.spans {
        out.push_str(&expression[at..span.start.offset]);
        out.push_str(&text);
        at = span.end.offset;
    }
    out.push_str(&expression[at..]);
    Ok(out)
}

/// Lower case for matching: every character keeps its place, so a letter whose lower case has
/// another length (`İ`) stays as it is.
pub(crate) fn lower_text(text: &str) -> String {
    text.chars().map(lower).collect()
}

fn lower(c: char) -> char {
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(l), None) if l.len_utf8() == c.len_utf8() => l,
        _ => c,
    }
}

/// What is replaced in the expression, from left to right, as the tree is walked.
#[derive(Default)]
struct Changes {
    spans: Vec<(Span, String)>,
}

impl Changes {
    fn tree(&mut self, ast: &Ast) -> Result<(), (usize, String)> {
        match ast {
            Ast::Literal(literal) => self.literal(literal),
            Ast::ClassBracketed(class) => self.set(&class.kind),
            Ast::ClassPerl(class) => self.class(class),
            Ast::Flags(flags) => self.flags(&flags.flags)?,
            Ast::Repetition(repetition) => self.tree(&repetition.ast)?,
            Ast::Group(group) => {
                if let GroupKind::NonCapturing(flags) = &group.kind {
                    self.flags(flags)?;
                }
                self.tree(&group.ast)?;
            }
            Ast::Alternation(all) => all.asts.iter().try_for_each(|a| self.tree(a))?,
            Ast::Concat(all) => all.asts.iter().try_for_each(|a| self.tree(a))?,
            _ => {}
        }
        Ok(())
    }

    fn literal(&mut self, literal: &Literal) {
        let lower = lower(literal.c);
        if lower != literal.c {
            self.spans.push((literal.span, lower.into()));
        }
    }

    fn class(&mut self, class: &ClassPerl) {
        let members = match class.kind {
            ClassPerlKind::Word => WORD,
            ClassPerlKind::Space => SPACE,
            ClassPerlKind::Digit => DIGIT,
        };
        let not = if class.negated { "^" } else { "" };
        self.spans.push((class.span, format!("[{not}{members}]")));
    }

    fn set(&mut self, set: &ClassSet) {
        match set {
            ClassSet::Item(item) => self.item(item),
            ClassSet::BinaryOp(op) => {
                self.set(&op.lhs);
                self.set(&op.rhs);
            }
        }
    }

    fn item(&mut self, item: &ClassSetItem) {
        match item {
            ClassSetItem::Literal(literal) => self.literal(literal),
            // `[A-Z]` becomes `[a-z]`; what is not a range of capitals stays.
            ClassSetItem::Range(range)
                if range.start.c.is_uppercase() && range.end.c.is_uppercase() =>
            {
                self.literal(&range.start);
                self.literal(&range.end);
            }
            ClassSetItem::Bracketed(class) => self.set(&class.kind),
            ClassSetItem::Perl(class) => self.class(class),
            ClassSetItem::Union(union) => union.items.iter().for_each(|i| self.item(i)),
            _ => {}
        }
    }

    /// `(?i)` is what happens anyway: `u`, which is on as well, takes its place.
    fn flags(&mut self, flags: &Flags) -> Result<(), (usize, String)> {
        let is_i = |kind: &FlagsItemKind| *kind == FlagsItemKind::Flag(Flag::CaseInsensitive);
        let Some(item) = flags.items.iter().find(|item| is_i(&item.kind)) else { return Ok(()) };
        if flags.flag_state(Flag::CaseInsensitive) == Some(false) {
            let message = "your rules match capitals and small letters alike: leave “-i” out";
            return Err((item.span.start.offset, message.into()));
        }
        self.spans.push((item.span, "u".into()));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_in_lower_case() {
        for (expression, expected) in [
            (r"\bASAP\b", r"\basap\b"),
            (r"(?i)Just\S+", r"(?u)just[^\t-\r ]+"),
            (r"[A-Z]\d*[\D-]", r"[a-z][0-9]*[[^0-9]-]"),
            (r"(?is:É|\x41)", r"(?us:é|a)"),
            (r"a{2,3}[^B&&C]", r"a{2,3}[^b&&c]"),
        ] {
            let ast = regex_syntax::ast::parse::Parser::new().parse(expression).expect(expression);
            assert_eq!(lowered(expression, &ast).expect(expression), expected);
        }
    }

    #[test]
    fn text_keeps_its_places() {
        let text = "ÉcoLE İstanbul ẞ K";
        assert_eq!(lower_text(text).len(), text.len());
        assert!(lower_text(text).starts_with("école"));
    }
}
