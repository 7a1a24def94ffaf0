//! Deadlines against the calendar, the rounds and the versions they belong to.

use crate::schedule::doubt::{Doubt, weekend};
use crate::schedule::{Due, Milestone, MilestoneKind, Schedule};
use crate::text::{short_day, within_sentence};

impl Schedule {
    pub(super) fn deadlines_in_doubt(&self) -> Vec<Doubt> {
        let deadlines = self.milestones.iter().filter(|m| m.kind == MilestoneKind::Deadline);
        let standing = deadlines.filter(|milestone| milestone.cancelled.is_none());
        standing
            .filter_map(|deadline| {
                self.of_a_cancelled_round(deadline)
                    .or_else(|| self.of_another_version(deadline))
                    .or_else(|| self.before_what_it_closes(deadline))
                    .or_else(|| self.after_its_round(deadline))
                    .or_else(|| at_a_weekend(deadline))
                    .or_else(|| self.at_no_hour(deadline))
            })
            .collect()
    }

    fn of_a_cancelled_round(&self, deadline: &Milestone) -> Option<Doubt> {
        let round = self.round(deadline.round.as_ref()?)?;
        round.cancelled.map(|on| {
            let what =
                format!("`{}` belongs to `{}`, called off on {}", deadline.id, round.id, short_day(on));
            Doubt::new("round-cancelled", deadline.line, what).way_out("give it a day of `cancelled`")
        })
    }

    fn of_another_version(&self, deadline: &Milestone) -> Option<Doubt> {
        let (round, version) = (self.round(deadline.round.as_ref()?)?, deadline.version.as_ref()?);
        let discussed = round.on.as_ref().filter(|discussed| *discussed != version)?;
        let what = format!(
            "`{}` closes comments on the {}, and `{}` discusses the {}",
            deadline.id,
            within_sentence(self.title_of(version)),
            round.id,
            within_sentence(self.title_of(discussed))
        );
        Some(Doubt::new("deadline-of-another-version", deadline.line, what))
    }

    fn before_what_it_closes(&self, deadline: &Milestone) -> Option<Doubt> {
        let version = deadline.version.as_ref()?;
        let (out, due) = (self.circulation_of(version)?.due.first()?, deadline.due.last()?);
        (due <= out).then(|| {
            let what = format!(
                "`{}` closes comments on {}, and the {} is out on {}",
                deadline.id,
                short_day(due),
                within_sentence(self.title_of(version)),
                short_day(out)
            );
            Doubt::new("deadline-before-its-version", deadline.line, what)
        })
    }

    /// Comments may be taken after a round; everything else that belongs to it must come before.
    fn after_its_round(&self, deadline: &Milestone) -> Option<Doubt> {
        let round = self.round(deadline.round.as_ref()?)?;
        let (end, due) = (round.end?, deadline.due.first()?);
        (due > end && !deadline.closes_comments()).then(|| {
            let what = format!(
                "`{}` is on {}, after `{}` has ended on {}",
                deadline.id,
                short_day(due),
                round.id,
                short_day(end)
            );
            let way_out = "a last day for comments names its `version`";
            Doubt::new("deadline-after-its-round", deadline.line, what).way_out(way_out)
        })
    }

    fn at_no_hour(&self, deadline: &Milestone) -> Option<Doubt> {
        let (Due::On(day), Some(hour)) = (deadline.due, &deadline.time) else { return None };
        self.hour_in_doubt(day, hour, deadline.line)
    }
}

fn at_a_weekend(deadline: &Milestone) -> Option<Doubt> {
    let Due::On(day) = deadline.due else { return None };
    weekend(day).map(|named| {
        let what = format!("`{}` ends on {}, {named}", deadline.id, short_day(day));
        Doubt::new("deadline-at-a-weekend", deadline.line, what)
    })
}
