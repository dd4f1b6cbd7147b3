//! What happens in the page: listeners that live as long as it does.

use super::dom::{View, rows_around, selector};
use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget};

/// Gets a part, and the indices of the rows around it.
type PartListener = dyn Fn(&View, &[usize]);

impl View {
    /// Listens to the window for as long as the page lives.
    pub fn on_window(event: &'static str, listener: impl Fn(&Event) + 'static) {
        if let Some(window) = web_sys::window() {
            listen(&window, event, Box::new(listener));
        }
    }

    /// The key of a keyboard event, without any that is held beside it.
    pub fn key(event: &Event) -> String {
        let get = |name: &str| Reflect::get(event, &name.into()).unwrap_or_default();
        let held = ["altKey", "ctrlKey", "metaKey", "shiftKey"].iter().any(|k| get(k).is_truthy());
        if held { String::new() } else { get("key").as_string().unwrap_or_default() }
    }

    /// Listens for as long as the page lives.
    pub fn on(&self, event: &'static str, listener: impl Fn(&Event) + 'static) -> &View {
        if let Some(element) = &self.0 {
            listen(element, event, Box::new(listener));
        }
        self
    }

    /// Listens to the parts of this name in all rows within, present and future, at any depth.
    /// The listener gets the part and the indices of its rows, outermost first.
    pub fn on_part(
        &self,
        event: &'static str,
        name: &'static str,
        listener: impl Fn(&View, &[usize]) + 'static,
    ) -> &View {
        let listener: Box<PartListener> = Box::new(listener);
        self.on(event, move |e| {
            if let Some((part, rows)) = part_of(e, name) {
                listener(&part, &rows);
            }
        })
    }
}

#[inline(never)]
fn listen(target: &EventTarget, event: &'static str, listener: Box<dyn Fn(&Event)>) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(target, event, options, move |e| listener(e)).forget();
}

/// The part of this name that an event happened in, with the indices of the rows around it.
fn part_of(event: &Event, name: &str) -> Option<(View, Vec<usize>)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let part = target.closest(&selector(name)).ok()??;
    let rows = rows_around(&part);
    Some((View(Some(part)), rows))
}
