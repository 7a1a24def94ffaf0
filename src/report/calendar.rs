//! Dates for a calendar program, before they are dressed as a file.

use chrono::{DateTime, NaiveDate, Utc};

use crate::report::{Event, EventKind, PlanChange, ScheduleReport};
use crate::schedule::Standing;
use crate::text::{capital, short_day};

/// The dates of a consultation, for a calendar program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// What it is called.
    pub name: String,
    /// The name of the zone in which its days begin and end.
    pub timezone: String,
    /// The entries, each once however many workstreams it concerns.
    pub entries: Vec<CalendarEntry>,
}

/// One entry. Whatever the day on which it is written, the same plan gives the same entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarEntry {
    /// A name that stays the same when its date moves.
    pub uid: String,
    /// The day from which the plan says so.
    pub since: NaiveDate,
    /// How often its date has changed.
    pub changes: u32,
    /// What it is called.
    pub title: String,
    /// What there is to know about it.
    pub description: String,
    /// Where it takes place.
    pub place: Option<String>,
    /// When it takes place.
    pub when: When,
    /// Whether it may still change.
    pub tentative: bool,
    /// Whether it was called off.
    pub cancelled: bool,
    /// How many days before it a reader is reminded.
    pub reminders: Vec<u8>,
}

/// When an entry takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// On whole days, both included.
    Days(NaiveDate, NaiveDate),
    /// From one moment to another; at a moment where they are the same.
    Moments(DateTime<Utc>, DateTime<Utc>),
}

impl Calendar {
    /// The dates of a schedule. What has no day has no entry.
    pub(super) fn of(schedule: &ScheduleReport) -> Calendar {
        let of = slug(&schedule.about.consultation);
        let first = schedule.events.iter().filter_map(|event| event.planned.from).min();
        let mut entries: Vec<CalendarEntry> = Vec::new();
        for event in &schedule.events {
            let uid = format!("{}@{of}.travaux", event.id);
            if entries.iter().all(|entry| entry.uid != uid) {
                entries.extend(entry(schedule, event, uid, first));
            }
        }
        Calendar { name: schedule.about.consultation.clone(), timezone: schedule.timezone.clone(), entries }
    }
}

fn entry(
    schedule: &ScheduleReport,
    event: &Event,
    uid: String,
    first: Option<NaiveDate>,
) -> Option<CalendarEntry> {
    let (from, until) = (event.planned.from?, event.planned.until?);
    let open = event.planned.day_not_announced;
    let when = match (event.starts, event.ends) {
        (Some(starts), Some(ends)) => When::Moments(starts, ends),
        // Half a year in a calendar hides everything else: the last day stands for it.
        _ if open => When::Days(until, until),
        _ => When::Days(from, until),
    };
    let changes: Vec<&PlanChange> = schedule.changes.iter().filter(|c| c.event == event.id).collect();
    let title = if open { format!("{} (at the latest)", event.title) } else { event.title.clone() };
    Some(CalendarEntry {
        uid,
        since: event.since.or(first).unwrap_or(from),
        changes: u32::try_from(changes.len()).unwrap_or_default(),
        title,
        description: description(schedule, event, &changes),
        place: event.place.clone(),
        when,
        tentative: event.tentative || open,
        cancelled: matches!(event.standing, Standing::Cancelled { .. }),
        reminders: if event.kind == EventKind::Deadline { vec![7, 1] } else { Vec::new() },
    })
}

fn description(schedule: &ScheduleReport, event: &Event, changes: &[&PlanChange]) -> String {
    let zone = &schedule.timezone;
    let mut lines = vec![format!("Planned: {}.", event.planned.when())];
    match (&event.hours, &event.time, event.kind) {
        (Some(hours), ..) => lines.push(format!("Hours: {hours} ({zone}).")),
        (None, Some(time), _) => lines.push(format!("Until {time} ({zone}).")),
        (None, None, EventKind::Deadline) => lines.push(format!("Until the end of the day in {zone}.")),
        _ => {}
    }
    let sessions = schedule.sessions.iter().filter(|session| session.round == event.title);
    lines.extend(sessions.map(|session| {
        let times = [&session.starts, &session.ends].map(|time| time.as_deref().unwrap_or("?"));
        format!("{} {}", times.join("–"), session.title)
    }));
    if event.tentative {
        lines.push("Days and hours may still change.".to_owned());
    }
    if let Standing::Cancelled { on } = event.standing {
        lines.push(format!("Called off on {}.", short_day(on)));
    }
    lines.extend(changes.iter().map(|change| format!("{}.", capital(&change.sentence()))));
    if schedule.about.illustrative {
        lines.push("Illustrative.".to_owned());
    }
    lines.join("\n")
}

/// A title as a part of a name: its first words in small letters.
fn slug(title: &str) -> String {
    const LONGEST: usize = 60;
    let mut slug = String::new();
    for word in title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if slug.len() + word.len() >= LONGEST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word.to_lowercase());
    }
    if slug.is_empty() { "consultation".to_owned() } else { slug }
}
