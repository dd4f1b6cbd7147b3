//! The page, as its views see it: parts that are filled with text, and lists whose rows are
//! reused, so that focus and selection survive a new answer and nothing flickers.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTemplateElement};

/// A part of the page. One that the page does not have is a view of nothing: whatever is done to
/// it does nothing.
#[derive(Clone)]
pub struct View(pub(super) Option<Element>);

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

    /// The element that an event happened to.
    pub fn target(event: &web_sys::Event) -> View {
        View(event.target().and_then(|t| t.dyn_into().ok()))
    }

    /// The part in which this lies, with the indices of the rows around it, outermost first.
    pub fn row_of(&self) -> Option<(String, Vec<usize>)> {
        let part = self.0.as_ref()?.closest("[data-part]").ok()??;
        Some((part.get_attribute("data-part")?, rows_around(&part)))
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
        let named =
            segments.iter().map(|&(marked, words)| (if marked { "mark" } else { "" }, words));
        self.pieces(&named.collect::<Vec<_>>())
    }

    /// Puts words in, each piece in an element of its own; in none where the name is empty.
    pub fn pieces(&self, pieces: &[(&str, &str)]) -> &View {
        let (Some(element), Some(document)) = (&self.0, document()) else { return self };
        element.set_text_content(None);
        for (name, words) in pieces {
            let node: Option<web_sys::Node> = if name.is_empty() {
                Some(document.create_text_node(words).into())
            } else {
                document.create_element(name).ok().map(|piece| {
                    piece.set_text_content(Some(words));
                    piece.into()
                })
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

    /// Whether the page has it.
    pub fn is_there(&self) -> bool {
        self.0.is_some()
    }

    /// Whether it, or something in it, has the focus.
    pub fn has_focus(&self) -> bool {
        let focused = document().and_then(|d| d.active_element());
        self.0.as_ref().is_some_and(|e| e.contains(focused.as_deref()))
    }

    /// Whether it is shown, as far as it says so itself.
    pub fn shown(&self) -> bool {
        self.0.as_ref().is_some_and(|e| !e.has_attribute("hidden"))
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
        let fill = |row: &View, index: usize| {
            if let Some(item) = items.get(index) {
                fill(row, item);
            }
        };
        self.fill_rows(template, items.len(), &fill);
    }

    /// Once in pages.wasm, whatever the items.
    fn fill_rows(&self, template: &str, count: usize, fill: &dyn Fn(&View, usize)) {
        for index in 0..count {
            fill(&self.row_or_stamp(index, template), index);
        }
        self.cut(count);
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

/// The indices of the rows around an element, outermost first.
pub(super) fn rows_around(element: &Element) -> Vec<usize> {
    let mut rows = Vec::new();
    let mut at = element.closest("[data-row]").ok().flatten();
    while let Some(row) = at {
        rows.extend(row.get_attribute("data-row").and_then(|index| index.parse::<usize>().ok()));
        at = row.parent_element().and_then(|parent| parent.closest("[data-row]").ok()?);
    }
    rows.reverse();
    rows
}

pub(super) fn selector(part: &str) -> String {
    ["[data-part=", part, "]"].concat()
}
