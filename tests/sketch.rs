//! Whether a message is known again after the edits that people make for the next reader, and only
//! then. `cargo test --test sketch -- --nocapture` prints the figures.

#![allow(clippy::unwrap_used)] // A test may.
#![allow(clippy::print_stdout)] // Figures are printed.

#[path = "sketch/edits.rs"]
mod edits;
mod support;

use edits::{Base, EDITS, Parts};
use proptest::prelude::*;
use serde::Deserialize;
use std::fs;
use youfirst::sketch::{BYTES, Likeness, NEAR, Sketch, Sketched, similarity};

const SALT: [u8; 16] = *b"a salt, any salt";

fn sketched(text: &str) -> Option<Sketched<'_>> {
    Sketched::new(text, &SALT)
}

/// What is kept of a text that is long enough.
fn sketch(text: &str) -> Sketch {
    kept(text).unwrap_or_else(|| panic!("no sketch: {text}"))
}

fn kept(text: &str) -> Option<Sketch> {
    sketched(text).map(|draft| draft.sketch)
}

/// The messages of a file under `tests/sketch/`.
fn bases(name: &str) -> Vec<Base> {
    #[derive(Deserialize)]
    struct File {
        base: Vec<Base>,
    }
    let text = fs::read_to_string(format!("tests/sketch/{name}.toml")).unwrap();
    toml::from_str::<File>(&text).unwrap().base
}

/// The share of `scores` that are near, in percent.
fn near(scores: &[f32]) -> f32 {
    scores.iter().filter(|&&s| s >= NEAR).count() as f32 * 100.0 / scores.len() as f32
}

/// The similarities of all pairs of one kind.
fn among(messages: &[(String, Sketch)]) -> Vec<f32> {
    let of_kind = |i: usize| {
        let (kind, sketch) = &messages[i];
        messages[..i].iter().filter(move |o| o.0 == *kind).map(|o| similarity(sketch, &o.1))
    };
    (0..messages.len()).flat_map(of_kind).collect()
}

/// How like themselves the messages are after a change. What is too short by then is like nothing.
fn changed(bases: &[Base], change: impl Fn(Parts) -> Parts) -> Vec<f32> {
    let of = |(i, base): (usize, &Base)| {
        let original = sketch(&Parts::of(base, i).text());
        let draft = kept(&change(Parts::of(base, i)).text());
        draft.map_or(0.0, |draft| similarity(&draft, &original))
    };
    bases.iter().enumerate().map(of).collect()
}

fn lowest(scores: &[f32]) -> f32 {
    scores.iter().copied().fold(1.0, f32::min)
}

fn highest(scores: &[f32]) -> f32 {
    scores.iter().copied().fold(0.0, f32::max)
}

#[test]
fn an_edited_message_is_known_again() {
    let bases = bases("bases");
    let mut within = Vec::new();
    println!("{:40} near   lowest", "edits of 40 messages");
    for (name, counts, edit) in EDITS {
        let scores = changed(&bases, edit);
        println!("{name:38} {:5.1} %   {:.2}", near(&scores), lowest(&scores));
        if counts {
            assert!(near(&scores) >= 95.0, "{name}: {} % near", near(&scores));
            within.extend(scores);
        }
    }
    println!("{:38} {:5.1} %", "up to a sentence and 10 %", near(&within));
    for percent in [20, 30, 40, 50, 60] {
        let scores = changed(&bases, |p| p.reworded(percent));
        println!("{percent} % of the words {:26.1} %   {:.2}", near(&scores), lowest(&scores));
    }
    for more in [2, 3, 5] {
        let scores = changed(&bases, |p| (0..more).fold(p, Parts::added));
        println!("{more:2} sentences added {:24.1} %   {:.2}", near(&scores), lowest(&scores));
    }
}

#[test]
fn different_messages_of_one_kind_are_not_near() {
    let bases = bases("bases");
    let originals: Vec<(String, Sketch)> = bases
        .iter()
        .enumerate()
        .map(|(i, b)| (b.kind.clone(), sketch(&Parts::of(b, i).text())))
        .collect();
    let mut edited = among(&originals);
    for (i, base) in bases.iter().enumerate() {
        for (_, _, edit) in EDITS {
            let Some(draft) = kept(&edit(Parts::of(base, i)).text()) else { continue };
            let others = originals.iter().enumerate().filter(|(j, o)| *j != i && o.0 == base.kind);
            edited.extend(others.map(|(_, other)| similarity(&draft, &other.1)));
        }
    }
    let anew: Vec<(String, Sketch)> = self::bases("anew")
        .iter()
        .map(|base| (base.kind.clone(), sketch(&Parts::of(base, 0).text())))
        .collect();
    let corpus = support::corpus().into_iter().flat_map(|(_, messages)| messages);
    let of_corpus =
        |m: support::Message| Some((m.sender.clone(), sketched(&m.draft().text)?.sketch));
    let corpus: Vec<(String, Sketch)> = corpus.filter_map(of_corpus).collect();
    for (what, scores) in [
        ("forty writers, with edits", edited),
        ("one writer, each written anew", among(&anew)),
        ("our corpus, by sort of sender", among(&corpus)),
    ] {
        println!(
            "{what:32} {:5} pairs, {:.2} % near, likest {:.2}",
            scores.len(),
            near(&scores),
            highest(&scores)
        );
        assert_eq!(near(&scores), 0.0, "{what}: {}", highest(&scores));
    }
}

#[test]
fn the_sentence_that_is_new_is_told_from_the_rest() {
    let (mut old, mut marked, mut new, mut blamed) = (0, 0, 0, 0);
    for (i, base) in bases("bases").iter().enumerate() {
        let sent = |seed: usize| sketch(&Parts::of(base, seed).added(seed).text());
        let (one, ten) = ([sketch(&Parts::of(base, i).text())], (i..i + 10).map(sent));
        for near in [one.to_vec(), ten.collect::<Vec<_>>()] {
            let own = "Your garden on the roof of the old gasworks is why I took up beekeeping. ";
            let text = Parts::of(base, i).with(0, own).text();
            let draft = sketched(&text).unwrap();
            let Likeness { near: found, parts } = draft.likeness(&near, NEAR);
            assert_eq!(found.len(), near.len());
            let parts: Vec<&str> = parts.iter().map(|part| &text[part.start..part.end]).collect();
            new += 1;
            blamed += usize::from(parts.contains(&own.trim_end()));
            let sentences = Parts::of(base, i).sentences();
            old += sentences.len();
            marked += sentences.iter().filter(|s| parts.contains(&s.as_str())).count();
        }
    }
    println!(
        "recurring sentences found {marked} of {old}, new ones taken for such {blamed} of {new}"
    );
    assert!(marked * 100 >= old * 90, "{marked} of {old}");
    assert_eq!(blamed, 0);
}

#[test]
fn a_short_sentence_in_a_long_letter_is_not_blamed_by_chance() {
    let bases = bases("bases");
    let longest = bases.iter().max_by_key(|base| base.text.len()).unwrap();
    let sent = sketch(&Parts::of(longest, 0).text());
    let words: Vec<&str> = edits::OTHERS.split_whitespace().collect();
    let blamed = words.windows(4).step_by(2).filter(|own| {
        let text = Parts::of(longest, 0).with(0, &(own.join(" ") + ". ")).text();
        let parts = sketched(&text).unwrap().likeness(&[sent], NEAR).parts;
        parts.iter().any(|part| text[part.start..part.end].starts_with(own[0]))
    });
    assert_eq!(blamed.count(), 0);
}

#[test]
fn what_differs_between_readers_anyway_is_not_in_it() {
    let text = "Hi Ana,\n\nI saw that Brightwater moved to Leeds in May, with 40 people and the \
        bees. Who talked the landlord into the hives? We didn’t ask ours twice: \
        https://one.example/a\n\nBest,\nJo";
    let original = sketch(text);
    for (what, from, to) in [
        ("greeting", "Hi Ana,", "Dear Dr. Zielinski,"),
        ("no greeting", "Hi Ana,", ""),
        ("name", "Leeds in May", "Gdansk in March"),
        ("number", "40 people", "1,500 people"),
        ("link", "https://one.example/a", "two.example.org/b?c=4"),
        ("signature", "Best,\nJo", "Kind regards,\nJo Fell\nMoss & Fell"),
        (
            "what they wrote",
            "Best,\nJo",
            "Best,\nJo\n\nOn Mon, 3 Mar 2025, Bo wrote:\nHow do you do?",
        ),
        (
            "case and stops",
            "Who talked the landlord into the hives?",
            "WHO talked the LANDLORD into the hives!!!",
        ),
        ("contraction", "didn’t", "did not"),
        ("apostrophe", "didn’t", "didnt"),
        ("quotes and spaces", "the bees", "the\u{a0}\u{200b}bees"),
        ("emoji", "We did", "🐝 We did"),
    ] {
        let changed = text.replacen(from, to, 1);
        assert!(changed != text, "{what}");
        assert_eq!(sketch(&changed), original, "{what}: {changed}");
    }
}

#[test]
fn another_salt_is_another_language() {
    let text = Parts::of(&bases("bases")[1], 0).text();
    let one = sketch(&text);
    for byte in 0..SALT.len() {
        let mut salt = SALT;
        salt[byte] ^= 1;
        let other = Sketched::new(&text, &salt).unwrap();
        assert!(similarity(&one, &other.sketch) < NEAR / 2.0, "byte {byte} of the salt");
        assert!(other.likeness(&[one], NEAR).near.is_empty());
    }
    // One in 256 bytes is the same by chance.
    let other = Sketched::new(&text, &[0; 16]).unwrap().sketch;
    assert!(one.iter().zip(other).filter(|(a, b)| *a == b).count() <= 4);
}

#[test]
fn a_few_words_have_no_sketch_and_a_book_is_read_in_part() {
    assert!(sketched("").is_none());
    assert!(
        sketched("Hi Ana,\n\nthank you so much for that, we all loved it!\n\nBest,\nJo").is_none()
    );
    assert!(
        sketched("Ana, Bo, Cy 1 2 3 4 5 6 7 8 9 10 11 12 13 @ana @bo @cy https://a.b/c").is_none()
    );
    let book = |ending: &str| "a dark and stormy night by the sea ".repeat(120) + ending;
    let endings = ["", "and then the lamp went out in the tower and nobody lit it again."];
    let [one, other] = endings.map(|ending| sketch(&book(ending)));
    assert_eq!(one, other);
}

/// Drafts of words that shape zones, sentences and offsets.
fn drafts() -> impl Strategy<Value = String> {
    let pieces = [
        "Hi Ana,",
        "word ",
        "İstanbul ",
        "I’m ",
        "the same words again ",
        ". ",
        "?",
        "\n",
        "\n\n",
        "“",
        "”",
        "🙏🏽",
        "e\u{301}",
        "\u{200b}",
        "\u{a0}",
        "https://a.b/c ",
        "@ana ",
        "> old\n",
        "```",
        "Best,\nJo",
        "日本語",
    ];
    let piece = prop_oneof![
        8 => proptest::sample::select(pieces.to_vec()).prop_map(str::to_string),
        2 => any::<char>().prop_map(String::from),
        3 => "[a-z]{1,5} ",
    ];
    proptest::collection::vec(piece, 0..80).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_like_itself_in_all_its_parts(text in drafts(), other in drafts(), salt in any::<[u8; 16]>()) {
        let Some(draft) = Sketched::new(&text, &salt) else { return Ok(()) };
        prop_assert_eq!(similarity(&draft.sketch, &draft.sketch), 1.0);
        let other = Sketched::new(&other, &salt).map_or([0; BYTES], |other| other.sketch);
        prop_assert_eq!(similarity(&draft.sketch, &other), similarity(&other, &draft.sketch));
        let Likeness { near, parts } = draft.likeness(&[other, draft.sketch], 1.0);
        prop_assert!(near.contains(&1) && !parts.is_empty());
        for parts in [parts, draft.likeness(&[other], 0.0).parts] {
            let mut last = 0;
            for part in parts {
                prop_assert!(last <= part.start && part.start < part.end);
                prop_assert!(text.get(part.start..part.end).is_some());
                last = part.end;
            }
        }
    }
}
