//! The co-chairs' disposition of one comment, and where a person put it.

use chrono::NaiveDate;

use crate::comment::kind::words;
use crate::draft::{ParagraphId, VersionId};

words! {
    /// What became of a comment.
    Outcome {
        /// Not decided.
        Open = "open",
        /// Taken up as asked.
        Reflected = "reflected",
        /// Taken up in part, or in other words.
        PartlyReflected = "partly-reflected",
        /// No change asked or needed.
        Noted = "noted",
        /// Considered; the text does not show it.
        NotReflected = "not-reflected",
        /// Kept for the next round.
        FurtherDiscussion = "further-discussion",
        /// Belongs elsewhere.
        OutOfScope = "out-of-scope",
        /// Taken back by its author.
        Withdrawn = "withdrawn",
        /// Handled with another comment.
        Duplicate = "duplicate",
    }
}

impl Outcome {
    /// The outcome as a person reads it.
    pub fn on_screen(self) -> &'static str {
        match self {
            Outcome::Open => "Under consideration",
            Outcome::Reflected => "Reflected",
            Outcome::PartlyReflected => "Partly reflected",
            Outcome::Noted => "Noted",
            Outcome::NotReflected => "Not reflected",
            Outcome::FurtherDiscussion => "For further discussion",
            Outcome::OutOfScope => "Outside this workstream",
            Outcome::Withdrawn => "Withdrawn",
            Outcome::Duplicate => "Same as another",
        }
    }

    /// Whether it must say where the text shows it.
    pub fn asks_for_paragraphs(self) -> bool {
        matches!(self, Outcome::Reflected | Outcome::PartlyReflected)
    }

    /// Whether it must say why.
    pub fn asks_for_response(self) -> bool {
        matches!(self, Outcome::NotReflected | Outcome::OutOfScope)
    }
}

/// All the co-chairs put on file about one comment: `answers/XAA-3.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// One for each version that answers it; the last one stands.
    pub answers: Vec<Answer>,
    /// One for each version in which a person placed it.
    pub placements: Vec<Placement>,
}

/// The co-chairs' answer to one comment in one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The version that answers.
    pub version: VersionId,
    /// What became of the comment.
    pub outcome: Outcome,
    /// Where the text shows it.
    pub paragraphs: Vec<ParagraphId>,
    /// What the co-chairs say.
    pub response: Option<String>,
    /// The comment it is answered together with.
    pub see: Option<String>,
    /// The day it was decided.
    pub decided: NaiveDate,
}

/// Where a person put a comment when the tool could not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placement {
    /// The version in which it was placed.
    pub version: VersionId,
    /// The passage; absent where the person decided that no passage continues it.
    pub paragraph: Option<ParagraphId>,
    /// The words, where not the whole passage is meant.
    pub quote: Option<String>,
    /// Who decided.
    pub by: String,
    /// The day.
    pub on: NaiveDate,
}

impl Answers {
    /// The answer that stands.
    pub fn standing(&self) -> Option<&Answer> {
        self.answers.last()
    }

    /// The placement for one version.
    pub fn placement(&self, version: &VersionId) -> Option<&Placement> {
        self.placements.iter().rev().find(|placement| placement.version == *version)
    }

    /// What was on file at the end of a day.
    pub fn as_at(&self, day: NaiveDate) -> Answers {
        let mut then = self.clone();
        then.answers.retain(|answer| answer.decided <= day);
        then.placements.retain(|placement| placement.on <= day);
        then
    }
}
