//! What a comment is about.

use crate::draft::ParagraphId;

/// The part of the text a comment speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// The whole text: a general comment.
    All,
    /// A paragraph, an item, a section's heading or the title.
    One(ParagraphId),
    /// Neighbouring passages, first and last: `D2..D3`.
    Span(ParagraphId, ParagraphId),
}

impl Target {
    /// What a target may look like, for messages.
    pub const GRAMMAR: &str = "an id such as D2, B1a, D or title, neighbours D2..D3, or all";

    /// Reads a target as files write it.
    pub fn parse(text: &str) -> Option<Target> {
        if text == "all" {
            return Some(Target::All);
        }
        match text.split_once("..") {
            Some((first, last)) => Some(Target::Span(ParagraphId::parse(first)?, ParagraphId::parse(last)?)),
            None => ParagraphId::parse(text).map(Target::One),
        }
    }

    /// The ids named.
    pub fn ids(&self) -> Vec<&ParagraphId> {
        match self {
            Target::All => Vec::new(),
            Target::One(id) => vec![id],
            Target::Span(first, last) => vec![first, last],
        }
    }

    /// The passage under which the comment is laid; absent for the whole text.
    pub fn first(&self) -> Option<&ParagraphId> {
        self.ids().first().copied()
    }
}

impl std::fmt::Display for Target {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Target::All => f.write_str("all"),
            Target::One(id) => write!(f, "{id}"),
            Target::Span(first, last) => write!(f, "{first}..{last}"),
        }
    }
}
