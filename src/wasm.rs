//! The boundary of core.wasm. No logic here: plain objects in and out, nothing to free, and byte
//! offsets become UTF-16 ones. Behind it, [`crate::Engine`].

use crate::Engine;
use crate::choices::{Entries, Ignored, Level};
use crate::input::{Draft, Settings, Words};
use crate::js;
use crate::order::sorted;
use crate::report::{Note, Report, Span};
use crate::rule::Rule;
use crate::rule_check::{self, RuleCheck};
use crate::sketch::{NEAR, SALT, Sketched};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
export type Severity = "hint" | "soft" | "strong";
export type Level = "off" | Severity;
export type Band = "about-them" | "balanced" | "leaning" | "about-you";
export type Stage = "connect-note" | "first-contact" | "unanswered" | "answered" | "declined" | "warm";
export type Channel = "linkedin-dm" | "linkedin-note" | "inmail" | "x-dm" | "x-post" | "email";
export interface Draft {
  text: string;
  channel?: string;
  stage?: string;
  site?: string;
  recipient?: string | { name?: string; company?: string; headline?: string };
  thread?: { from: "me" | "them"; text: string }[];
  /** What was counted of earlier messages to the reader; stands in where no thread is. */
  past?: { messages?: number; asks?: number; questions?: number; offers?: number; thanks?: number };
  /** The headline may be held against what the draft sells: only where the user wants it. */
  trade?: boolean;
}
/** `start` and `end` are UTF-16 offsets into the draft. */
export interface Span { start: number; end: number }
export interface Evidence { strength: "good" | "mixed" | "company" | "opinion"; text: string }
/** For `edit` and `scaffold`, replacing `start..end` by `text` gives the new draft. */
export interface Suggestion extends Span { kind: "edit" | "scaffold" | "advice"; text: string }
export interface Finding extends Span {
  rule: string; family: string; severity: Severity; quote: string; message: string; why: string;
  evidence?: Evidence; points: number; suggestions: Suggestion[];
}
export interface Praise extends Span {
  rule: string; family: string; quote: string; message: string; points: number;
}
export interface Cause { family: string; title: string; points: number; count: number }
export interface Note { code: string; text: string }
export interface Report {
  score: number | null; band: Band | null; stage: Stage | null;
  findings: Finding[]; strengths: Praise[]; causes: Cause[]; measures: Measures; notes: Note[];
}
/** Counts; `relation` is above one where the words court somebody, below zero where the two know each other. */
export interface Measures {
  characters: number; words: number; sentences: number; aboutSender: number; aboutReader: number;
  asks: number; questions: number; offers: number; thanks: number; links: number; mentions: number; relation: number;
  thread: { mine: number; theirs: number; unanswered: number; asks: number; questions: number; offers: number;
    thanks: number; declined: boolean };
}
export type Zone = "greeting" | "body" | "signature" | "quoted" | "code";
export interface Rule {
  id: string; enabled?: boolean; kind: "phrases" | "pattern" | "regex" | "check";
  patterns?: string[];
  /** Phrases with what to write in their place, for `phrases`. */
  swaps?: [string, string][];
  /** Each word of a phrase stands for its inflections too. */
  forms?: boolean;
  unless?: string[]; absent?: string[]; needs?: string[]; check?: string | null;
  when?: { zones?: Zone[]; position?: "opening" | "closing" | null; sentence?: "question" | "statement" | null;
    channels?: Channel[]; stages?: Stage[] };
  message: string; why?: string; evidence?: Evidence | null; severity: Severity; weight: number;
  suggestions?: { kind: "edit" | "scaffold" | "advice"; scope?: "phrase" | "sentence" | null; text: string }[];
  /** The heading under which the user keeps it. */
  group?: string;
  sites?: string[]; fires?: (string | { text: string; after?: string | null })[]; quiet?: string[];
}
export interface Family { id: string; title: string; reader: string; praise: boolean; rule: Rule[] }
export interface EngineSettings {
  levels?: Record<string, Level>; custom?: Rule[]; ignored?: { rule: string; phrase: string }[];
  /** What the built-in rules say (`words.js`); without them a report marks and is silent. */
  words?: Words[];
}
/** What a rule says; under the id of a family, its title is the message. */
export interface Words {
  id: string; message: string; why?: string; evidence?: Evidence;
  suggestions?: { kind: "edit" | "scaffold" | "advice"; scope?: "phrase" | "sentence" | null; text: string }[];
}
export interface RuleCheck {
  problems: { field: string; index: number; at: number | null; message: string }[];
  /** What each regular expression matches, in plain words; empty where it cannot be read. */
  says: string[];
  fires: { ok: boolean; spans: Span[] }[];
  quiet: { ok: boolean; spans: Span[] }[];
}
export function configure(settings: EngineSettings): Note[];
export function analyze(draft: Draft): Report;
export function checkRule(rule: Rule): RuleCheck;
/** What is no rule at all has the problem “rule”. */
export function checkRules(rules: Rule[]): RuleCheck[];
/** What to keep of a sent message, 128 bytes; null where it is too short. `salt`: 16 bytes, the user's own. */
export function sketch(text: string, salt: Uint8Array): Uint8Array | null;
/** Which of `sketches`, one after the other, the draft is much like, and its sentences that recur in them. */
export interface Likeness { near: number[]; parts: Span[] }
export function likeness(text: string, salt: Uint8Array, sketches: Uint8Array): Likeness | null;
"#;

thread_local! {
    /// The rules of the latest `configure`; the built-in ones where there was none. Compiling them
    /// is most of a cold start, so it is done once.
    static ENGINE: RefCell<Option<Engine>> = const { RefCell::new(None) };
}

/// Compiles the rules for these settings. Gives a note for each rule that is left out.
#[wasm_bindgen(skip_typescript)]
pub fn configure(settings: JsValue) -> Result<JsValue, JsError> {
    // One by one, so that a rule of the wrong shape is left out and the others work.
    let custom = js_sys::Reflect::get(&settings, &"custom".into()).unwrap_or_default();
    let rules = js_sys::Array::is_array(&custom).then(|| js_sys::Array::from(&custom));
    let read_rules = rules.iter().flat_map(|all| all.iter()).map(|rule| read::<Rule>(rule, "rule"));
    let (custom, refused): (Vec<_>, Vec<_>) = read_rules.partition(|rule| rule.is_ok());
    let rest: Rest = read(settings, "settings").map_err(refusal)?;
    let custom = custom.into_iter().filter_map(Result::ok).collect();
    let Rest { levels, ignored, words } = rest;
    let settings = Settings { levels, custom, ignored, words };
    // The old rules go first: what a module has once taken of memory it never gives back.
    ENGINE.with(|slot| slot.take());
    let (engine, mut notes) = Engine::new(&settings);
    ENGINE.with(|slot| slot.replace(Some(engine)));
    notes.extend(
        refused
            .into_iter()
            .filter_map(Result::err)
            .map(|text| Note { code: "bad-rule".into(), text }),
    );
    write(&notes)
}

/// The settings but for the user's rules.
#[derive(Deserialize)]
struct Rest {
    #[serde(default)]
    levels: Entries<Level>,
    #[serde(default)]
    ignored: Vec<Ignored>,
    #[serde(default)]
    words: Vec<Words>,
}

/// Reads a draft.
#[wasm_bindgen(skip_typescript)]
pub fn analyze(draft: JsValue) -> Result<JsValue, JsError> {
    let draft: Draft = read(draft, "draft").map_err(refusal)?;
    let mut report = with_engine(|engine| engine.analyze(&draft));
    to_utf16(&draft.text, spans_of(&mut report));
    write(&report)
}

/// Tries out a rule of the user's.
#[wasm_bindgen(skip_typescript, js_name = checkRule)]
pub fn check_rule(rule: JsValue) -> Result<JsValue, JsError> {
    let rule: Rule = read(rule, "rule").map_err(refusal)?;
    write(&checked(&rule))
}

/// Tries out many rules, one by one. What is no rule at all has that for its problem.
#[wasm_bindgen(skip_typescript, js_name = checkRules)]
pub fn check_rules(rules: Vec<JsValue>) -> Result<JsValue, JsError> {
    let check = |rule| match read(rule, "rule") {
        Ok(rule) => checked(&rule),
        Err(text) => RuleCheck::unreadable(text),
    };
    write(&rules.into_iter().map(check).collect::<Vec<_>>())
}

fn checked(rule: &Rule) -> RuleCheck {
    let mut check = with_engine(|engine| rule_check::check_with(engine, rule));
    problems_to_utf16(rule, &mut check);
    check
}

fn with_engine<T>(run: impl FnOnce(&mut Engine) -> T) -> T {
    ENGINE.with(|slot| {
        run(slot.borrow_mut().get_or_insert_with(|| Engine::new(&Settings::default()).0))
    })
}

/// What to keep of a sent message.
#[wasm_bindgen(skip_typescript)]
pub fn sketch(text: &str, salt: &[u8]) -> Result<JsValue, JsError> {
    let Some(draft) = Sketched::new(text, salt_of(salt)?) else { return Ok(JsValue::NULL) };
    Ok(js_sys::Uint8Array::from(&draft.sketch[..]).into())
}

/// Holds a draft against what was kept of sent messages.
#[wasm_bindgen(skip_typescript)]
pub fn likeness(text: &str, salt: &[u8], sketches: &[u8]) -> Result<JsValue, JsError> {
    let Some(draft) = Sketched::new(text, salt_of(salt)?) else { return Ok(JsValue::NULL) };
    let (sketches, _) = sketches.as_chunks();
    let mut likeness = draft.likeness(sketches, NEAR);
    to_utf16(text, likeness.parts.iter_mut().collect());
    write(&likeness)
}

fn salt_of(salt: &[u8]) -> Result<&[u8; SALT], JsError> {
    salt.try_into().map_err(|_| JsError::new("A salt has 16 bytes."))
}

fn read<T: DeserializeOwned>(value: JsValue, what: &str) -> Result<T, String> {
    js::read(value).map_err(|bad| format!("This {what} cannot be read: {bad}"))
}

fn refusal(text: String) -> JsError {
    JsError::new(&text)
}

fn write<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsError> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

fn spans_of(report: &mut Report) -> Vec<&mut Span> {
    let findings = report.findings.iter_mut();
    let of_findings = findings.flat_map(|f| {
        std::iter::once(&mut f.span).chain(f.suggestions.iter_mut().map(|s| &mut s.span))
    });
    of_findings.chain(report.strengths.iter_mut().map(|p| &mut p.span)).collect()
}

/// Turns byte offsets into UTF-16 ones, in one walk through the text.
fn to_utf16(text: &str, spans: Vec<&mut Span>) {
    if text.is_ascii() {
        return;
    }
    let offsets: Vec<&mut usize> =
        spans.into_iter().flat_map(|s| [&mut s.start, &mut s.end]).collect();
    let (mut bytes, mut units) = (0, 0);
    for offset in sorted(offsets, &|a, b| a.cmp(b)) {
        units += text[bytes..*offset].encode_utf16().count();
        bytes = *offset;
        *offset = units;
    }
}

fn problems_to_utf16(rule: &Rule, check: &mut RuleCheck) {
    for problem in &mut check.problems {
        let line = match problem.field.as_str() {
            "patterns" => rule.patterns.get(problem.index),
            "suggestions" => rule.suggestions.get(problem.index).map(|s| &s.text),
            _ => None,
        };
        if let (Some(line), Some(at)) = (line, problem.at) {
            problem.at = Some(line[..at].encode_utf16().count());
        }
    }
    let plain = |line: &str| line.replace(['«', '»'], "");
    for (line, example) in check.fires.iter_mut().zip(rule.fires.iter()) {
        to_utf16(&plain(&example.text), line.spans.iter_mut().collect());
    }
    for (line, example) in check.quiet.iter_mut().zip(rule.quiet.iter()) {
        to_utf16(&plain(example), line.spans.iter_mut().collect());
    }
}
