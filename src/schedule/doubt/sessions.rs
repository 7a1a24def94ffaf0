//! The agenda of a round against itself, and against the clocks of the place.

use chrono::{MappedLocalTime, NaiveDate};

use crate::schedule::doubt::Doubt;
use crate::schedule::round::clock;
use crate::schedule::{Round, Schedule, Session};
use crate::text::short_day;

impl Schedule {
    pub(super) fn sessions_in_doubt(&self) -> Vec<Doubt> {
        let mut doubts = Vec::new();
        for round in &self.rounds {
            for (at, session) in round.sessions.iter().enumerate() {
                let before = at.checked_sub(1).map(|before| &round.sessions[before]);
                let doubt = turned(session)
                    .or_else(|| before.and_then(|before| overlapping(before, session)))
                    .or_else(|| after_hours(round, session))
                    .or_else(|| self.clock_changes(round, session));
                doubts.extend(doubt);
            }
        }
        doubts
    }

    /// An hour must be on the clock once on the day it is meant for.
    pub(super) fn hour_in_doubt(&self, day: NaiveDate, hour: &str, line: usize) -> Option<Doubt> {
        let zone = self.timezone.name();
        let day_named = short_day(day);
        let (kind, what) = match self.moment(day, hour) {
            MappedLocalTime::Single(_) => return None,
            MappedLocalTime::None => ("hour-skipped", format!("clocks in {zone} skip {hour} on {day_named}")),
            MappedLocalTime::Ambiguous(..) => {
                ("hour-twice", format!("clocks in {zone} show {hour} twice on {day_named}"))
            }
        };
        Some(Doubt::new(kind, line, what).way_out("name another hour"))
    }

    fn clock_changes(&self, round: &Round, session: &Session) -> Option<Doubt> {
        let days = round.start?.iter_days().take_while(|day| Some(*day) <= round.end);
        let hours = [session.starts.as_deref(), session.ends.as_deref()];
        days.take(31)
            .flat_map(|day| hours.into_iter().flatten().map(move |hour| (day, hour)))
            .find_map(|(day, hour)| self.hour_in_doubt(day, hour, session.line))
    }
}

fn turned(session: &Session) -> Option<Doubt> {
    let (starts, ends) = (session.starts.as_deref()?, session.ends.as_deref()?);
    (clock(ends)? <= clock(starts)?).then(|| {
        let what = format!("`{}` ends at {ends}, and starts at {starts}", session.title);
        Doubt::new("session-ends-before-it-starts", session.line, what)
    })
}

fn overlapping(before: &Session, session: &Session) -> Option<Doubt> {
    let (ends, starts) = (before.ends.as_deref()?, session.starts.as_deref()?);
    (clock(starts)? < clock(ends)? && before.minutes().is_some()).then(|| {
        let what =
            format!("`{}` starts at {starts}, while `{}` lasts until {ends}", session.title, before.title);
        Doubt::new("sessions-overlap", session.line, what)
    })
}

fn after_hours(round: &Round, session: &Session) -> Option<Doubt> {
    let (_, until) = round.hours()?;
    let ends = session.ends.as_deref()?;
    (clock(ends)? > until).then(|| {
        let what = format!(
            "`{}` ends at {ends}, after the hours of `{}`, {}",
            session.title,
            round.id,
            round.hours.as_deref().unwrap_or_default()
        );
        Doubt::new("session-after-hours", session.line, what)
    })
}
