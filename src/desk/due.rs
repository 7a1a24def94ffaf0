//! What is late, what comes next, and what is missing for it.

use std::collections::BTreeSet;

use crate::desk::Desk;
use crate::desk::alike::alike;
use crate::draft::VersionId;
use crate::report::{Event, EventKind, Late, NextDate, Overdue, VersionStatus, WorkstreamStatus};
use crate::schedule::Standing;
use crate::text::{counted, listed, within_sentence};

impl Desk {
    /// What should have taken place, each event once, with the workstreams where nothing on record says it did.
    pub(super) fn overdue(&self, events: &[&Event], of: usize) -> Vec<Overdue> {
        let mut found: Vec<Overdue> = Vec::new();
        for event in events {
            let Standing::Overdue { days } = event.standing else { continue };
            let late = Late { workstream: event.workstream.clone().unwrap_or_default(), days };
            match found.iter_mut().find(|known| known.event == event.id) {
                Some(known) => known.workstreams.push(late),
                None => found.push(Overdue {
                    event: event.id.clone(),
                    title: event.title.clone(),
                    kind: event.kind,
                    workstreams: vec![late],
                    of,
                }),
            }
        }
        found
    }

    /// What comes next: everything on the nearest day, and what is missing for it.
    pub(super) fn next(&self, events: &[&Event], workstreams: &[WorkstreamStatus]) -> Vec<NextDate> {
        let open = |event: &&&Event| event.standing != Standing::UnderWay;
        let left = events.iter().filter(open).filter_map(|event| event.standing.days_left()).min();
        let mut seen = BTreeSet::new();
        let nearest =
            events.iter().filter(open).filter(|event| left.is_some() && event.standing.days_left() == left);
        let once = nearest.filter(|event| seen.insert(event.id.clone()));
        once.map(|event| NextDate {
            event: event.id.clone(),
            title: event.title.clone(),
            kind: event.kind,
            when: event.planned.when(),
            day: if event.kind == EventKind::Round { event.planned.from } else { event.planned.until },
            days_left: left.unwrap_or_default(),
            day_not_announced: event.planned.day_not_announced,
            missing: self.missing_for(event, workstreams),
        })
        .collect()
    }

    /// What is missing for an event, each kind of thing once, with the workstreams it is missing in.
    fn missing_for(&self, event: &Event, workstreams: &[WorkstreamStatus]) -> Vec<String> {
        let schedule = &self.workspace.schedule;
        match event.kind {
            EventKind::Circulation => {
                let milestone = schedule.milestones.iter().find(|milestone| milestone.id == event.id);
                let version = milestone.and_then(|milestone| milestone.version.as_ref());
                let open = |workstream: &&WorkstreamStatus| {
                    workstream
                        .events
                        .iter()
                        .any(|own| own.id == event.id && own.standing.days_left().is_some())
                };
                let open: Vec<&WorkstreamStatus> = workstreams.iter().filter(open).collect();
                version.map(|version| self.missing_for_version(version, &event.id, &open)).unwrap_or_default()
            }
            EventKind::Round => {
                let round = schedule.rounds.iter().find(|round| round.id.as_str() == event.id);
                let version = round.and_then(|round| round.on.as_ref());
                version.map(|version| self.missing_for_round(version, workstreams)).unwrap_or_default()
            }
            EventKind::Deadline | EventKind::Other => Vec::new(),
        }
    }

    fn missing_for_version(
        &self,
        version: &VersionId,
        event: &str,
        open: &[&WorkstreamStatus],
    ) -> Vec<String> {
        let title = within_sentence(self.workspace.schedule.title_of(version));
        let of = |workstream: &&&WorkstreamStatus| status_of(workstream, version).is_none();
        let not_begun: Vec<&str> = open.iter().filter(of).map(|workstream| workstream.id.as_str()).collect();
        let mut missing = Vec::new();
        if !not_begun.is_empty() {
            missing.push(format!("the {title} is not begun{}", self.within(&not_begun)));
        }
        let counts = |what: &str, count: &dyn Fn(&WorkstreamStatus) -> usize| {
            let each = open.iter().filter(|workstream| count(workstream) > 0);
            let each: Vec<String> = each
                .map(|workstream| {
                    let number = counted(count(workstream), "comment");
                    format!("{number} {what}{}", self.within(&[&workstream.id]))
                })
                .collect();
            (!each.is_empty()).then(|| each.join("; "))
        };
        missing.extend(counts("without an answer", &|workstream| workstream.waiting.unanswered));
        missing.extend(counts("whose place a person has to say", &|workstream| workstream.waiting.unplaced));
        let begun = open.iter().filter_map(|workstream| Some((workstream, status_of(workstream, version)?)));
        let without = begun.clone().filter(|(_, status)| !status.languages_without_text.is_empty());
        let texts = without.map(|(w, status)| {
            (format!("no text in {}", codes(&status.languages_without_text)), w.id.clone())
        });
        let unrecorded = begun.flat_map(|(workstream, _)| {
            let own = workstream.events.iter().filter(|own| own.id == event);
            own.flat_map(|own| own.missing.iter().map(|what| (what.clone(), workstream.id.clone())))
        });
        let said = alike(texts.chain(unrecorded)).into_iter();
        missing.extend(said.map(|(what, of)| format!("{what}{}", self.within(&of))));
        missing
    }

    fn missing_for_round(&self, version: &VersionId, workstreams: &[WorkstreamStatus]) -> Vec<String> {
        let title = within_sentence(self.workspace.schedule.title_of(version));
        let out = |workstream: &WorkstreamStatus| {
            status_of(workstream, version).filter(|status| status.issued.is_some()).cloned()
        };
        let not_out = workstreams.iter().filter(|workstream| out(workstream).is_none());
        let not_out: Vec<&str> = not_out.map(|workstream| workstream.id.as_str()).collect();
        let mut missing = Vec::new();
        if !not_out.is_empty() {
            missing.push(format!("the {title} is not out{}", self.within(&not_out)));
        }
        let late = workstreams.iter().filter_map(|workstream| Some((workstream, out(workstream)?)));
        let late = late.filter(|(_, status)| !status.languages_not_out.is_empty());
        let said = late.map(|(workstream, status)| (codes(&status.languages_not_out), workstream.id.clone()));
        missing.extend(
            alike(said)
                .into_iter()
                .map(|(codes, of)| format!("the {title} is not out in {codes}{}", self.within(&of))),
        );
        missing
    }

    /// ` (aid and ict)`; nothing where there is only one workstream.
    fn within<T: AsRef<str>>(&self, workstreams: &[T]) -> String {
        match self.workspace.schedule.workstreams.len() {
            1 => String::new(),
            _ => format!(" ({})", listed(workstreams)),
        }
    }
}

/// `ar, fr and ru`
fn codes(languages: &[crate::draft::Language]) -> String {
    listed(&languages.iter().map(crate::draft::Language::as_str).collect::<Vec<_>>())
}

/// A version of a workstream, where it has been begun.
pub(super) fn status_of<'w>(
    workstream: &'w WorkstreamStatus,
    version: &VersionId,
) -> Option<&'w VersionStatus> {
    workstream.versions.iter().find(|status| status.id == version.as_str())
}
