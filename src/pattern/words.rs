//! Nodes of single words, gathered so that they are tested at once.

use super::{Node, Word};

/// Alternatives, with all single words gathered into one node, which is tested at once.
pub(super) fn either(options: Vec<Node>) -> Node {
    let mut words = Vec::new();
    let mut others = Vec::new();
    for option in options {
        match option {
            Node::Word(word) => words.push(word),
            Node::Words(mut more) => words.append(&mut more),
            other => others.push(other),
        }
    }
    // Longer alternatives first: “thank you so much” before “thank”.
    if !words.is_empty() {
        others.push(one_of(words));
    }
    if others.len() == 1 { others.remove(0) } else { Node::Either(others) }
}

/// Any word but those of the node. A class is spelled out later, and its entries of several words
/// then count for nothing.
pub(super) fn none_of(node: Node) -> Node {
    match node {
        Node::Word(word) => Node::NoneOf(vec![word]),
        Node::Words(words) => Node::NoneOf(words),
        Node::Class(number) => Node::Not(Box::new(Node::Class(number))),
        Node::Either(options) => {
            let words = options.into_iter().find_map(|option| match option {
                Node::Words(words) => Some(words),
                Node::Word(word) => Some(vec![word]),
                _ => None,
            });
            Node::NoneOf(words.unwrap_or_default())
        }
        other => other,
    }
}

/// One of these words.
pub fn one_of(mut words: Vec<Word>) -> Node {
    words.sort_unstable();
    words.dedup();
    if let [word] = words[..] { Node::Word(word) } else { Node::Words(words) }
}
