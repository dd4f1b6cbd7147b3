//! Writing a rule: opening, leaving and coming back to it, saving. A rule that is left half-way
//! is kept in memory until it is saved or discarded.

use super::change::{Part, change_then};
use super::sketch::Sketch;
use super::undo::{self, Undo};
use super::{Options, fields, mine, table, trial};
use crate::pages::dom::View;
use crate::pages::words::t;
use crate::pages::worker::spawn;
use crate::report::SuggestionKind;
use crate::rule::Rule;
use std::rc::Rc;

/// The rule in the form, and the ones left half-written.
#[derive(Default)]
pub struct Form {
    /// Id of the rule in the form, and how it was when it was opened.
    open: Option<(String, Sketch)>,
    /// Half-written rules that are not in the form, by id.
    aside: Vec<(String, Sketch)>,
    /// Saving was tried: from then on what is missing is said at once.
    pub tried: bool,
}

/// The id of a rule that is new: eight letters and digits at random.
pub fn new_id() -> String {
    let mut bytes = [0; 8];
    if let Some(crypto) = web_sys::window().and_then(|w| w.crypto().ok()) {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    let letters = bytes.iter().filter_map(|byte| char::from_digit(u32::from(byte % 36), 36));
    "custom.".chars().chain(letters).collect()
}

impl Options {
    fn rule(&self, id: &str) -> Option<Rule> {
        self.settings.borrow().custom.iter().find(|rule| rule.id == id).cloned()
    }

    /// Whether a rule has changes that are not saved.
    pub fn is_half_written(&self, id: &str) -> bool {
        let form = self.form.borrow();
        let in_form = form.open.as_ref().filter(|(open, _)| open == id);
        form.aside.iter().any(|(aside, _)| aside == id)
            || in_form.is_some_and(|(_, was)| *was != fields::read(self))
    }

    /// The rule that a sketch makes.
    pub fn sketched(&self, sketch: &Sketch, id: &str) -> Rule {
        sketch.rule(id, self.rule(id).as_ref())
    }

    /// Rules that were left half-written and have never been saved.
    pub fn unsaved(&self) -> Vec<Rule> {
        let form = self.form.borrow();
        let unsaved = form.aside.iter().filter(|(id, _)| self.rule(id).is_none());
        unsaved.map(|(id, sketch)| self.sketched(sketch, id)).collect()
    }

    /// Id of the rule in the form.
    pub fn open_id(&self) -> Option<String> {
        self.form.borrow().open.as_ref().map(|(id, _)| id.clone())
    }
}

/// Opens a rule in the form, as it was left; an id that no rule has is a new rule's.
pub fn open(page: &Rc<Options>, id: &str) {
    put_aside(page);
    let rule = page.rule(id);
    let title = if rule.is_some() { "ruleEdit" } else { "ruleNew" };
    let stored = rule.map_or_else(Sketch::default, |rule| Sketch::of(&rule));
    let sketch = discard(page, id).unwrap_or_else(|| stored.clone());
    let mut form = page.form.borrow_mut();
    form.open = Some((id.to_owned(), stored));
    form.tried = false;
    drop(form);
    fields::write(page, &sketch);
    View::id("form-title").text(&t(title, &[]));
    show_groups(page);
    View::id("form").show(true);
    View::id("add").show(false);
    trial::ask(page);
    mine::show(page);
    View::id("form").reveal();
    View::id("message").focus();
}

/// The groups there are, to choose from.
fn show_groups(page: &Options) {
    let settings = page.settings.borrow();
    let mut groups: Vec<&str> = Vec::new();
    for rule in settings.custom.iter().filter(|rule| !rule.group.is_empty()) {
        if !groups.contains(&rule.group.as_str()) {
            groups.push(&rule.group);
        }
    }
    View::id("groups").rows("group-option", &groups, |row, group| {
        row.set("value", *group);
    });
}

/// Keeps what is in the form, if it differs from what is stored.
fn put_aside(page: &Options) {
    let sketch = fields::read(page);
    let open = page.form.borrow_mut().open.take();
    if let Some((id, was)) = open
        && was != sketch
    {
        keep_aside(page, &id, sketch);
    }
}

/// Keeps a half-written rule that is not in the form.
pub fn keep_aside(page: &Options, id: &str, sketch: Sketch) {
    page.form.borrow_mut().aside.push((id.to_owned(), sketch));
}

/// Closes the form, because its rule is going; what is not saved is kept.
pub fn leave(page: &Options) {
    put_aside(page);
    hide();
}

fn hide() {
    View::id("form").show(false);
    View::id("add").show(true);
}

/// Closes the form; the focus goes to where it was opened from.
fn close(page: &Options, id: &str) {
    page.form.borrow_mut().open = None;
    hide();
    mine::show(page);
    if !mine::focus(page, id) {
        View::id("add").focus();
    }
}

/// Takes a half-written rule that is not in the form away.
pub fn discard(page: &Options, id: &str) -> Option<Sketch> {
    let mut form = page.form.borrow_mut();
    let at = form.aside.iter().position(|(aside, _)| aside == id)?;
    Some(form.aside.remove(at).1)
}

/// Brings a discarded sketch back into the form.
pub fn bring_back(page: &Rc<Options>, id: &str, sketch: Sketch) {
    put_aside(page);
    keep_aside(page, id, sketch);
    open(page, id);
}

/// Everything the form reacts to.
pub fn listen(page: &Rc<Options>) {
    let at = page.clone();
    View::id("form").on("input", move |_| edited(&at));
    let at = page.clone();
    View::id("form").on("submit", move |event| {
        event.prevent_default();
        let at = at.clone();
        spawn(async move { save(&at).await });
    });
    let at = page.clone();
    View::id("cancel").on("click", move |_| cancel(&at));
    let at = page.clone();
    View::id("add").on("click", move |_| {
        let begun = at.unsaved().first().map(|rule| rule.id.clone());
        open(&at, &begun.unwrap_or_else(new_id));
    });
    listen_to_suggestions(page);
    table::listen(page);
    let at = page.clone();
    View::on_window("beforeunload", move |event| {
        let half_written = at.open_id().is_some_and(|id| at.is_half_written(&id));
        if half_written || !at.form.borrow().aside.is_empty() {
            event.prevent_default();
        }
    });
}

/// Tries what is in the form by now.
pub fn edited(page: &Rc<Options>) {
    fields::show_kind(fields::what());
    trial::ask(page);
    mine::show(page);
}

fn listen_to_suggestions(page: &Rc<Options>) {
    let at = page.clone();
    View::id("add-suggestion").on("click", move |_| {
        let mut suggestions = fields::read_suggestions();
        suggestions.push((SuggestionKind::Edit, String::new()));
        fields::write_suggestions(&suggestions);
        View::id("suggestions").row(suggestions.len() - 1).part("text").focus();
        edited(&at);
    });
    let at = page.clone();
    View::id("suggestions").on_part("click", "remove", move |_, rows| {
        let Some(&index) = rows.first() else { return };
        let mut suggestions = fields::read_suggestions();
        suggestions.remove(index);
        fields::write_suggestions(&suggestions);
        if !View::id("suggestions").row(index).part("remove").focus() {
            View::id("add-suggestion").focus();
        }
        edited(&at);
    });
    View::id("suggestions").on_part("change", "kind", |_, _| {
        fields::write_suggestions(&fields::read_suggestions());
    });
    let at = page.clone();
    View::id("suggestions").on_part("click", "blank", move |_, rows| {
        if let Some(&index) = rows.first() {
            View::id("suggestions").row(index).part("text").insert_around("⟨", "⟩");
            edited(&at);
        }
    });
}

fn cancel(page: &Rc<Options>) {
    let Some(id) = page.open_id() else { return };
    if page.is_half_written(&id) {
        let sketch = fields::read(page);
        close(page, &id);
        undo::offer(page, "mine-notice", &t("ruleDiscarded", &[]), Undo::Sketch(id, sketch));
    } else {
        close(page, &id);
    }
}

/// Saves the rule, unless something is missing or wrong: then the first such field gets the
/// focus, and everything stays as it was typed.
async fn save(page: &Rc<Options>) {
    let Some(id) = page.open_id() else { return };
    page.form.borrow_mut().tried = true;
    let Some(sketch) = sound(page, &id).await else { return };
    let rule = page.sketched(&sketch, &id);
    undo::forget(page);
    // Until it is written it is half-written like others, so that nothing is lost if it cannot be.
    keep_aside(page, &id, sketch.clone());
    let (at, saved) = (page.clone(), id.clone());
    let written = move || {
        at.form.borrow_mut().aside.retain(|aside| *aside != (saved.clone(), sketch.clone()));
        undo::say("mine-notice", &t("ruleSaved", &[]));
    };
    change_then(page, Part::Custom, move |settings| settings.keep(rule.clone()), written);
    close(page, &id);
}

/// What is in the form, if it can be saved. What was typed while it was being tried is tried, too.
async fn sound(page: &Options, id: &str) -> Option<Sketch> {
    loop {
        let sketch = fields::read(page);
        let is_sound = trial::is_sound(page, &sketch).await;
        if !is_sound || page.open_id().as_deref() != Some(id) {
            return None;
        }
        if sketch == fields::read(page) {
            return Some(sketch);
        }
    }
}
