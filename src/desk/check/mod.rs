//! What looks wrong or unfinished, though every file is in form.

mod answers;
mod arrivals;
mod borne_out;
mod comments;
mod languages;
mod lineage;
mod milestones;
mod schedule;
mod seals;
mod unanswered;
mod unasked;

use crate::desk::Desk;
use crate::error::Result;
use crate::report::{Finding, FindingsReport};
use crate::text::counted;

impl Desk {
    /// Holds drafts, comments, answers and records against each other. Faults of form stop before this: they
    /// are errors, not findings.
    pub fn check(&self) -> Result<FindingsReport> {
        let plan = self.schedule_findings(&self.witness()?);
        let mut findings = self.oddities();
        findings.extend(plan.findings);
        findings.extend(self.lineage_findings());
        findings.extend(self.language_findings());
        findings.extend(self.seal_findings()?);
        findings.extend(self.arrival_findings());
        findings.extend(self.comment_findings());
        findings.extend(self.answer_findings());
        findings.extend(self.answers_not_borne_out());
        findings.extend(self.unanswered_findings());
        let comments = self.workspace.comments().count();
        let looked_at = format!(
            "{}, {}, {}",
            counted(self.workspace.texts.len(), "version"),
            counted(self.workspace.submissions.len(), "submission"),
            counted(comments, "comment")
        );
        let mut remarks = plan.remarks;
        remarks.extend(self.language_remarks());
        remarks.extend(self.unasked_remarks());
        remarks.extend(self.despite_remarks());
        let (findings, remarks) = (by_kind(findings), by_kind(remarks));
        Ok(FindingsReport { about: self.about(), looked_at, findings, remarks })
    }

    /// What was read although it looks wrong.
    fn oddities(&self) -> Vec<Finding> {
        let found = self.workspace.oddities.iter().map(|odd| {
            let problem = &odd.problem;
            let found = problem.found.as_ref().map(|found| format!(": found `{found}`")).unwrap_or_default();
            let near = problem.nearest.as_ref().map(|near| format!("did you mean `{near}`?"));
            Finding {
                kind: odd.kind,
                place: problem.place.to_string(),
                what: format!("{}{found}", problem.what),
                way_out: near.or_else(|| Some(format!("expected {}", problem.expected.as_ref()?))),
            }
        });
        found.collect()
    }
}

/// Kinds stay together, in the order in which they were first met.
fn by_kind(mut findings: Vec<Finding>) -> Vec<Finding> {
    let kinds: Vec<&str> = findings.iter().map(|finding| finding.kind).collect();
    let rank = |kind: &str| kinds.iter().position(|known| *known == kind);
    findings.sort_by_key(|finding| rank(finding.kind));
    findings
}
