//! What a comment is about.

use crate::draft::ParagraphId;

/// The part of the text a comment speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// The whole text: a general comment.
    All,
    /// A paragraph, an item, a section's heading or the title.
    One(ParagraphId),
    /// Neighbouring passages, first and last: `D2..D3`.
    Span(ParagraphId, ParagraphId),
    /// Several places cited together, each one of the two above: `D2, E1..E3`.
    Several(Vec<Target>),
    /// A place was cited, but nobody could say which: `?`.
    Unread,
}

impl Target {
    /// What a target may look like, for messages.
    pub const GRAMMAR: &str = "an id such as D2, B1a, D or title, neighbours D2..D3, several with commas, all, or ? where nobody can say";

    /// Reads a target as files write it.
    pub fn parse(text: &str) -> Option<Target> {
        if text == "all" {
            return Some(Target::All);
        }
        if text == "?" {
            return Some(Target::Unread);
        }
        if text.contains(',') {
            let several: Option<Vec<Target>> = text.split(',').map(|one| Target::parse(one.trim())).collect();
            let named = |several: &Vec<Target>| several.iter().all(|one| !one.ids().is_empty());
            return several.filter(named).map(Target::Several);
        }
        match text.split_once("..") {
            Some((first, last)) => Some(Target::Span(ParagraphId::parse(first)?, ParagraphId::parse(last)?)),
            None => ParagraphId::parse(text).map(Target::One),
        }
    }

    /// The ids named.
    pub fn ids(&self) -> Vec<&ParagraphId> {
        match self {
            Target::All | Target::Unread => Vec::new(),
            Target::One(id) => vec![id],
            Target::Span(first, last) => vec![first, last],
            Target::Several(several) => several.iter().flat_map(Target::ids).collect(),
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
            Target::Unread => f.write_str("?"),
            Target::One(id) => write!(f, "{id}"),
            Target::Span(first, last) => write!(f, "{first}..{last}"),
            Target::Several(several) => {
                let several: Vec<String> = several.iter().map(Target::to_string).collect();
                f.write_str(&several.join(", "))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_places_may_be_cited_together_but_not_beside_the_whole() {
        let several = Target::parse("D2, E1..E3").expect("a target");
        assert_eq!(several.to_string(), "D2, E1..E3");
        assert_eq!(several.ids().len(), 3);
        assert_eq!(several.first().map(ParagraphId::as_str), Some("D2"));
        for bad in ["D2, all", "D2,", "D2,,E1", "D2, ?", ""] {
            assert_eq!(Target::parse(bad), None, "{bad}");
        }
    }
}
