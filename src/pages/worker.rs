//! What the pages ask of the worker; the verbs are those of ARCHITECTURE.md.

use super::settings::{Patch, Settings};
use super::shim;
use crate::js;
use crate::report::{Report, Span};
use crate::rule::{Family, Rule};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
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
    #[serde(default)]
    pub report: Option<Report>,
}

/// Where to put the caret and open the card.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    pub tab_id: Option<i32>,
    pub frame_id: Option<FrameId>,
    #[serde(rename = "box")]
    pub box_number: Option<u32>,
    pub start: usize,
    pub end: usize,
}

/// What is wrong with a rule, and what its example lines give.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct RuleCheck {
    pub problems: Vec<Problem>,
    pub fires: Vec<Line>,
    pub quiet: Vec<Line>,
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

#[derive(Serialize)]
struct Nothing {}

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

/// What something looks like when it is stored.
pub fn json(value: &impl Serialize) -> Option<String> {
    let value = value.serialize(&Serializer::json_compatible()).ok()?;
    js_sys::JSON::stringify(&value).ok().map(String::from)
}

async fn ask<T: DeserializeOwned>(verb: &str, payload: &impl Serialize) -> Answer<T> {
    read(send(verb, payload).await?)
}

fn read<T: DeserializeOwned>(answer: JsValue) -> Answer<T> {
    js::read(answer).map_err(|e| format!("Part of it can’t be read: {e}"))
}

async fn send(verb: &str, payload: &impl Serialize) -> Answer<JsValue> {
    let payload = payload.serialize(&Serializer::json_compatible()).map_err(|e| e.to_string())?;
    shim::request(verb, payload).await.map_err(|error| words_of(&error))
}

/// The message of a JavaScript error.
fn words_of(error: &JsValue) -> String {
    let message = js_sys::Reflect::get(error, &"message".into()).ok().and_then(|m| m.as_string());
    message.or_else(|| error.as_string()).unwrap_or_else(|| "No answer.".into())
}
