//! How a planned event stands on a given day, by evidence; nobody types "done".

use chrono::NaiveDate;
use serde::Serialize;

use crate::schedule::Due;

/// How a milestone or round stands. Days are calendar days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "standing", rename_all = "kebab-case")]
pub enum Standing {
    /// Done in time.
    Done {
        /// The day.
        on: NaiveDate,
    },
    /// Done after it was due.
    DoneLate {
        /// The day.
        on: NaiveDate,
        /// Days after the last day due.
        days: i64,
    },
    /// Taking place on this day.
    UnderWay,
    /// Begun, not yet due.
    InPreparation {
        /// Days to the last day due, where one was announced.
        days: Option<i64>,
    },
    /// Nothing on record yet, not yet due.
    Planned {
        /// Days to the last day due.
        days: i64,
    },
    /// Should be done, and nothing on record says that it is.
    Overdue {
        /// Days after the last day due.
        days: i64,
    },
    /// A day that passed by itself, as deadlines do.
    Passed {
        /// The day.
        on: NaiveDate,
    },
    /// No day was announced, and nothing is on record.
    NotAnnounced,
    /// Called off.
    Cancelled {
        /// The day on which it was.
        on: NaiveDate,
    },
}

/// What the repository shows about an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Evidence {
    /// The day from which it counts as done.
    pub done: Option<NaiveDate>,
    /// Whether work on it has begun.
    pub begun: bool,
}

impl Standing {
    /// Measures an event that must be done: a circulation, a round.
    pub fn of(due: Due, evidence: Evidence, today: NaiveDate) -> Standing {
        let days = |from: NaiveDate, to: NaiveDate| (to - from).num_days();
        match (evidence.done.filter(|&on| on <= today), due.last()) {
            (Some(on), Some(last)) if on > last => Standing::DoneLate { on, days: days(last, on) },
            (Some(on), _) => Standing::Done { on },
            (None, Some(last)) if last < today => Standing::Overdue { days: days(last, today) },
            (None, last) if evidence.begun => {
                Standing::InPreparation { days: last.map(|last| days(today, last)) }
            }
            (None, Some(last)) => Standing::Planned { days: days(today, last) },
            (None, None) => Standing::NotAnnounced,
        }
    }

    /// Measures a deadline, which comes and goes by itself.
    pub fn of_deadline(due: Due, today: NaiveDate) -> Standing {
        match due.last() {
            Some(last) if last < today => Standing::Passed { on: last },
            Some(last) => Standing::Planned { days: (last - today).num_days() },
            None => Standing::NotAnnounced,
        }
    }

    /// The same event where it was called off by that day; what was done before stays done.
    pub fn unless_cancelled(self, cancelled: Option<NaiveDate>, today: NaiveDate) -> Standing {
        match cancelled.filter(|&on| on <= today) {
            Some(on) if !matches!(self, Standing::Done { .. } | Standing::DoneLate { .. }) => {
                Standing::Cancelled { on }
            }
            _ => self,
        }
    }

    /// Days from the day asked to the last day due, for what is still to come.
    pub fn days_left(self) -> Option<i64> {
        match self {
            Standing::Planned { days } | Standing::InPreparation { days: Some(days) } => Some(days),
            Standing::UnderWay => Some(0),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[track_caller]
    fn case(done: Option<&str>, begun: bool, today: &str, expected: Standing) {
        let evidence = Evidence { done: done.map(day), begun };
        assert_eq!(Standing::of(Due::On(day("2026-04-01")), evidence, day(today)), expected);
    }

    #[test]
    fn late_is_counted_from_the_last_day() {
        case(Some("2026-04-01"), true, "2026-04-01", Standing::Done { on: day("2026-04-01") });
        case(Some("2026-04-02"), true, "2026-05-01", Standing::DoneLate { on: day("2026-04-02"), days: 1 });
        case(None, true, "2026-04-01", Standing::InPreparation { days: Some(0) });
        case(None, true, "2026-04-02", Standing::Overdue { days: 1 });
        case(None, false, "2026-03-31", Standing::Planned { days: 1 });
    }

    #[test]
    fn what_happens_later_is_not_known_today() {
        case(Some("2026-04-02"), true, "2026-03-30", Standing::InPreparation { days: Some(2) });
    }

    #[test]
    fn what_was_called_off_is_never_overdue() {
        let overdue = Standing::Overdue { days: 3 };
        let (on, later) = (day("2026-03-20"), day("2026-04-04"));
        assert_eq!(overdue.unless_cancelled(Some(on), later), Standing::Cancelled { on });
        assert_eq!(overdue.unless_cancelled(Some(later), on), overdue);
        let done = Standing::Done { on };
        assert_eq!(done.unless_cancelled(Some(later), later), done);
    }

    #[test]
    fn a_deadline_that_was_not_announced_never_passes() {
        assert_eq!(Standing::of_deadline(Due::NotAnnounced, day("2030-01-01")), Standing::NotAnnounced);
    }
}
