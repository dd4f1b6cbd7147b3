//! A report as the popup reads it: what it shows of `crate::report`, flat as it comes, and
//! nothing else, because reading is most of what pages.wasm weighs.

use crate::report::{Band, Cause, Note, Severity, Stage, SuggestionKind, ThreadMeasures};
use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
pub struct Report {
    pub score: Option<u8>,
    pub band: Option<Band>,
    pub stage: Option<Stage>,
    pub findings: Vec<Finding>,
    pub strengths: Vec<Praise>,
    pub causes: Vec<Cause>,
    pub measures: Measures,
    pub notes: Vec<Note>,
}

#[derive(Debug, Deserialize)]
pub struct Finding {
    pub severity: Severity,
    pub start: usize,
    pub end: usize,
    pub quote: String,
    pub message: String,
    pub points: u8,
    pub suggestions: Vec<Suggestion>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Suggestion {
    pub kind: SuggestionKind,
    pub start: usize,
    pub end: usize,
    pub text: String,
}

#[derive(Debug, Deserialize)]
pub struct Praise {
    pub quote: String,
    pub message: String,
}

#[derive(Debug, Default, Deserialize)]
pub struct Measures {
    pub thread: ThreadMeasures,
}

#[cfg(test)]
mod tests {
    use super::Report;
    use crate::report;

    #[test]
    fn it_reads_what_the_core_writes() {
        let span = report::Span { start: 2, end: 6 };
        let whole = report::Report {
            score: Some(70),
            band: Some(report::Band::Balanced),
            stage: Some(report::Stage::Warm),
            findings: vec![report::Finding {
                rule: "family.rule".into(),
                family: "family".into(),
                severity: report::Severity::Soft,
                span,
                quote: "just".into(),
                message: "Message.".into(),
                why: "Why.".into(),
                evidence: None,
                points: 3,
                suggestions: vec![report::Suggestion {
                    kind: report::SuggestionKind::Edit,
                    span,
                    text: String::new(),
                }],
            }],
            strengths: vec![report::Praise {
                rule: "family.rule".into(),
                family: "family".into(),
                span,
                quote: "thank you".into(),
                message: "Thanks.".into(),
                points: 2,
            }],
            ..report::Report::default()
        };
        let json = serde_json::to_string(&whole).expect("JSON");
        let Report { score, band, stage, findings, strengths, .. } =
            serde_json::from_str(&json).expect("a report");
        assert_eq!((score, band, stage), (whole.score, whole.band, whole.stage));
        assert_eq!((findings[0].start, findings[0].end, findings[0].points), (2, 6, 3));
        assert_eq!(
            (findings[0].suggestions[0].start, strengths[0].quote.as_str()),
            (2, "thank you")
        );
    }
}

/// That something was counted of messages to a reader.
#[derive(Debug, Deserialize)]
pub struct Past {}

/// Messages of the last days that are much like the draft.
#[derive(Debug, Deserialize)]
pub struct Alike {
    pub count: usize,
    /// The day of the first, in words.
    pub since: String,
    /// What of the draft is in them, too.
    pub parts: Vec<String>,
}
