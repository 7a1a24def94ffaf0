//! What a comment's target names in a text.

use crate::comment::Target;
use crate::draft::{Draft, ParagraphId};

/// The passages a target names, in the text's order, a paragraph with its items; absent where the text does not have
/// them.
pub fn named_in(draft: &Draft, target: &Target) -> Option<Vec<ParagraphId>> {
    match target {
        Target::All => Some(Vec::new()),
        Target::Unread => None,
        Target::One(id) => {
            draft.position(id)?;
            Some(draft.ids().filter(|other| id.covers(other)).cloned().collect())
        }
        Target::Span(first, last) => {
            let (from, to) = (draft.position(first)?, draft.position(last)?);
            let between = draft.paragraphs.get(from..=to)?;
            Some(between.iter().flat_map(|passage| passage.ids().cloned()).collect())
        }
        Target::Several(several) => {
            let named: Option<Vec<Vec<ParagraphId>>> =
                several.iter().map(|one| named_in(draft, one)).collect();
            // In the text's order and each once, however they were cited.
            let named: Vec<ParagraphId> = named?.concat();
            Some(draft.ids().filter(|id| named.contains(id)).cloned().collect())
        }
    }
}
