//! Words as numbers.

use rustc_hash::FxHashMap;

/// Number of a word in the vocabulary of all patterns; [`UNKNOWN`] for every other word.
pub type Word = u32;
/// A word that no pattern mentions.
pub const UNKNOWN: Word = 0;

/// All words that patterns mention, numbered from 1.
#[derive(Default)]
pub struct Vocabulary {
    words: FxHashMap<Box<str>, Word>,
}

impl Vocabulary {
    /// Numbers these words, separated by spaces, in their order.
    pub fn of(words: &str) -> Self {
        let mut vocabulary = Vocabulary::default();
        words.split(' ').for_each(|w| _ = vocabulary.intern(w));
        vocabulary
    }

    /// The number of a word, given one where it has none yet.
    pub fn intern(&mut self, word: &str) -> Word {
        if let Some(&known) = self.words.get(word) {
            return known;
        }
        let number = self.words.len() as Word + 1;
        self.words.insert(word.into(), number);
        number
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Forgets the words after the first so many.
    pub fn truncate(&mut self, words: usize) {
        self.words.retain(|_, number| *number as usize <= words);
    }

    /// All words in the order of their numbers.
    pub fn words(&self) -> Vec<String> {
        let mut words: Vec<(&Word, &str)> = self.words.iter().map(|(w, n)| (n, &**w)).collect();
        words.sort_unstable();
        words.into_iter().map(|(_, word)| word.to_string()).collect()
    }

    /// The number of a word, or [`UNKNOWN`].
    pub fn get(&self, word: &str) -> Word {
        self.words.get(word).copied().unwrap_or(UNKNOWN)
    }
}
