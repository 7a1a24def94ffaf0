//! Where a comment stands.

use serde::Serialize;

use crate::draft::ParagraphId;
use crate::text::Span;

/// Where a comment stands in one version. Computed, never stored; only what a person decided is on file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Anchoring {
    /// It speaks of the whole text.
    Whole,
    /// The very words, in an heir; several spots where they run over neighbouring passages.
    Exact(Vec<Spot>),
    /// What the words became, in an heir: enough of them was kept, see [`Trust`](crate::anchor::Trust).
    Amended(Vec<Spot>),
    /// The words are gone, or none were quoted; the heirs live.
    Paragraph(Vec<ParagraphId>),
    /// Equally good places: a person decides.
    Ambiguous(Vec<Spot>),
    /// Its paragraph was deleted.
    Orphaned,
    /// It names a passage that its own version does not have.
    Unplaced,
    /// A person decided: here, or that nothing continues it.
    Placed(Vec<Spot>),
}

/// A place in one passage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Spot {
    /// The passage.
    pub paragraph: ParagraphId,
    /// The words in it, in bytes; absent where the whole passage is meant.
    #[serde(skip)]
    pub span: Option<Span>,
}

impl Anchoring {
    /// The word for it.
    pub fn word(&self) -> &'static str {
        match self {
            Anchoring::Whole => "whole",
            Anchoring::Exact(_) => "exact",
            Anchoring::Amended(_) => "amended",
            Anchoring::Paragraph(_) => "paragraph",
            Anchoring::Ambiguous(_) => "ambiguous",
            Anchoring::Orphaned => "orphaned",
            Anchoring::Unplaced => "unplaced",
            Anchoring::Placed(_) => "placed",
        }
    }

    /// Whether a person has to say where it stands.
    pub fn needs_a_person(&self) -> bool {
        matches!(self, Anchoring::Ambiguous(_) | Anchoring::Orphaned | Anchoring::Unplaced)
    }

    /// The passages it stands on, each once, in order.
    pub fn passages(&self) -> Vec<&ParagraphId> {
        let mut passages: Vec<&ParagraphId> = match self {
            Anchoring::Exact(spots)
            | Anchoring::Amended(spots)
            | Anchoring::Ambiguous(spots)
            | Anchoring::Placed(spots) => spots.iter().map(|spot| &spot.paragraph).collect(),
            Anchoring::Paragraph(ids) => ids.iter().collect(),
            Anchoring::Whole | Anchoring::Orphaned | Anchoring::Unplaced => Vec::new(),
        };
        passages.dedup();
        passages
    }

    /// The spots that have words.
    pub fn spots(&self) -> &[Spot] {
        match self {
            Anchoring::Exact(spots)
            | Anchoring::Amended(spots)
            | Anchoring::Ambiguous(spots)
            | Anchoring::Placed(spots) => spots,
            _ => &[],
        }
    }
}
