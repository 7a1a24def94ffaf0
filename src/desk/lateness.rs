//! Whether what came was in time: by the round, by the last day for comments, also where that day has moved.

use chrono::NaiveDate;

use crate::comment::Submission;
use crate::desk::Desk;
use crate::desk::witness::Witness;
use crate::schedule::Milestone;
use crate::workspace::Filed;

/// A submission against the last day for comments on its version. Late only where a day was announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lateness {
    /// No last day was announced.
    NotAnnounced,
    /// By every day that was ever announced.
    InTime,
    /// By the day announced now, and not by the one before it moved.
    InTimeSinceMoved {
        /// The day announced before.
        was: NaiveDate,
        /// The day on which it moved.
        on: NaiveDate,
    },
    /// After the day announced now.
    Late {
        /// Days after it.
        days: i64,
    },
    /// After the day announced now, and in time by the one announced before.
    LateSinceMoved {
        /// The day announced before.
        was: NaiveDate,
        /// The day on which it moved.
        on: NaiveDate,
    },
}

impl Lateness {
    /// Whether it came after the day announced now.
    pub(super) fn is_late(self) -> bool {
        matches!(self, Lateness::Late { .. } | Lateness::LateSinceMoved { .. })
    }

    /// Whether it is in time only because the day moved.
    pub(super) fn is_saved_by_a_move(self) -> bool {
        matches!(self, Lateness::InTimeSinceMoved { .. })
    }
}

/// What is known of the day something arrived; absent where no day was announced that it could miss.
#[derive(Debug, Clone, Copy)]
pub(super) struct Arrival {
    /// Whether it came after the last day of its round.
    pub(super) after_the_round: Option<bool>,
    /// Whether it came after the last day for comments on its version.
    pub(super) late: Option<bool>,
}

impl Desk {
    /// What arrived on a day with a submission, or with an earlier one that it says again.
    pub(super) fn arrival(&self, submission: &Submission, day: NaiveDate) -> Arrival {
        let round = self.workspace.schedule.round(&submission.round);
        Arrival {
            after_the_round: round.and_then(|round| round.end).map(|end| day > end),
            late: self.last_day(submission).map(|(_, last)| day > last),
        }
    }

    /// The day on which the newest of a submission's comments came first: what only says again what came in time is
    /// not late.
    pub(super) fn arrived(&self, filed: &Filed) -> NaiveDate {
        let days = filed.submission.comments.iter().map(|one| self.workspace.first_received(filed, one));
        days.max().unwrap_or(filed.submission.received)
    }

    /// The milestone that closes comments on a submission's version, and its day.
    fn last_day(&self, submission: &Submission) -> Option<(&Milestone, NaiveDate)> {
        let deadline = self.workspace.schedule.comment_deadline(&submission.version, &submission.round)?;
        Some((deadline, deadline.due.last()?))
    }

    /// Whether a submission came in time. A deadline that moved makes nothing punctual in silence.
    pub(super) fn lateness(&self, filed: &Filed, witness: &Witness) -> Lateness {
        let Some((deadline, last)) = self.last_day(&filed.submission) else { return Lateness::NotAnnounced };
        let received = self.arrived(filed);
        let moves = witness.changes.iter().filter(|change| change.event == deadline.id && change.moved());
        let moves: Vec<(NaiveDate, NaiveDate)> =
            moves.filter_map(|change| Some((change.was.until?, change.on))).collect();
        let crossed = moves.iter().find(|(was, _)| (received > *was) != (received > last));
        match (received > last, crossed) {
            (false, None) => Lateness::InTime,
            (false, Some(&(was, on))) => Lateness::InTimeSinceMoved { was, on },
            (true, Some(&(was, on))) => Lateness::LateSinceMoved { was, on },
            (true, None) => Lateness::Late { days: (received - last).num_days() },
        }
    }
}
