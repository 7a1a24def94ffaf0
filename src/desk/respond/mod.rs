//! Puts the co-chairs' answers on file: to comments named or chosen, or as a matrix that came back has them.

mod answering;
mod given;
mod on_file;
mod sent_back;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::collate::Entry;
use crate::comment::{Answer, Answers, CommentId, Reply};
use crate::desk::{Desk, Selection};
use crate::error::{Error, Result};
use crate::report::{LeftAsItWas, RespondReport};

use given::{Given, Written};

/// How answers are put on file.
#[derive(Debug, Clone, Default)]
pub struct Answering {
    /// The version that answers; the one being prepared where none is named.
    pub version: Option<String>,
    /// The day of the decision; today where none is named.
    pub on: Option<NaiveDate>,
    /// Whether only to show what would be done.
    pub dry_run: bool,
    /// Whether to commit.
    pub commit: bool,
}

/// One answer to some comments.
#[derive(Debug, Clone, Default)]
pub struct RespondAsked {
    /// The comments, by name.
    pub comments: Vec<String>,
    /// The comments, where they are chosen and not named.
    pub chosen: Option<Selection>,
    /// The answer, as typed: outcome, response, where the text shows it, and the other comment.
    pub reply: Reply,
    /// Whether chosen comments are answered that have an answer.
    pub again: bool,
    /// How.
    pub answering: Answering,
}

/// An answer that may be written, with what it is about.
struct Ready<'d> {
    entry: Entry<'d>,
    row: Option<u32>,
    answer: Answer,
}

impl Desk {
    /// Answers comments, all in one act. Comments that are chosen and not named are left as they are where they have
    /// an answer, were taken back or were replaced. Fails, and writes nothing, where the answer is not one for any of
    /// them.
    pub fn respond(&self, asked: &RespondAsked) -> Result<RespondReport> {
        if !asked.answering.dry_run {
            self.writable()?;
        }
        let mut report = self.nothing_answered(asked.answering.dry_run);
        let entries = match &asked.chosen {
            Some(selection) => self.meant(selection, asked.again, &mut report)?,
            None => self.named_entries(&asked.comments)?,
        };
        let mut ready = Vec::new();
        let mut same = LeftAsItWas { why: "the same on file", comments: Vec::new(), rows: Vec::new() };
        for entry in entries {
            let given = Given { reply: &asked.reply, entry: &entry, written: Written::Typed };
            let answer = self.weighed(&given, &asked.answering)?;
            if entry.answer.is_some_and(|known| is_same(known, &answer)) {
                same.comments.push(self.comment_name(&entry.id));
            } else {
                ready.push(Ready { entry, row: None, answer });
            }
        }
        report.left.extend((!same.comments.is_empty()).then_some(same));
        self.put_on_file(report, ready, &asked.answering)
    }

    fn nothing_answered(&self, dry_run: bool) -> RespondReport {
        RespondReport {
            about: self.about(),
            from: None,
            written: false,
            dry_run,
            answered: Vec::new(),
            left: Vec::new(),
            refused: Vec::new(),
            conflicts: Vec::new(),
            files: Vec::new(),
            commit: None,
            waiting: 0,
            next: Vec::new(),
        }
    }

    fn named_entries(&self, typed: &[String]) -> Result<Vec<Entry<'_>>> {
        let mut known = BTreeSet::new();
        let mut entries = Vec::new();
        for name in typed {
            let id = self.workspace.named_comment(name)?;
            if known.insert(id.clone()) {
                entries.extend(self.entry_of(&id));
            }
        }
        Ok(entries)
    }

    /// A comment with its answer; where it stands does not matter here.
    fn entry_of(&self, id: &CommentId) -> Option<Entry<'_>> {
        let (filed, comment) = self.workspace.comment(id)?;
        Some(Entry {
            id: id.clone(),
            filed,
            comment,
            anchoring: crate::anchor::Anchoring::Whole,
            answer: self.workspace.answers.get(id).and_then(Answers::standing),
            replaced_by: self.workspace.replaced_by(filed),
        })
    }

    /// The comments that a selection means, without those that no answer is owed to.
    fn meant(
        &self,
        selection: &Selection,
        again: bool,
        report: &mut RespondReport,
    ) -> Result<Vec<Entry<'_>>> {
        let on: Vec<String> = selection.on.clone().into_iter().collect();
        let (workstream, version) = self.text_meant(&on, selection.paragraph.as_deref())?;
        let selected = self.select(selection)?;
        let mut entries: Vec<Entry<'_>> = Vec::new();
        let versions = self.versions_for(&workstream, version.as_ref());
        self.chosen(&selected, &versions, |entry, _| entries.push(entry.clone()));
        if entries.is_empty() {
            let said = selected.sentence(self);
            return Err(Error::refused(
                format!("there is no comment {said}"),
                "`travaux matrix` takes the same filters and shows which comments they mean",
            ));
        }
        let mut leave = |why: &'static str, is_left: &dyn Fn(&Entry<'_>) -> bool| {
            let left =
                entries.iter().filter(|entry| is_left(entry)).map(|entry| self.comment_name(&entry.id));
            let comments: Vec<String> = left.collect();
            entries.retain(|entry| !is_left(entry));
            report.left.extend((!comments.is_empty()).then_some(LeftAsItWas {
                why,
                comments,
                rows: Vec::new(),
            }));
        };
        leave("taken back by their authors", &|entry| entry.is_withdrawn());
        leave("replaced by a later submission", &|entry| entry.replaced_by.is_some());
        if !again {
            leave("answered before (`--again` answers them too)", &|entry| !entry.is_unanswered());
        }
        Ok(entries)
    }
}

/// Whether two answers say the same in the name of the same version, on whatever day.
fn is_same(known: &Answer, new: &Answer) -> bool {
    Answer { decided: new.decided, ..known.clone() } == *new
}
