//! The front page.

use std::collections::BTreeSet;

use crate::collate::{Collation, Entry};
use crate::comment::DelegationCode;
use crate::desk::Desk;
use crate::draft::{Level, VersionName, WorkstreamId};
use crate::report::{Event, EventKind, RoundFigures, StatusReport, VersionStatus, Waiting, WorkstreamStatus};
use crate::schedule::{ParticipantKind, Round, Standing};
use crate::text::counted;
use crate::workspace::Filed;

impl Desk {
    /// What stands where today.
    pub fn status(&self) -> StatusReport {
        let workstreams: Vec<WorkstreamStatus> = self
            .workspace
            .schedule
            .workstreams
            .iter()
            .map(|known| {
                let id = &known.id;
                WorkstreamStatus {
                    id: id.to_string(),
                    number: known.number,
                    title: known.title.clone(),
                    versions: self.version_statuses(id),
                    events: self.events_of(id),
                    last_round: self.last_round(id),
                    waiting: self.waiting(id),
                }
            })
            .collect();
        let mut events: Vec<&Event> = workstreams.iter().flat_map(|workstream| &workstream.events).collect();
        let common = self.common_events();
        events.extend(&common);
        StatusReport { about: self.about(), overdue: overdue(&events), next: next(&events), workstreams }
    }

    fn version_statuses(&self, workstream: &WorkstreamId) -> Vec<VersionStatus> {
        let schedule = &self.workspace.schedule;
        let versions = self.workspace.versions_of(workstream).into_iter();
        versions
            .filter_map(|version| {
                let text = self.workspace.texts.get(&VersionName::new(workstream, &version))?;
                let record = text.record.as_at(self.today);
                let out = |language: &&crate::draft::Language| {
                    record.issued.iter().any(|issued| issued.language == **language)
                };
                Some(VersionStatus {
                    id: version.to_string(),
                    title: schedule.title_of(&version).to_owned(),
                    paragraphs: text
                        .ruling(&schedule.original)
                        .map_or(0, |draft| draft.count(Level::Paragraph)),
                    issued: record.first_issued(),
                    sent: record.sent.iter().map(|sent| sent.on).min(),
                    published: record.published.iter().map(|there| there.on).min(),
                    languages: schedule.languages.iter().filter(out).cloned().collect(),
                    languages_not_out: schedule.languages.iter().filter(|l| !out(l)).cloned().collect(),
                })
            })
            .collect()
    }

    fn last_round(&self, workstream: &WorkstreamId) -> Option<RoundFigures> {
        let rounds = self.workspace.schedule.rounds.iter().rev();
        let in_round = |round: &Round| -> Vec<&Filed> {
            let submissions = self.workspace.submissions.iter().map(|filed| (filed, &filed.submission));
            submissions
                .filter(|(_, s)| s.workstream == *workstream && s.round == round.id)
                .map(|(filed, _)| filed)
                .collect()
        };
        let (round, filed) =
            rounds.map(|round| (round, in_round(round))).find(|(_, filed)| !filed.is_empty())?;
        let late = |filed: &&&Filed| round.end.is_some_and(|end| filed.submission.received > end);
        let authors: BTreeSet<&DelegationCode> = filed.iter().map(|f| &f.submission.delegation).collect();
        let comments = filed
            .iter()
            .flat_map(|filed| filed.submission.comments.iter().map(|comment| filed.submission.id(comment)));
        let answered = |id: &crate::comment::CommentId| {
            let standing = self.workspace.answers.get(id).and_then(|answers| answers.standing());
            standing.is_some_and(|answer| answer.outcome != crate::comment::Outcome::Open)
        };
        Some(RoundFigures {
            title: round.title.clone(),
            submissions: filed.len(),
            comments: filed.iter().map(|filed| filed.submission.comments.len()).sum(),
            delegations: authors.len(),
            states_covered: self.states_covered(&filed),
            after_the_round: filed.iter().filter(late).count(),
            answered: comments.filter(answered).count(),
        })
    }

    /// States heard: authors, those for whom they spoke, and the members of groups, each once.
    fn states_covered(&self, filed: &[&Filed]) -> usize {
        let schedule = &self.workspace.schedule;
        let mut heard: BTreeSet<&DelegationCode> = BTreeSet::new();
        for filed in filed {
            let spoke = std::iter::once(&filed.submission.delegation).chain(&filed.submission.on_behalf_of);
            for code in spoke {
                heard.insert(code);
                heard.extend(schedule.participant(code).into_iter().flat_map(|group| &group.members));
            }
        }
        let is_state = |code: &&&DelegationCode| {
            schedule.participant(code).is_some_and(|known| known.kind == ParticipantKind::State)
        };
        heard.iter().filter(is_state).count()
    }

    fn waiting(&self, workstream: &WorkstreamId) -> Waiting {
        let Some(newest) = self.newest(workstream) else { return Waiting::default() };
        let collation = Collation::of(&self.workspace, &newest);
        Waiting {
            unanswered: collation.entries().filter(|entry| entry.is_unanswered()).count(),
            unplaced: collation
                .entries()
                .filter(|entry: &&Entry<'_>| entry.anchoring.needs_a_person())
                .count(),
            newest: Some(self.workspace.schedule.title_of(&newest.version).to_owned()),
        }
    }
}

/// The circulations that should have taken place, with the days since.
fn overdue(events: &[&Event]) -> Vec<String> {
    let late = events.iter().filter_map(|event| match event.standing {
        Standing::Overdue { days } if event.kind == EventKind::Circulation => {
            let days = counted(usize::try_from(days).unwrap_or_default(), "day");
            Some(format!("{} ({days})", named(event)))
        }
        _ => None,
    });
    late.collect()
}

/// What is due next, in one line.
fn next(events: &[&Event]) -> Option<String> {
    let days = |event: &Event| match event.standing {
        Standing::Planned { days } | Standing::InPreparation { days: Some(days) } => Some(days),
        _ => None,
    };
    let (left, event) =
        events.iter().filter_map(|event| Some((days(event)?, event))).min_by_key(|(days, _)| *days)?;
    let left = counted(usize::try_from(left).unwrap_or_default(), "day");
    if event.day_not_announced {
        return Some(format!("Next: {}, {} (day not announced; {left} left).", event.title, event.when()));
    }
    Some(format!("Next: {}, {} (in {left}).", event.title, event.when()))
}

fn named(event: &Event) -> String {
    match &event.workstream {
        Some(workstream) => format!("{workstream}: {}", event.title),
        None => event.title.clone(),
    }
}
