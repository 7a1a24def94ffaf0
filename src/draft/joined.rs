//! Neighbouring passages read as one text.

use crate::draft::{Draft, ParagraphId};
use crate::text::Span;

/// What stands between two passages that are read as one text.
pub const BREAK: &str = "\n\n";

/// Passages read as one text, and the place of each in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Joined {
    /// The text; passages are divided by `BREAK`.
    pub text: String,
    /// Each passage, by its first id, with its place.
    pub parts: Vec<(ParagraphId, Span)>,
}

impl Draft {
    /// Joins the passages that bear one of these ids, in reading order.
    pub fn joined(&self, ids: &[ParagraphId]) -> Joined {
        let mut joined = Joined::default();
        for passage in self.paragraphs.iter().filter(|passage| passage.ids().any(|id| ids.contains(id))) {
            if !joined.parts.is_empty() {
                joined.text.push_str(BREAK);
            }
            let start = joined.text.len();
            joined.text.push_str(&passage.text);
            joined.parts.push((passage.id.clone(), start..joined.text.len()));
        }
        joined
    }
}

impl Joined {
    /// Cuts a place in the whole text into places in its passages; what lies between passages is dropped.
    pub fn within(&self, span: &Span) -> Vec<(ParagraphId, Span)> {
        let piece = |(id, part): &(ParagraphId, Span)| {
            let (start, end) = (span.start.max(part.start), span.end.min(part.end));
            (start < end).then(|| (id.clone(), start - part.start..end - part.start))
        };
        self.parts.iter().filter_map(piece).collect()
    }

    /// Where a place in one passage lies in the whole text.
    pub fn place(&self, id: &ParagraphId, span: &Span) -> Option<Span> {
        let (_, part) = self.parts.iter().find(|(own, _)| own == id)?;
        Some(part.start + span.start..part.start + span.end)
    }
}
