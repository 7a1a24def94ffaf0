//! What the plan said before: dates that moved, were announced, or were taken out.

use chrono::NaiveDate;

use crate::desk::witness::{PlanState, Witness};
use crate::report::{PlanChange, Planned};
use crate::schedule::{Due, Milestone, Round, Schedule};

/// One dated thing of a plan.
struct Dated<'s> {
    id: &'s str,
    title: &'s str,
    planned: Planned,
    cancelled: Option<NaiveDate>,
}

/// Every change of a date from one state of the plan to the next, the earliest first.
pub(super) fn changes(plans: &[PlanState]) -> Vec<PlanChange> {
    plans.windows(2).flat_map(|step| step_changes(&step[0].schedule, &step[1])).collect()
}

impl Witness {
    /// The day from which the plan has said what it says of an event; absent where there is no history.
    pub(super) fn since(&self, id: &str) -> Option<NaiveDate> {
        let now = self.plans.last().and_then(|plan| find(&plan.schedule, id))?;
        let mut since = None;
        for plan in self.plans.iter().rev() {
            match find(&plan.schedule, id) {
                Some(then) if then.planned == now.planned && then.cancelled == now.cancelled => {
                    since = Some(plan.on);
                }
                _ => break,
            }
        }
        since
    }
}

fn step_changes(before: &Schedule, after: &PlanState) -> Vec<PlanChange> {
    let mut found = Vec::new();
    for was in dated(before) {
        let now = find(&after.schedule, was.id);
        if now.as_ref().is_some_and(|now| now.planned == was.planned && now.cancelled == was.cancelled) {
            continue;
        }
        found.push(PlanChange {
            event: was.id.to_owned(),
            title: now.as_ref().map_or(was.title, |now| now.title).to_owned(),
            was: was.planned,
            now: now.as_ref().map(|now| now.planned),
            called_off: now.as_ref().is_some_and(|now| now.cancelled.is_some()),
            on: after.on,
            commit: after.commit.clone(),
        });
    }
    found
}

fn find<'s>(schedule: &'s Schedule, id: &str) -> Option<Dated<'s>> {
    dated(schedule).find(|dated| dated.id == id)
}

fn dated(schedule: &Schedule) -> impl Iterator<Item = Dated<'_>> {
    let rounds = schedule.rounds.iter().map(|round| Dated {
        id: round.id.as_str(),
        title: &round.title,
        planned: planned_round(round),
        cancelled: round.cancelled,
    });
    let milestones = schedule.milestones.iter().map(|milestone| Dated {
        id: &milestone.id,
        title: &milestone.title,
        planned: planned(milestone),
        cancelled: milestone.cancelled,
    });
    rounds.chain(milestones)
}

/// When a round is planned.
pub(super) fn planned_round(round: &Round) -> Planned {
    Planned { from: round.start, until: round.end, day_not_announced: false, precision: None }
}

/// When a milestone is planned.
pub(super) fn planned(milestone: &Milestone) -> Planned {
    Planned {
        from: milestone.due.first(),
        until: milestone.due.last(),
        day_not_announced: matches!(milestone.due, Due::Between(..)),
        precision: milestone.precision,
    }
}
