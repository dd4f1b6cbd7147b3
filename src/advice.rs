//! What is said of a message as a whole: what is missing, and what is too much. No points hang on
//! these; they are the notes under the score.

use crate::input::Setting;
use crate::report::{Channel, Measures, Note, Stage};

/// Characters that LinkedIn lets an invitation's note have: 200 without Premium.
const NOTE: (usize, usize) = (200, 300);
/// Characters of a first LinkedIn message above which fewer people answer (LinkedIn's own figures
/// of 2021–22 on recruiters' messages: under 400 were answered 22 % more often than the mean,
/// above 800 less often; company data).
const LINKEDIN: usize = 800;
/// Characters of a direct message on X that show without "more".
const X: usize = 500;
/// Words of a first e-mail above which fewer people answer (Boomerang 2016, 40 million e-mails:
/// best from 50 to 125 words; company data).
const EMAIL: usize = 250;
/// Asks in one message that a reader can still tell apart.
const ASKS: usize = 2;

/// The notes for a message, the weightiest first.
pub(crate) fn notes(
    setting: &Setting,
    stage: Stage,
    measures: &Measures,
    merits: &Merits,
) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut note = |code: &str, text: String| notes.push(Note { code: code.into(), text });
    let thread = &measures.thread;
    let cold = matches!(stage, Stage::ConnectNote | Stage::FirstContact | Stage::Unanswered);
    if thread.unanswered > 1 {
        let asks = match thread.asks {
            0 => String::new(),
            1 => ", and there was an ask in them already".into(),
            n => format!(", with {n} asks in them already"),
        };
        let count = ordinal(thread.unanswered + 1);
        note(
            "unanswered",
            format!(
                "This is the {count} message in a row without an answer{asks}. A pause, or a way out, may do more."
            ),
        );
    }
    if thread.mine > 1 && thread.asks > 1 && thread.questions + thread.offers == 0 {
        note(
            "thread-takes",
            format!(
                "So far: {} messages, {} asks, no question about them, no offer.",
                thread.mine, thread.asks
            ),
        );
    }
    if measures.asks > ASKS {
        note(
            "several-asks",
            format!(
                "{} asks in one message: readers answer one, or none. Which one matters most?",
                measures.asks
            ),
        );
    }
    if cold && measures.asks > 0 && merits.asks_first {
        note("ask-first", "The ask comes before a word about them.".into());
    }
    if cold && measures.asks > 0 && !merits.easy_out {
        note("no-way-out", "There is an ask, and no easy way to say no yet.".into());
    }
    if let Some(text) = too_long(setting.channel, stage, measures).filter(|_| cold) {
        note("long", text);
    }
    notes
}

/// What the notes need to know of the findings and strengths.
pub(crate) struct Merits {
    /// The first sentence asks.
    pub asks_first: bool,
    /// A no is made easy.
    pub easy_out: bool,
}

fn too_long(channel: Option<Channel>, stage: Stage, measures: &Measures) -> Option<String> {
    let Measures { characters, words, .. } = *measures;
    let (free, most) = NOTE;
    match channel {
        Some(Channel::LinkedinNote) if characters > most => Some(format!(
            "{characters} characters: LinkedIn cuts a note at {most}, at {free} without Premium."
        )),
        _ if stage == Stage::ConnectNote && characters > free => Some(format!(
            "{characters} characters: without Premium LinkedIn cuts a note at {free}."
        )),
        Some(Channel::LinkedinDm | Channel::Inmail) if characters > LINKEDIN => Some(format!(
            "{characters} characters: long for a first message on LinkedIn; under 400 are read most."
        )),
        Some(Channel::XDm) if characters > X => {
            Some(format!("{characters} characters: long for a first message on X."))
        }
        None | Some(Channel::Email) if words > EMAIL => {
            Some(format!("{words} words: long for a first e-mail; 50 to 125 are answered most."))
        }
        _ => None,
    }
}

/// “third” for 3.
pub(crate) fn ordinal(n: usize) -> String {
    let names =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];
    names.get(n.wrapping_sub(1)).map_or_else(|| format!("{n}th"), |name| name.to_string())
}
