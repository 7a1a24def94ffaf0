//! The whole workspace as a value.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;

use crate::comment::{Answers, Comment, CommentId, RoundId, Submission};
use crate::draft::{Draft, Glossary, Language, VersionName, WorkstreamId};
use crate::schedule::{RoundRecord, Schedule};
use crate::workspace::{Oddity, VersionText};

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
    /// What was read although it looks wrong: a BOM, CRLF, a number used twice. Findings, not faults.
    pub oddities: Vec<Oddity>,
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
    /// Whether it is of the same delegation, in the same round and workstream.
    pub fn is_of(&self, other: &Filed) -> bool {
        self.submission.is_of(&other.submission)
    }

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

    /// All comments with their submissions, in the order of the files. One that was sent again unchanged, in a
    /// submission that replaces its own, is the same comment and stands in the later one.
    pub fn comments(&self) -> impl Iterator<Item = (&Filed, &Comment)> {
        let sent_again = self.sent_again();
        let all = self.submissions.iter().enumerate();
        let all = all.flat_map(|(at, filed)| filed.submission.comments.iter().map(move |c| (at, filed, c)));
        all.filter(move |(at, _, comment)| !sent_again.contains(&(*at, comment.no)))
            .map(|(_, filed, comment)| (filed, comment))
    }

    /// The day on which a comment first arrived: one that was sent again unchanged keeps the day of the submission
    /// in which it came first.
    pub fn first_received(&self, filed: &Filed, comment: &Comment) -> NaiveDate {
        let earlier = self.replaced_in_turn(filed).into_iter().map(|at| &self.submissions[at].submission);
        let holding =
            earlier.filter(|submission| submission.comments.iter().any(|one| one.is_again(comment)));
        holding.map(|submission| submission.received).fold(filed.submission.received, NaiveDate::min)
    }

    /// The comments that a later submission holds as well: the rank of the earlier one, and the number.
    fn sent_again(&self) -> HashSet<(usize, u32)> {
        let mut again = HashSet::new();
        for filed in self.submissions.iter().filter(|filed| filed.submission.replaces.is_some()) {
            for at in self.replaced_in_turn(filed) {
                let comments = &filed.submission.comments;
                let earlier = self.submissions[at].submission.comments.iter();
                let repeated = earlier.filter(|one| comments.iter().any(|comment| one.is_again(comment)));
                again.extend(repeated.map(|one| (at, one.no)));
            }
        }
        again
    }

    /// The ranks of the submission that one replaces, of the one that that one replaced, and so on.
    fn replaced_in_turn(&self, later: &Filed) -> Vec<usize> {
        let mut found = Vec::new();
        let mut now = later;
        while let Some(name) = now.submission.replaces.as_deref() {
            let earlier = self.submissions.iter().position(|filed| filed.name() == name && filed.is_of(now));
            // What replaces itself, or one that replaces it, would go round for ever, and would leave nothing.
            let other = |at: &usize| !found.contains(at) && self.submissions[*at].path != later.path;
            match earlier.filter(other) {
                Some(at) => {
                    found.push(at);
                    now = &self.submissions[at];
                }
                None => break,
            }
        }
        found
    }

    /// A comment by its name.
    pub fn comment(&self, id: &CommentId) -> Option<(&Filed, &Comment)> {
        let own = self.submissions.iter().filter(|filed| {
            let submission = &filed.submission;
            submission.delegation == id.delegation
                && submission.round == id.round
                && submission.workstream == id.workstream
        });
        // Sent again unchanged, it stands in the later submission.
        own.flat_map(|filed| filed.submission.comments.iter().map(move |comment| (filed, comment)))
            .rfind(|(_, comment)| comment.no == id.no)
    }

    /// The later submission that takes the place of an earlier one; both are kept.
    pub fn replaced_by(&self, earlier: &Filed) -> Option<&Filed> {
        let name = earlier.name();
        let same = |later: &&Filed| later.is_of(earlier);
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
