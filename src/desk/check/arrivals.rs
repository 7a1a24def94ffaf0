//! Submissions that came after their round, or after an announced deadline.

use crate::desk::Desk;
use crate::report::Finding;
use crate::text::ordinal_day;

impl Desk {
    /// What came after the day on which it was awaited: it is kept, and counts, and everyone can see it.
    pub(super) fn arrival_findings(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for filed in &self.workspace.submissions {
            let submission = &filed.submission;
            let day = self.arrived(filed);
            let arrival = self.arrival(submission, day);
            let said = ordinal_day(day);
            let what = match (arrival.late, arrival.after_the_round) {
                (Some(true), _) => format!("received on {said}, after the deadline for comments"),
                (_, Some(true)) => format!("received on {said}, after the round `{}`", submission.round),
                _ => continue,
            };
            findings.push(Finding {
                kind: if arrival.late == Some(true) { "late" } else { "after-the-round" },
                place: filed.path.clone(),
                what,
                way_out: Some("it is kept and counts all the same".to_owned()),
            });
        }
        findings
    }
}
