//! What the engine says about a draft: plain data, the one vocabulary that the core, the command
//! line, the extension and its pages share.

use serde::{Deserialize, Serialize};

/// How loudly a finding speaks. `Hint` is shown in the popup and by the CLI only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth a look; not marked in the compose box.
    Hint,
    /// Marked lightly.
    Soft,
    /// Marked plainly, and counted on the toolbar icon.
    Strong,
}

/// The score in words; what a reader of the score sees first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Band {
    /// 80 to 100.
    AboutThem,
    /// 60 to 79.
    Balanced,
    /// 40 to 59.
    Leaning,
    /// 0 to 39.
    AboutYou,
}

impl Band {
    /// The band of a score from 0 to 100.
    ///
    /// ```
    /// use youfirst::report::Band;
    /// assert_eq!(Band::of(80), Band::AboutThem);
    /// assert_eq!(Band::of(39), Band::AboutYou);
    /// ```
    pub fn of(score: u8) -> Self {
        match score {
            80.. => Band::AboutThem,
            60.. => Band::Balanced,
            40.. => Band::Leaning,
            _ => Band::AboutYou,
        }
    }

    /// The words a person reads.
    pub fn words(self) -> &'static str {
        match self {
            Band::AboutThem => "Reads as about them",
            Band::Balanced => "Balanced",
            Band::Leaning => "Leans towards you",
            Band::AboutYou => "Reads as about you",
        }
    }
}

/// Where the writer and the reader stand with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// An invitation's note.
    ConnectNote,
    /// No earlier message from either.
    FirstContact,
    /// Earlier messages are all the writer's.
    Unanswered,
    /// The reader has written at least once.
    Answered,
    /// The reader's latest message says no.
    Declined,
    /// Several turns by each side.
    Warm,
}

/// Which box the draft is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)] // The names say it all.
pub enum Channel {
    LinkedinDm,
    LinkedinNote,
    Inmail,
    XDm,
    XPost,
    Email,
}

/// Whose word an advice stands on. A card shows it beside the reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Strength {
    /// Peer-reviewed and consistent.
    Good,
    /// Peer-reviewed, small or contested.
    Mixed,
    /// A company's own figures.
    Company,
    /// Experience of people at the receiving end.
    Opinion,
}

/// What an advice rests on, with what speaks against it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// How far it can be trusted.
    pub strength: Strength,
    /// Source and finding in one sentence, counter-evidence included.
    pub text: String,
}

/// A stretch of the draft: UTF-8 byte offsets natively and in the CLI, UTF-16 code units in
/// JavaScript. `start` is inclusive, `end` exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// How safe a suggestion is to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SuggestionKind {
    /// Grammatical as it stands: one click.
    Edit,
    /// Has ⟨blanks⟩ that only the writer can fill.
    Scaffold,
    /// Words to the writer; nothing to insert.
    Advice,
}

/// A way to mend a finding. For `Edit` and `Scaffold`, replacing `span` of the draft by `text`
/// gives the new draft; nothing else is to be worked out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// How safe it is.
    pub kind: SuggestionKind,
    /// What is replaced; for `Advice` the finding's own span.
    #[serde(flatten)]
    pub span: Span,
    /// The replacement, or the advice.
    pub text: String,
}

/// A phrase that puts the sender first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Id of the rule, e.g. `presumption.thanks-in-advance`.
    pub rule: String,
    /// Family of the rule, by id (`src/families.toml`), or `custom`.
    pub family: String,
    /// How loudly it speaks.
    pub severity: Severity,
    /// The shortest phrase that shows the fault.
    #[serde(flatten)]
    pub span: Span,
    /// Its exact text.
    pub quote: String,
    /// What the reader may feel, in one sentence.
    pub message: String,
    /// Why that is so.
    pub why: String,
    /// What the advice rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Evidence>,
    /// Points of the score (0 to 100) that mending it wins back.
    pub points: u8,
    /// Ways to mend it, best first.
    pub suggestions: Vec<Suggestion>,
}

/// A phrase that puts the reader first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)] // As in `Finding`.
pub struct Praise {
    pub rule: String,
    pub family: String,
    #[serde(flatten)]
    pub span: Span,
    pub quote: String,
    pub message: String,
    /// Points that it adds to the score.
    pub points: u8,
}

/// A line of "what the score is made of": findings or strengths of one family together.
/// Starting from 100, the causes add up to the score before it is cut off at 0 and 100.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cause {
    /// Family of the rule, by id (`src/families.toml`), or `custom`.
    pub family: String,
    /// Its title, for people.
    pub title: String,
    /// Negative for findings, positive for strengths.
    pub points: i16,
    /// How many findings or strengths it stands for.
    pub count: usize,
}

/// Something to say about the report as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// For programs: `too-short`, `not-english`, `unknown-channel`, `unknown-stage`,
    /// `unknown-rule`, `bad-rule`; and of the message as a whole `unanswered`, `thread-takes`,
    /// `several-asks`, `ask-first`, `no-way-out`, `long`.
    pub code: String,
    /// For people.
    pub text: String,
}

/// What can be counted in a draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Measures {
    /// Characters of the whole draft, blanks around it not counted; sites cut notes by these.
    pub characters: usize,
    /// Words of the body, contractions taken apart.
    pub words: usize,
    /// Sentences of the body.
    pub sentences: usize,
    /// Those that begin with the sender (I, we, my, our).
    pub about_sender: usize,
    /// Those that speak to or of the reader (you, your).
    pub about_reader: usize,
    /// Sentences that ask.
    pub asks: usize,
    /// Questions about the reader.
    pub questions: usize,
    /// Offers without a condition.
    pub offers: usize,
    /// Thanks for something that the reader did.
    pub thanks: usize,
    /// Links in the body.
    pub links: usize,
    /// @-mentions in the body.
    pub mentions: usize,
    /// Above one where the words court somebody, below zero where the two know each other.
    pub relation: i32,
    /// What went before.
    pub thread: ThreadMeasures,
}

/// What can be counted in the messages before a draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThreadMeasures {
    /// Messages of the sender's.
    pub mine: usize,
    /// Messages of the reader's.
    pub theirs: usize,
    /// Messages of the sender's since the reader wrote last.
    pub unanswered: usize,
    /// Asks in the sender's messages.
    pub asks: usize,
    /// Questions about the reader in them.
    pub questions: usize,
    /// Offers without a condition in them.
    pub offers: usize,
    /// Thanks in them.
    pub thanks: usize,
    /// The reader's latest messages say no and offer nothing in its place.
    pub declined: bool,
}

/// Everything the engine says about one draft.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// 0 (me-first) to 100 (you-first); `None` where there is too little text or it is not English.
    pub score: Option<u8>,
    /// The score in words.
    pub band: Option<Band>,
    /// The stage the report was made for: given, read from the thread, or guessed.
    pub stage: Option<Stage>,
    /// Faults in the order of the text; none overlaps another of the same family.
    pub findings: Vec<Finding>,
    /// Merits in the order of the text.
    pub strengths: Vec<Praise>,
    /// What moves the score, largest loss first, gains last.
    pub causes: Vec<Cause>,
    /// What was counted.
    pub measures: Measures,
    /// Why there is no score, what in the input was not understood.
    pub notes: Vec<Note>,
}
