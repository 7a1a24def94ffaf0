//! The margin of our own files: `[D2]`, `[D2bis from D2]`, `[D2+D3]`.

use crate::draft::{Level, ParagraphId};

/// Where the margin of a paragraph or an item ends.
pub(super) fn own(text: &str) -> Option<usize> {
    margin(text, |level| matches!(level, Level::Paragraph | Level::Item))
}

/// Where the margin of a section's heading ends. Before a sentence `[A]` may be a word in doubt.
pub(super) fn section(text: &str) -> Option<usize> {
    margin(text, |level| level == Level::Section)
}

fn margin(text: &str, fits: impl Fn(Level) -> bool) -> Option<usize> {
    let inside = text.strip_prefix('[')?;
    // An id has at most forty characters, and few paragraphs continue more than a dozen.
    let close = inside.bytes().take(500).position(|byte| byte == b']')?;
    let inside = inside.get(..close)?;
    let (own, from) = inside.split_once(" from ").unwrap_or((inside, ""));
    let fits = own.split('+').all(|id| ParagraphId::parse(id).is_some_and(|id| fits(id.level())));
    let named = from.split(' ').filter(|id| !id.is_empty()).all(|id| ParagraphId::parse(id).is_some());
    (fits && named).then_some(close + 2)
}
