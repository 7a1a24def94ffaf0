//! The table of old and new names.

use std::collections::BTreeSet;

use crate::align::Pairing;
use crate::comment::DelegationCode;
use crate::desk::Desk;
use crate::error::Result;
use crate::report::{Change, ConcordanceReport, ConcordanceRow, Tally};

impl Desk {
    /// Where each passage of one version went in another, and who spoke of it.
    pub fn concordance(&self, versions: &[String], language: Option<&str>) -> Result<ConcordanceReport> {
        let comparison = self.comparison(&self.named(versions, 2)?, language)?;
        let pairings = &comparison.alignment.pairings;
        let changes: Vec<Change> = pairings.iter().map(|pairing| comparison.change(pairing)).collect();
        let tally = Tally::of(&changes);
        let rows = pairings.iter().zip(changes).map(|(pairing, change)| {
            let (comments, delegations) = self.spoken_of(&comparison.before.name, pairing);
            ConcordanceRow { change, opening: comparison.opening(pairing), comments, delegations }
        });
        Ok(ConcordanceReport {
            about: self.about(),
            before: comparison.before.title.clone(),
            after: comparison.after.title.clone(),
            tally,
            rows: rows.collect(),
        })
    }

    /// How many comments on a version speak of these passages, and from how many delegations.
    fn spoken_of(&self, version: &crate::draft::VersionName, pairing: &Pairing) -> (usize, usize) {
        let mut delegations: BTreeSet<&DelegationCode> = BTreeSet::new();
        let mut comments = 0;
        for (filed, comment) in self.workspace.comments() {
            let submission = &filed.submission;
            let on_it = submission.workstream == version.workstream && submission.version == version.version;
            if on_it && comment.target.first().is_some_and(|id| pairing.before.contains(id)) {
                comments += 1;
                delegations.insert(&submission.delegation);
            }
        }
        (comments, delegations.len())
    }
}
