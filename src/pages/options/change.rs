//! Writing settings: each change is shown at once, and written on top of what is stored by then,
//! one after the other, so that a phrase ignored meanwhile in a compose box is not lost.

use super::{Options, data, show};
use crate::pages::dom::View;
use crate::pages::settings::{Patch, Settings};
use crate::pages::worker::spawn;
use crate::pages::worker::{self, Answer};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

/// The parts of the settings that a change touches.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Sites,
    Look,
    Extras,
    Levels,
    Custom,
    Ignored,
    All,
}

struct Change {
    part: Part,
    edit: Box<dyn Fn(&mut Settings)>,
    /// What is to be done once it is written.
    then: Box<dyn FnOnce()>,
}

/// Changes that wait to be written.
#[derive(Default)]
pub struct Queue {
    waiting: RefCell<VecDeque<Change>>,
    writing: Cell<bool>,
}

/// Changes the settings, shows them, and sees to it that they are written.
pub fn change(page: &Rc<Options>, part: Part, edit: impl Fn(&mut Settings) + 'static) {
    change_then(page, part, edit, || ());
}

/// Like [`change`]; calls `then` once it is written, and never if it cannot be.
pub fn change_then(
    page: &Rc<Options>,
    part: Part,
    edit: impl Fn(&mut Settings) + 'static,
    then: impl FnOnce() + 'static,
) {
    make(page, Change { part, edit: Box::new(edit), then: Box::new(then) });
}

fn make(page: &Rc<Options>, change: Change) {
    (change.edit)(&mut page.settings.borrow_mut());
    show(page);
    page.changes.waiting.borrow_mut().push_back(change);
    if !page.changes.writing.replace(true) {
        let page = page.clone();
        spawn(async move { write_all(&page).await });
    }
}

/// Shows what is stored by now, unless a change of ours is under way.
pub fn reload(page: &Rc<Options>) {
    let page = page.clone();
    spawn(async move {
        let Ok(settings) = worker::settings().await else { return };
        if !page.changes.writing.get() {
            page.settings.replace(settings);
            show(&page);
        }
        data::load_kept(&page).await;
    });
}

async fn write_all(page: &Options) {
    let mut outcome = Ok(());
    loop {
        let next = page.changes.waiting.borrow_mut().pop_front();
        let Some(change) = next else { break };
        match write(page, &change).await {
            Ok(()) => (change.then)(),
            Err(words) => outcome = Err(words),
        }
    }
    page.changes.writing.set(false);
    if outcome.is_err()
        && let Ok(settings) = worker::settings().await
    {
        page.settings.replace(settings);
    }
    View::id("not-saved").show(outcome.is_err());
    if let Err(words) = outcome {
        View::id("not-saved").part("text").text(&words);
    }
    show(page);
}

async fn write(page: &Options, change: &Change) -> Answer<()> {
    let mut settings = worker::settings().await?;
    (change.edit)(&mut settings);
    let touched = |its: Part| change.part == its || change.part == Part::All;
    let stored = worker::update(&Patch {
        sites: touched(Part::Sites).then_some(&settings.sites),
        public: touched(Part::Sites).then_some(&settings.public),
        look: touched(Part::Look).then_some(&settings.look),
        extras: touched(Part::Extras).then_some(&settings.extras),
        levels: touched(Part::Levels).then_some(&settings.levels),
        custom: touched(Part::Custom).then_some(&settings.custom),
        ignored: touched(Part::Ignored).then_some(&settings.ignored),
    })
    .await?;
    if page.changes.waiting.borrow().is_empty() {
        page.settings.replace(stored);
    }
    Ok(())
}
