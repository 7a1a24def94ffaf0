//! What is overdue or will be soon, for a job that runs every day.

use crate::desk::Desk;
use crate::draft::WorkstreamId;
use crate::error::Result;
use crate::report::{Event, EventKind, Finding, FindingsReport};
use crate::schedule::Standing;
use crate::text::counted;

impl Desk {
    /// What is overdue, and what is due within so many days: a finding for each event in each workstream.
    pub fn check_milestones(&self, within: u32) -> Result<FindingsReport> {
        let witness = self.witness()?;
        let all: Vec<WorkstreamId> =
            self.workspace.schedule.workstreams.iter().map(|known| known.id.clone()).collect();
        let mut events: Vec<Event> = all.iter().flat_map(|id| self.events_of(id, &witness)).collect();
        events.extend(self.common_events(&witness, &all));
        let looked_at = format!(
            "{} in {}, {} ahead",
            counted(self.workspace.schedule.rounds.len() + self.workspace.schedule.milestones.len(), "event"),
            counted(all.len(), "workstream"),
            counted(within as usize, "day")
        );
        let findings = events.iter().filter_map(|event| self.pressing(event, within)).collect();
        Ok(FindingsReport {
            about: self.about(),
            looked_at,
            findings: super::by_kind(findings),
            remarks: Vec::new(),
        })
    }

    fn pressing(&self, event: &Event, within: u32) -> Option<Finding> {
        let kind = match event.standing {
            Standing::Overdue { .. } if event.kind == EventKind::Round => "not-recorded-as-held",
            Standing::Overdue { .. } => "overdue",
            standing if standing.days_left()? <= i64::from(within) => match standing {
                // A round that is under way asks for nothing.
                Standing::UnderWay => return None,
                _ => "due-soon",
            },
            _ => return None,
        };
        let place = match &event.workstream {
            Some(workstream) => format!("{workstream}/{}", event.id),
            None => event.id.clone(),
        };
        Some(Finding {
            kind,
            place,
            what: format!("{}, {}: {}", event.title, event.when(), event.standing_on_screen()),
            way_out: way_out(event),
        })
    }
}

/// The command that puts it on record.
fn way_out(event: &Event) -> Option<String> {
    let workstream = event.workstream.as_ref()?;
    match (event.kind, event.standing) {
        (EventKind::Round, Standing::Overdue { .. }) => {
            Some(format!("`travaux held {workstream}/{}`", event.id))
        }
        (EventKind::Circulation, _) if !event.missing.is_empty() => Some(event.missing.join(", ")),
        _ => None,
    }
}
