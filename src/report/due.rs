//! What is late, what is due next, and what is missing for it.

use chrono::NaiveDate;
use serde::Serialize;

use crate::report::EventKind;
use crate::text::{counted, listed};

/// An event that should have taken place, in the workstreams where nothing on record says that it did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Overdue {
    /// Its short name in the schedule.
    pub event: String,
    /// What it is called.
    pub title: String,
    /// What kind it is.
    pub kind: EventKind,
    /// The workstreams that are late, each with the days since.
    pub workstreams: Vec<Late>,
    /// How many workstreams there are.
    pub of: usize,
}

/// A workstream that is late.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Late {
    /// Its short name.
    pub workstream: String,
    /// Days since the last day due.
    pub days: i64,
}

impl Overdue {
    /// In words: `Second versions go out, in 2 of 7 workstreams: aid by 3 days and med by 10 days`.
    pub fn sentence(&self) -> String {
        let days = |days: i64| counted(usize::try_from(days).unwrap_or_default(), "day");
        let first = self.workstreams.first().map_or(0, |late| late.days);
        let alike = self.workstreams.iter().all(|late| late.days == first);
        match (self.workstreams.as_slice(), self.of) {
            ([only], 1) => format!("{}, by {}", self.title, days(only.days)),
            (late, of) if late.len() == of && alike => {
                format!("{}, in all {}, by {}", self.title, counted(of, "workstream"), days(first))
            }
            (late, of) => {
                let each = late.iter().map(|late| format!("{} by {}", late.workstream, days(late.days)));
                let each = listed(&each.collect::<Vec<_>>());
                format!("{}, in {} of {}: {each}", self.title, late.len(), counted(of, "workstream"))
            }
        }
    }
}

/// An event that comes next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NextDate {
    /// Its short name in the schedule.
    pub event: String,
    /// What it is called.
    pub title: String,
    /// What kind it is.
    pub kind: EventKind,
    /// When, in words.
    pub when: String,
    /// The day by which it is due, or on which it begins.
    pub day: Option<NaiveDate>,
    /// Days left.
    pub days_left: i64,
    /// Whether the day itself is still to be announced.
    pub day_not_announced: bool,
    /// What is missing for it, each in words.
    pub missing: Vec<String>,
}

impl NextDate {
    /// In words: `Second versions go out, 1 Jun 2026 (in 20 days)`.
    pub fn sentence(&self) -> String {
        let left = counted(usize::try_from(self.days_left).unwrap_or_default(), "day");
        let left = match (self.days_left, self.day_not_announced) {
            (0, _) => "today".to_owned(),
            (_, true) => format!("day not announced; {left} left"),
            (_, false) => format!("in {left}"),
        };
        format!("{}, {} ({left})", self.title, self.when)
    }
}
