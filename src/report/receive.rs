//! What came of taking submissions in: each file, what was read of it, and every row that was not.

use chrono::NaiveDate;
use serde::Serialize;

use crate::comment::{DelegationCode, RoundId};
use crate::draft::{Language, WorkstreamId};
use crate::error::Error;
use crate::report::{About, Block, Document, Report, Role, Run, Table};
use crate::text::{counted, listed, ordinal_day};

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

    fn came_to(&self) -> Run {
        match &self.reception {
            Reception::Taken if self.submissions.is_empty() => Run::new(Role::Warn, "no comment taken"),
            Reception::Taken => Run::new(Role::Good, "taken"),
            Reception::Known(name) => Run::quiet(format!("received before, as {name}")),
            Reception::Same(name) => Run::quiet(format!("says the same as {name}")),
            Reception::Unread(_) => Run::new(Role::Bad, "could not be read"),
        }
    }
}

impl TakenSubmission {
    fn sentence(&self) -> String {
        let said = if self.statement { "a statement".to_owned() } else { counted(self.comments, "comment") };
        let repeated = match self.repeated {
            0 => String::new(),
            some => format!(", {some} of them unchanged"),
        };
        let elsewhere = match self.elsewhere {
            0 => String::new(),
            some => format!("; {some} more on file already"),
        };
        let replaces = self.replaces.as_ref().map(|name| format!("; replaces {name}")).unwrap_or_default();
        let beside = match self.beside.as_slice() {
            [] => String::new(),
            earlier => format!("; stands beside {}", listed(earlier)),
        };
        format!("{said}{repeated}, in {}{replaces}{beside}{elsewhere}", self.language)
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

    /// On which versions, in which rounds and when they arrived.
    fn occasions(&self) -> String {
        let mut told: Vec<String> = Vec::new();
        for taken in self.taken() {
            let after = if taken.after_the_round == Some(true) { ", after the round" } else { "" };
            let day = ordinal_day(taken.received);
            let said = format!(
                "on the {} in {}, received on {day}{after}",
                taken.version.to_lowercase(),
                taken.round
            );
            if !told.contains(&said) {
                told.push(said);
            }
        }
        told.join("; ")
    }

    fn summary(&self) -> String {
        let comments: usize = self.taken().map(|taken| taken.comments).sum();
        let refused: usize = self.files.iter().map(|file| file.refused.len()).sum();
        if self.taken().next().is_none() && refused == 0 {
            return "Nothing new was received.".to_owned();
        }
        let verb = if self.written { "taken in" } else { "read; nothing was written" };
        let refused = match refused {
            0 => String::new(),
            some => format!(" {} could not be taken.", counted(some, "row")),
        };
        format!(
            "{} and {} {verb}: {}.{refused}",
            counted(self.taken().count(), "submission"),
            counted(comments, "comment"),
            self.occasions()
        )
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["File~", "Came to~", "Submission", "Delegation~", "Holds*"]);
        for file in &self.files {
            let mut first = true;
            for taken in &file.submissions {
                let speakers = match taken.on_behalf_of.as_slice() {
                    [] => taken.delegation_name.clone(),
                    others => format!("{} (also for {})", taken.delegation_name, listed(others)),
                };
                table.row(vec![
                    vec![Run::plain(if first { file.file.as_str() } else { "" })],
                    vec![if first { file.came_to() } else { Run::plain("") }],
                    vec![Run::strong(&taken.name)],
                    vec![Run::plain(speakers)],
                    vec![Run::plain(taken.sentence())],
                ]);
                first = false;
            }
            if first {
                let why = match &file.reception {
                    Reception::Unread(why) => why.clone(),
                    _ => String::new(),
                };
                let blank = || vec![Run::plain("–")];
                table.row(vec![
                    vec![Run::plain(&file.file)],
                    vec![file.came_to()],
                    blank(),
                    blank(),
                    vec![Run::plain(why)],
                ]);
            }
        }
        table
    }

    /// Per file: the rows not taken, the remarks, and what else stood there.
    fn details(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        for file in &self.files {
            let groups = [
                (
                    "Rows not taken",
                    file.refused.iter().map(|row| format!("{}: {}", row.place, row.reason)).collect(),
                ),
                ("To look at", file.remarks.clone()),
                ("Not read as comments", file.left.clone()),
            ];
            for (title, points) in groups {
                if points.is_empty() {
                    continue;
                }
                let title = match self.files.len() {
                    1 => title.to_owned(),
                    _ => format!("{}: {}", file.file, title.to_lowercase()),
                };
                blocks.push(Block::Heading(vec![Run::plain(title)]));
                blocks.push(Block::List(points.into_iter().map(|point| vec![Run::plain(point)]).collect()));
            }
        }
        blocks
    }
}

impl Report for ReceiveReport {
    fn name(&self) -> &'static str {
        "receive"
    }

    fn document(&self) -> Document {
        let mut blocks = vec![Block::Prose(vec![Run::plain(self.summary())]), Block::Table(self.table())];
        blocks.extend(self.details());
        if let Some(commit) = &self.commit {
            let short = &commit[..commit.len().min(10)];
            blocks.push(Block::List(vec![vec![Run::plain(format!("commit {short}"))]]));
        }
        if !self.next.is_empty() {
            blocks.push(Block::Prose(vec![Run::plain("Next:")]));
            blocks.push(Block::List(self.next.iter().map(|next| vec![Run::plain(next)]).collect()));
        }
        self.about.page("Received", blocks)
    }
}
