//! What was inserted, deleted or moved, and in which of the two texts it stands.

/// One of the two texts that a document with tracked changes holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// The text with every change accepted: what the author of the changes wants.
    Accepted,
    /// The text with every change rejected: what the author was sent.
    Rejected,
}

/// Who changed something, and when; both may have been scrubbed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct Revision {
    pub(super) author: Option<String>,
    pub(super) date: Option<String>,
}

/// The changes around a stretch of text, a paragraph's mark, a row or a cell; revisions by their rank.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tracked {
    pub(super) inserted: Option<u32>,
    pub(super) deleted: Option<u32>,
}

impl Tracked {
    /// Whether it stands in a text. What was inserted and then deleted stands in neither.
    pub(super) fn stands(self, view: View) -> bool {
        match view {
            View::Accepted => self.deleted.is_none(),
            View::Rejected => self.inserted.is_none(),
        }
    }

    /// Takes one change more.
    pub(super) fn take(&mut self, change: Change, revision: u32) {
        match change {
            Change::Inserted => self.inserted = Some(revision),
            Change::Deleted => self.deleted = Some(revision),
        }
    }

    /// The changes of something inside something else that was changed.
    pub(super) fn inside(self, outer: Tracked) -> Tracked {
        Tracked { inserted: self.inserted.or(outer.inserted), deleted: self.deleted.or(outer.deleted) }
    }
}

/// What a change does; a move deletes in one place and inserts in another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    /// It comes in.
    Inserted,
    /// It goes out.
    Deleted,
}
