//! The popup's list of places by keyboard.

use crate::pages::dom::View;
use std::cell::Cell;

thread_local! {
    /// The row that had the focus last, and which of its parts.
    static HELD: Cell<(usize, &'static str)> = const { Cell::new((0, "finding")) };
}

/// Up and down lead from row to row.
pub fn listen() {
    let list = View::id("findings");
    for part in ["finding", "apply"] {
        list.on_part("focusin", part, move |_, rows| {
            rows.first().inspect(|&&row| HELD.set((row, part)));
        });
    }
    list.on("keydown", |event| {
        let (row, _) = HELD.get();
        let to = match View::key(event).as_str() {
            "ArrowDown" => row + 1,
            "ArrowUp" => row.wrapping_sub(1),
            _ => return,
        };
        let next = View::id("findings").row(to);
        if next.is_there() {
            event.prevent_default();
            focus(&next);
        }
    });
}

/// Keeps the focus in the list, where rows have come and gone: on the same row, or the last one,
/// or, where none is left, on what chooses the view.
pub fn hold() {
    let list = View::id("findings");
    match list.count().checked_sub(1) {
        Some(last) => focus(&list.row(HELD.get().0.min(last))),
        None => View::id("view-places").focus(),
    };
}

/// The part of a row that had the focus in the row before, where it has that.
fn focus(row: &View) -> bool {
    let (_, part) = HELD.get();
    let wanted = if row.part("edit").shown() { part } else { "finding" };
    row.part(wanted).focus()
}
