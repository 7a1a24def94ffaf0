//! What was inserted, deleted or moved, and in which of the two texts it stands.

/// One of the two texts that a document with tracked changes holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// The text after its changes: what their author wants.
    After,
    /// The text before its changes: what their author was sent.
    Before,
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
    /// Whether it was dragged here or away.
    pub(super) moved: bool,
}

impl Tracked {
    /// Whether it stands in a text. What was inserted and then deleted stands in neither.
    pub(super) fn stands(self, view: View) -> bool {
        match view {
            View::After => self.deleted.is_none(),
            View::Before => self.inserted.is_none(),
        }
    }

    /// Takes one change more.
    pub(super) fn take(&mut self, change: Change, revision: u32) {
        match change.what {
            What::In => self.inserted = Some(revision),
            What::Out => self.deleted = Some(revision),
        }
        self.moved |= change.moved;
    }

    /// The changes of something inside something else that was changed.
    pub(super) fn inside(self, outer: Tracked) -> Tracked {
        Tracked {
            inserted: self.inserted.or(outer.inserted),
            deleted: self.deleted.or(outer.deleted),
            moved: self.moved || outer.moved,
        }
    }
}

/// A change; a move deletes in one place and inserts in another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) what: What,
    pub(super) moved: bool,
}

/// What a change does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// It comes in.
    In,
    /// It goes out.
    Out,
}

impl Change {
    pub(super) const INSERTED: Change = Change { what: What::In, moved: false };
    pub(super) const DELETED: Change = Change { what: What::Out, moved: false };

    /// Which change an element makes of what stands in it, or of what bears it.
    pub(super) fn of(name: &str) -> Option<Change> {
        match name {
            "ins" => Some(Change::INSERTED),
            "del" => Some(Change::DELETED),
            "moveTo" => Some(Change { what: What::In, moved: true }),
            "moveFrom" => Some(Change { what: What::Out, moved: true }),
            _ => None,
        }
    }
}
