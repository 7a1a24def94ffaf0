//! Records that the author of a comment, or of a whole submission, took it back.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::comment::{Answer, CommentId, Outcome, Submission};
use crate::desk::Desk;
use crate::desk::place::{answer_file, comment_trailers};
use crate::draft::VersionName;
use crate::error::{Error, Result};
use crate::report::DoneReport;
use crate::text::{counted, listed, ordinal_day};
use crate::workspace::Filed;

impl Desk {
    /// Records that the author of a comment, or of a whole submission (`XAA-r4`), took it back. Nothing is removed.
    pub fn withdraw(&self, typed: &[String], on: Option<NaiveDate>, commit: bool) -> Result<DoneReport> {
        self.writable()?;
        let on = on.unwrap_or(self.today);
        let mut files = BTreeMap::new();
        let mut ids: Vec<CommentId> = Vec::new();
        let mut names = Vec::new();
        for name in typed {
            if let Ok(id) = self.workspace.named_comment(name) {
                names.push(self.comment_name(&id));
                ids.push(id);
                continue;
            }
            let filed = self.submission_named(name)?;
            if let Some(before) = filed.submission.withdrawn {
                return Err(Error::refused(
                    format!("{name} was taken back on {} already", ordinal_day(before)),
                    "nothing needs to be done",
                ));
            }
            let submission = Submission { withdrawn: Some(on), ..filed.submission.clone() };
            files.insert(filed.path.clone(), Some(submission.print().into_bytes()));
            let own = self.workspace.comments().filter(|(own, _)| own.path == filed.path);
            ids.extend(own.map(|(own, comment)| own.submission.id(comment)));
            names.push(format!("{}-{}", filed.name(), filed.submission.round));
        }
        for id in &ids {
            let (filed, _) = self.workspace.comment(id).expect("a named comment is on file");
            let made_on = VersionName::new(&id.workstream, &filed.submission.version);
            let answer = Answer {
                version: self.newest_continuing(&made_on).version,
                outcome: Outcome::Withdrawn,
                paragraphs: Vec::new(),
                response: None,
                see: None,
                decided: on,
            };
            let mut answers = self.workspace.answers.get(id).cloned().unwrap_or_default();
            answers.answers.push(answer);
            files.extend([answer_file(id, &answers)]);
        }
        let said = listed(&names);
        let message = format!("{}: record that {said} was taken back", self.workstream_of(&ids)?);
        let sentence = format!(
            "{said} was taken back on {}; {} kept and marked as withdrawn.",
            ordinal_day(on),
            match ids.len() {
                1 => "the comment is".to_owned(),
                many => format!("{} are", counted(many, "comment")),
            }
        );
        self.act(&sentence, files, message, comment_trailers(&ids), commit)
    }

    /// A submission by the name of its file and its round: `XAA-r4`, `XAA-2-r4`, `ict/XAA-r4`.
    pub(super) fn submission_named(&self, typed: &str) -> Result<&Filed> {
        let (workstream, bare) = match typed.split_once('/') {
            Some((workstream, bare)) => (Some(workstream), bare),
            None => (None, typed),
        };
        let workstream = self.workspace.workstream(workstream)?;
        let name = |filed: &Filed| format!("{}-{}", filed.name(), filed.submission.round);
        let mut own = self.workspace.submissions.iter().filter(|f| f.submission.workstream == workstream);
        own.clone().find(|filed| name(filed).eq_ignore_ascii_case(bare)).ok_or_else(|| {
            let known: Vec<String> = own.by_ref().map(name).collect();
            Error::unknown("comment or submission", typed, known.iter().map(String::as_str))
        })
    }

    fn workstream_of(&self, ids: &[CommentId]) -> Result<crate::draft::WorkstreamId> {
        ids.first().map_or_else(|| self.workspace.workstream(None), |id| Ok(id.workstream.clone()))
    }
}
