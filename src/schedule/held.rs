//! What is on record about a round: how many statements were announced, and that it was held.

use chrono::NaiveDate;

use crate::error::Problem;
use crate::form::{Reader, Table, Writer};

/// The record of a round in one workstream: `comments/<workstream>/<round>/round.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RoundRecord {
    /// That it was held; absent while it was not, or nobody recorded it.
    pub held: Option<Held>,
    /// The statements announced for its sessions.
    pub announced: Vec<Announced>,
}

/// The days on which a round was held. Invariant: it did not end before it started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// The first day.
    pub start: NaiveDate,
    /// The last day.
    pub end: NaiveDate,
}

/// How many delegations asked for the floor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announced {
    /// The session, by its title in the schedule; absent: the round as a whole.
    pub session: Option<String>,
    /// How many statements.
    pub statements: u32,
    /// The day on which that was known.
    pub on: NaiveDate,
}

impl RoundRecord {
    /// Reads a `round.toml`.
    pub fn parse(path: &str, text: &str) -> Result<RoundRecord, Vec<Problem>> {
        let reader = Reader::new(path, text);
        let root = reader.root();
        let held = root.table("held").map(|table| {
            let held = held(&table);
            table.close();
            held
        });
        let announced = root.tables("announced").into_iter().map(|table| {
            let announced = Announced {
                session: table.text("session"),
                statements: table.needed_number("statements"),
                on: table.needed_date("on"),
            };
            table.close();
            announced
        });
        let record = RoundRecord { held, announced: announced.collect() };
        if record == RoundRecord::default() {
            let problem = Problem::new(reader.place(1), "round record");
            reader.note(problem.expected("a table [held] or tables [[announced]]"));
        }
        root.close();
        let problems = reader.close();
        if problems.is_empty() { Ok(record) } else { Err(problems) }
    }

    /// Writes the canonical file.
    pub fn print(&self) -> String {
        let announced = self.announced.iter().map(|announced| {
            Writer::new()
                .text_if("session", announced.session.as_ref())
                .number("statements", Some(announced.statements))
                .date("on", Some(announced.on))
        });
        let mut writer = Writer::new();
        if let Some(held) = self.held {
            let days = Writer::new().date("start", Some(held.start)).date("end", Some(held.end));
            writer = writer.table("held", days);
        }
        writer.tables("announced", announced).print()
    }

    /// The record as it stood at the end of a day; absent where there was none yet. A round is on record once
    /// it is over.
    pub fn as_at(&self, day: NaiveDate) -> Option<RoundRecord> {
        let held = self.held.filter(|held| held.end <= day);
        let announced = self.announced.iter().filter(|announced| announced.on <= day).cloned().collect();
        let then = RoundRecord { held, announced };
        (then != RoundRecord::default()).then_some(then)
    }

    /// What was announced last for a session, or for the round as a whole.
    pub fn announced_for(&self, session: Option<&str>) -> Option<&Announced> {
        let of = self.announced.iter().filter(|announced| announced.session.as_deref() == session);
        of.max_by_key(|announced| announced.on)
    }
}

fn held(table: &Table<'_, '_>) -> Held {
    let start = table.needed_date("start");
    let end = table.date("end").unwrap_or(start);
    if end < start {
        let problem = table.problem("end", "the round ends before it starts");
        table.note(problem.found(end.to_string()).expected(format!("{start} or later")));
    }
    Held { start, end }
}
