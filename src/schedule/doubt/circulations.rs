//! Circulations against each other, and against the rounds they answer.

use crate::draft::VersionId;
use crate::schedule::doubt::{Doubt, weekend};
use crate::schedule::{Due, Milestone, MilestoneKind, Schedule};
use crate::text::{short_day, short_days, within_sentence};

impl Schedule {
    pub(super) fn circulations_in_doubt(&self) -> Vec<Doubt> {
        let mut doubts: Vec<Doubt> = self.milestones.iter().filter_map(misfit).collect();
        for milestone in self.milestones.iter().filter(|m| m.cancelled.is_none()) {
            let Some(version) = milestone.version.as_ref() else { continue };
            if milestone.kind == MilestoneKind::Circulation {
                let doubt = self
                    .circulated_twice(milestone, version)
                    .or_else(|| self.before_its_predecessor(milestone, version))
                    .or_else(|| self.before_its_round(milestone, version))
                    .or_else(|| at_a_weekend(milestone));
                doubts.extend(doubt);
            }
        }
        doubts
    }

    fn circulated_twice(&self, milestone: &Milestone, version: &VersionId) -> Option<Doubt> {
        let first = self.circulation_of(version)?;
        (first.id != milestone.id).then(|| {
            let what = format!(
                "`{}` sends out the {}, as `{}` does",
                milestone.id,
                within_sentence(self.title_of(version)),
                first.id
            );
            Doubt::new("circulated-twice", milestone.line, what)
        })
    }

    fn before_its_predecessor(&self, milestone: &Milestone, version: &VersionId) -> Option<Doubt> {
        let before = self.predecessor(version)?;
        let earlier = self.circulation_of(before)?.due.first()?;
        let due = milestone.due.last()?;
        (due < earlier).then(|| {
            let what = format!(
                "the {} goes out by {}, before the {} it continues on {}",
                within_sentence(self.title_of(version)),
                short_day(due),
                within_sentence(self.title_of(before)),
                short_day(earlier)
            );
            Doubt::new("version-before-its-predecessor", milestone.line, what)
        })
    }

    /// A version answers what was said in the round on the version before it.
    fn before_its_round(&self, milestone: &Milestone, version: &VersionId) -> Option<Doubt> {
        let before = self.predecessor(version)?;
        let due = milestone.due.last()?;
        let (round, start, end) =
            self.rounds_on(before).filter_map(|round| Some((round, round.start?, round.end?))).last()?;
        (due <= end).then(|| {
            let what = format!(
                "the {} goes out by {}, before `{}` on the {} is over, {}",
                within_sentence(self.title_of(version)),
                short_day(due),
                round.id,
                within_sentence(self.title_of(before)),
                short_days(start, end)
            );
            Doubt::new("version-before-its-round", milestone.line, what)
        })
    }
}

fn at_a_weekend(milestone: &Milestone) -> Option<Doubt> {
    let Due::On(day) = milestone.due else { return None };
    weekend(day).map(|named| {
        let what = format!("`{}` is due on {}, {named}", milestone.id, short_day(day));
        Doubt::new("circulation-at-a-weekend", milestone.line, what)
    })
}

/// A window that was announced as a half-year is one.
fn misfit(milestone: &Milestone) -> Option<Doubt> {
    let (precision, Due::Between(first, last)) = (milestone.precision?, milestone.due) else { return None };
    let (from, until) = precision.window(first);
    ((first, last) != (from, until)).then(|| {
        let what = format!(
            "`{}` has the precision of a {precision}, and its days are {}",
            milestone.id,
            short_days(first, last)
        );
        let way_out = format!("the {} is {from} to {until}", precision.named(first));
        Doubt::new("precision-does-not-fit", milestone.line, what).way_out(way_out)
    })
}
