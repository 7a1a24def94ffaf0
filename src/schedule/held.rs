//! What is on record about a round: that it was held.

use chrono::NaiveDate;

use crate::error::Problem;
use crate::form::{Reader, Writer};

/// The record of a round in one workstream: `comments/<workstream>/<round>/round.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundRecord {
    /// The first day on which it was held.
    pub start: NaiveDate,
    /// The last day.
    pub end: NaiveDate,
}

impl RoundRecord {
    /// Reads a `round.toml`.
    pub fn parse(path: &str, text: &str) -> Result<RoundRecord, Vec<Problem>> {
        let reader = Reader::new(path, text);
        let root = reader.root();
        let mut record = RoundRecord { start: NaiveDate::default(), end: NaiveDate::default() };
        match root.table("held") {
            Some(table) => {
                record.start = table.needed_date("start");
                record.end = table.date("end").unwrap_or(record.start);
                if record.end < record.start {
                    let problem = table.problem("end", "the round ends before it starts");
                    reader.note(
                        problem.found(record.end.to_string()).expected(format!("{} or later", record.start)),
                    );
                }
                table.close();
            }
            None => reader.note(Problem::new(reader.place(1), "round record").expected("a table [held]")),
        }
        root.close();
        let problems = reader.close();
        if problems.is_empty() { Ok(record) } else { Err(problems) }
    }

    /// Writes the canonical file.
    pub fn print(&self) -> String {
        let held = Writer::new().date("start", Some(self.start)).date("end", Some(self.end));
        Writer::new().table("held", held).print()
    }
}
