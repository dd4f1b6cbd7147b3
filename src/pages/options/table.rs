//! The table in the form: two columns, a hundred rows at a time, so that thousands stay light.

use super::cells::{is_table, rows};
use super::sketch::Pair;
use super::undo::{self, Undo};
use super::{Options, form};
use crate::pages::dom::View;
use crate::pages::shim;
use crate::pages::words::{count, t};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// How many rows are drawn at once.
const PAGE: usize = 100;

/// The rows of the rule in the form, and the first of those that are drawn.
#[derive(Default)]
pub struct Table {
    pairs: RefCell<Vec<Pair>>,
    first: Cell<usize>,
}

impl Table {
    /// All rows but empty ones at the end.
    pub fn pairs(&self) -> Vec<Pair> {
        let pairs = self.pairs.borrow();
        let filled = |(phrase, instead): &Pair| !phrase.is_empty() || !instead.is_empty();
        let length = pairs.iter().rposition(filled).map_or(0, |last| last + 1);
        pairs[..length].to_vec()
    }

    /// Takes other rows, and shows the first of them.
    pub fn set(&self, pairs: Vec<Pair>) {
        self.pairs.replace(pairs);
        self.first.set(0);
        self.show();
    }

    fn show(&self) {
        let mut pairs = self.pairs.borrow_mut();
        // There is always an empty row to write into.
        if pairs.last().is_none_or(|(phrase, instead)| !phrase.is_empty() || !instead.is_empty()) {
            pairs.push(Pair::default());
        }
        let first = self.first.get().min((pairs.len() - 1) / PAGE * PAGE);
        self.first.set(first);
        let end = pairs.len().min(first + PAGE);
        let drawn: Vec<_> = (first + 1..).zip(&pairs[first..end]).collect();
        View::id("table").rows("table-row", &drawn, |row, (number, (phrase, instead))| {
            let number = number.to_string();
            row.part("phrase")
                .set("value", phrase.as_str())
                .attr("aria-label", &t("rulePhraseOf", &[&number]));
            row.part("instead")
                .set("value", instead.as_str())
                .attr("aria-label", &t("ruleInsteadOf", &[&number]));
            row.part("drop").attr("aria-label", &t("ruleDropRow", &[&number]));
        });
        View::id("pager").show(pairs.len() > PAGE);
        let all = end.max(pairs.len() - 1);
        let [from, to, all] = [first + 1, end, all].map(|number| number.to_string());
        View::id("page-at").text(&t("rulePageAt", &[&from, &to, &all]));
        View::id("page-before").set("disabled", first == 0);
        View::id("page-after").set("disabled", end == pairs.len());
    }

    /// Puts the caret into a cell, on whatever page it is.
    fn focus(&self, index: usize, part: &str) {
        self.first.set(index / PAGE * PAGE);
        self.show();
        View::id("table").row(index % PAGE).part(part).focus();
    }

    fn write(&self, index: usize, part: &str, words: String) {
        if let Some((phrase, instead)) = self.pairs.borrow_mut().get_mut(index) {
            *if part == "phrase" { phrase } else { instead } = words;
        }
        self.show();
    }
}

/// Puts rows in from row `at` on. Two columns come before what stands there, except in an empty
/// row; a column beside phrases fills the cells below.
fn put(pairs: &mut Vec<Pair>, at: usize, part: &str, came: Vec<Pair>) {
    let at = at.min(pairs.len());
    let one_column = came.iter().all(|(_, instead)| instead.is_empty());
    if part == "instead" && one_column {
        for (offset, (words, _)) in came.into_iter().enumerate() {
            match pairs.get_mut(at + offset) {
                Some((_, instead)) => *instead = words,
                None => pairs.push((String::new(), words)),
            }
        }
        return;
    }
    let empty = pairs.get(at).is_some_and(|(p, i)| p.is_empty() && i.is_empty());
    pairs.splice(at..at + usize::from(empty), came);
}

/// Typing, pasting, dropping rows, and turning pages.
pub fn listen(page: &Rc<Options>) {
    for part in ["phrase", "instead"] {
        let at = page.clone();
        View::id("table").on_part("input", part, move |cell, rows| {
            at.table.write(index(&at, rows), part, cell.value());
        });
    }
    let at = page.clone();
    View::id("table").on("paste", move |event| {
        let text = shim::pasted(event);
        let Some((cell, rows)) = View::target(event).row_of().filter(|_| is_table(&text)) else {
            return;
        };
        event.prevent_default();
        paste(&at, index(&at, &rows), &cell, &text);
    });
    let at = page.clone();
    View::id("table").on_part("click", "drop", move |_, rows| drop_row(&at, index(&at, rows)));
    // Enter goes on to the next row, as in a spreadsheet; it does not save a half-filled table.
    let at = page.clone();
    View::id("table").on("keydown", move |event| {
        let Some((cell, rows)) = View::target(event).row_of() else { return };
        if View::key(event) == "Enter" && cell != "drop" {
            event.prevent_default();
            at.table.focus(index(&at, &rows) + 1, &cell);
        }
    });
    for (button, step) in [("page-before", -1), ("page-after", 1)] {
        let at = page.clone();
        View::id(button).on("click", move |_| {
            let first = at.table.first.get();
            at.table.first.set(first.saturating_add_signed(step * PAGE as isize));
            at.table.show();
        });
    }
}

fn index(page: &Options, rows: &[usize]) -> usize {
    page.table.first.get() + rows.last().copied().unwrap_or_default()
}

fn paste(page: &Rc<Options>, at: usize, cell: &str, text: &str) {
    let came = rows(text);
    let (before, number) = (page.table.pairs(), came.len());
    put(&mut page.table.pairs.borrow_mut(), at, cell, came);
    page.table.focus(at + number.saturating_sub(1), cell);
    undo::offer(page, "table-notice", &count("rulePasted", number), Undo::Table(before));
    form::edited(page);
}

fn drop_row(page: &Rc<Options>, at: usize) {
    let before = page.table.pairs();
    if at < before.len() {
        page.table.pairs.borrow_mut().remove(at);
        undo::offer(page, "table-notice", &t("ruleDropped", &[]), Undo::Table(before));
    }
    page.table.focus(at.min(page.table.pairs().len()), "phrase");
    form::edited(page);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(rows: &[(&str, &str)]) -> Vec<Pair> {
        rows.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
    }

    #[test]
    fn pasted_rows_overwrite_nothing() {
        let mut table = pairs(&[("a", "1"), ("", "")]);
        put(&mut table, 1, "phrase", pairs(&[("b", "2"), ("c", "")]));
        assert_eq!(table, pairs(&[("a", "1"), ("b", "2"), ("c", "")]));
        put(&mut table, 0, "phrase", pairs(&[("z", "0")]));
        assert_eq!(table[..2], pairs(&[("z", "0"), ("a", "1")]));
    }

    #[test]
    fn a_column_pasted_beside_phrases_fills_the_cells_below() {
        let mut table = pairs(&[("a", ""), ("b", "")]);
        put(&mut table, 1, "instead", pairs(&[("2", ""), ("3", "")]));
        assert_eq!(table, pairs(&[("a", ""), ("b", "2"), ("", "3")]));
    }
}
