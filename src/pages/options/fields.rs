//! The form's fields, as a sketch and back.

use super::sketch::Sketch;
use crate::pages::dom::View;
use crate::pages::settings::{Level, SITES, severity_word};
use crate::report::{Severity, SuggestionKind};
use crate::rule::Kind;

/// What is in the fields.
pub fn read() -> Sketch {
    let value = |id: &str| View::id(id).value();
    let ticked = SITES.iter().filter(|(site, _)| View::id(&format!("site-{site}")).checked());
    Sketch {
        message: value("message"),
        kind: if View::id("kind-regex").checked() { Kind::Regex } else { Kind::Phrases },
        phrases: value("phrases"),
        regex: value("regex"),
        suggestions: read_suggestions(),
        severity: severity(&value("severity")),
        weight: value("weight"),
        sites: ticked.map(|(site, _)| (*site).to_owned()).collect(),
        fires: value("fires"),
        quiet: value("quiet"),
    }
}

/// Fills the fields.
pub fn write(sketch: &Sketch) {
    let set = |id: &str, value: &str| {
        View::id(id).set("value", value);
    };
    set("message", &sketch.message);
    set("phrases", &sketch.phrases);
    set("regex", &sketch.regex);
    set("severity", severity_word(sketch.severity));
    set("weight", &sketch.weight);
    set("fires", &sketch.fires);
    set("quiet", &sketch.quiet);
    View::id("kind-regex").set("checked", sketch.kind == Kind::Regex);
    View::id("kind-phrases").set("checked", sketch.kind != Kind::Regex);
    for (site, _) in SITES {
        let on = sketch.sites.iter().any(|ticked| ticked == site);
        View::id(&format!("site-{site}")).set("checked", on);
    }
    write_suggestions(&sketch.suggestions);
    show_kind(sketch.kind);
}

/// Shows the field of the kind that is chosen; the other one keeps its text.
pub fn show_kind(kind: Kind) {
    View::id("phrases-field").show(kind != Kind::Regex);
    View::id("regex-field").show(kind == Kind::Regex);
}

fn severity(word: &str) -> Severity {
    Level::parse(word).and_then(Level::severity).unwrap_or(Severity::Soft)
}

fn read_suggestions() -> Vec<(SuggestionKind, String)> {
    let rows = View::id("suggestions");
    let read = |row: View| (kind(&row.part("kind").value()), row.part("text").value());
    (0..rows.count()).map(|index| read(rows.row(index))).collect()
}

/// Fills the rows of the suggestions, one a suggestion.
pub fn write_suggestions(suggestions: &[(SuggestionKind, String)]) {
    View::id("suggestions").rows("suggestion", suggestions, |row, (kind, text)| {
        row.part("kind").set("value", kind_word(*kind));
        row.part("text").set("value", text.as_str());
        row.part("blank").show(*kind != SuggestionKind::Advice);
    });
}

fn kind(word: &str) -> SuggestionKind {
    match word {
        "scaffold" => SuggestionKind::Scaffold,
        "advice" => SuggestionKind::Advice,
        _ => SuggestionKind::Edit,
    }
}

fn kind_word(kind: SuggestionKind) -> &'static str {
    match kind {
        SuggestionKind::Edit => "edit",
        SuggestionKind::Scaffold => "scaffold",
        SuggestionKind::Advice => "advice",
    }
}
