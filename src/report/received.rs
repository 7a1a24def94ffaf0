//! What came of taking submissions in: each file, what was read of it, and every row that was not.

use chrono::NaiveDate;
use serde::Serialize;

use crate::comment::{DelegationCode, RoundId};
use crate::draft::{Language, WorkstreamId};
use crate::error::Error;
use crate::report::About;

/// Files that were handed in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReceiveReport {
    /// The head.
    pub about: About,
    /// The files, in the order in which they were named.
    pub files: Vec<ReceivedFile>,
    /// Whether anything was written.
    pub written: bool,
    /// The commit, where one was made.
    pub commit: Option<String>,
    /// What a person may want to do next.
    pub next: Vec<String>,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReceivedFile {
    /// Its path, as typed.
    pub file: String,
    /// What became of it.
    pub reception: Reception,
    /// The form that was filled in.
    pub form: Option<&'static str>,
    /// The submissions it became.
    pub submissions: Vec<TakenSubmission>,
    /// What a person should know of the reading, row by row.
    pub remarks: Vec<String>,
    /// What else stood in it and is no comment.
    pub left: Vec<String>,
    /// The rows that could not be taken.
    pub refused: Vec<RefusedRow>,
    /// The file of those rows, to be corrected and sent again.
    pub corrections: Option<String>,
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reception {
    /// It was read.
    Taken,
    /// These very bytes were received before, as the submission named.
    Known(String),
    /// It says word for word what the submission named says.
    Same(String),
    /// It could not be read, and why.
    Unread(String),
}

/// A submission that a file became.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TakenSubmission {
    /// Its short name: `XAA`, `XAA-2`.
    pub name: String,
    /// The workstream.
    pub workstream: WorkstreamId,
    /// The round in which it counts.
    pub round: RoundId,
    /// The version commented on, as named on screen.
    pub version: String,
    /// The day it arrived.
    pub received: NaiveDate,
    /// Whether that is after the last day of the round; absent where none was announced.
    pub after_the_round: Option<bool>,
    /// Who sent it.
    pub delegation: DelegationCode,
    /// The delegation's name.
    pub delegation_name: String,
    /// For whom else, by name.
    pub on_behalf_of: Vec<String>,
    /// Whether it is a statement in prose.
    pub statement: bool,
    /// The language of the original.
    pub language: Language,
    /// How many comments it holds.
    pub comments: usize,
    /// How many of them were on file already, word for word.
    pub repeated: usize,
    /// How many more stand on file already, word for word, in what it stands beside; they were left out.
    pub elsewhere: usize,
    /// What the delegation sent before in this round and that stands beside it.
    pub beside: Vec<String>,
    /// The earlier submission whose place it takes.
    pub replaces: Option<String>,
}

/// A row that could not be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RefusedRow {
    /// Its row, as the spreadsheet program numbers it.
    pub row: u32,
    /// Where it stands: `Sheet1, row 7`.
    pub place: String,
    /// Why it was not taken.
    pub reason: String,
}

impl ReceivedFile {
    /// A file with nothing said of it yet.
    pub fn new(file: String, reception: Reception) -> ReceivedFile {
        ReceivedFile {
            file,
            reception,
            form: None,
            submissions: Vec::new(),
            remarks: Vec::new(),
            left: Vec::new(),
            refused: Vec::new(),
            corrections: None,
        }
    }

    /// A file that could not be read.
    pub fn unread(file: String, error: &Error) -> ReceivedFile {
        let hint = error.hint().map(|hint| format!("; {hint}")).unwrap_or_default();
        ReceivedFile::new(file, Reception::Unread(format!("{error}{hint}")))
    }
}

impl ReceiveReport {
    /// Whether a person has something to do: a row or a file was not taken.
    pub fn has_findings(&self) -> bool {
        let open =
            |file: &ReceivedFile| !file.refused.is_empty() || matches!(file.reception, Reception::Unread(_));
        self.files.iter().any(open)
    }

    /// The submissions taken.
    pub fn taken(&self) -> impl Iterator<Item = &TakenSubmission> {
        self.files.iter().flat_map(|file| &file.submissions)
    }
}
