//! A planned event that evidence will show to have happened.

use chrono::{Datelike, Months, NaiveDate};

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

words! {
    /// How closely an open window was announced.
    Precision {
        /// A month of a year.
        Month = "month",
        /// A quarter of a year.
        Quarter = "quarter",
        /// A half of a year.
        HalfYear = "half-year",
        /// A year.
        Year = "year",
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
    /// How closely it was announced, where it is due some day within a window.
    pub precision: Option<Precision>,
    /// The hour on its day, in the consultation's time zone: `18:00`. A day without one lasts until midnight there.
    pub time: Option<String>,
    /// Whether the day was announced as one that may still change.
    pub tentative: bool,
    /// The day on which it was called off.
    pub cancelled: Option<NaiveDate>,
    /// The line its day stands on in schedule.toml; 0 where it was not read from there.
    pub line: usize,
}

impl Milestone {
    /// Whether it is the last day for written comments on a version.
    pub fn closes_comments(&self) -> bool {
        self.kind == MilestoneKind::Deadline && self.version.is_some()
    }
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
    /// The first day on which it may take place.
    pub fn first(self) -> Option<NaiveDate> {
        match self {
            Due::On(day) | Due::Between(day, _) => Some(day),
            Due::NotAnnounced => None,
        }
    }

    /// The last day on which it is in time.
    pub fn last(self) -> Option<NaiveDate> {
        match self {
            Due::On(day) | Due::Between(_, day) => Some(day),
            Due::NotAnnounced => None,
        }
    }
}

impl Precision {
    /// The months that one such window holds.
    fn months(self) -> u32 {
        match self {
            Precision::Month => 1,
            Precision::Quarter => 3,
            Precision::HalfYear => 6,
            Precision::Year => 12,
        }
    }

    /// The whole window that a day lies in: for a half-year, 1 January to 30 June or 1 July to 31 December.
    pub fn window(self, day: NaiveDate) -> (NaiveDate, NaiveDate) {
        let first_month = day.month0() / self.months() * self.months();
        let first = NaiveDate::from_ymd_opt(day.year(), first_month + 1, 1).unwrap_or(day);
        let next = first.checked_add_months(Months::new(self.months()));
        (first, next.and_then(|next| next.pred_opt()).unwrap_or(day))
    }

    /// The window that a day lies in, as a person says it: `second half of 2026`.
    pub fn named(self, day: NaiveDate) -> String {
        let rank = (day.month0() / self.months()) as usize;
        let rank = ["first", "second", "third", "fourth"].get(rank).copied().unwrap_or_default();
        match self {
            Precision::Month => day.format("%B %Y").to_string(),
            Precision::Quarter => format!("{rank} quarter of {}", day.year()),
            Precision::HalfYear => format!("{rank} half of {}", day.year()),
            Precision::Year => day.year().to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_is_named_as_it_was_announced() {
        let day: NaiveDate = "2026-08-15".parse().unwrap();
        let said = |precision: Precision| {
            let (first, last) = precision.window(day);
            format!("{}: {first} to {last}", precision.named(day))
        };
        assert_eq!(said(Precision::Month), "August 2026: 2026-08-01 to 2026-08-31");
        assert_eq!(said(Precision::Quarter), "third quarter of 2026: 2026-07-01 to 2026-09-30");
        assert_eq!(said(Precision::HalfYear), "second half of 2026: 2026-07-01 to 2026-12-31");
        assert_eq!(said(Precision::Year), "2026: 2026-01-01 to 2026-12-31");
    }
}
