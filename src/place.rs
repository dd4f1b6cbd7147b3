//! Where a draft is written, and the conditions of rules that hang on it.

use crate::compile::{Active, CUSTOM};
use crate::input::Setting;
use crate::message::Message;
use crate::report::Stage;
use crate::rule::{Position, Zone};

/// Where a draft is written, for the conditions of rules.
pub(crate) struct Place<'a> {
    pub message: &'a Message<'a>,
    pub setting: &'a Setting<'a>,
    pub stage: Stage,
    /// Something shows that the message courts somebody.
    pub courting: bool,
}

impl Place<'_> {
    /// Whether a rule applies here; without a sentence, only what holds for the whole message.
    pub fn suits(&self, active: &Active, sentence: Option<usize>) -> bool {
        let when = &active.rule.when;
        let here = (when.stages.is_empty() || when.stages.contains(&self.stage))
            && (self.courting || !when.courting)
            && (when.channels.is_empty()
                || self.setting.channel.is_none_or(|c| when.channels.contains(&c)))
            && (active.rule.sites.is_empty()
                || self
                    .setting
                    .site
                    .is_none_or(|s| active.rule.sites.iter().any(|site| site == s)));
        let Some(number) = sentence.filter(|_| here) else { return here };
        let sentence = &self.message.sentences[number];
        searched(active, sentence.zone)
            && when.sentence.is_none_or(|kind| kind == sentence.kind)
            && when.position.is_none_or(|p| self.stands(number, p))
    }

    /// Whether what a regular expression has found counts where it stands.
    pub fn suits_at(&self, active: &Active, sentence: Option<usize>) -> bool {
        let when = &active.rule.when;
        match (when.position, when.sentence) {
            (None, None) => true,
            _ => sentence.is_some() && self.suits(active, sentence),
        }
    }

    fn stands(&self, sentence: usize, position: Position) -> bool {
        let body = &self.message.body;
        match position {
            Position::Opening => body.iter().take(2).any(|&i| i == sentence),
            Position::Closing => body.iter().rev().take(2).any(|&i| i == sentence),
        }
    }

    /// The sentence that holds a byte of the normalised text.
    pub fn sentence_at(&self, at: usize) -> Option<usize> {
        let sentences = &self.message.sentences;
        let number = sentences.partition_point(|s| s.range.end <= at);
        sentences.get(number).filter(|s| s.range.start <= at).map(|_| number)
    }
}

/// The body, where a built-in rule names no zones; everything of the sender's for the user's own.
pub(crate) fn searched(active: &Active, zone: Zone) -> bool {
    let zones = &active.rule.when.zones;
    match zones.is_empty() {
        false => zones.contains(&zone),
        true if active.family == CUSTOM => !matches!(zone, Zone::Quoted | Zone::Code),
        true => zone == Zone::Body,
    }
}
