//! What is open about the comments on earlier versions.

use crate::collate::Collation;
use crate::draft::VersionName;
use crate::text::{counted, listed};

/// What waits when a version is to go out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Open {
    /// Comments on versions before it without an answer.
    pub unanswered: usize,
    /// Comments on versions before it whose place in it a person has to say.
    pub unplaced: usize,
}

impl Open {
    /// Whether nothing waits.
    pub fn is_nothing(self) -> bool {
        self.unanswered == 0 && self.unplaced == 0
    }

    /// What waits, in words: `29 comments without an answer and 4 without a place in it`.
    pub fn sentence(self) -> String {
        let mut open = Vec::new();
        if self.unanswered > 0 {
            open.push(format!("{} without an answer", counted(self.unanswered, "comment")));
        }
        if self.unplaced > 0 {
            let count = match self.unanswered {
                0 => counted(self.unplaced, "comment"),
                _ => self.unplaced.to_string(),
            };
            open.push(format!("{count} without a place in it"));
        }
        listed(&open)
    }
}

impl Collation<'_> {
    /// What is open about the comments on what a version continues, laid beside that version.
    pub fn open_before(&self, version: &VersionName) -> Open {
        let earlier = || self.entries().filter(|entry| entry.filed.submission.version != version.version);
        Open {
            unanswered: earlier().filter(|entry| entry.is_unanswered()).count(),
            unplaced: earlier().filter(|entry| entry.needs_a_person()).count(),
        }
    }
}
