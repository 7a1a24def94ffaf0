//! The front page.

use std::collections::BTreeSet;

use crate::collate::{Collation, Entry};
use crate::desk::Desk;
use crate::desk::witness::Witness;
use crate::draft::{Language, Level, VersionName, WorkstreamId};
use crate::error::Result;
use crate::report::{Event, RoundFigures, StatusReport, VersionStatus, Waiting, WorkstreamStatus};
use crate::schedule::Standing;
use crate::text::short_days;

impl Desk {
    /// What stands where today. The page shows one workstream in full: the one named, or the default one.
    pub fn status(&self, workstream: Option<&str>) -> Result<StatusReport> {
        let schedule = &self.workspace.schedule;
        let named = workstream.map(|typed| schedule.named_workstream(typed)).transpose()?;
        let in_full = named.as_ref().or_else(|| schedule.default_workstream());
        let witness = self.witness()?;
        let workstreams = self.workstream_statuses(&witness)?;
        let all: Vec<WorkstreamId> = schedule.workstreams.iter().map(|known| known.id.clone()).collect();
        let common = self.common_events(&witness, &all);
        let mut events: Vec<&Event> = workstreams.iter().flat_map(|workstream| &workstream.events).collect();
        events.extend(&common);
        let overdue = self.overdue(&events, all.len());
        let (under_way, next) = (under_way(&events), self.next(&events, &workstreams));
        Ok(StatusReport {
            about: self.about(),
            overdue,
            under_way,
            next,
            delegations_can: self.delegations_can(&workstreams),
            questions: self.four_questions(&workstreams),
            in_full: in_full.map(ToString::to_string),
            common,
            workstreams,
        })
    }

    /// Every workstream today.
    pub(super) fn workstream_statuses(&self, witness: &Witness) -> Result<Vec<WorkstreamStatus>> {
        let known = self.workspace.schedule.workstreams.iter();
        known
            .map(|known| {
                Ok(WorkstreamStatus {
                    id: known.id.to_string(),
                    number: known.number,
                    title: known.title.clone(),
                    versions: self.version_statuses(&known.id),
                    events: self.events_of(&known.id, witness),
                    last_round: self.last_round(&known.id, witness),
                    waiting: self.waiting(&known.id)?,
                })
            })
            .collect()
    }

    fn version_statuses(&self, workstream: &WorkstreamId) -> Vec<VersionStatus> {
        let schedule = &self.workspace.schedule;
        let versions = self.workspace.versions_of(workstream).into_iter();
        versions
            .filter_map(|version| {
                let text = self.workspace.texts.get(&VersionName::new(workstream, &version))?;
                let record = text.record.as_at(self.today);
                let out =
                    |language: &&Language| record.issued.iter().any(|issued| issued.language == **language);
                Some(VersionStatus {
                    id: version.to_string(),
                    title: schedule.title_of(&version).to_owned(),
                    paragraphs: text
                        .ruling(&schedule.original)
                        .map_or(0, |draft| draft.count(Level::Paragraph)),
                    issued: record.first_issued(),
                    despite: record.despite.clone(),
                    sent: record.sent.iter().map(|sent| sent.on).min(),
                    published: record.published.iter().map(|there| there.on).min(),
                    languages: schedule.languages.iter().filter(out).cloned().collect(),
                    languages_not_out: schedule.languages.iter().filter(|l| !out(l)).cloned().collect(),
                    languages_without_text: {
                        let missing = schedule.languages.iter().filter(|l| !text.drafts.contains_key(*l));
                        missing.cloned().collect()
                    },
                })
            })
            .collect()
    }

    fn last_round(&self, workstream: &WorkstreamId, witness: &Witness) -> Option<RoundFigures> {
        let rounds = self.workspace.schedule.rounds.iter().rev();
        let mut heard = rounds.map(|round| (round, self.received(workstream, Some(&round.id), None)));
        let (round, received) = heard.find(|(_, received)| !received.submissions.is_empty())?;
        Some(self.figures(&round.title, &received, witness))
    }

    fn waiting(&self, workstream: &WorkstreamId) -> Result<Waiting> {
        let Some(newest) = self.newest(workstream) else { return Ok(Waiting::default()) };
        let collation = Collation::of(&self.workspace, &newest);
        let count = |wanted: &dyn Fn(&Entry<'_>) -> bool| collation.entries().filter(|e| wanted(e)).count();
        let proposes = |entry: &Entry<'_>| entry.comment.proposal.is_some() && entry.replaced_by.is_none();
        Ok(Waiting {
            unanswered: count(&|entry| entry.is_unanswered()),
            undecided_proposals: count(&|entry| proposes(entry) && entry.is_unanswered()),
            proposals: count(&proposes),
            unplaced: count(&|entry| entry.needs_a_person()),
            texts: self.texts_waiting(&newest)?,
            newest: Some(self.workspace.schedule.title_of(&newest.version).to_owned()),
        })
    }
}

/// What takes place today, each event once: `Fourth round of consultations, 4–6 May 2026`.
pub(super) fn under_way(events: &[&Event]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let running = events.iter().filter(|event| event.standing == Standing::UnderWay);
    let once = running.filter(|event| seen.insert(event.id.clone()));
    once.map(|event| match (event.planned.from, event.planned.until) {
        (Some(from), Some(until)) => format!("{}, {}", event.title, short_days(from, until)),
        _ => event.title.clone(),
    })
    .collect()
}
