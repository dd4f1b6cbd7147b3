//! Classes of characters in plain words.

use super::{Part, cat, other, quoted};
use regex_syntax::ast::{ClassPerl, ClassPerlKind, ClassSet, ClassSetItem};

/// One of a class, or anything else.
pub(super) fn whether(negated: bool, one: &str, many: &str) -> Part {
    match negated {
        false => other(one, many),
        true => other(&cat(&["anything but ", one]), &cat(&["characters other than ", one])),
    }
}

/// The members of a class; none where there are no words for them.
pub(super) fn members(set: &ClassSet) -> Vec<String> {
    let mut all = Vec::new();
    let items = match set {
        ClassSet::Item(ClassSetItem::Union(union)) => &union.items[..],
        ClassSet::Item(one) => std::slice::from_ref(one),
        ClassSet::BinaryOp(_) => &[],
    };
    for item in items {
        let member = match item {
            ClassSetItem::Literal(literal) => quoted(&[literal.c.to_string()]),
            ClassSetItem::Perl(class) if !class.negated => perl(class).0.to_string(),
            ClassSetItem::Range(range) => match (range.start.c, range.end.c) {
                ('a', 'z') | ('A', 'Z') => "a letter from a to z".to_string(),
                ('0', '9') => "a digit".to_string(),
                (from, to) => cat(&["“", &from.to_string(), "” to “", &to.to_string(), "”"]),
            },
            _ => return Vec::new(),
        };
        if !all.contains(&member) {
            all.push(member);
        }
    }
    all
}

/// One and many of a class.
pub(super) fn perl(class: &ClassPerl) -> (&'static str, &'static str) {
    match class.kind {
        ClassPerlKind::Digit => ("a digit", "digits"),
        ClassPerlKind::Space => ("a space", "spaces"),
        ClassPerlKind::Word => ("a letter, a digit or _", "letters, digits or _"),
    }
}
