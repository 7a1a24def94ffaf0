//! What was received, in figures: one home, so that no two answers can count differently.

use std::collections::BTreeSet;

use crate::comment::{Comment, DelegationCode, Outcome, RoundId};
use crate::desk::Desk;
use crate::desk::lateness::Lateness;
use crate::desk::witness::Witness;
use crate::draft::{VersionId, WorkstreamId};
use crate::report::RoundFigures;
use crate::schedule::ParticipantKind;
use crate::workspace::Filed;

/// What was received, as far as somebody asked for it.
#[derive(Debug, Default)]
pub(super) struct Received<'w> {
    /// The submissions, in the order of their files.
    pub(super) submissions: Vec<&'w Filed>,
    /// Their comments; one that was sent again unchanged counts once.
    pub(super) comments: Vec<(&'w Filed, &'w Comment)>,
}

impl Desk {
    /// What was received in a workstream: in one round or all, on one version or all.
    pub(super) fn received(
        &self,
        workstream: &WorkstreamId,
        round: Option<&RoundId>,
        version: Option<&VersionId>,
    ) -> Received<'_> {
        let wanted = |filed: &Filed| {
            let submission = &filed.submission;
            submission.workstream == *workstream
                && round.is_none_or(|round| submission.round == *round)
                && version.is_none_or(|version| submission.version == *version)
        };
        Received {
            submissions: self.workspace.submissions.iter().filter(|filed| wanted(filed)).collect(),
            comments: self.workspace.comments().filter(|(filed, _)| wanted(filed)).collect(),
        }
    }

    /// What was received, in figures.
    pub(super) fn figures(&self, title: &str, received: &Received<'_>, witness: &Witness) -> RoundFigures {
        let filed = &received.submissions;
        let after = |filed: &&&Filed| {
            self.arrival(&filed.submission, self.arrived(filed)).after_the_round == Some(true)
        };
        let lateness: Vec<Lateness> = filed.iter().map(|filed| self.lateness(filed, witness)).collect();
        let announced = lateness.iter().any(|lateness| *lateness != Lateness::NotAnnounced);
        let answered = |(filed, comment): &&(&Filed, &Comment)| {
            let answers = self.workspace.answers.get(&filed.submission.id(comment));
            let standing = answers.and_then(|answers| answers.standing());
            standing.is_some_and(|answer| answer.outcome != Outcome::Open)
        };
        RoundFigures {
            title: title.to_owned(),
            submissions: filed.len(),
            comments: received.comments.len(),
            delegations: authors(filed).len(),
            states_covered: self.states_covered(filed),
            after_the_round: filed.iter().filter(after).count(),
            late: announced.then(|| lateness.iter().filter(|lateness| lateness.is_late()).count()),
            in_time_since_moved: lateness.iter().filter(|lateness| lateness.is_saved_by_a_move()).count(),
            answered: received.comments.iter().filter(answered).count(),
        }
    }

    /// States heard: authors, those for whom they spoke, those that made it their own, and the members of groups, each
    /// once.
    fn states_covered(&self, filed: &[&Filed]) -> usize {
        let schedule = &self.workspace.schedule;
        let mut heard: BTreeSet<&DelegationCode> = BTreeSet::new();
        for filed in filed {
            let submission = &filed.submission;
            let spoke = std::iter::once(&submission.delegation)
                .chain(&submission.on_behalf_of)
                .chain(&submission.aligned);
            for code in spoke {
                heard.insert(code);
                heard.extend(schedule.participant(code).into_iter().flat_map(|group| &group.members));
            }
        }
        let is_state = |code: &&&DelegationCode| {
            schedule.participant(code).is_some_and(|known| known.kind == ParticipantKind::State)
        };
        heard.iter().filter(is_state).count()
    }
}

/// The authors of some submissions, each once.
pub(super) fn authors<'w>(filed: &[&'w Filed]) -> BTreeSet<&'w DelegationCode> {
    filed.iter().map(|filed| &filed.submission.delegation).collect()
}
