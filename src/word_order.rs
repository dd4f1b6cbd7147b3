//! In which order the words of patterns get their numbers. Used by `build.rs` only.
//!
//! A set of words is packed as steps from one number to the next: words that stand in the same
//! sets, as the forms of a verb do, are to be neighbours. And small numbers take fewer bytes.

use crate::pattern::{Node, Word};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Two words are linked that share at least one set in so many of those that have either of them.
/// Of the shares tried it packs best.
const SHARE: usize = 8;

/// The indexes of all words, numbered from 1 in these patterns, in their new order: chains of
/// words that keep company, those that are used most come first.
pub fn word_order(patterns: &[&Node], words: usize) -> Vec<usize> {
    let mut seen = Seen { uses: vec![0; words], sets: BTreeSet::new() };
    patterns.iter().for_each(|node| seen.add(node));
    let mut chains = chains(words, &seen.sets);
    let mean = |chain: &[usize]| {
        let uses: u64 = chain.iter().map(|&at| seen.uses[at]).sum();
        uses * 1000 / chain.len() as u64
    };
    chains.sort_by_key(|chain| Reverse(mean(chain)));
    chains.concat()
}

/// What stands in some patterns.
struct Seen {
    uses: Vec<u64>,
    sets: BTreeSet<Vec<usize>>,
}

impl Seen {
    fn add(&mut self, node: &Node) {
        match node {
            Node::Word(word) => self.uses[index(word)] += 1,
            Node::Words(words) | Node::NoneOf(words) => {
                words.iter().for_each(|word| self.uses[index(word)] += 1);
                self.sets.insert(words.iter().map(index).collect());
            }
            Node::Sequence(nodes) | Node::Either(nodes) => nodes.iter().for_each(|n| self.add(n)),
            Node::Not(inner) | Node::Maybe(inner) | Node::Marked(inner) => self.add(inner),
            Node::Kind(_) | Node::Gap { .. } | Node::Class(_) | Node::Start | Node::End => {}
        }
    }
}

fn index(word: &Word) -> usize {
    *word as usize - 1
}

/// Links words to chains, those that share most sets first; each has two neighbours at most.
fn chains(words: usize, sets: &BTreeSet<Vec<usize>>) -> Vec<Vec<usize>> {
    let mut own = vec![0; words];
    let mut common = BTreeMap::new();
    for set in sets {
        for (at, &one) in set.iter().enumerate() {
            own[one] += 1;
            set[at + 1..].iter().for_each(|&other| *common.entry((one, other)).or_insert(0) += 1);
        }
    }
    let either = |(one, other): (usize, usize), both: usize| own[one] + own[other] - both;
    let mut links: Vec<_> =
        common.into_iter().map(|(l, both)| (l, both, either(l, both))).collect();
    links.retain(|(_, both, either)| both * SHARE >= *either);
    links.sort_by(|(_, a, of_a), (_, b, of_b)| (b * of_a).cmp(&(a * of_b)));
    let mut chains: Vec<Vec<usize>> = (0..words).map(|word| vec![word]).collect();
    let mut chain_of: Vec<usize> = (0..words).collect();
    for ((one, other), _, _) in links {
        let (to, from) = (chain_of[one], chain_of[other]);
        let at_end =
            |chain: &[usize], word| chain.first() == Some(&word) || chain.last() == Some(&word);
        if to == from || !at_end(&chains[to], one) || !at_end(&chains[from], other) {
            continue;
        }
        let mut rest = std::mem::take(&mut chains[from]);
        if chains[to].last() != Some(&one) {
            chains[to].reverse();
        }
        if rest.first() != Some(&other) {
            rest.reverse();
        }
        rest.iter().for_each(|&word| chain_of[word] = to);
        chains[to].extend(rest);
    }
    chains.retain(|chain| !chain.is_empty());
    chains
}
