//! What looks wrong or unfinished, though every file is in form.

mod answers;
mod comments;
mod languages;
mod lineage;
mod seals;

use crate::desk::Desk;
use crate::error::Result;
use crate::report::{Finding, FindingsReport};
use crate::text::counted;

impl Desk {
    /// Holds drafts, comments, answers and records against each other. Faults of form stop before this: they
    /// are errors, not findings.
    pub fn check(&self) -> Result<FindingsReport> {
        let mut findings = self.odd_files();
        findings.extend(self.lineage_findings());
        findings.extend(self.language_findings());
        findings.extend(self.seal_findings()?);
        findings.extend(self.comment_findings());
        findings.extend(self.answer_findings());
        let comments = self.workspace.comments().count();
        let looked_at = format!(
            "{}, {}, {}",
            counted(self.workspace.texts.len(), "version"),
            counted(self.workspace.submissions.len(), "submission"),
            counted(comments, "comment")
        );
        // A stable sort: kinds stay together, in the order in which they were first met.
        let kinds: Vec<&str> = findings.iter().map(|finding| finding.kind).collect();
        let rank = |kind: &str| kinds.iter().position(|known| *known == kind);
        findings.sort_by_key(|finding| rank(finding.kind));
        Ok(FindingsReport { about: self.about(), looked_at, findings })
    }

    /// Files that were read although they look odd.
    fn odd_files(&self) -> Vec<Finding> {
        let oddities = self.workspace.oddities.iter();
        oddities
            .map(|problem| Finding {
                kind: "odd-file",
                place: problem.place.to_string(),
                what: problem.what.clone(),
                way_out: problem.expected.as_ref().map(|expected| format!("expected {expected}")),
            })
            .collect()
    }
}
