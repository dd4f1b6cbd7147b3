//! What people do to a message before they send it to the next person, as code.

use serde::Deserialize;

/// A message of `bases.toml`, with slots.
#[derive(Deserialize)]
pub struct Base {
    pub kind: String,
    pub text: String,
}

/// Who and what fills the slots.
type Reader = [(&'static str, &'static str); 3];

const ONE: Reader =
    [("⟨name⟩", "Ana"), ("⟨company⟩", "Brightwater"), ("⟨link⟩", "https://one.example/a")];
const NEXT: Reader = [
    ("⟨name⟩", "Dr. Piotr Zielinski"),
    ("⟨company⟩", "Moss & Fell"),
    ("⟨link⟩", "two.example.org/b?c=4"),
];

/// What somebody adds for one reader.
const ADDED: &[&str] = &[
    "I hope the move to the new building went well for everybody. ",
    "Your note about the winter market made me smile on the train this morning. ",
    "By the way, the pictures from your last trip are wonderful. ",
    "We met briefly in the queue for lunch at the conference in Gdansk. ",
    "I have been meaning to write to you since the spring. ",
];

/// What other words are replaced by.
pub const OTHERS: &str = "amber basket candle dozen early forest gentle harbour iron jacket kettle \
    lemon meadow narrow orchard pepper quiet ribbon silver timber under velvet window yellow \
    anchor border copper distant engine feather garden hollow island jungle kitchen ladder \
    mirror needle oyster paper quarter river shadow thunder urgent village whisper across \
    before carried drawn either further given holding into joined kept later making never \
    often partly raised seldom taken until visited waiting always";

/// Emoji that are sprinkled in.
const EMOJI: &[&str] = &["🙏", "🚀", "😊", "✨"];

/// A message in pieces; each keeps the space behind it.
#[derive(Clone)]
pub struct Parts {
    greeting: String,
    body: Vec<String>,
    closing: String,
    reader: Reader,
    /// Picks words and sentences, the same ones in each run.
    dice: u64,
}

impl Parts {
    pub fn of(base: &Base, seed: usize) -> Self {
        let text = base.text.trim_end();
        let cut = text.find([',', '!']).map_or(0, |at| {
            let rest = &text[at + 1..];
            at + 1 + (rest.len() - rest.trim_start().len())
        });
        let (greeting, rest) = text.split_at(cut);
        let lines: Vec<&str> = rest.lines().collect();
        let signed = lines.len() > 2 && lines[lines.len() - 2].ends_with(',');
        let closing = if signed {
            rest.rfind(lines[lines.len() - 2]).unwrap_or(rest.len())
        } else {
            rest.len()
        };
        let (body, closing) = rest.split_at(closing);
        let mut sentences = vec![String::new()];
        for (at, c) in body.char_indices() {
            let ended = sentences.last().is_some_and(|s: &String| {
                s.trim_end().ends_with(['.', '?', '!']) && s.ends_with(char::is_whitespace)
            });
            if ended && !c.is_whitespace() && at > 0 {
                sentences.push(String::new());
            }
            if let Some(last) = sentences.last_mut() {
                last.push(c);
            }
        }
        Parts {
            greeting: greeting.into(),
            body: sentences,
            closing: closing.into(),
            reader: ONE,
            dice: 0x9e37 + seed as u64,
        }
    }

    /// A number below `below`.
    fn roll(&mut self, below: usize) -> usize {
        self.dice = self
            .dice
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.dice >> 33) as usize % below.max(1)
    }

    /// The message as it is sent.
    pub fn text(&self) -> String {
        let body = self.body.concat();
        self.filled(&format!("{}{}\n\n{}", self.greeting, body.trim_end(), self.closing))
    }

    /// The sentences of the body as they are sent.
    pub fn sentences(&self) -> Vec<String> {
        self.body.iter().map(|sentence| self.filled(sentence)).collect()
    }

    fn filled(&self, text: &str) -> String {
        let fill = |text: String, (slot, word): &(&str, &str)| text.replace(slot, word);
        self.reader.iter().fold(text.to_string(), fill).trim_end().to_string()
    }

    fn greeted(mut self, by: &str) -> Self {
        self.greeting = by.into();
        self
    }

    /// For another reader, of another company.
    fn for_next(mut self) -> Self {
        self.reader = NEXT;
        self
    }

    /// For another reader of the same company.
    fn renamed(mut self) -> Self {
        self.reader[0] = NEXT[0];
        self
    }

    /// One more sentence, for this reader alone.
    pub fn added(self, at: usize) -> Self {
        let sentence = ADDED[(self.dice as usize).wrapping_add(at) % ADDED.len()];
        self.with(at, sentence)
    }

    /// With this sentence at that place.
    pub fn with(mut self, at: usize, sentence: &str) -> Self {
        let at = at.min(self.body.len());
        if let Some(before) = at.checked_sub(1).map(|i| &mut self.body[i])
            && !before.ends_with(char::is_whitespace)
        {
            before.push(' ');
        }
        self.body.insert(at, sentence.into());
        self
    }

    fn removed(mut self, at: usize) -> Self {
        if self.body.len() > 1 {
            self.body.remove(at.min(self.body.len() - 1));
        }
        self
    }

    fn moved(mut self) -> Self {
        let first = self.body.remove(0);
        self.body.iter_mut().for_each(|s| *s = format!("{} ", s.trim_end()));
        self.body.push(first);
        self
    }

    /// The words in small letters: sentence, start and end of each.
    fn places(&self) -> Vec<(usize, usize, usize)> {
        let of = |(i, sentence): (usize, &String)| {
            let is_part = |c: char| c.is_ascii_lowercase() || c == '\'';
            let words = sentence.split(|c| !is_part(c)).filter(|word| !word.is_empty());
            let start = |word: &str| word.as_ptr() as usize - sentence.as_ptr() as usize;
            words.map(|w| (i, start(w), start(w) + w.len())).collect::<Vec<_>>()
        };
        self.body.iter().enumerate().flat_map(of).collect()
    }

    /// Other words in the place of so many percent, at least one.
    pub fn reworded(mut self, percent: usize) -> Self {
        let others: Vec<&str> = OTHERS.split_whitespace().collect();
        let mut places = self.places();
        let count = (places.len() * percent).div_ceil(100);
        for i in 0..count {
            let other = i + self.roll(places.len() - i);
            places.swap(i, other);
        }
        places.truncate(count);
        places.sort_unstable_by(|a, b| b.cmp(a));
        for (sentence, start, end) in places {
            let word = others[self.roll(others.len())];
            self.body[sentence].replace_range(start..end, word);
        }
        self
    }

    fn each(mut self, change: impl Fn(&str) -> String) -> Self {
        self.body.iter_mut().for_each(|s| *s = change(s));
        self
    }

    fn at_middle(self, change: fn(Self, usize) -> Self) -> Self {
        let middle = self.body.len() / 2;
        change(self, middle)
    }
}

/// An edit: its name, whether it stays within one sentence and 10 % of the words, and what it does.
pub type Edit = (&'static str, bool, fn(Parts) -> Parts);

pub const EDITS: [Edit; 20] = [
    ("another name", true, Parts::renamed),
    ("another greeting", true, |p| p.renamed().greeted("Good morning dear ⟨name⟩ - ")),
    ("no greeting", true, |p| p.greeted("")),
    ("another company and link", true, Parts::for_next),
    ("a sentence added in front", true, |p| p.added(0)),
    ("a sentence added inside", true, |p| p.at_middle(Parts::added)),
    ("a sentence added at the end", true, |p| p.added(usize::MAX)),
    ("the first sentence removed", true, |p| p.removed(0)),
    ("the last sentence removed", true, |p| p.removed(usize::MAX)),
    ("the first sentence moved to the end", true, Parts::moved),
    ("10 % of the words", true, |p| p.reworded(10)),
    ("capitals", true, |p| p.each(str::to_uppercase)),
    ("small letters, no punctuation", true, |p| p.each(bare)),
    ("emoji and exclamation marks", true, |p| p.each(cheerful)),
    ("all in one line", true, |p| p.each(in_line)),
    ("another company, 10 %", true, |p| p.for_next().reworded(10)),
    ("another company, a sentence added", true, |p| p.for_next().added(0)),
    ("a sentence added, 10 %", true, |p| p.added(0).reworded(10)),
    ("a sentence removed, 10 %", true, |p| p.at_middle(Parts::removed).reworded(10)),
    ("another company, moved, added, 25 %", false, |p| p.for_next().moved().added(0).reworded(25)),
];

fn bare(sentence: &str) -> String {
    sentence.to_lowercase().replace([',', '.', '?', '!', ':'], "")
}

fn cheerful(sentence: &str) -> String {
    let emoji = EMOJI[sentence.len() % EMOJI.len()];
    format!("{} {emoji} ", sentence.trim_end().replace('.', "!!"))
}

fn in_line(sentence: &str) -> String {
    sentence.split_whitespace().collect::<Vec<_>>().join(" ") + " "
}
