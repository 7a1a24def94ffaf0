//! A round of consultations.

use chrono::NaiveDate;

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
    /// Its agenda.
    pub sessions: Vec<Session>,
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
    /// The sections of the text discussed.
    pub parts: Vec<String>,
}
