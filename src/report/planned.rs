//! When something is planned, and how that changed.

use chrono::NaiveDate;
use serde::Serialize;

use crate::schedule::Precision;
use crate::text::{short_day, short_days};

/// When something is planned, as far as it was announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Planned {
    /// The first day planned.
    pub from: Option<NaiveDate>,
    /// The last day planned.
    pub until: Option<NaiveDate>,
    /// Whether the day itself is still to be announced, within these bounds.
    pub day_not_announced: bool,
    /// How closely it was announced, where the day is not.
    pub precision: Option<Precision>,
}

impl Planned {
    /// In words: `4–6 May 2026`, `second half of 2026`, `not announced`.
    pub fn when(&self) -> String {
        match (self.from, self.until) {
            (Some(from), Some(until)) if self.day_not_announced => match self.precision {
                Some(precision) if precision.window(from) == (from, until) => precision.named(from),
                _ => format!("between {} and {}", short_day(from), short_day(until)),
            },
            (Some(from), Some(until)) => short_days(from, until),
            (Some(day), None) | (None, Some(day)) => short_day(day),
            (None, None) => "not announced".to_owned(),
        }
    }
}

/// A date that changed in the plan, and the day on which it did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanChange {
    /// The event's short name in the schedule.
    pub event: String,
    /// What it is called.
    pub title: String,
    /// When it was planned before.
    pub was: Planned,
    /// When it is planned since; absent where it was taken out of the plan.
    pub now: Option<Planned>,
    /// Whether it was called off.
    pub called_off: bool,
    /// The day of the change.
    pub on: NaiveDate,
    /// The commit of the change; absent while nobody has saved it.
    pub commit: Option<String>,
}

impl PlanChange {
    /// Whether a day moved: not one that was announced for the first time, nor one that was called off.
    pub fn moved(&self) -> bool {
        !self.called_off && self.was.until.is_some() && self.now.is_some_and(|now| now.until.is_some())
    }

    /// In words: `First version: planned 25 Mar 2026, moved on 10 Mar 2026 to 1 Apr 2026`.
    pub fn sentence(&self) -> String {
        let on = match self.commit {
            Some(_) => format!("on {}", short_day(self.on)),
            None => format!("on {} (not saved yet)", short_day(self.on)),
        };
        let was = self.was.when();
        match self.now {
            None => format!("{}: planned {was}, taken out of the plan {on}", self.title),
            _ if self.called_off => format!("{}: planned {was}, called off {on}", self.title),
            Some(now) if self.was.until.is_none() => {
                format!("{}: announced {on} for {}", self.title, now.when())
            }
            Some(now) if now.until.is_none() => {
                format!("{}: planned {was}, the day withdrawn {on}", self.title)
            }
            Some(now) if self.was == now => format!("{}: planned again {on} for {}", self.title, now.when()),
            Some(now) => format!("{}: planned {was}, moved {on} to {}", self.title, now.when()),
        }
    }
}
