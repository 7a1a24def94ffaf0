//! The steps of the example's history, each on its day.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};

/// One step: what changed, in whose words, on which day.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub(super) on: NaiveDate,
    pub(super) message: String,
    pub(super) files: BTreeMap<String, Option<Vec<u8>>>,
    pub(super) trailers: Vec<(String, String)>,
    pub(super) tags: Vec<(String, String)>,
}

impl Step {
    /// A step that writes one file.
    pub(super) fn file(on: NaiveDate, message: impl Into<String>, path: &str, bytes: Vec<u8>) -> Step {
        let files = BTreeMap::from([(path.to_owned(), Some(bytes))]);
        Step { on, message: message.into(), files, trailers: Vec::new(), tags: Vec::new() }
    }

    /// Adds a trailer.
    pub(super) fn trailer(mut self, key: &str, value: impl ToString) -> Step {
        self.trailers.push((key.to_owned(), value.to_string()));
        self
    }

    /// Says why it was done although something was open, as circulating does: in a trailer and in its tags.
    pub(super) fn despite(mut self, reason: &str) -> Step {
        for (_, message) in &mut self.tags {
            message.push_str(&format!("\n\nDespite: {reason}"));
        }
        self.trailer("Despite", reason)
    }
}

/// Puts steps in the order of their days, steps of one day in the order given, and gives each its moment: the
/// first of a day at eight in the morning, UTC, the others a minute apart.
pub(super) fn moments(mut steps: Vec<Step>) -> Vec<(DateTime<Utc>, Step)> {
    steps.sort_by_key(|step| step.on);
    let eight = NaiveTime::from_hms_opt(8, 0, 0).expect("eight in the morning is a time of day");
    let mut placed: Vec<(DateTime<Utc>, Step)> = Vec::new();
    for step in steps {
        let morning = step.on.and_time(eight).and_utc();
        let after_last = placed.last().map(|(moment, _)| *moment + TimeDelta::minutes(1));
        placed.push((after_last.map_or(morning, |after| after.max(morning)), step));
    }
    placed
}

/// A day so many days away.
pub(super) fn days_after(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

/// A day so many days before.
pub(super) fn days_before(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}
