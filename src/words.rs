//! Words in canonical form: contractions taken apart, chat spellings spelled out, links and
//! numbers told from words. Patterns and drafts meet in this form.

use crate::pattern::TokenKind;
use crate::text::Text;

/// Endings that make a word with a full stop in it a link. With a path behind it, any ending does.
const TOP_LEVEL: &[&str] = &[
    "com", "org", "net", "io", "co", "dev", "app", "ai", "ly", "edu", "gov", "uk", "de", "eu",
    "info", "biz", "tv", "fm", "gg", "link", "page", "site", "xyz", "shop", "blog", "news", "fr",
    "nl", "pl", "ca", "au",
];

/// Contractions and chat spellings that no rule of spelling takes apart. What is left out on
/// purpose: `id`, `ill`, `well`, `were`, `its`, `lets`, `wont`, which are words of their own. Sorted.
const SPELLINGS: &[(&str, &str)] = &[
    ("abt", "about"),
    ("arent", "are not"),
    ("bc", "because"),
    ("can't", "can not"),
    ("cannot", "can not"),
    ("cant", "can not"),
    ("couldnt", "could not"),
    ("coz", "because"),
    ("cuz", "because"),
    ("didnt", "did not"),
    ("doesnt", "does not"),
    ("dont", "do not"),
    ("gimme", "give me"),
    ("gonna", "going to"),
    ("gotta", "have to"),
    ("hasnt", "has not"),
    ("havent", "have not"),
    ("he's", "he is"),
    ("here's", "here is"),
    ("how's", "how is"),
    ("im", "i am"),
    ("isnt", "is not"),
    ("it's", "it is"),
    ("ive", "i have"),
    ("lemme", "let me"),
    ("let's", "let us"),
    ("lmk", "let me know"),
    ("pls", "please"),
    ("plz", "please"),
    ("shan't", "shall not"),
    ("she's", "she is"),
    ("shouldnt", "should not"),
    ("that's", "that is"),
    ("thats", "that is"),
    ("there's", "there is"),
    ("theyre", "they are"),
    ("thx", "thanks"),
    ("tnx", "thanks"),
    ("u", "you"),
    ("ur", "your"),
    ("wanna", "want to"),
    ("wasnt", "was not"),
    ("what's", "what is"),
    ("whats", "what is"),
    ("where's", "where is"),
    ("who's", "who is"),
    ("won't", "will not"),
    ("wouldnt", "would not"),
    ("y'all", "you all"),
    ("ya", "you"),
    ("youll", "you will"),
    ("youre", "you are"),
    ("youve", "you have"),
];

/// What an apostrophe takes apart: ending, and the word it stands for.
const ENDINGS: &[(&str, &str)] = &[
    ("'m", "am"),
    ("'re", "are"),
    ("'ve", "have"),
    ("'ll", "will"),
    ("'d", "would"),
    ("n't", "not"),
    ("'s", "'s"),
];

/// Bytes in which a word or link must end. Longer ones are cut, so that reading stays linear.
pub(crate) const LONGEST_RUN: usize = 2_048;

/// The first `most` bytes of a text, or a little less: whole characters.
pub(crate) fn clipped(text: &str, most: usize) -> &str {
    &text[..text.floor_char_boundary(most)]
}

/// Length of an ASCII word that begins with a letter and is followed by a space, a comma or the
/// end: most words, and certainly no link. Told by bytes, which is much faster.
pub(crate) fn plain_word(run: &str) -> Option<usize> {
    let bytes = run.as_bytes();
    let ends = |b: &u8| !(b.is_ascii_alphanumeric() || *b == b'\'');
    let length = bytes.iter().position(ends).unwrap_or(bytes.len());
    let followed = matches!(bytes.get(length), None | Some(b' ' | b',' | b'\n'));
    (followed && bytes.first()?.is_ascii_alphabetic()).then_some(length)
}

pub(crate) fn starts_word(c: char) -> bool {
    c.is_alphanumeric()
}

/// Pictographs, dingbats and what joins them.
pub(crate) fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}')
}

pub(crate) fn is_joiner(c: char) -> bool {
    // Combining marks belong to the letter before them.
    ('\u{300}'..='\u{36f}').contains(&c)
}

pub(crate) fn continues_word(c: char) -> bool {
    c.is_alphanumeric() || c == '\'' || is_joiner(c)
}

pub(crate) fn is_i(word: &str) -> bool {
    word == "I" || word.starts_with("I'")
}

/// Calls `push` for each canonical word of a lower-case word.
pub(crate) fn canonical(lower: &str, push: &mut dyn FnMut(&str)) {
    if let Ok(at) = SPELLINGS.binary_search_by_key(&lower, |(spelling, _)| spelling) {
        return SPELLINGS[at].1.split(' ').for_each(push);
    }
    let ending = ENDINGS
        .iter()
        .filter(|_| lower.contains('\''))
        .find(|(e, _)| lower.len() > e.len() && lower.ends_with(e));
    match ending {
        Some((ending, word)) => {
            push(&lower[..lower.len() - ending.len()]);
            push(word);
        }
        None => push(lower),
    }
}

/// The words of a phrase in canonical form: what a user's own phrase is matched by, and what two
/// spellings of one phrase have in common.
///
/// ```
/// use youfirst::words::canonical_words;
/// assert_eq!(canonical_words("I’d LOVE it!"), ["i", "would", "love", "it"]);
/// ```
pub fn canonical_words(phrase: &str) -> Vec<String> {
    let text = Text::new(phrase);
    let mut words = Vec::new();
    for word in text
        .plain()
        .split(|c: char| !continues_word(c))
        .map(|w| w.trim_matches('\''))
        .filter(|w| !w.is_empty())
    {
        let lower: String =
            word.chars().filter(|c| !is_joiner(*c)).flat_map(char::to_lowercase).collect();
        canonical(&lower, &mut |w| words.push(w.to_string()));
    }
    words
}

/// A link, address, mention or decimal number at the start of a run without spaces: its length.
pub(crate) fn special(run: &str) -> Option<(usize, TokenKind)> {
    let trimmed =
        run.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '>', '"', '\'', '}', '*']);
    if let Some(handle) = run.strip_prefix('@') {
        let length =
            handle.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(handle.len());
        return Some((1 + length, TokenKind::Mention));
    }
    let starts = |scheme: &str| {
        run.len() > scheme.len()
            && run.is_char_boundary(scheme.len())
            && run[..scheme.len()].eq_ignore_ascii_case(scheme)
    };
    if starts("http://") || starts("https://") || starts("www.") {
        return Some((trimmed.len(), TokenKind::Url));
    }
    if !trimmed.contains(['.', '@', ',', '%']) || trimmed.is_empty() {
        return None;
    }
    if let Some((name, host)) = trimmed.split_once('@') {
        return (!name.is_empty() && host.contains('.'))
            .then_some((trimmed.len(), TokenKind::Email));
    }
    if run.starts_with(|c: char| c.is_ascii_digit()) {
        let length = run
            .find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ',' || c == '%'))
            .unwrap_or(run.len());
        let number = run[..length].trim_end_matches(['.', ',']);
        return (length == run.len() || !run[length..].starts_with(char::is_alphanumeric))
            .then_some((number.len(), TokenKind::Number));
    }
    let host = trimmed.split(['/', '?', '#']).next()?;
    let ending = host.rsplit('.').next()?;
    let is_host = host.contains('.')
        && host.split('.').all(|part| {
            !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        })
        && (TOP_LEVEL.iter().any(|t| t.eq_ignore_ascii_case(ending))
            || (trimmed.as_bytes().get(host.len()) == Some(&b'/')
                && ending.bytes().all(|b| b.is_ascii_alphabetic())));
    // “right.In” is a missing space, “bit.ly/x” a link.
    let is_typo = host.len() == trimmed.len() && ending.starts_with(char::is_uppercase);
    (is_host && !is_typo).then_some((trimmed.len(), TokenKind::Url))
}
