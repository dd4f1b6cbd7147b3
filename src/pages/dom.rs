//! The page, as its views see it: parts that are filled with text, and lists whose rows are
//! reused, so that focus and selection survive a new answer and nothing flickers.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, EventTarget, HtmlElement, HtmlInputElement, HtmlTemplateElement};

/// A part of the page. One that the page does not have is a view of nothing: whatever is done to
/// it does nothing.
#[derive(Clone)]
pub struct View(Option<Element>);

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

impl View {
    /// The element with this id.
    pub fn id(id: &str) -> View {
        View(document().and_then(|d| d.get_element_by_id(id)))
    }

    /// The whole page.
    pub fn page() -> View {
        View(document().and_then(|d| d.document_element()))
    }

    /// What the address names after its `#`.
    pub fn hash() -> String {
        let hash = web_sys::window().and_then(|w| w.location().hash().ok()).unwrap_or_default();
        let name = hash.strip_prefix('#').unwrap_or_default();
        js_sys::decode_uri_component(name).map_or_else(|_| name.to_owned(), String::from)
    }

    /// Listens to the window for as long as the page lives.
    pub fn on_window(event: &'static str, listener: impl Fn(&Event) + 'static) {
        if let Some(window) = web_sys::window() {
            listen(&window, event, Box::new(listener));
        }
    }

    /// The element that an event happened to.
    pub fn target(event: &Event) -> View {
        View(event.target().and_then(|t| t.dyn_into().ok()))
    }

    /// The part of this name within, `data-part="name"`.
    pub fn part(&self, name: &str) -> View {
        let found = |e: &Element| e.query_selector(&selector(name)).ok()?;
        View(self.0.as_ref().and_then(found))
    }

    /// Puts words in, unless they are there already.
    pub fn text(&self, words: &str) -> &View {
        if let Some(element) = &self.0
            && element.text_content().as_deref() != Some(words)
        {
            element.set_text_content(Some(words));
        }
        self
    }

    /// Puts words in, some of them marked.
    pub fn marked(&self, segments: &[(bool, &str)]) -> &View {
        let (Some(element), Some(document)) = (&self.0, document()) else { return self };
        element.set_text_content(None);
        for (marked, words) in segments {
            let node: Option<web_sys::Node> = if *marked {
                document.create_element("mark").ok().map(|mark| {
                    mark.set_text_content(Some(words));
                    mark.into()
                })
            } else {
                Some(document.create_text_node(words).into())
            };
            node.map(|node| element.append_child(&node));
        }
        self
    }

    /// Shows or hides it.
    pub fn show(&self, shown: bool) -> &View {
        if let Some(element) = &self.0
            && element.has_attribute("hidden") == shown
        {
            let _ = element.toggle_attribute_with_force("hidden", !shown);
        }
        self
    }

    /// Sets an attribute.
    pub fn attr(&self, name: &str, value: &str) -> &View {
        if let Some(element) = &self.0
            && element.get_attribute(name).as_deref() != Some(value)
        {
            let _ = element.set_attribute(name, value);
        }
        self
    }

    /// Takes an attribute away.
    pub fn without(&self, name: &str) -> &View {
        if let Some(element) = &self.0 {
            let _ = element.remove_attribute(name);
        }
        self
    }

    /// Sets a custom property of its style.
    pub fn style(&self, property: &str, value: &str) -> &View {
        if let Some(element) = self.0.as_ref().and_then(|e| e.dyn_ref::<HtmlElement>()) {
            let _ = element.style().set_property(property, value);
        }
        self
    }

    /// Moves the focus to it.
    pub fn focus(&self) -> bool {
        let element = self.0.as_ref().and_then(|e| e.dyn_ref::<HtmlElement>());
        element.is_some_and(|e| e.focus().is_ok())
    }

    /// Brings it into sight.
    pub fn reveal(&self) {
        if let Some(element) = &self.0 {
            element.scroll_into_view();
        }
    }

    /// A property: `value`, `checked`, `open`…
    pub fn get(&self, property: &str) -> JsValue {
        let got = self.0.as_ref().map(|e| Reflect::get(e, &property.into()));
        got.and_then(Result::ok).unwrap_or_default()
    }

    /// Sets a property, unless it has that value already (which would move the caret).
    pub fn set(&self, property: &str, value: impl Into<JsValue>) -> &View {
        let value = value.into();
        if let Some(element) = &self.0
            && self.get(property) != value
        {
            let _ = Reflect::set(element, &property.into(), &value);
        }
        self
    }

    /// Calls a method without arguments: `showModal`, `close`…
    pub fn call(&self, method: &str) {
        if let Some(element) = &self.0
            && let Ok(function) = self.get(method).dyn_into::<js_sys::Function>()
        {
            let _ = function.call0(element);
        }
    }

    /// What is typed or chosen in it.
    pub fn value(&self) -> String {
        self.get("value").as_string().unwrap_or_default()
    }

    /// Whether it is ticked.
    pub fn checked(&self) -> bool {
        self.get("checked").is_truthy()
    }

    /// The row of a list with this index.
    pub fn row(&self, index: usize) -> View {
        let child = |e: &Element| e.children().item(u32::try_from(index).ok()?);
        View(self.0.as_ref().and_then(child))
    }

    /// How many children it has.
    pub fn count(&self) -> usize {
        self.0.as_ref().map_or(0, |e| e.child_element_count() as usize)
    }

    /// Puts text before and after what is selected in a field, and the caret between.
    pub fn insert_around(&self, before: &str, after: &str) {
        let Some(input) = self.0.as_ref().and_then(|e| e.dyn_ref::<HtmlInputElement>()) else {
            return;
        };
        let at = |end: Result<Option<u32>, JsValue>| end.ok().flatten().unwrap_or_default();
        let (start, end) = (at(input.selection_start()), at(input.selection_end()));
        let _ = input.set_range_text_with_start_and_end(after, end, end);
        let _ = input.set_range_text_with_start_and_end(before, start, start);
        let width = before.encode_utf16().count() as u32;
        let _ = input.focus();
        let _ = input.set_selection_range(start + width, end + width);
    }

    /// Makes its children rows, one an item: rows that are there are filled anew, missing ones
    /// are made from the template, left-over ones go.
    pub fn rows<T>(&self, template: &str, items: &[T], fill: impl Fn(&View, &T)) {
        for (index, item) in items.iter().enumerate() {
            fill(&self.row_or_stamp(index, template), item);
        }
        self.cut(items.len());
    }

    fn row_or_stamp(&self, index: usize, template: &str) -> View {
        let row = self.row(index);
        if row.0.is_some() {
            return row;
        }
        let row = stamp(template);
        if let (Some(list), Some(element)) = (&self.0, &row.0) {
            let _ = list.append_child(element);
        }
        row.attr("data-row", &index.to_string());
        row
    }

    fn cut(&self, length: usize) {
        while self.count() > length
            && let Some(last) = self.0.as_ref().and_then(|e| e.last_element_child())
        {
            last.remove();
        }
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
        self.on(event, move |e| {
            if let Some((part, rows)) = part_of(e, name) {
                listener(&part, &rows);
            }
        })
    }
}

fn listen(target: &EventTarget, event: &'static str, listener: Box<dyn Fn(&Event)>) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(target, event, options, move |e| listener(e)).forget();
}

/// A copy of the first element of a template.
fn stamp(template: &str) -> View {
    let copy = || {
        let template: HtmlTemplateElement =
            document()?.get_element_by_id(template)?.dyn_into().ok()?;
        template.content().first_element_child()?.clone_node_with_deep(true).ok()?.dyn_into().ok()
    };
    View(copy())
}

/// The part of this name that an event happened in, with the indices of the rows around it.
fn part_of(event: &Event, name: &str) -> Option<(View, Vec<usize>)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let part = target.closest(&selector(name)).ok()??;
    let mut rows = Vec::new();
    let mut at = part.closest("[data-row]").ok()?;
    while let Some(row) = at {
        rows.extend(row.get_attribute("data-row").and_then(|index| index.parse::<usize>().ok()));
        at = row.parent_element().and_then(|parent| parent.closest("[data-row]").ok()?);
    }
    rows.reverse();
    Some((View(Some(part)), rows))
}

fn selector(part: &str) -> String {
    ["[data-part=", part, "]"].concat()
}

/// A word of random letters and digits.
pub fn random_word(length: usize) -> String {
    let mut bytes = vec![0; length];
    if let Some(crypto) = web_sys::window().and_then(|w| w.crypto().ok()) {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    bytes.iter().filter_map(|byte| char::from_digit(u32::from(byte % 36), 36)).collect()
}
