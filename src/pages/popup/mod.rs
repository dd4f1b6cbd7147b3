//! The toolbar popup: the current draft's band and score, what they are made of, and the places
//! to look at.

mod view;
mod words;

use super::dom::View;
use super::worker::{self, Answer, Current, Place};
use super::{settings::Patch, shim};
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
}

/// Shows the current draft, and again whenever it changes.
pub fn start() {
    let tab = shim::named_tab();
    let popup = Rc::new(Popup { tab, current: RefCell::default(), asked: Cell::default() });
    listen(&popup);
    follow_pushes(&popup);
    spawn_local(async move {
        if shim::is_tab().await.is_truthy() {
            View::page().attr("class", "tab");
        }
        refresh(&popup).await;
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
            view::show(&current);
            popup.current.replace(Some(current));
        }
        Err(words) => view::fault(&words),
    }
}

fn listen(popup: &Rc<Popup>) {
    View::id("options").on("click", |_| shim::open_options());

    let at = popup.clone();
    View::id("findings").on_part("click", "finding", move |_, rows| {
        if let Some(place) = rows.first().and_then(|&index| place(&at, index)) {
            spawn_local(reveal(place));
        }
    });

    let at = popup.clone();
    View::id("site").on("change", move |event| {
        let toggle = View::target(event);
        let on = toggle.checked();
        let at = at.clone();
        spawn_local(async move {
            if let Err(words) = switch(&at, on).await {
                toggle.set("checked", !on);
                view::fault(&words);
            } else {
                refresh(&at).await;
            }
        });
    });

    let at = popup.clone();
    View::id("act").on("click", move |_| {
        let at = at.clone();
        spawn_local(async move { act(&at).await });
    });
}

fn follow_pushes(popup: &Rc<Popup>) {
    let at = popup.clone();
    let listener =
        Closure::<dyn Fn(String, JsValue)>::new(move |push: String, payload: JsValue| {
            let about =
                js_sys::Reflect::get(&payload, &"tabId".into()).ok().and_then(|id| id.as_f64());
            let shown = at.current.borrow().as_ref().and_then(|current| current.tab_id);
            let is_ours = shown.is_none() || about == shown.map(f64::from);
            if push == "settings" || (push == "draft" && is_ours) {
                let at = at.clone();
                spawn_local(async move { refresh(&at).await });
            }
        });
    shim::on_push(&listener);
    listener.forget();
}

fn place(popup: &Popup, index: usize) -> Option<Place> {
    let current = popup.current.borrow();
    let current = current.as_ref()?;
    let span = current.report.as_ref()?.findings.get(index)?.span;
    Some(Place {
        tab_id: current.tab_id,
        frame_id: current.frame_id,
        box_number: current.box_number,
        start: span.start,
        end: span.end,
    })
}

async fn reveal(place: Place) {
    match worker::reveal(&place).await {
        Ok(()) => shim::close_popup(),
        Err(words) => view::fault(&words),
    }
}

async fn switch(popup: &Popup, on: bool) -> Answer<()> {
    let site = popup.current.borrow().as_ref().and_then(|current| current.site.clone());
    let Some(site) = site else { return Ok(()) };
    let mut settings = worker::settings().await?;
    settings.switch(&site, on);
    worker::update(&Patch { sites: Some(&settings.sites), ..Patch::default() }).await.map(drop)
}

/// The one button of a state: loads the tab again where that helps, or asks anew.
async fn act(popup: &Popup) {
    let tab = popup.current.borrow().as_ref().and_then(|current| match current.state {
        worker::State::Reload => current.tab_id,
        _ => None,
    });
    match tab {
        Some(tab) => {
            shim::reload_tab(tab);
            shim::close_popup();
        }
        None => refresh(popup).await,
    }
}
