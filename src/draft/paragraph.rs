//! The unit that is cited, commented and compared.

use crate::draft::{Level, ParagraphId};

/// One passage of a draft: the title, a section's heading, a paragraph or a list item.
///
/// Invariants: the text is not empty, holds no control character but the line feed that divides a
/// paragraph of several blocks, and neither begins nor ends with a space; ids are not repeated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Its lasting name; where a translation joins paragraphs, the first of them.
    pub id: ParagraphId,
    /// The further paragraphs that a translation's block renders too: `[D2+D3]`.
    pub with: Vec<ParagraphId>,
    /// The paragraphs of the version before that it continues, besides the one of its own name.
    pub from: Vec<ParagraphId>,
    /// The wording; blocks of one paragraph are divided by a line feed.
    pub text: String,
    /// The line of the file on which it begins; 0 for a passage that was not read from a file.
    pub line: usize,
}

impl Paragraph {
    /// A passage of its own, continuing whatever bore its id.
    pub fn new(id: ParagraphId, text: impl Into<String>) -> Paragraph {
        Paragraph { id, with: Vec::new(), from: Vec::new(), text: text.into(), line: 0 }
    }

    /// What its id names.
    pub fn level(&self) -> Level {
        self.id.level()
    }

    /// All ids it bears.
    pub fn ids(&self) -> impl Iterator<Item = &ParagraphId> {
        std::iter::once(&self.id).chain(&self.with)
    }
}
