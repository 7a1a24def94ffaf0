//! Takes in what delegations sent: each comment stands once, and what could not be taken is named.

mod again;
mod changed;
mod copy;
mod corrections;
mod margin;
mod marked;
mod matched;
mod occasion;
mod placing;
mod rows;
mod sender;
mod statement;
mod submitted;

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::report::{ReceiveReport, ReceivedFile, Reception, TakenSubmission};
use crate::store::Act;
use crate::text::{counted, listed};
use crate::workspace::Filed;

/// What a person says of the files handed in; everything left out is read from the files, or from the day.
#[derive(Debug, Clone, Default)]
pub struct Receive {
    /// The workstream.
    pub workstream: Option<String>,
    /// The round.
    pub round: Option<String>,
    /// The version commented on.
    pub version: Option<String>,
    /// Who sent it.
    pub delegation: Option<String>,
    /// For whom else.
    pub on_behalf_of: Vec<String>,
    /// Who made it their own.
    pub aligned: Vec<String>,
    /// The day it arrived; today where none is named.
    pub received: Option<NaiveDate>,
    /// The language of the original.
    pub language: Option<String>,
    /// The guiding question answered.
    pub question: Option<String>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// Whether the files are statements in prose.
    pub statement: bool,
    /// The earlier submission that it replaces.
    pub replaces: Option<String>,
    /// Whether it stands beside what the delegation sent before.
    pub beside: bool,
    /// Whether confidentiality was asked for.
    pub confidential: bool,
    /// Whether only to show what would happen.
    pub dry_run: bool,
    /// Whether to commit.
    pub commit: bool,
}

/// A file as it was handed in.
#[derive(Debug, Clone)]
pub struct Sent {
    /// Where it lies, for messages and for the corrections beside it.
    pub path: PathBuf,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Sent {
    /// The file's name.
    fn name(&self) -> String {
        self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// Its ending in small letters.
    fn ending(&self) -> String {
        self.path.extension().map(|end| end.to_string_lossy().to_lowercase()).unwrap_or_default()
    }

    /// What tells its bytes from all others.
    fn digest(&self) -> String {
        crate::intake::digest_of(&self.bytes)
    }
}

/// All that one call takes in, file by file: what is on file, and what comes to it.
struct Taking<'d> {
    desk: &'d Desk,
    asked: &'d Receive,
    /// The submissions on file and those taken so far.
    filed: Vec<Filed>,
    act: Act,
}

impl Desk {
    /// Takes files in: one commit for all that could be read. A file that could not be read is named, and the
    /// others are taken all the same; where none could be, that is the error.
    pub fn receive(&self, sent: &[Sent], asked: &Receive) -> Result<ReceiveReport> {
        self.writable()?;
        if asked.confidential {
            return Err(Error::refused(
                "confidential material may not stand in this workspace, and there is no sealed store yet",
                "keep the file outside the repository; git would remember it for ever",
            ));
        }
        if asked.replaces.is_some() && sent.len() > 1 {
            return Err(Error::refused("`--replaces` speaks of one file", "receive that file alone"));
        }
        let mut taking = Taking {
            desk: self,
            asked,
            filed: self.workspace.submissions.clone(),
            act: Act { commit: asked.commit, ..Act::default() },
        };
        let mut files = Vec::new();
        for file in sent {
            match taking.file(file) {
                Ok(received) => files.push(received),
                Err(error) if sent.len() == 1 => return Err(error),
                Err(error) => files.push(ReceivedFile::unread(file.path.display().to_string(), &error)),
            }
        }
        taking.finish(files)
    }
}

impl Taking<'_> {
    /// Takes one file in.
    fn file(&mut self, sent: &Sent) -> Result<ReceivedFile> {
        let shown = sent.path.display().to_string();
        if let Some(earlier) = self.with_digest(&sent.digest()) {
            return Ok(ReceivedFile::new(shown, Reception::Known(earlier)));
        }
        match sent.ending().as_str() {
            "toml" => self.submitted(sent),
            _ if self.asked.statement => self.statement(sent),
            "txt" | "md" | "markdown" => Err(Error::refused(
                format!("{shown} is a text, not a table of comments"),
                "`--statement` takes it in as a statement; `travaux comment add` then cuts comments from it",
            )),
            "docx" | "docm" => self.document(sent),
            "doc" | "odt" | "pdf" => Err(Error::refused(
                format!("{shown} cannot be read yet"),
                "save its table as a workbook (XLSX) or as CSV, or its text as plain text and use `--statement`",
            )),
            _ => self.table(sent),
        }
    }

    /// Writes what was taken, and says what a person may want to do next.
    fn finish(mut self, files: Vec<ReceivedFile>) -> Result<ReceiveReport> {
        let desk = self.desk;
        let mut report =
            ReceiveReport { about: desk.about(), files, written: false, commit: None, next: Vec::new() };
        let unread = report.files.iter().all(|file| matches!(file.reception, Reception::Unread(_)));
        if let (true, Some(Reception::Unread(why))) =
            (unread, report.files.first().map(|file| &file.reception))
        {
            return Err(Error::refused(
                format!("none of {} could be read; the first: {why}", counted(report.files.len(), "file")),
                "name each alone to see what it needs",
            ));
        }
        let taken: Vec<&TakenSubmission> = report.taken().collect();
        if let Some(first) = taken.first().filter(|_| !self.asked.dry_run) {
            let names: Vec<String> = taken.iter().map(|one| format!("{}-{}", one.name, one.round)).collect();
            self.act.message = format!(
                "{}: receive {}",
                first.workstream,
                match names.len() {
                    0..=4 => listed(&names),
                    many => counted(many, "submission"),
                }
            );
            let place = |one: &&TakenSubmission| format!("{}/{}/{}", one.workstream, one.round, one.name);
            self.act.trailers = taken.iter().map(|one| ("Submission".to_owned(), place(one))).collect();
            report.commit = desk.write(std::mem::take(&mut self.act))?;
            report.written = true;
        }
        report.next = next(&report);
        Ok(report)
    }
}

/// What a person may want to do after files were taken in.
fn next(report: &ReceiveReport) -> Vec<String> {
    let mut next = Vec::new();
    for file in &report.files {
        if let Some(beside) = &file.corrections {
            next.push(format!("correct {beside}, then `travaux receive {beside}`"));
        }
    }
    let Some(first) = report.taken().next().filter(|_| report.written) else { return next };
    if let Some(statement) = report.taken().find(|one| one.statement && one.comments == 0) {
        next.push(format!(
            "`travaux comment add {}-{} --paragraph 12 --stated \"its words\"` cuts a comment from it",
            statement.name, statement.round
        ));
    } else {
        next.push(format!("`travaux comments --round {}` lists them", first.round));
    }
    next.push("`travaux check` names what a person should look at".to_owned());
    next
}
