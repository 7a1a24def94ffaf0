//! Whether a submission came in time, also where the last day for comments has moved.

use chrono::NaiveDate;

use crate::comment::Submission;
use crate::desk::Desk;
use crate::desk::witness::Witness;

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

impl Desk {
    /// Whether a submission came in time. A deadline that moved makes nothing punctual in silence.
    pub(super) fn lateness(&self, submission: &Submission, witness: &Witness) -> Lateness {
        let schedule = &self.workspace.schedule;
        let Some(deadline) = schedule.comment_deadline(&submission.version, &submission.round) else {
            return Lateness::NotAnnounced;
        };
        let Some(last) = deadline.due.last() else { return Lateness::NotAnnounced };
        let received = submission.received;
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
