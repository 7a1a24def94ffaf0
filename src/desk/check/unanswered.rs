//! Comments without an answer though the version that should answer them is out.

use chrono::NaiveDate;

use crate::collate::Entry;
use crate::comment::Outcome;
use crate::desk::Desk;
use crate::draft::VersionName;
use crate::report::Finding;
use crate::text::{ordinal_day, within_sentence};
use crate::workspace::Filed;

impl Desk {
    /// Every comment is answered when the next version goes out. What arrived later waits for the version after it.
    pub(super) fn unanswered_findings(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (filed, comment) in self.workspace.comments() {
            let id = filed.submission.id(comment);
            let answer = self.workspace.answers.get(&id).and_then(|answers| answers.standing());
            if !Entry::is_owed(filed, self.workspace.replaced_by(filed), answer) {
                continue;
            }
            let received = self.workspace.first_received(filed, comment);
            let Some((version, day)) = self.answering(filed, received) else { continue };
            let state = match answer.map(|answer| answer.outcome) {
                Some(Outcome::Open) => "is still under consideration",
                _ => "has no answer",
            };
            let name = self.comment_name(&id);
            findings.push(Finding {
                kind: "unanswered",
                place: format!("{} ({}:{})", id.short(), filed.path, comment.line),
                what: format!(
                    "{state}, and the {} is out since {}",
                    within_sentence(&self.title(&version.version)),
                    ordinal_day(day)
                ),
                way_out: Some(format!("`travaux comments {name}` shows it")),
            });
        }
        findings
    }

    /// The first version after the one commented on that went out after a comment had arrived, and the day.
    fn answering(&self, filed: &Filed, received: NaiveDate) -> Option<(VersionName, NaiveDate)> {
        let schedule = &self.workspace.schedule;
        let made_on = &filed.submission.version;
        schedule.versions.iter().find_map(|version| {
            let continues = version.id != *made_on && schedule.way(made_on, &version.id).is_some();
            let name = VersionName::new(&filed.submission.workstream, &version.id);
            let day = self.workspace.texts.get(&name)?.record.first_issued()?;
            (continues && received < day && day <= self.today).then_some((name, day))
        })
    }
}
