//! A round of consultations.

use chrono::{NaiveDate, NaiveTime};

use crate::comment::RoundId;
use crate::draft::VersionId;

/// A round of consultations as planned. Invariant: it does not end before it starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// Its short name.
    pub id: RoundId,
    /// What it is called.
    pub title: String,
    /// Its first day; absent while not announced.
    pub start: Option<NaiveDate>,
    /// Its last day.
    pub end: Option<NaiveDate>,
    /// The version it discusses.
    pub on: Option<VersionId>,
    /// In person, online or both.
    pub format: Option<String>,
    /// Where it is held.
    pub place: Option<String>,
    /// Its hours, in the consultation's time zone: `10:00-14:00`.
    pub hours: Option<String>,
    /// Whether its days and hours were announced as ones that may still change.
    pub tentative: bool,
    /// The day on which it was called off.
    pub cancelled: Option<NaiveDate>,
    /// Its agenda.
    pub sessions: Vec<Session>,
    /// The line its first day stands on in schedule.toml; 0 where it was not read from there.
    pub line: usize,
}

/// One item of a round's agenda; times may change with the number of statements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// What it is about.
    pub title: String,
    /// When it starts: `10:10`.
    pub starts: Option<String>,
    /// When it ends.
    pub ends: Option<String>,
    /// The sections of the text discussed; a session that names some gives the floor to delegations.
    pub parts: Vec<String>,
    /// The line its beginning stands on in schedule.toml; 0 where it was not read from there.
    pub line: usize,
}

impl Session {
    /// How long it lasts, in minutes, where both ends were announced and fit together.
    pub fn minutes(&self) -> Option<u32> {
        let (starts, ends) = (clock(self.starts.as_deref()?)?, clock(self.ends.as_deref()?)?);
        u32::try_from((ends - starts).num_minutes()).ok().filter(|minutes| *minutes > 0)
    }

    /// Whether delegations have the floor in it.
    pub fn gives_the_floor(&self) -> bool {
        !self.parts.is_empty()
    }
}

impl Round {
    /// When its hours begin and end on each of its days: `10:00-14:00`.
    pub fn hours(&self) -> Option<(NaiveTime, NaiveTime)> {
        let (from, until) = self.hours.as_deref()?.split_once('-')?;
        Some((clock(from)?, clock(until)?))
    }
}

/// An hour as it is written: `10:10`.
pub(super) fn clock(text: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(text, "%H:%M").ok()
}
