//! The relation between two versions of a text.

use serde::Serialize;

use crate::draft::{Draft, ParagraphId};

/// Which passages of an earlier version became which of a later one, in the later version's order; what was
/// deleted stands where it used to stand.
///
/// Invariant: a partition. Every passage of either version stands in exactly one pairing, and no pairing is
/// empty on both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alignment {
    /// The pairings, in reading order.
    pub pairings: Vec<Pairing>,
}

/// Passages that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pairing {
    /// The passages before, in their order; empty for what is new.
    pub before: Vec<ParagraphId>,
    /// The passages after; empty for what was deleted.
    pub after: Vec<ParagraphId>,
    /// What stood for it in each version between the two, in their order.
    pub way: Vec<Vec<ParagraphId>>,
    /// Whether the words differ.
    pub reworded: bool,
    /// Whether it changed its place; the fewest passages possible are called moved.
    pub moved: bool,
}

/// What became of a passage. That it moved is said beside it: a passage can be both reworded and moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// The same words.
    Kept,
    /// Other words.
    Reworded,
    /// One became several.
    Split,
    /// Several became one.
    Merged,
    /// Several became several others.
    Regrouped,
    /// New.
    Added,
    /// Gone.
    Deleted,
}

impl Pairing {
    /// What became of it; derived, so that nothing can disagree with it.
    pub fn fate(&self) -> Fate {
        Fate::of(self.before.len(), self.after.len(), self.reworded)
    }

    /// Whether it is about a passage of either version: it, its items, or all that stands or stood in a section.
    pub fn is_about(&self, named: &ParagraphId, before: &Draft, after: &Draft) -> bool {
        self.before.iter().any(|id| before.belongs(id, named))
            || self.after.iter().any(|id| after.belongs(id, named))
    }

    /// Whether anything at all became different.
    pub fn changed(&self) -> bool {
        self.moved || self.fate() != Fate::Kept
    }
}

impl Fate {
    /// Every fate, in the order in which they are counted.
    pub const ALL: [Fate; 7] =
        [Fate::Kept, Fate::Reworded, Fate::Split, Fate::Merged, Fate::Regrouped, Fate::Added, Fate::Deleted];

    /// What became of so many passages that are now so many.
    pub fn of(before: usize, after: usize, reworded: bool) -> Fate {
        match (before, after) {
            (0, _) => Fate::Added,
            (_, 0) => Fate::Deleted,
            (1, 1) if reworded => Fate::Reworded,
            (1, 1) => Fate::Kept,
            (1, _) => Fate::Split,
            (_, 1) => Fate::Merged,
            _ => Fate::Regrouped,
        }
    }

    /// The fate as a person reads it.
    pub fn word(self) -> &'static str {
        match self {
            Fate::Kept => "kept",
            Fate::Reworded => "reworded",
            Fate::Split => "split",
            Fate::Merged => "merged",
            Fate::Regrouped => "regrouped",
            Fate::Added => "added",
            Fate::Deleted => "deleted",
        }
    }
}

impl Alignment {
    /// The passages that continue one of the earlier version; none where it was deleted.
    pub fn heirs(&self, id: &ParagraphId) -> &[ParagraphId] {
        self.of_before(id).map_or(&[], |pairing| &pairing.after)
    }

    /// The pairing in which a passage of the earlier version stands.
    pub fn of_before(&self, id: &ParagraphId) -> Option<&Pairing> {
        self.pairings.iter().find(|pairing| pairing.before.contains(id))
    }

    /// The pairing in which a passage of the later version stands.
    pub fn of_after(&self, id: &ParagraphId) -> Option<&Pairing> {
        self.pairings.iter().find(|pairing| pairing.after.contains(id))
    }
}
