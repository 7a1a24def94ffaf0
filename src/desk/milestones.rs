//! The page for a ministry.

use std::collections::BTreeMap;

use crate::desk::Desk;
use crate::desk::status::under_way;
use crate::draft::WorkstreamId;
use crate::error::Result;
use crate::report::{
    Event, EventKind, MilestoneLine, MilestoneStanding, MilestonesReport, WorkstreamFigures,
};
use crate::schedule::Standing;
use crate::text::{counted, listed, short_day, short_days};

impl Desk {
    /// Planned and actual dates with evidence, figures, risks and what is due from whom; in every workstream or in one.
    pub fn milestones(&self, workstream: Option<&str>) -> Result<MilestonesReport> {
        let named = workstream.map(|typed| self.workspace.schedule.named_workstream(typed)).transpose()?;
        let witness = self.witness()?;
        let mut workstreams = self.workstream_statuses(&witness)?;
        workstreams.retain(|known| named.as_ref().is_none_or(|named| named.as_str() == known.id));
        let ids: Vec<WorkstreamId> =
            workstreams.iter().filter_map(|known| WorkstreamId::parse(&known.id)).collect();
        let schedule = self.schedule(workstream, false)?;
        let events: Vec<&Event> = schedule.events.iter().collect();
        let figures = workstreams.iter().filter_map(|known| {
            let round = known.last_round.clone()?;
            Some(WorkstreamFigures { workstream: known.id.clone(), round })
        });
        Ok(MilestonesReport {
            about: self.about(),
            overdue: self.overdue(&events, ids.len()),
            under_way: under_way(&events),
            next: self.next(&events, &workstreams),
            milestones: lines(&events),
            figures: figures.collect(),
            risks: self.risks(&workstreams, &ids),
            due: self.due_from(&events, &workstreams),
            changes: witness.changes,
            contact: self.workspace.schedule.contact.clone(),
            workstreams: workstreams.into_iter().map(|known| known.id).collect(),
        })
    }
}

/// Each event once, with the workstreams that stand alike together.
fn lines(events: &[&Event]) -> Vec<MilestoneLine> {
    let mut lines: Vec<(MilestoneLine, Vec<Vec<&Event>>)> = Vec::new();
    for event in events {
        let at = lines.iter().position(|(line, _)| line.event == event.id);
        let at = at.unwrap_or_else(|| {
            let line = MilestoneLine {
                event: event.id.clone(),
                title: event.title.clone(),
                kind: event.kind,
                planned: event.when(),
                standings: Vec::new(),
            };
            lines.push((line, Vec::new()));
            lines.len() - 1
        });
        let groups = &mut lines[at].1;
        let alike = |group: &&mut Vec<&Event>| group.first().is_some_and(|known| alike(known, event));
        match groups.iter_mut().find(alike) {
            Some(group) => group.push(event),
            None => groups.push(vec![event]),
        }
    }
    let standings = |groups: Vec<Vec<&Event>>| groups.iter().map(|group| standing(group)).collect();
    lines.into_iter().map(|(line, groups)| MilestoneLine { standings: standings(groups), ..line }).collect()
}

fn alike(one: &Event, other: &Event) -> bool {
    one.standing_on_screen() == other.standing_on_screen() && actual(one) == actual(other)
}

fn standing(group: &[&Event]) -> MilestoneStanding {
    let first = group[0];
    MilestoneStanding {
        workstreams: group.iter().filter_map(|event| event.workstream.clone()).collect(),
        actual: actual(first),
        standing: first.standing_on_screen(),
        evidence: evidence(group),
        not_announced: group.iter().all(|event| event.standing == Standing::NotAnnounced),
        role: first.role(),
    }
}

fn actual(event: &Event) -> Option<String> {
    match (event.kind, event.actual_from, event.actual_until) {
        (EventKind::Circulation, _, Some(done)) => Some(short_day(done)),
        (EventKind::Circulation, Some(issued), None) => Some(format!("issued {}", short_day(issued))),
        (_, Some(from), Some(until)) => Some(short_days(from, until)),
        _ => match event.standing {
            Standing::Passed { on } => Some(short_day(on)),
            _ => None,
        },
    }
}

/// What shows it, for workstreams that stand alike: records, tags, languages, what was received.
fn evidence(group: &[&Event]) -> String {
    let mut said: Vec<String> = Vec::new();
    let count = group.len();
    let of = |number: usize| {
        if count == 1 || number == count { String::new() } else { format!(" in {number} of {count}") }
    };
    let tagged = group.iter().filter(|event| event.sealed == Some(true)).count();
    if tagged > 0 {
        said.push(format!("tag{}", of(tagged)));
    }
    let mut languages: BTreeMap<&str, usize> = BTreeMap::new();
    for language in group.iter().flat_map(|event| &event.languages_out) {
        *languages.entry(language.as_str()).or_default() += 1;
    }
    if !languages.is_empty() {
        let each = languages.iter().map(|(code, number)| format!("{code}{}", of(*number)));
        said.push(format!("out in {}", each.collect::<Vec<_>>().join(", ")));
    }
    match group[0].kind {
        EventKind::Circulation => {}
        EventKind::Round => {
            let held = group.iter().filter(|event| event.actual_until.is_some()).count();
            let received: usize = group.iter().map(|event| event.submissions).sum();
            said.extend((held > 0).then(|| format!("on record{}", of(held))));
            said.extend((received > 0).then(|| counted(received, "submission")));
        }
        EventKind::Deadline | EventKind::Other => {
            said.extend(group.iter().filter_map(|event| event.on_record.clone()));
        }
    }
    let later = group.iter().filter_map(|event| event.committed).max();
    said.extend(later.map(|day| format!("committed {}", short_day(day))));
    let mut missing: Vec<&str> = group.iter().flat_map(|event| &event.missing).map(String::as_str).collect();
    missing.sort_unstable();
    missing.dedup();
    said.extend(missing.into_iter().map(str::to_owned));
    if said.is_empty() { "–".to_owned() } else { said.join("; ") }
}

/// Names of workstreams, where there are several to tell apart.
pub(super) fn named(workstreams: &[String], all: usize) -> String {
    if all == 1 { String::new() } else { format!(" ({})", listed(workstreams)) }
}
