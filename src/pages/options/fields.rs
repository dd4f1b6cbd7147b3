//! The form's fields, as a sketch and back.

use super::Options;
use super::sketch::{CHANNELS, STAGES, Sketch, What};
use crate::pages::dom::View;
use crate::pages::settings::{Level, SITES, severity_word};
use crate::pages::words::t;
use crate::report::{Severity, SuggestionKind};
use crate::rule::Position;

/// What is in the fields.
pub fn read(page: &Options) -> Sketch {
    let value = |id: &str| View::id(id).value();
    Sketch {
        message: value("message"),
        what: what(),
        phrases: value("phrases"),
        table: page.table.pairs(),
        regex: value("regex"),
        forms: View::id("forms").checked(),
        suggestions: read_suggestions(),
        severity: severity(&value("severity")),
        weight: value("weight"),
        position: position(&value("position")),
        group: value("group"),
        sites: read_choices("choose-sites"),
        channels: read_choices("choose-channels"),
        stages: read_choices("choose-stages"),
        fires: value("fires"),
        quiet: value("quiet"),
    }
}

/// Fills the fields.
pub fn write(page: &Options, sketch: &Sketch) {
    let fields = [
        ("message", sketch.message.as_str()),
        ("phrases", &sketch.phrases),
        ("regex", &sketch.regex),
        ("severity", severity_word(sketch.severity)),
        ("weight", &sketch.weight),
        ("position", position_word(sketch.position)),
        ("group", &sketch.group),
        ("fires", &sketch.fires),
        ("quiet", &sketch.quiet),
    ];
    for (id, value) in fields {
        View::id(id).set("value", value);
    }
    View::id("forms").set("checked", sketch.forms);
    for (id, what) in KINDS {
        View::id(id).set("checked", sketch.what == what);
    }
    write_choices("choose-sites", &sketch.sites, |index| SITES[index].1.to_owned());
    write_choices("choose-channels", &sketch.channels, |index| t(CHANNELS[index].1, &[]));
    write_choices("choose-stages", &sketch.stages, |index| t(STAGES[index].1, &[]));
    View::id("narrow").set("open", sketch.is_narrow());
    page.table.set(sketch.table.clone());
    write_suggestions(&sketch.suggestions);
    show_kind(sketch.what);
}

const KINDS: [(&str, What); 3] =
    [("kind-phrases", What::Phrases), ("kind-table", What::Table), ("kind-regex", What::Regex)];

/// The kind that is chosen.
pub fn what() -> What {
    let chosen = KINDS.into_iter().find(|(id, _)| View::id(id).checked());
    chosen.map_or(What::Phrases, |(_, what)| what)
}

/// Shows the field of the kind that is chosen; the other ones keep their text.
pub fn show_kind(what: What) {
    View::id("phrases-field").show(what == What::Phrases);
    View::id("table-field").show(what == What::Table);
    View::id("regex-field").show(what == What::Regex);
    View::id("forms-field").show(what != What::Regex);
}

fn read_choices(list: &str) -> Vec<bool> {
    let list = View::id(list);
    (0..list.count()).map(|index| list.row(index).part("on").checked()).collect()
}

fn write_choices(list: &str, ticks: &[bool], name: impl Fn(usize) -> String) {
    let rows: Vec<_> = ticks.iter().enumerate().collect();
    View::id(list).rows("choice", &rows, |row, (index, on)| {
        row.part("on").set("checked", **on);
        row.part("name").text(&name(*index));
    });
}

fn severity(word: &str) -> Severity {
    Level::parse(word).and_then(Level::severity).unwrap_or(Severity::Soft)
}

fn position(word: &str) -> Option<Position> {
    match word {
        "opening" => Some(Position::Opening),
        "closing" => Some(Position::Closing),
        _ => None,
    }
}

fn position_word(position: Option<Position>) -> &'static str {
    match position {
        None => "",
        Some(Position::Opening) => "opening",
        Some(Position::Closing) => "closing",
    }
}

/// What is in the rows of the suggestions.
pub fn read_suggestions() -> Vec<(SuggestionKind, String)> {
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
