//! The schedule as a picture, before it is drawn: lanes of marks along the days.

use chrono::{Days, NaiveDate};

use crate::report::{Event, EventKind, ScheduleReport};
use crate::schedule::Standing;
use crate::text::{capital, ordinal_day, short_day, short_days};

/// Planned and actual dates along one axis of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// What it shows.
    pub title: String,
    /// All that it shows, in words: for those who cannot see it.
    pub description: Vec<String>,
    /// What must be said on every picture, such as "illustrative".
    pub notice: Option<String>,
    /// The first day of the axis.
    pub from: NaiveDate,
    /// Its last day.
    pub until: NaiveDate,
    /// The day for which it holds.
    pub today: NaiveDate,
    /// One lane a workstream, and one for what concerns them all.
    pub lanes: Vec<Lane>,
}

/// The marks of one workstream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// Its short name.
    pub name: String,
    /// Its marks, by date.
    pub marks: Vec<Mark>,
}

/// One event in a lane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Its short name.
    pub label: String,
    /// What kind of event it is, which decides its shape.
    pub kind: EventKind,
    /// When it is planned.
    pub planned: (NaiveDate, NaiveDate),
    /// Whether its day is still to be announced.
    pub open: bool,
    /// When it was planned first, where that has moved.
    pub first_planned: Option<(NaiveDate, NaiveDate)>,
    /// When it took place, as far as it has; a circulation that is not complete has no end.
    pub actual: Option<(NaiveDate, Option<NaiveDate>)>,
    /// How it stands.
    pub standing: Standing,
}

impl Timeline {
    /// The picture of a schedule; absent where no day is known.
    pub(super) fn of(schedule: &ScheduleReport) -> Option<Timeline> {
        let mut lanes: Vec<Lane> = Vec::new();
        for event in &schedule.events {
            let Some(mark) = mark(event) else { continue };
            let name = event.workstream.clone().unwrap_or_else(|| ALL.to_owned());
            match lanes.iter_mut().find(|lane| lane.name == name) {
                Some(lane) => lane.marks.push(mark),
                None => lanes.push(Lane { name, marks: vec![mark] }),
            }
        }
        // In the order of the plan, what concerns all of them last.
        let rank = |name: &str| schedule.workstreams.iter().position(|known| known == name);
        lanes.sort_by_key(|lane| rank(&lane.name).unwrap_or(usize::MAX));
        let today = schedule.about.as_at;
        let marks = || lanes.iter().flat_map(|lane| &lane.marks);
        let days = marks().flat_map(Mark::days).chain([today]);
        let (first, last) = (days.clone().min()?, days.max()?);
        if lanes.is_empty() {
            return None;
        }
        Some(Timeline {
            title: format!(
                "{}: planned and actual dates as at {}",
                schedule.about.consultation,
                ordinal_day(today)
            ),
            description: schedule.events.iter().map(in_words).collect(),
            notice: schedule.about.illustrative.then(|| "Illustrative.".to_owned()),
            from: first.checked_sub_days(Days::new(10)).unwrap_or(first),
            until: last.checked_add_days(Days::new(10)).unwrap_or(last),
            today,
            lanes,
        })
    }
}

/// The lane of what concerns all workstreams.
const ALL: &str = "all";

impl Mark {
    fn days(&self) -> Vec<NaiveDate> {
        let (from, until) = self.planned;
        let first = self.first_planned.iter().flat_map(|(from, until)| [*from, *until]);
        let actual = self.actual.iter().flat_map(|(from, until)| [Some(*from), *until]).flatten();
        [from, until].into_iter().chain(first).chain(actual).collect()
    }

    /// Whether it should have taken place.
    pub fn overdue(&self) -> bool {
        matches!(self.standing, Standing::Overdue { .. })
    }

    /// Whether it was called off.
    pub fn cancelled(&self) -> bool {
        matches!(self.standing, Standing::Cancelled { .. })
    }
}

fn mark(event: &Event) -> Option<Mark> {
    let first = event.first_planned.and_then(|first| Some((first.from?, first.until?)));
    let passed = match event.standing {
        // A deadline comes and goes by itself.
        Standing::Passed { on } => Some((on, Some(on))),
        _ => None,
    };
    Some(Mark {
        label: event.id.clone(),
        kind: event.kind,
        planned: (event.planned.from?, event.planned.until?),
        open: event.planned.day_not_announced,
        first_planned: first,
        actual: event.actual_from.map(|from| (from, event.actual_until)).or(passed),
        standing: event.standing,
    })
}

/// One event as a sentence: `ict, fourth round: planned 4–6 May 2026, actual 4–6 May 2026, done.`
fn in_words(event: &Event) -> String {
    let lane = event.workstream.as_ref().map(|id| format!("{id}, ")).unwrap_or_default();
    let actual = match (event.actual_from, event.actual_until) {
        (Some(from), Some(until)) => format!(", actual {}", short_days(from, until)),
        (Some(from), None) => format!(", begun {}", short_day(from)),
        _ => String::new(),
    };
    capital(&format!(
        "{lane}{}: planned {}{actual}, {}.",
        event.title,
        event.when(),
        event.standing_on_screen()
    ))
}
