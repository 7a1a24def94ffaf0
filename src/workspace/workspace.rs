//! The whole workspace as a value.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::comment::{Answers, Comment, CommentId, RoundId, Submission};
use crate::draft::{Draft, Glossary, Language, VersionName, WorkstreamId};
use crate::error::Problem;
use crate::schedule::{RoundRecord, Schedule};
use crate::workspace::VersionText;

/// Everything a workspace holds, read at one moment.
///
/// Invariants: every workstream, version, round and delegation named anywhere is one of the
/// schedule's; submissions are in the order of workstream, round and file name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workspace {
    /// The plan.
    pub schedule: Schedule,
    /// The consultation's terms; empty where there is no `glossary.toml`.
    pub glossary: Glossary,
    /// The versions that have a folder.
    pub texts: BTreeMap<VersionName, VersionText>,
    /// What is on record about rounds, in each workstream.
    pub rounds: BTreeMap<(WorkstreamId, RoundId), RoundRecord>,
    /// What was received.
    pub submissions: Vec<Filed>,
    /// What the co-chairs answered, and where a person put a comment.
    pub answers: BTreeMap<CommentId, Answers>,
    /// What was read although it looks odd: a BOM, CRLF. Findings, not faults.
    pub oddities: Vec<Problem>,
}

/// A submission and the file it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filed {
    /// The file, from the workspace's root: `comments/ict/r4/XAA.toml`.
    pub path: String,
    /// What was handed in.
    pub submission: Submission,
}

impl Filed {
    /// The submission's short name, that of its file: `XAA`, `XAA-2`.
    pub fn name(&self) -> &str {
        let file = self.path.rsplit('/').next().unwrap_or(&self.path);
        file.strip_suffix(".toml").unwrap_or(file)
    }
}

impl Workspace {
    /// A version's text in one language.
    pub fn draft(&self, name: &VersionName, language: &Language) -> Option<&Draft> {
        self.texts.get(name)?.drafts.get(language)
    }

    /// All comments with their submissions, in the order of the files.
    pub fn comments(&self) -> impl Iterator<Item = (&Filed, &Comment)> {
        self.submissions.iter().flat_map(|filed| filed.submission.comments.iter().map(move |c| (filed, c)))
    }

    /// A comment by its name.
    pub fn comment(&self, id: &CommentId) -> Option<(&Filed, &Comment)> {
        let own = self.submissions.iter().filter(|filed| {
            let submission = &filed.submission;
            submission.delegation == id.delegation
                && submission.round == id.round
                && submission.workstream == id.workstream
        });
        own.flat_map(|filed| filed.submission.comments.iter().map(move |comment| (filed, comment)))
            .find(|(_, comment)| comment.no == id.no)
    }

    /// The later submission that takes the place of an earlier one; both are kept.
    pub fn replaced_by(&self, earlier: &Filed) -> Option<&Filed> {
        let name = earlier.name();
        let same = |later: &&Filed| {
            let (a, b) = (&later.submission, &earlier.submission);
            a.workstream == b.workstream && a.round == b.round && a.delegation == b.delegation
        };
        let replaces = |later: &&Filed| later.submission.replaces.as_deref() == Some(name);
        self.submissions.iter().filter(same).find(replaces)
    }

    /// The workspace by the dates of its own records: what was received, decided, issued or held by the end
    /// of a day. This is how an example is read, whose history is not git's.
    pub fn as_at(mut self, day: NaiveDate) -> Workspace {
        let begun: Vec<VersionName> =
            self.texts.keys().filter(|name| self.had_begun(name, day)).cloned().collect();
        self.submissions.retain(|filed| filed.submission.received <= day);
        let rounds = std::mem::take(&mut self.rounds).into_iter();
        self.rounds = rounds.filter_map(|(name, record)| Some((name, record.as_at(day)?))).collect();
        for answers in self.answers.values_mut() {
            *answers = answers.as_at(day);
        }
        self.texts.retain(|name, _| begun.contains(name));
        for text in self.texts.values_mut() {
            text.record = text.record.as_at(day);
        }
        self
    }
}
