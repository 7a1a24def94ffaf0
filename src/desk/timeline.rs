//! Rounds and milestones held against what is on record.

use chrono::NaiveDate;

use crate::comment::RoundId;
use crate::desk::Desk;
use crate::draft::{VersionName, WorkstreamId};
use crate::error::Result;
use crate::report::{Event, EventKind, ScheduleReport, SessionLine};
use crate::schedule::{Due, Evidence, Milestone, MilestoneKind, Round, Standing};
use crate::text::{short_day, short_days};

impl Desk {
    /// The whole schedule, in every workstream or in one.
    pub fn schedule(&self, workstream: Option<&str>, with_agenda: bool) -> Result<ScheduleReport> {
        let schedule = &self.workspace.schedule;
        let workstream = workstream.map(|typed| schedule.named_workstream(typed)).transpose()?;
        let shown = schedule.workstreams.iter().map(|known| &known.id);
        let shown = shown.filter(|id| workstream.as_ref().is_none_or(|named| named == *id));
        let mut events: Vec<Event> = shown.flat_map(|id| self.events_of(id)).collect();
        events.extend(self.common_events());
        in_order(&mut events);
        Ok(ScheduleReport {
            about: self.about(),
            timezone: schedule.timezone.name().to_owned(),
            events,
            sessions: schedule.rounds.iter().flat_map(sessions).collect(),
            questions: schedule.questions.iter().map(|question| question.text.clone()).collect(),
            rules: schedule.rules.iter().map(|rule| rule.text.clone()).collect(),
            with_agenda,
        })
    }

    /// The rounds and circulations of one workstream, by date.
    pub(super) fn events_of(&self, workstream: &WorkstreamId) -> Vec<Event> {
        let schedule = &self.workspace.schedule;
        let mut events: Vec<Event> =
            schedule.rounds.iter().map(|round| self.round_event(workstream, round)).collect();
        let circulations = schedule.milestones.iter().filter(|m| m.kind == MilestoneKind::Circulation);
        events.extend(circulations.map(|milestone| self.circulation_event(workstream, milestone)));
        in_order(&mut events);
        events
    }

    /// Deadlines and other events, which concern all workstreams alike.
    pub(super) fn common_events(&self) -> Vec<Event> {
        let others = self.workspace.schedule.milestones.iter();
        let others = others.filter(|milestone| milestone.kind != MilestoneKind::Circulation);
        others
            .map(|milestone| {
                let kind = match milestone.kind {
                    MilestoneKind::Deadline => EventKind::Deadline,
                    _ => EventKind::Other,
                };
                event(milestone, kind, Standing::of_deadline(milestone.due, self.today))
            })
            .collect()
    }

    fn round_event(&self, workstream: &WorkstreamId, round: &Round) -> Event {
        let held =
            self.workspace.rounds.get(&(workstream.clone(), round.id.clone())).and_then(|record| record.held);
        let due = match (round.start, round.end) {
            (Some(start), Some(end)) => Due::Between(start, end),
            _ => Due::NotAnnounced,
        };
        let running = round.start.is_some_and(|start| start <= self.today)
            && round.end.is_some_and(|end| self.today <= end);
        let evidence = Evidence { done: held.map(|held| held.end), begun: false };
        let standing = match Standing::of(due, evidence, self.today) {
            _ if running => Standing::UnderWay,
            Standing::Planned { .. } => {
                Standing::Planned { days: round.start.map_or(0, |start| (start - self.today).num_days()) }
            }
            standing => standing,
        };
        Event {
            id: round.id.to_string(),
            title: round.title.clone(),
            kind: EventKind::Round,
            workstream: Some(workstream.to_string()),
            from: round.start,
            until: round.end,
            day_not_announced: false,
            standing,
            on_record: held.map(|held| self.round_on_record(workstream, &round.id, held.start, held.end)),
            missing: Vec::new(),
        }
    }

    fn round_on_record(
        &self,
        workstream: &WorkstreamId,
        round: &RoundId,
        start: NaiveDate,
        end: NaiveDate,
    ) -> String {
        let received =
            self.workspace.submissions.iter().filter(|filed| {
                filed.submission.workstream == *workstream && filed.submission.round == *round
            });
        let days = short_days(start, end);
        match received.count() {
            0 => format!("held {days}"),
            count => format!("held {days}, {}", crate::text::counted(count, "submission")),
        }
    }

    fn circulation_event(&self, workstream: &WorkstreamId, milestone: &Milestone) -> Event {
        let text = milestone.version.as_ref().map(|version| VersionName::new(workstream, version));
        let text = text.and_then(|name| self.workspace.texts.get(&name));
        let record = text.map(|text| text.record.as_at(self.today)).unwrap_or_default();
        let evidence = Evidence { done: record.circulated(), begun: text.is_some() };
        let standing = Standing::of(milestone.due, evidence, self.today);
        let mut event = event(milestone, EventKind::Circulation, standing);
        event.workstream = Some(workstream.to_string());
        let facts = [
            ("issued", record.first_issued()),
            ("sent", record.sent.iter().map(|sent| sent.on).min()),
            ("published", record.published.iter().map(|there| there.on).min()),
        ];
        event.on_record = on_record(&facts);
        if event.on_record.is_some() {
            let missing = facts.iter().filter(|(_, day)| day.is_none());
            event.missing = missing.map(|(what, _)| format!("{what}: not recorded")).collect();
        }
        event
    }
}

/// What is on record, with days named once where they are the same: `issued, sent and published 1 April 2026`.
fn on_record(facts: &[(&str, Option<NaiveDate>)]) -> Option<String> {
    let mut groups: Vec<(NaiveDate, Vec<&str>)> = Vec::new();
    for (what, day) in facts {
        let Some(day) = day else { continue };
        match groups.last_mut() {
            Some((last, whats)) if last == day => whats.push(what),
            _ => groups.push((*day, vec![what])),
        }
    }
    let said =
        groups.iter().map(|(day, whats)| format!("{} {}", crate::text::listed(whats), short_day(*day)));
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| said.join(", "))
}

fn event(milestone: &Milestone, kind: EventKind, standing: Standing) -> Event {
    let (from, until, day_not_announced) = match milestone.due {
        Due::On(day) => (Some(day), Some(day), false),
        Due::Between(first, last) => (Some(first), Some(last), true),
        Due::NotAnnounced => (None, None, false),
    };
    Event {
        id: milestone.id.clone(),
        title: milestone.title.clone(),
        kind,
        workstream: None,
        from,
        until,
        day_not_announced,
        standing,
        on_record: None,
        missing: Vec::new(),
    }
}

fn in_order(events: &mut [Event]) {
    events.sort_by_key(|event| (event.until.is_none(), event.from, event.workstream.clone()));
}

fn sessions(round: &Round) -> impl Iterator<Item = SessionLine> + '_ {
    round.sessions.iter().map(|session| SessionLine {
        round: round.title.clone(),
        starts: session.starts.clone(),
        ends: session.ends.clone(),
        title: session.title.clone(),
        parts: session.parts.clone(),
    })
}
