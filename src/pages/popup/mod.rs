//! The toolbar popup: the current draft's band and score, the places to look at and what each
//! rewrite wins back, what the score is made of, and the draft as its reader first gets to see it.

mod copy;
mod deeds;
mod glance;
mod keys;
mod places;
mod report;
mod view;
mod words;

pub use report::{Alike, Past, Report};

use super::dom::View;
use super::shim;
use super::worker::{self, Current};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::spawn_local;

/// What the popup knows.
struct Popup {
    /// The tab it was opened for, where the address names one.
    tab: Option<i32>,
    /// The latest answer.
    current: RefCell<Option<Current>>,
    /// Counts the questions, so that only the latest answer is shown.
    asked: Cell<u32>,
    /// A rewrite that could not be written, and the draft that this was said of.
    unwritten: RefCell<Option<Unwritten>>,
}

struct Unwritten {
    draft: Option<String>,
    rewrite: String,
}

/// Shows the current draft, and again whenever it changes.
pub fn start() {
    let popup = Rc::new(Popup {
        tab: shim::named_tab(),
        current: RefCell::default(),
        asked: Cell::default(),
        unwritten: RefCell::default(),
    });
    deeds::listen(&popup);
    keys::listen();
    follow_pushes(&popup);
    spawn_local(async move { refresh(&popup).await });
    spawn_local(async {
        if shim::is_tab().await.is_truthy() {
            View::page().attr("class", "tab");
        }
    });
}

async fn refresh(popup: &Popup) {
    let turn = popup.asked.get().wrapping_add(1);
    popup.asked.set(turn);
    let answer = worker::current_draft(popup.tab).await;
    if popup.asked.get() != turn {
        return;
    }
    match answer {
        Ok(current) => {
            let listed = View::id("findings").has_focus();
            view::show(&current);
            popup.current.replace(Some(current));
            if listed {
                keys::hold();
            }
            let stale = |it: &mut Unwritten| it.draft != popup.text();
            if popup.unwritten.borrow_mut().take_if(stale).is_some() {
                view::trouble(None);
            }
        }
        Err(words) => view::fault(&words),
    }
}

impl Popup {
    /// What `take` finds in the latest answer.
    fn with<T>(&self, take: impl FnOnce(&Current) -> Option<T>) -> Option<T> {
        take(self.current.borrow().as_ref()?)
    }

    /// The draft's text.
    fn text(&self) -> Option<String> {
        self.with(|current| Some(current.draft.as_ref()?.text.clone()))
    }
}

fn follow_pushes(popup: &Rc<Popup>) {
    let at = popup.clone();
    let listener =
        Closure::<dyn Fn(String, JsValue)>::new(move |push: String, payload: JsValue| {
            let about =
                js_sys::Reflect::get(&payload, &"tabId".into()).ok().and_then(|id| id.as_f64());
            let shown = at.with(|current| current.tab_id);
            let is_ours = shown.is_none() || about == shown.map(f64::from);
            if push == "settings" || (push == "draft" && is_ours) {
                let at = at.clone();
                spawn_local(async move { refresh(&at).await });
            }
        });
    shim::on_push(&listener);
    listener.forget();
}
