//! YouFirst's core: reads the draft of a message as its recipient would.
//!
//! A draft goes in, a [`report::Report`] comes out: the phrases that put the sender first, the
//! ones that put the reader first, a score from 0 to 100 whose every point has a cause, and
//! rewrites. The core does no input or output, has no clock, and does not fail: what it cannot
//! make sense of becomes a note in the report.
//!
//! ```
//! # #[cfg(feature = "engine")] {
//! use youfirst::{Draft, Engine, Settings};
//!
//! let (engine, notes) = Engine::new(&Settings::default());
//! assert!(notes.is_empty());
//! let report = engine.analyze(&Draft::new("Could you send me the slides? Thanks in advance!"));
//! assert!(report.findings.iter().any(|f| f.quote == "Thanks in advance"));
//! # }
//! ```
//!
//! The way of a draft: [`text`] makes curly quotes, odd spaces and invisible characters plain
//! and remembers the offsets; [`zones`] tells greeting, body, quoted text and signature apart;
//! [`message`] cuts sentences and words; [`matcher`] finds the patterns of all rules in one pass;
//! [`engine`] applies the rules' conditions; `rewrite` makes suggestions of them; `score`
//! weighs. ARCHITECTURE.md has the whole picture.

pub mod choices;
pub mod report;
pub mod rule;

#[cfg(feature = "engine")]
mod addressee;
#[cfg(feature = "engine")]
mod advice;
#[cfg(all(test, feature = "engine"))]
mod alternatives;
#[cfg(feature = "engine")]
mod any_case;
#[cfg(feature = "engine")]
pub mod attempt;
#[cfg(feature = "engine")]
mod blanks;
#[cfg(feature = "engine")]
pub mod catalogue;
#[cfg(feature = "engine")]
mod checks;
#[cfg(feature = "engine")]
pub mod compile;
#[cfg(feature = "engine")]
mod content;
#[cfg(feature = "engine")]
pub mod engine;
#[cfg(feature = "engine")]
mod expression;
#[cfg(feature = "engine")]
mod find;
#[cfg(feature = "engine")]
mod follow_up;
#[cfg(feature = "engine")]
mod greeting;
#[cfg(feature = "engine")]
pub mod input;
#[cfg(feature = "engine")]
mod language;
#[cfg(feature = "engine")]
mod letters;
#[cfg(feature = "engine")]
mod lookahead;
#[cfg(feature = "engine")]
pub mod matcher;
#[cfg(feature = "engine")]
mod measures;
#[cfg(feature = "engine")]
mod memo;
#[cfg(feature = "engine")]
pub mod message;
#[cfg(feature = "engine")]
mod names;
#[cfg(feature = "engine")]
mod order;
#[cfg(feature = "engine")]
mod overlaps;
#[cfg(feature = "engine")]
pub mod packed;
#[cfg(feature = "engine")]
mod past;
#[cfg(feature = "engine")]
pub mod pattern;
#[cfg(feature = "engine")]
mod phrase;
#[cfg(feature = "engine")]
mod place;
#[cfg(feature = "engine")]
mod program;
#[cfg(feature = "engine")]
mod reader;
#[cfg(feature = "engine")]
mod rewrite;
#[cfg(feature = "engine")]
pub mod rule_check;
#[cfg(feature = "engine")]
mod says;
#[cfg(feature = "engine")]
mod score;
#[cfg(feature = "engine")]
mod signals;
#[cfg(feature = "engine")]
pub mod sketch;
#[cfg(feature = "engine")]
mod stage;
#[cfg(feature = "engine")]
pub mod text;
#[cfg(feature = "engine")]
mod trade;
#[cfg(feature = "engine")]
pub mod words;
#[cfg(feature = "engine")]
pub mod zones;

#[cfg(any(feature = "wasm", feature = "pages"))]
mod js;
#[cfg(feature = "pages")]
pub mod pages;
#[cfg(feature = "wasm")]
mod wasm;

#[cfg(feature = "engine")]
pub use {
    engine::Engine,
    input::{Draft, Settings},
};
