//! What the patterns found in the sentences of the latest draft. A keystroke changes one sentence,
//! and only that one is looked at anew.

use crate::attempt::Match;
use crate::message::Token;
use crate::pattern::Word;
use std::cmp::Ordering;

/// Sentences that are remembered; a draft of 100 KB has about as many. The rest of a longer one
/// is looked at each time.
const MOST: usize = 1_000;

/// A sentence as the patterns see it: numbers of words, nothing of what was written.
struct Entry {
    tokens: Box<[(Word, u8)]>,
    matches: Vec<Match>,
    /// Asked for since the last [`Memo::age`].
    met: bool,
}

impl Entry {
    fn order(&self, tokens: &[Token]) -> Ordering {
        self.tokens.iter().copied().cmp(tokens.iter().map(seen))
    }
}

fn seen(token: &Token) -> (Word, u8) {
    (token.word, token.kinds)
}

/// The remembered sentences, sorted.
#[derive(Default)]
pub(crate) struct Memo(Vec<Entry>);

impl Memo {
    /// Forgets what was not asked for since the last call: to be called once a draft.
    pub fn age(&mut self) {
        self.0.retain(|entry| entry.met);
        self.0.iter_mut().for_each(|entry| entry.met = false);
    }

    /// Hands to `found` what `find` finds in a sentence, or found there before; the places count
    /// from the sentence's first token.
    pub fn matches(
        &mut self,
        tokens: &[Token],
        find: &mut dyn FnMut() -> Vec<Match>,
        found: &mut dyn FnMut(&Match),
    ) {
        match self.0.binary_search_by(|entry| entry.order(tokens)) {
            Ok(at) => {
                self.0[at].met = true;
                self.0[at].matches.iter().for_each(found);
            }
            Err(at) => {
                let matches = find();
                matches.iter().for_each(found);
                if self.0.len() < MOST {
                    let tokens = tokens.iter().map(seen).collect();
                    self.0.insert(at, Entry { tokens, matches, met: true });
                }
            }
        }
    }
}
