//! The co-chairs' summary of a round, as far as it can be counted. It names no delegation.

use std::collections::BTreeMap;

use crate::collate::collisions;
use crate::desk::Desk;
use crate::desk::desk::cite;
use crate::draft::{ParagraphId, VersionName, WorkstreamId};
use crate::error::Result;
use crate::report::{Contested, Event, EventKind, NextStep, SummaryReport};
use crate::schedule::{Round, Standing};
use crate::text::short_days;

impl Desk {
    /// The summary of a round, `r4` or `ict/r4`.
    pub fn summary(&self, typed: &str) -> Result<SummaryReport> {
        let schedule = &self.workspace.schedule;
        let (workstream, bare) = match typed.split_once('/') {
            Some((workstream, round)) => (Some(workstream), round),
            None => (None, typed),
        };
        let workstream = self.workspace.workstream(workstream)?;
        let id = self.round(bare)?;
        let round = schedule.round(&id).expect("a named round is one of the schedule's");
        let witness = self.witness()?;
        let received = self.received(&workstream, Some(&id), None);
        let record = self.workspace.rounds.get(&(workstream.clone(), id.clone()));
        let held = record.and_then(|record| record.held);
        let days = held.map(|held| (held.start, held.end)).or(round.start.zip(round.end));
        let mut contested = Vec::new();
        let mut versions: Vec<_> =
            received.submissions.iter().map(|filed| &filed.submission.version).collect();
        versions.sort_unstable();
        versions.dedup();
        for version in &versions {
            contested.extend(self.contested(&VersionName::new(&workstream, version), round)?);
        }
        let mut events = self.events_of(&workstream, &witness);
        events.extend(self.common_events(&witness, std::slice::from_ref(&workstream)));
        Ok(SummaryReport {
            about: self.about(),
            workstream: self.workstream_title(&workstream),
            round: round.title.clone(),
            days: days.map(|(from, until)| short_days(from, until)),
            held: held.is_some(),
            place: round.place.clone(),
            format: round.format.clone(),
            on: round.on.as_ref().map(|version| self.title(version)),
            figures: self.received_figures(&workstream, &round.title, &received, &witness),
            questions: schedule
                .questions
                .iter()
                .filter(|question| question.rounds.is_empty() || question.rounds.contains(&id))
                .map(|question| (question.id.clone(), question.text.clone()))
                .collect(),
            contested,
            next: next_steps(&events, days.map(|(_, until)| until)),
        })
    }

    fn workstream_title(&self, workstream: &WorkstreamId) -> String {
        let known = self.workspace.schedule.workstream(workstream);
        known.map_or_else(|| workstream.to_string(), |known| known.title.clone())
    }

    /// The passages in which proposals of a round collide, and in how many places.
    fn contested(&self, name: &VersionName, round: &Round) -> Result<Vec<Contested>> {
        let original = &self.workspace.schedule.original;
        if self.workspace.draft(name, original).is_none() {
            return Ok(Vec::new());
        }
        let scope = self.scope(&[name.to_string()], None, Some(round.id.as_str()), false)?;
        let (wisher, wishes) = self.wishes(&scope)?;
        let mut places: BTreeMap<ParagraphId, (usize, usize)> = BTreeMap::new();
        let found = collisions(&wisher, &wishes);
        for one in &found {
            let (count, wordings) = places.entry(one.paragraph.clone()).or_default();
            *count += 1;
            *wordings += one.sides.len();
        }
        let numbering = self.numbering(name);
        let mut contested: Vec<Contested> = places
            .into_iter()
            .map(|(id, (places, wordings))| Contested {
                version: self.title(&name.version),
                cited: cite(&numbering, &id),
                places,
                wordings,
            })
            .collect();
        contested.sort_by_key(|one| wisher.draft().position(&one.cited.id));
        Ok(contested)
    }
}

/// What is planned after a round, by its day.
fn next_steps(events: &[Event], after: Option<chrono::NaiveDate>) -> Vec<NextStep> {
    let later = events.iter().filter(|event| {
        let day = event.planned.until.or(event.planned.from);
        // A last day that nobody announced may be of a round long over.
        let of_itself = matches!(event.kind, EventKind::Round | EventKind::Circulation);
        day.map_or(of_itself, |day| after.is_none_or(|after| day > after))
    });
    let standing = later.filter(|event| !matches!(event.standing, Standing::Cancelled { .. }));
    let mut steps: Vec<&Event> = standing.collect();
    steps.sort_by_key(|event| (event.planned.until.is_none(), event.planned.from));
    steps
        .into_iter()
        .map(|event| NextStep {
            title: event.title.clone(),
            when: event.planned.when(),
            on_record: event.on_record.clone(),
        })
        .collect()
}
