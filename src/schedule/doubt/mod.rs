//! What is in form and still cannot be meant: a plan held against itself.

mod circulations;
mod deadlines;
mod rounds;
mod sessions;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::schedule::Schedule;

/// Something in the plan that contradicts itself, or that a person should at least know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// Its kind, for programs: `rounds-overlap`.
    pub kind: &'static str,
    /// Its line in schedule.toml.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// What can be done.
    pub way_out: Option<String>,
    /// Whether it is only worth knowing, since a plan may mean it.
    pub remark: bool,
}

impl Schedule {
    /// Everything in the plan that contradicts itself, by line.
    ///
    /// A contradiction is named once, where it can be mended: on the later of the two days that do not fit.
    pub fn doubts(&self) -> Vec<Doubt> {
        let mut doubts = self.rounds_in_doubt();
        doubts.extend(self.sessions_in_doubt());
        doubts.extend(self.circulations_in_doubt());
        doubts.extend(self.deadlines_in_doubt());
        doubts.sort_by_key(|doubt| doubt.line);
        doubts
    }
}

impl Doubt {
    fn new(kind: &'static str, line: usize, what: impl Into<String>) -> Doubt {
        Doubt { kind, line, what: what.into(), way_out: None, remark: false }
    }

    fn way_out(mut self, way_out: impl Into<String>) -> Doubt {
        self.way_out = Some(way_out.into());
        self
    }
}

/// The name of a day on which ministries are closed.
fn weekend(day: NaiveDate) -> Option<&'static str> {
    match day.weekday() {
        Weekday::Sat => Some("a Saturday"),
        Weekday::Sun => Some("a Sunday"),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
