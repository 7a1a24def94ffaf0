//! The spans of time between one event and another: for comments, and for the co-chairs' work on them.

use chrono::{NaiveDate, NaiveDateTime, TimeZone, Utc};
use serde::Serialize;

use crate::comment::RoundId;
use crate::draft::VersionId;
use crate::schedule::round::clock;
use crate::schedule::{Milestone, MilestoneKind, Round, Schedule};

/// What a span of time is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum WindowKind {
    /// From the circulation of a version to the last day for comments on it.
    Comments,
    /// From the end of a round to the circulation of the version that answers it.
    Consolidation,
}

/// A span of time that the plan leaves for something. Invariant: it does not end before it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// What it is for.
    pub kind: WindowKind,
    /// The version commented on, or the version being prepared.
    pub version: VersionId,
    /// The round in which the version is discussed, or after which it is prepared.
    pub round: RoundId,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub until: NaiveDate,
    /// Whether a deadline was announced that ends it; otherwise the round does.
    pub by_deadline: bool,
}

impl Window {
    /// Days from the first to the last.
    pub fn days(&self) -> i64 {
        (self.until - self.from).num_days()
    }
}

impl Schedule {
    /// The circulation of a version, unless it was called off.
    pub fn circulation_of(&self, version: &VersionId) -> Option<&Milestone> {
        let circulations = self.milestones.iter().filter(|m| m.kind == MilestoneKind::Circulation);
        circulations
            .filter(|m| m.cancelled.is_none())
            .find(|milestone| milestone.version.as_ref() == Some(version))
    }

    /// The milestone that closes written comments on a version in a round, unless it was called off: the latest of
    /// those that name the version and no other round.
    pub fn comment_deadline(&self, version: &VersionId, round: &RoundId) -> Option<&Milestone> {
        let closing = self.milestones.iter().filter(|milestone| {
            milestone.closes_comments()
                && milestone.cancelled.is_none()
                && milestone.version.as_ref() == Some(version)
                && milestone.round.as_ref().is_none_or(|own| own == round)
        });
        closing.max_by_key(|milestone| milestone.due.last())
    }

    /// The rounds that discuss a version and were not called off.
    pub fn rounds_on<'s>(&'s self, version: &'s VersionId) -> impl Iterator<Item = &'s Round> {
        let on = move |round: &&Round| round.on.as_ref() == Some(version);
        self.rounds.iter().filter(on).filter(|round| round.cancelled.is_none())
    }

    /// The windows that the plan leaves, in the order of the rounds. Those that the plan turns round are none.
    pub fn windows(&self) -> Vec<Window> {
        let mut windows = Vec::new();
        for round in self.rounds.iter().filter(|round| round.cancelled.is_none()) {
            windows.extend(self.comment_window(round));
            windows.extend(self.consolidation_window(round));
        }
        windows.retain(|window| window.from <= window.until);
        windows
    }

    fn comment_window(&self, round: &Round) -> Option<Window> {
        let version = round.on.clone()?;
        let deadline = self.comment_deadline(&version, &round.id).and_then(|deadline| deadline.due.last());
        Some(Window {
            kind: WindowKind::Comments,
            from: self.circulation_of(&version)?.due.last()?,
            until: deadline.or(round.end)?,
            by_deadline: deadline.is_some(),
            version,
            round: round.id.clone(),
        })
    }

    /// Only the last round on a version leads to the next one.
    fn consolidation_window(&self, round: &Round) -> Option<Window> {
        let discussed = round.on.as_ref()?;
        let version = self.successor(discussed)?.clone();
        let last = self.rounds_on(discussed).last()?;
        let until = self.circulation_of(&version)?.due.last()?;
        let from = round.end?;
        (last.id == round.id).then(|| Window {
            kind: WindowKind::Consolidation,
            version,
            round: round.id.clone(),
            from,
            until,
            by_deadline: false,
        })
    }

    /// A moment on a clock where the consultation takes place: `None` where the clock skips it, two where it
    /// shows it twice.
    pub fn moment(&self, day: NaiveDate, hour: &str) -> chrono::MappedLocalTime<chrono::DateTime<Utc>> {
        let Some(hour) = clock(hour) else { return chrono::MappedLocalTime::None };
        let local = self.timezone.from_local_datetime(&NaiveDateTime::new(day, hour));
        local.map(|moment| moment.with_timezone(&Utc))
    }
}
