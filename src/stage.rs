//! Where writer and reader stand with each other, and how much a finding weighs there.

use crate::input::{Author, Setting};
use crate::report::{Channel, Stage, ThreadMeasures};

/// The stage: given, else read from the thread, else from the channel and the text. With no
/// thread to read, ordinary work mail is taken for an existing relation and the rest for a first
/// contact.
///
/// `relation` is what [`crate::signals::Signals::relation`] gives.
pub(crate) fn of(setting: &Setting, past: &ThreadMeasures, relation: i32) -> Stage {
    if let Some(stage) = setting.stage {
        return stage;
    }
    // Whoever wrote first wanted something: only then is a no an answer to them.
    let asked_first = setting.thread.first().is_some_and(|t| t.from == Author::Me);
    match (past.mine, past.theirs) {
        (0, 0) if setting.channel == Some(Channel::LinkedinNote) => Stage::ConnectNote,
        (0, 0) if relation < 0 => Stage::Warm,
        (0, 0) => Stage::FirstContact,
        // Of what was counted before nobody knows whether it was answered. Asks alone make no
        // acquaintance.
        (_, 0) if setting.thread.is_empty() && past.takes() => Stage::FirstContact,
        (_, 0) if setting.thread.is_empty() && relation < 0 => Stage::Warm,
        (_, 0) if setting.thread.is_empty() => Stage::Answered,
        (_, 0) => Stage::Unanswered,
        _ if past.declined && asked_first => Stage::Declined,
        (2.., 2..) => Stage::Warm,
        _ => Stage::Answered,
    }
}

/// Families that are faults whatever the two are to each other.
const ALWAYS: &[&str] =
    &["hostility", "guilt", "unfilled-blank", "wrong-recipient", "ignored-no", "custom"];

/// What a finding's weight is multiplied by. The same ask is a lot in an invitation's note and
/// little between people who write to each other.
pub(crate) fn factor(stage: Stage, family: &str) -> f32 {
    if ALWAYS.contains(&family) {
        return 1.0;
    }
    match stage {
        Stage::ConnectNote => 1.3,
        Stage::Declined => 1.2,
        Stage::Unanswered => 1.1,
        Stage::FirstContact => 1.0,
        // Who has only said yes to a connection has not asked for the pitch.
        Stage::Answered if family == "connect-pitch" => 1.0,
        Stage::Answered => 0.5,
        Stage::Warm => 0.2,
    }
}
