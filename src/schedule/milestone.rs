//! A planned event that evidence will show to have happened.

use chrono::NaiveDate;

use crate::comment::{RoundId, words};
use crate::draft::VersionId;

words! {
    /// What kind of event a milestone is.
    MilestoneKind {
        /// A version goes out to all states.
        Circulation = "circulation",
        /// The last day for something.
        Deadline = "deadline",
        /// Anything else.
        Other = "other",
    }
}

/// A milestone of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// Its short name.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What kind of event it is.
    pub kind: MilestoneKind,
    /// The version that goes out.
    pub version: Option<VersionId>,
    /// The round it belongs to.
    pub round: Option<RoundId>,
    /// When it is due.
    pub due: Due,
}

/// When something is due, as far as it was announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// On a day.
    On(NaiveDate),
    /// Some day between two, the day itself not announced: "second part of 2026".
    Between(NaiveDate, NaiveDate),
    /// Not announced.
    NotAnnounced,
}

impl Due {
    /// The last day on which it is in time.
    pub fn last(self) -> Option<NaiveDate> {
        match self {
            Due::On(day) | Due::Between(_, day) => Some(day),
            Due::NotAnnounced => None,
        }
    }
}
