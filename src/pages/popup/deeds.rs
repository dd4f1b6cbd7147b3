//! What the popup's buttons do.

use super::places::{Place, ranked};
use super::{Popup, Unwritten, copy, refresh, view, words};
use crate::pages::dom::View;
use crate::pages::marked::byte_at;
use crate::pages::settings::Patch;
use crate::pages::shim;
use crate::pages::words::t;
use crate::pages::worker::{self, Answer, Current, Outcome, State};
use crate::report::Span;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// Something that the user wants done.
#[derive(Clone, Copy)]
enum Deed {
    /// Show a row's place in the box.
    Reveal(usize),
    /// Write a row's rewrite.
    Apply(usize),
    /// Say what kind of message it is.
    Kind,
    /// Switch the site on or off.
    Site,
    /// The one button of a state: load the tab again where that helps, or ask anew.
    Act,
    CopyReport,
    CopyRewrite,
    /// Forget what was counted of messages to this reader.
    Forget,
}

/// Ties the buttons to what they do.
pub fn listen(popup: &Rc<Popup>) {
    View::id("options").on("click", |_| shim::open_options());
    for (part, deed) in [
        ("finding", Deed::Reveal as fn(usize) -> Deed),
        ("apply", Deed::Apply as fn(usize) -> Deed),
    ] {
        let popup = popup.clone();
        View::id("findings").on_part("click", part, move |_, rows| {
            rows.first().inspect(|&&row| start(&popup, deed(row)));
        });
    }
    for (id, event, deed) in [
        ("kind", "change", Deed::Kind),
        ("site", "change", Deed::Site),
        ("act", "click", Deed::Act),
        ("copy-report", "click", Deed::CopyReport),
        ("trouble-copy", "click", Deed::CopyRewrite),
        ("forget", "click", Deed::Forget),
    ] {
        let popup = popup.clone();
        View::id(id).on(event, move |_| start(&popup, deed));
    }
    for id in ["copy-report", "trouble-copy"] {
        View::id(id).on("focusout", move |_| {
            View::id(id).without("data-done");
        });
    }
}

fn start(popup: &Rc<Popup>, deed: Deed) {
    let popup = popup.clone();
    spawn_local(async move {
        if let Err(words) = done(&popup, deed).await {
            view::fault(&words);
        }
    });
}

async fn done(popup: &Popup, deed: Deed) -> Answer<()> {
    match deed {
        Deed::Reveal(row) => {
            let place = popup.at_row(row, |current, _, at| Some(current.place(Some(at.span))));
            let Some(place) = place else { return Ok(()) };
            worker::reveal(&place).await?;
            shim::close_popup();
        }
        Deed::Forget => {
            let reader = |current: &Current| Some((current.site.clone()?, current.contact.clone()));
            let Some((site, contact)) = popup.with(reader) else { return Ok(()) };
            worker::forget_contact(&site, &contact).await?;
            refresh(popup).await;
            View::id("kind").focus();
        }
        Deed::Apply(row) => {
            let Some(fix) = popup.fix(row) else { return Ok(()) };
            apply(popup, fix).await?;
        }
        Deed::Kind => {
            let Some(mut place) = popup.with(|current| Some(current.place(None))) else {
                return Ok(());
            };
            place.stage = Some(View::id("kind").value());
            worker::stage(&place).await?;
            refresh(popup).await;
        }
        Deed::Site => {
            let on = View::id("site").checked();
            let switched = switch(popup, on).await;
            if switched.is_err() {
                View::id("site").set("checked", !on);
            }
            switched?;
            refresh(popup).await;
        }
        Deed::Act => match popup.with(|it| it.tab_id.filter(|_| it.state == State::Reload)) {
            Some(tab) => {
                shim::reload_tab(tab);
                shim::close_popup();
            }
            None => refresh(popup).await,
        },
        Deed::CopyReport => {
            let report = popup.with(|current| {
                Some(copy::report(&current.draft.as_ref()?.text, current.report.as_ref()?))
            });
            put(&View::id("copy-report"), report).await;
        }
        Deed::CopyRewrite => {
            let rewrite = popup.unwritten.borrow().as_ref().map(|it| it.rewrite.clone());
            put(&View::id("trouble-copy"), rewrite).await;
        }
    }
    Ok(())
}

impl Popup {
    fn at_row<T>(
        &self,
        row: usize,
        take: impl FnOnce(&Current, &str, &Place) -> Option<T>,
    ) -> Option<T> {
        self.with(|current| {
            let (draft, report) = (current.draft.as_ref()?, current.report.as_ref()?);
            take(current, &draft.text, ranked(&report.findings).get(row)?)
        })
    }

    fn fix(&self, row: usize) -> Option<worker::Place> {
        self.at_row(row, |current, draft, place| {
            let edit = place.edit?;
            let old = byte_at(draft, edit.start)?..byte_at(draft, edit.end)?;
            let old = Some(draft.get(old)?.to_owned());
            let text = Some(edit.text.clone());
            let span = Span { start: edit.start, end: edit.end };
            Some(worker::Place { old, text, ..current.place(Some(span)) })
        })
    }
}

/// Writes a rewrite. Where the editor would not hear of it before the page has the focus again,
/// the popup makes way.
async fn apply(popup: &Popup, fix: worker::Place) -> Answer<()> {
    popup.unwritten.take();
    view::trouble(None);
    let outcome = worker::fix(&fix).await?;
    refresh(popup).await;
    let words = words::of_outcome(outcome);
    view::trouble(words.as_deref());
    if words.is_some() {
        let rewrite = fix.text.unwrap_or_default();
        popup.unwritten.replace(Some(Unwritten { draft: popup.text(), rewrite }));
    }
    match outcome {
        Outcome::Written => view::say(&t("popupApplied", &[])),
        Outcome::Later => shim::close_popup(),
        Outcome::Refused | Outcome::Altered | Outcome::Gone => {}
    }
    Ok(())
}

/// Copies, and says so on the button until it is left.
async fn put(button: &View, text: Option<String>) {
    let Some(text) = text else { return };
    if shim::copy(&text).await.is_truthy() {
        button.attr("data-done", "yes");
        view::say(&t("popupCopied", &[]));
    }
}

async fn switch(popup: &Popup, on: bool) -> Answer<()> {
    let Some(site) = popup.with(|current| current.site.clone()) else { return Ok(()) };
    let mut settings = worker::settings().await?;
    settings.switch(&site, on);
    worker::update(&Patch { sites: Some(&settings.sites), ..Patch::default() }).await.map(drop)
}
