//! What the engine is given: a draft with what is known around it, and the user's settings.

use crate::choices::{Entries, Ignored, Level};
use crate::report::{Channel, Stage};
use crate::rule::{Grounds, Remedy, Rule, TextOr};
use serde::{Deserialize, Deserializer, Serialize};

/// A message that has not been sent, and what is known around it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Draft {
    /// The text as it would be sent.
    pub text: String,
    /// A [`Channel`] by name; an unknown one is a note in the report.
    #[serde(default)]
    pub channel: Option<String>,
    /// A [`Stage`] by name; an unknown one is a note. Goes before what the thread says.
    #[serde(default)]
    pub stage: Option<String>,
    /// Site of the compose box (`linkedin`, `x`, `gmail`), for the user's rules that name sites.
    #[serde(default)]
    pub site: Option<String>,
    /// Who will read it.
    #[serde(default)]
    pub recipient: Option<Recipient>,
    /// Earlier messages, oldest first.
    #[serde(default)]
    pub thread: Vec<Turn>,
    /// What was counted of earlier messages to this reader; it stands in where no thread is.
    #[serde(default)]
    pub past: Option<Counted>,
    /// Whether the recipient's headline may be held against what the draft sells: only where the
    /// user has switched that on.
    #[serde(default)]
    pub trade: bool,
}

impl Draft {
    /// A draft of which only the text is known.
    pub fn new(text: impl Into<String>) -> Self {
        Draft { text: text.into(), ..Draft::default() }
    }
}

/// The person at the other end, as far as the page shows.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
#[allow(missing_docs)]
pub enum Recipient {
    Name(String),
    Person { name: Option<String>, company: Option<String>, headline: Option<String> },
}

impl<'de> Deserialize<'de> for Recipient {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Person {
            #[serde(default)]
            name: Option<String>,
            #[serde(default)]
            company: Option<String>,
            #[serde(default)]
            headline: Option<String>,
        }
        Ok(match TextOr::deserialize(from)? {
            TextOr::Text(name) => Recipient::Name(name),
            TextOr::Full(Person { name, company, headline }) => {
                Recipient::Person { name, company, headline }
            }
        })
    }
}

/// One earlier message.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Turn {
    /// Who wrote it.
    pub from: Author,
    /// What it says.
    pub text: String,
}

/// What was counted of messages that were sent to a reader: nothing is known of the answers.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Counted {
    #[serde(default)]
    pub messages: usize,
    #[serde(default)]
    pub asks: usize,
    #[serde(default)]
    pub questions: usize,
    #[serde(default)]
    pub offers: usize,
    #[serde(default)]
    pub thanks: usize,
}

/// The writer of the draft, or its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Author {
    Me,
    Them,
}

/// What the user has changed about the rules.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Settings {
    /// Level by rule id; rules that are not named keep their own.
    #[serde(default)]
    pub levels: Entries<Level>,
    /// The user's own rules.
    #[serde(default)]
    pub custom: Vec<Rule>,
    /// Phrases never to be marked again by a rule.
    #[serde(default)]
    pub ignored: Vec<Ignored>,
    /// What the built-in rules say, for core.wasm, which is built without it. Natively the rules
    /// bring their own words.
    #[serde(default)]
    pub words: Vec<Words>,
}

/// What a built-in rule says to people; or, under the id of a family, its title.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[allow(missing_docs)] // As in `Rule`.
pub struct Words {
    pub id: String,
    pub message: String,
    #[serde(default)]
    pub why: String,
    #[serde(default)]
    pub evidence: Option<Grounds>,
    #[serde(default)]
    pub suggestions: Vec<Remedy>,
}

/// Reads one of the names that serde gives the variants of an enum.
fn named<T: serde::de::DeserializeOwned>(name: &str) -> Option<T> {
    use serde::de::IntoDeserializer as _;
    use serde::de::value::{Error, StrDeserializer};
    let deserializer: StrDeserializer<Error> = name.into_deserializer();
    T::deserialize(deserializer).ok()
}

/// Where a draft is written, in the engine's own terms: what of the draft's names is known.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Setting<'a> {
    pub channel: Option<Channel>,
    pub stage: Option<Stage>,
    pub site: Option<&'a str>,
    pub thread: &'a [Turn],
    /// See [`Draft::past`].
    pub counted: Option<&'a Counted>,
    /// The reader's name, where it is known.
    pub recipient: Option<&'a str>,
    /// Where the reader works, as the page says.
    pub company: Option<&'a str>,
    /// What the page says of the reader under the name.
    pub headline: Option<&'a str>,
    /// See [`Draft::trade`].
    pub trade: bool,
}

impl Recipient {
    /// The name, where it is known.
    pub fn name(&self) -> Option<&str> {
        match self {
            Recipient::Name(name) => Some(name),
            Recipient::Person { name, .. } => name.as_deref(),
        }
    }

    /// Company and headline, where they are known.
    fn work(&self) -> (Option<&str>, Option<&str>) {
        match self {
            Recipient::Name(_) => (None, None),
            Recipient::Person { company, headline, .. } => {
                (company.as_deref(), headline.as_deref())
            }
        }
    }
}

impl Draft {
    /// What is known around the text.
    pub(crate) fn setting(&self) -> Setting<'_> {
        let (company, headline) = self.recipient.as_ref().map_or((None, None), Recipient::work);
        Setting {
            channel: self.channel.as_deref().and_then(named),
            stage: self.stage.as_deref().and_then(named),
            site: self.site.as_deref(),
            thread: &self.thread,
            counted: self.past.as_ref(),
            recipient: self.recipient.as_ref().and_then(Recipient::name),
            company,
            headline,
            trade: self.trade,
        }
    }
}
