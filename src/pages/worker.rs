//! What the pages ask of the worker; the verbs are those of ARCHITECTURE.md.

use super::popup::{Alike, Past, Report};
use super::settings::{Entries, Patch, Settings};
use super::shim;
use super::words::t;
use crate::js;
use crate::report::Span;
use crate::rule::{Family, Rule};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use std::pin::Pin;
use wasm_bindgen::JsValue;

/// An answer, or why there is none, in words fit to be shown.
pub type Answer<T> = Result<T, String>;

/// What is to be said about the tab's compose box.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    Draft,
    NoBox,
    Unreadable,
    Foreign,
    Off,
    Reload,
    Unsupported,
}

/// What became of a rewrite (`FixOutcome` in verbs.js).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    Written,
    Refused,
    Altered,
    Gone,
    Later,
}

/// Firefox numbers frames far beyond 32 bits.
pub type FrameId = i64;

/// The compose box that had the focus last, and the report on its draft.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Current {
    pub state: State,
    #[serde(default)]
    pub tab_id: Option<i32>,
    #[serde(default)]
    pub frame_id: Option<FrameId>,
    #[serde(default)]
    pub site: Option<String>,
    #[serde(default, rename = "box")]
    pub box_number: Option<u32>,
    /// Whether anything is drawn into the page.
    #[serde(default)]
    pub marks: bool,
    #[serde(default)]
    pub draft: Option<Draft>,
    #[serde(default)]
    pub report: Option<Report>,
    /// What tells the reader from others on the site; empty where that is not known.
    #[serde(default)]
    pub contact: String,
    /// What was counted of messages to the reader, where the user has asked for that.
    #[serde(default)]
    pub past: Option<Past>,
    #[serde(default)]
    pub alike: Option<Alike>,
}

/// A draft, as far as the popup shows it.
#[derive(Debug, Deserialize)]
pub struct Draft {
    pub text: String,
    #[serde(default)]
    pub channel: Option<String>,
    /// Chosen by the user.
    #[serde(default)]
    pub stage: Option<String>,
}

/// What a verb about a place is told: of it, what the verb needs.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    pub tab_id: Option<i32>,
    pub frame_id: Option<FrameId>,
    #[serde(rename = "box")]
    pub box_number: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<usize>,
    /// What a rewrite replaces: it must still stand there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What the user says that the message is; empty: as it is read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<String>,
}

impl Current {
    /// Its box, with a stretch of the draft where one is meant.
    pub fn place(&self, span: Option<Span>) -> Place {
        let Current { tab_id, frame_id, box_number, .. } = *self;
        let (start, end) = (span.map(|span| span.start), span.map(|span| span.end));
        Place { tab_id, frame_id, box_number, start, end, ..Place::default() }
    }
}

#[derive(Deserialize)]
struct Fixed {
    outcome: Outcome,
}

/// What is wrong with a rule, and what its example lines give.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct RuleCheck {
    pub problems: Vec<Problem>,
    pub fires: Vec<Line>,
    pub quiet: Vec<Line>,
    /// What each regular expression matches, in a sentence.
    pub says: Vec<String>,
}

/// A fault of a rule: in which field, which of its lines, where in it (UTF-16).
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Problem {
    pub field: String,
    pub index: Option<usize>,
    pub at: Option<usize>,
    pub message: String,
}

/// An example line: as it should be or not, and where the rule matched.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Line {
    pub ok: bool,
    pub spans: Vec<Span>,
}

/// How often a rule has marked something and how often that was ignored, on this device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Tally {
    pub fired: u32,
    pub ignored: u32,
}

/// Counts by rule.
pub type Tallies = Entries<Tally>;

/// What a file would change, in words.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Examined {
    /// Why nothing of it can be used; empty where something can.
    pub fault: String,
    pub changes: Vec<String>,
    /// How many of its rules are here already, with other contents.
    pub clash: String,
    /// Each rule, and why it is refused; empty where it is not.
    pub report: Vec<(String, String)>,
}

#[derive(Serialize)]
struct Nothing {}

#[derive(Serialize)]
struct Contact<'c> {
    site: &'c str,
    contact: &'c str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Tab {
    #[serde(skip_serializing_if = "Option::is_none")]
    tab_id: Option<i32>,
}

/// The settings as stored.
pub async fn settings() -> Answer<Settings> {
    ask("settings", &Nothing {}).await
}

/// Writes the parts of the settings that are in the patch.
pub async fn update(patch: &Patch<'_>) -> Answer<Settings> {
    ask("update", patch).await
}

/// The built-in rules.
pub async fn catalogue() -> Answer<Vec<Family>> {
    let families = shim::catalogue().await.map_err(|error| words_of(&error))?;
    read(families)
}

/// How often each rule has marked something.
pub async fn tallies() -> Answer<Tallies> {
    ask("tallies", &Nothing {}).await
}

/// Asks what needs no payload, or one that came from the worker; the answer is handed on as it is.
pub async fn hand(verb: &str, payload: Option<JsValue>) -> Answer<JsValue> {
    let payload = payload.unwrap_or_else(|| js_sys::Object::new().into());
    shim::request(verb, payload).await.map_err(|error| words_of(&error))
}

/// A string in an answer.
pub fn text_in(answer: &JsValue, name: &str) -> String {
    let text = js_sys::Reflect::get(answer, &name.into()).ok();
    text.and_then(|text| text.as_string()).unwrap_or_default()
}

/// The payload `{text, clash}`.
pub fn upload(text: &str, clash: &str) -> JsValue {
    let upload = js_sys::Object::new();
    for (name, value) in [("text", text), ("clash", clash)] {
        let _ = js_sys::Reflect::set(&upload, &name.into(), &value.into());
    }
    upload.into()
}

/// Lets work go on by itself. One kind of task for all: each of its own would take 500 bytes.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    wasm_bindgen_futures::spawn_local(work);
}

/// Tries a rule on its own example lines.
pub async fn check_rule(rule: &Rule) -> Answer<RuleCheck> {
    ask("checkRule", rule).await
}

/// The draft of a tab; of the active one where none is named.
pub async fn current_draft(tab_id: Option<i32>) -> Answer<Current> {
    ask("currentDraft", &Tab { tab_id }).await
}

/// Shows a place of the draft in its compose box.
pub async fn reveal(place: &Place) -> Answer<()> {
    send("reveal", place).await.map(drop)
}

/// Writes a rewrite into its compose box.
pub async fn fix(place: &Place) -> Answer<Outcome> {
    ask("fix", place).await.map(|Fixed { outcome }| outcome)
}

/// Says what the message is.
pub async fn stage(place: &Place) -> Answer<()> {
    send("stage", place).await.map(drop)
}

/// Forgets what was counted of messages to a reader.
pub async fn forget_contact(site: &str, contact: &str) -> Answer<()> {
    send("forgetContact", &Contact { site, contact }).await.map(drop)
}

async fn ask<T: DeserializeOwned>(verb: &str, payload: &impl Serialize) -> Answer<T> {
    read(send(verb, payload).await?)
}

/// A value of JavaScript, read.
pub fn read<T: DeserializeOwned>(answer: JsValue) -> Answer<T> {
    js::read(answer).map_err(|e| t("popupUnread", &[&e.to_string()]))
}

async fn send(verb: &str, payload: &impl Serialize) -> Answer<JsValue> {
    let payload = payload.serialize(&Serializer::json_compatible()).map_err(|e| e.to_string())?;
    shim::request(verb, payload).await.map_err(|error| words_of(&error))
}

/// The message of a JavaScript error.
fn words_of(error: &JsValue) -> String {
    let message = Some(text_in(error, "message")).filter(|message| !message.is_empty());
    message.or_else(|| error.as_string()).unwrap_or_else(|| t("popupNoAnswer", &[]))
}
