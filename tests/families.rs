//! What a card says about each family: complete, short, and true to the engine.

use serde::Deserialize;
use std::collections::BTreeMap;
use youfirst::catalogue::families;
use youfirst::report::{Severity, Strength};
use youfirst::{Draft, Engine, Settings};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Card {
    feels: String,
    why: String,
    evidence: Option<Evidence>,
    counter: Option<String>,
    before: Option<String>,
    after: Option<String>,
    example: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)] // Read for its shape.
struct Evidence {
    strength: Strength,
    text: String,
}

fn cards() -> BTreeMap<String, Card> {
    toml::from_str(include_str!("../src/families.toml")).expect("families.toml is read")
}

#[test]
fn every_family_has_a_card_and_every_card_a_family() {
    let named: Vec<String> = families().iter().map(|f| f.id.clone()).collect();
    let cards: Vec<String> = cards().into_keys().collect();
    assert_eq!(named, cards);
}

#[test]
fn cards_are_complete_and_short() {
    let cards = cards();
    for family in families() {
        let card = &cards[&family.id];
        let shown = if family.praise {
            vec![&card.example]
        } else {
            vec![&card.counter, &card.before, &card.after]
        };
        assert!(shown.iter().all(|text| text.is_some()), "{}", family.id);
        let evidence = card.evidence.as_ref().map(|e| e.text.clone());
        for (text, most) in [
            (Some(&card.feels), 70),
            (Some(&card.why), 220),
            (evidence.as_ref(), 320),
            (card.counter.as_ref(), 160),
            (card.before.as_ref(), 160),
            (card.after.as_ref(), 160),
            (card.example.as_ref(), 160),
        ] {
            let length = text.map_or(0, |t| t.chars().count());
            assert!(length <= most, "{}: {length} characters, {most} fit: {text:?}", family.id);
        }
    }
}

#[test]
fn the_examples_read_as_they_should() {
    let (engine, _) = Engine::new(&Settings::default());
    let found = |text: &str| {
        let report = engine.analyze(&Draft::new(text));
        report.findings.into_iter().map(|f| (f.severity, f.family)).collect::<Vec<_>>()
    };
    let mut faults = Vec::new();
    for (family, card) in cards() {
        for text in [card.after, card.example].into_iter().flatten() {
            let found = found(&text);
            if found.iter().any(|(severity, _)| *severity > Severity::Hint) {
                faults.push(format!("{family}: marked as {found:?}: {text}"));
            }
        }
        // Who the reader is shows in the thread or on the page only.
        let alone = !["wrong-recipient", "ignored-no"].contains(&family.as_str());
        for text in card.before.into_iter().filter(|_| alone) {
            if !found(&text).iter().any(|(_, f)| *f == family) {
                faults.push(format!("{family}: not found in its own example: {text}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
