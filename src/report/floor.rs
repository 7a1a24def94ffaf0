//! Floor time: how many statements fit, and how many were announced.

use chrono::NaiveDate;
use serde::Serialize;

use crate::text::{counted, listed, short_day};

/// The floor time of one round. Statements follow each other without a pause, and none is cut by a break.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FloorTime {
    /// The round's title.
    pub round: String,
    /// The workstream for which statements were announced; absent where none were.
    pub workstream: Option<String>,
    /// The minutes that one statement may last.
    pub minutes_each: u32,
    /// The minutes of all sessions that give the floor.
    pub minutes: u32,
    /// How many statements fit.
    pub fit: u32,
    /// How many delegations can speak if each speaks in every session.
    pub speaking_in_each: u32,
    /// How many statements were announced.
    pub announced: Option<u32>,
    /// The sessions.
    pub sessions: Vec<FloorSession>,
}

/// The floor time of one session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FloorSession {
    /// The session's title.
    pub title: String,
    /// How long it lasts.
    pub minutes: u32,
    /// How many statements fit.
    pub fit: u32,
    /// How many were announced.
    pub announced: Option<u32>,
    /// The day on which that was known.
    pub as_of: Option<NaiveDate>,
}

impl FloorSession {
    /// How many more statements were announced than fit.
    pub fn too_many(&self) -> u32 {
        self.announced.unwrap_or_default().saturating_sub(self.fit)
    }

    /// In words: `Session 1: 110 minutes, 27 statements; 31 announced by 13 Feb 2026, 4 more than fit`.
    fn sentence(&self) -> String {
        let statements = |number: u32| counted(number as usize, "statement");
        let mut said =
            format!("{}: {}, {}", self.title, counted(self.minutes as usize, "minute"), statements(self.fit));
        if let (Some(announced), Some(on)) = (self.announced, self.as_of) {
            said.push_str(&format!("; {announced} announced by {}", short_day(on)));
            if self.too_many() > 0 {
                said.push_str(&format!(", {} more than fit", self.too_many()));
            }
        }
        said
    }
}

impl FloorTime {
    /// In words.
    pub fn sentence(&self) -> String {
        let of = self.workstream.as_ref().map(|id| format!(" ({id})")).unwrap_or_default();
        let sessions: Vec<String> = self.sessions.iter().map(FloorSession::sentence).collect();
        let all = match self.sessions.len() {
            1 => String::new(),
            _ => format!(
                " At most {} in {}, or {} that speak in every session.",
                counted(self.fit as usize, "statement"),
                counted(self.minutes as usize, "minute"),
                counted(self.speaking_in_each as usize, "delegation"),
            ),
        };
        let each = counted(self.minutes_each as usize, "minute");
        format!("{}{of}, {each} for each statement. {}.{all}", self.round, sessions.join(". "))
    }

    /// The sessions for which more was announced than fits: `Session 1 (4 more than fit)`.
    pub fn overfull(&self) -> Option<String> {
        let over = self.sessions.iter().filter(|session| session.too_many() > 0);
        let over = over.map(|session| format!("{} ({} more than fit)", session.title, session.too_many()));
        let over: Vec<String> = over.collect();
        (!over.is_empty()).then(|| listed(&over))
    }
}
