//! Dates as a file for calendar programs (RFC 5545).

use chrono::{Days, NaiveTime, TimeDelta};
use icalendar::{Alarm, Component, Event, EventLike, EventStatus, Property};

use crate::render::clean::{lines, words};
use crate::report::{Calendar, CalendarEntry, Run, When};

/// A calendar as a file. The same plan gives the same bytes, whenever it is written; moments are in UTC, so that
/// every reader sees them in their own time.
pub fn ics(calendar: &Calendar) -> String {
    let mut file = icalendar::Calendar::empty();
    for (key, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//travaux//schedule//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ] {
        file.append_property(Property::new(key, value));
    }
    file.append_property(Property::new("X-WR-CALNAME", clean(&calendar.name)));
    file.append_property(Property::new("X-WR-TIMEZONE", &calendar.timezone));
    for entry in &calendar.entries {
        file.push(event(entry));
    }
    without_stamps_in_alarms(&file.to_string())
}

fn event(entry: &CalendarEntry) -> Event {
    let mut event = Event::new();
    let stamp = entry.since.and_time(NaiveTime::MIN).and_utc();
    event.uid(&clean(&entry.uid)).timestamp(stamp).sequence(entry.changes).summary(&clean(&entry.title));
    event.add_property("LAST-MODIFIED", stamp.format("%Y%m%dT%H%M%SZ").to_string());
    event.description(&clean(&entry.description));
    if let Some(place) = &entry.place {
        event.location(&clean(place));
    }
    event.status(match (entry.cancelled, entry.tentative) {
        (true, _) => EventStatus::Cancelled,
        (false, true) => EventStatus::Tentative,
        (false, false) => EventStatus::Confirmed,
    });
    match entry.when {
        When::Days(from, until) => {
            // The end is the day after: it does not belong to the entry.
            event.starts(from).ends(until.checked_add_days(Days::new(1)).unwrap_or(until));
            // Whole days take nobody's time.
            event.add_property("TRANSP", "TRANSPARENT");
        }
        When::Moments(starts, ends) => {
            event.starts(starts);
            if ends > starts {
                event.ends(ends);
            }
        }
    }
    for days in entry.reminders.iter().filter(|_| !entry.cancelled) {
        event.alarm(reminder(entry, *days));
    }
    event.done()
}

/// Reminds at nine in the morning, so many days before; a timed entry at its own hour.
fn reminder(entry: &CalendarEntry, days: u8) -> Alarm {
    let ahead = match entry.when {
        When::Days(..) => TimeDelta::days(i64::from(days)) - TimeDelta::hours(9),
        When::Moments(..) => TimeDelta::days(i64::from(days)),
    };
    let mut alarm = Alarm::display(&clean(&entry.title), -ahead);
    // The package would give it a new name with every writing.
    alarm.uid(&format!("{days}-{}", clean(&entry.uid)));
    alarm
}

/// Text without what could break a line of the file.
fn clean(text: &str) -> String {
    lines(&[Run::plain(text)]).iter().map(|line| words(line)).collect::<Vec<_>>().join("\n")
}

/// The package stamps alarms with the time of writing, where RFC 5545 knows no stamp.
fn without_stamps_in_alarms(file: &str) -> String {
    let mut kept = String::with_capacity(file.len());
    let mut in_alarm = false;
    for line in file.split_inclusive("\r\n") {
        in_alarm = (in_alarm || line.starts_with("BEGIN:VALARM")) && !line.starts_with("END:VALARM");
        if !(in_alarm && line.starts_with("DTSTAMP")) {
            kept.push_str(line);
        }
    }
    kept
}
