//! Writes answers, in one act, and says what is left to do.

use std::collections::{BTreeMap, BTreeSet};

use crate::collate::{Collation, Entry};
use crate::comment::{CommentId, Outcome, Reply};
use crate::desk::Desk;
use crate::desk::place::{answer_file, comment_trailers};
use crate::desk::respond::{Answering, Ready};
use crate::draft::VersionName;
use crate::error::Result;
use crate::report::{GivenAnswer, RespondReport};
use crate::store::Act;
use crate::text::counted;

impl Desk {
    /// Writes what may be written: one file a comment, one act for all.
    pub(super) fn put_on_file(
        &self,
        mut report: RespondReport,
        ready: Vec<Ready<'_>>,
        answering: &Answering,
    ) -> Result<RespondReport> {
        let mut files: BTreeMap<String, Option<Vec<u8>>> = BTreeMap::new();
        let mut concerned: BTreeSet<VersionName> = BTreeSet::new();
        let versions = &self.workspace.schedule.versions;
        let rank = |version: &crate::draft::VersionId| versions.iter().position(|known| known.id == *version);
        for Ready { entry, row, answer } in &ready {
            let mut answers = self.workspace.answers.get(&entry.id).cloned().unwrap_or_default();
            let after = rank(&answer.version);
            answers.put(answer.clone(), |other| rank(other) > after);
            files.extend([answer_file(&entry.id, &answers)]);
            let submission = &entry.filed.submission;
            concerned.insert(VersionName::new(&entry.id.workstream, &submission.version));
            report.answered.push(GivenAnswer {
                id: entry.id.clone(),
                comment: self.comment_name(&entry.id),
                delegation: self.workspace.schedule.name_of(&submission.delegation).to_owned(),
                row: *row,
                version: self.title(&answer.version),
                reply: Reply::of(answer),
                before: entry.answer.map(Reply::of).unwrap_or_default(),
            });
        }
        let given: BTreeMap<&CommentId, Outcome> =
            ready.iter().map(|ready| (&ready.entry.id, ready.answer.outcome)).collect();
        report.waiting = self.unanswered_on(&concerned, &given);
        report.next = self.after_answering(&report, &concerned);
        if answering.dry_run || ready.is_empty() {
            return Ok(report);
        }
        let ids: Vec<&CommentId> = ready.iter().map(|ready| &ready.entry.id).collect();
        let said = match ids.as_slice() {
            [one] => one.short(),
            several => counted(several.len(), "comment"),
        };
        let message = format!("{}: answer {said}", ids[0].workstream);
        let trailers = comment_trailers(ids);
        report.files = files.keys().cloned().collect();
        report.commit =
            self.write(Act { files, message, trailers, commit: answering.commit, ..Act::default() })?;
        report.written = true;
        Ok(report)
    }

    /// How many comments on some versions wait for an answer, once those that are given stand.
    fn unanswered_on(
        &self,
        versions: &BTreeSet<VersionName>,
        given: &BTreeMap<&CommentId, Outcome>,
    ) -> usize {
        let open = |name: &VersionName| {
            let collation = Collation::of(&self.workspace, name);
            let own = collation.entries().filter(|entry| entry.filed.submission.version == name.version);
            let waits = |entry: &&Entry<'_>| match given.get(&entry.id) {
                Some(outcome) => *outcome == Outcome::Open && entry.replaced_by.is_none(),
                None => entry.is_unanswered(),
            };
            own.filter(waits).count()
        };
        versions.iter().map(open).sum()
    }

    fn after_answering(&self, report: &RespondReport, concerned: &BTreeSet<VersionName>) -> Vec<String> {
        let mut next = Vec::new();
        if let Some(first) = report.conflicts.first() {
            next.push(format!("`travaux comments {}` shows the answer on file", first.comment));
            next.push(
                "make the matrix anew and answer there, or `travaux respond COMMENT --outcome OUTCOME`"
                    .to_owned(),
            );
        }
        if !report.refused.is_empty() {
            let from = report.from.as_deref().unwrap_or("FILE");
            next.push(format!(
                "correct the rows, then `travaux respond --from {from}`: what was taken stays as it is"
            ));
        }
        if report.dry_run && !report.answered.is_empty() {
            next.push("leave out `--dry-run` to write it".to_owned());
        }
        if !report.answered.is_empty() {
            next.extend(self.left_to_answer(report.waiting, concerned));
        }
        next
    }

    /// What to do about the comments that still wait.
    fn left_to_answer(&self, waiting: usize, concerned: &BTreeSet<VersionName>) -> Option<String> {
        let default = self.workspace.schedule.default_workstream();
        let named = |name: &VersionName| match default == Some(&name.workstream) {
            true => name.version.to_string(),
            false => name.to_string(),
        };
        let words = match concerned.iter().collect::<Vec<_>>().as_slice() {
            [] => return None,
            [only] => format!("{} ", named(only)),
            [first, ..] if default == Some(&first.workstream) => String::new(),
            [first, ..] => format!("{} ", first.workstream),
        };
        Some(match waiting {
            0 => "every comment on that version has an answer; `travaux check` holds the answers against the text"
                .to_owned(),
            1 => format!("`travaux matrix {words}--unanswered` lists the one comment that waits for an answer"),
            many => {
                format!("`travaux matrix {words}--unanswered` lists the {many} comments that wait for an answer")
            }
        })
    }
}
