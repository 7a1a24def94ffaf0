//! Rounds and milestones held against what is on record.

use chrono::NaiveTime;

use crate::desk::Desk;
use crate::desk::evidence::{committed_later, record_in_words};
use crate::desk::plan_changes::{planned, planned_round};
use crate::desk::witness::{Fact, Witness};
use crate::draft::{Language, VersionName, WorkstreamId};
use crate::error::Result;
use crate::report::{Event, EventKind, Planned, ScheduleReport, SessionLine, WindowLine};
use crate::schedule::{Due, Evidence, Milestone, MilestoneKind, Round, Standing, Window};
use crate::text::{counted, short_days};

impl Desk {
    /// The whole schedule, in every workstream or in one.
    pub fn schedule(&self, workstream: Option<&str>, with_agenda: bool) -> Result<ScheduleReport> {
        let schedule = &self.workspace.schedule;
        let workstream = workstream.map(|typed| schedule.named_workstream(typed)).transpose()?;
        let shown = schedule.workstreams.iter().map(|known| known.id.clone());
        let shown: Vec<WorkstreamId> =
            shown.filter(|id| workstream.as_ref().is_none_or(|named| named == id)).collect();
        let witness = self.witness()?;
        let mut events: Vec<Event> = shown.iter().flat_map(|id| self.events_of(id, &witness)).collect();
        events.extend(self.common_events(&witness, &shown));
        in_order(&mut events);
        Ok(ScheduleReport {
            about: self.about(),
            timezone: schedule.timezone.name().to_owned(),
            workstreams: shown.iter().map(ToString::to_string).collect(),
            events,
            changes: witness.changes.clone(),
            windows: schedule.windows().iter().map(|window| self.window(window)).collect(),
            floor: self.floor_time(&shown),
            sessions: schedule.rounds.iter().flat_map(sessions).collect(),
            questions: schedule.questions.iter().map(|question| question.text.clone()).collect(),
            rules: schedule.rules.iter().map(|rule| rule.text.clone()).collect(),
            with_agenda,
        })
    }

    /// The rounds and circulations of one workstream, by date.
    pub(super) fn events_of(&self, workstream: &WorkstreamId, witness: &Witness) -> Vec<Event> {
        let schedule = &self.workspace.schedule;
        let rounds = schedule.rounds.iter().map(|round| self.round_event(workstream, round, witness));
        let circulations = schedule.milestones.iter().filter(|m| m.kind == MilestoneKind::Circulation);
        let circulations = circulations.map(|m| self.circulation_event(workstream, m, witness));
        let mut events: Vec<Event> = rounds.chain(circulations).collect();
        in_order(&mut events);
        events
    }

    /// Deadlines and other events, which concern all workstreams alike.
    pub(super) fn common_events(&self, witness: &Witness, shown: &[WorkstreamId]) -> Vec<Event> {
        let others = self.workspace.schedule.milestones.iter();
        let others = others.filter(|milestone| milestone.kind != MilestoneKind::Circulation);
        others
            .map(|milestone| {
                let kind = match milestone.kind {
                    MilestoneKind::Deadline => EventKind::Deadline,
                    _ => EventKind::Other,
                };
                let standing = Standing::of_deadline(milestone.due, self.today);
                let mut event = self.milestone_event(milestone, kind, standing, witness);
                event.on_record = self.received_by(milestone, shown);
                event
            })
            .collect()
    }

    fn round_event(&self, workstream: &WorkstreamId, round: &Round, witness: &Witness) -> Event {
        let schedule = &self.workspace.schedule;
        let record = self.workspace.rounds.get(&(workstream.clone(), round.id.clone()));
        let held = record.and_then(|record| record.held).filter(|held| held.end <= self.today);
        let due = match (round.start, round.end) {
            (Some(start), Some(end)) => Due::Between(start, end),
            _ => Due::NotAnnounced,
        };
        let running = held.is_none()
            && round.start.is_some_and(|start| start <= self.today)
            && round.end.is_some_and(|end| self.today <= end);
        let evidence = Evidence { done: held.map(|held| held.end), begun: false };
        let standing = match Standing::of(due, evidence, self.today) {
            _ if running => Standing::UnderWay,
            Standing::Planned { .. } => {
                Standing::Planned { days: round.start.map_or(0, |start| (start - self.today).num_days()) }
            }
            standing => standing,
        };
        let standing = standing.unless_cancelled(round.cancelled, self.today);
        let mut event =
            bare(round.id.as_str(), &round.title, EventKind::Round, planned_round(round), standing);
        self.remember_plan(&mut event, witness);
        event.tentative = round.tentative;
        (event.hours, event.place) = (round.hours.clone(), round.place.clone());
        if let (Some(day), Some((from, until))) =
            (round.start.filter(|_| round.start == round.end), round.hours())
        {
            let at = |hour: NaiveTime| schedule.moment(day, &hour.format("%H:%M").to_string()).earliest();
            (event.starts, event.ends) = (at(from), at(until));
        }
        event.workstream = Some(workstream.to_string());
        event.submissions = self.submissions(workstream, round);
        if let Some(held) = held {
            (event.actual_from, event.actual_until) = (Some(held.start), Some(held.end));
            let held_on = format!("held {}", short_days(held.start, held.end));
            event.on_record = Some(match event.submissions {
                0 => held_on,
                count => format!("{held_on}, {}", counted(count, "submission")),
            });
            let fact = Fact::Held(workstream.clone(), round.id.clone(), held.start, held.end);
            event.committed = witness.of(&fact).filter(|committed| *committed > held.end);
        }
        event
    }

    fn submissions(&self, workstream: &WorkstreamId, round: &Round) -> usize {
        let received = self.workspace.submissions.iter().map(|filed| &filed.submission);
        received.filter(|s| s.workstream == *workstream && s.round == round.id).count()
    }

    fn circulation_event(
        &self,
        workstream: &WorkstreamId,
        milestone: &Milestone,
        witness: &Witness,
    ) -> Event {
        let name = milestone.version.as_ref().map(|version| VersionName::new(workstream, version));
        let text = name.as_ref().and_then(|name| self.workspace.texts.get(name));
        let record = text.map(|text| text.record.as_at(self.today)).unwrap_or_default();
        let evidence = Evidence { done: record.circulated(), begun: text.is_some() };
        let standing = Standing::of(milestone.due, evidence, self.today);
        let standing = standing.unless_cancelled(milestone.cancelled, self.today);
        let mut event = self.milestone_event(milestone, EventKind::Circulation, standing, witness);
        event.workstream = Some(workstream.to_string());
        (event.actual_from, event.actual_until) = (record.first_issued(), record.circulated());
        if let (Some(name), Some(_)) = (&name, record.first_issued()) {
            let (on_record, missing) = record_in_words(&record);
            (event.on_record, event.missing) = (Some(on_record), missing);
            event.committed = committed_later(name, &record, witness);
            event.sealed = witness.sealed(name);
            if event.sealed == Some(false) {
                event.missing.push(format!("no tag `{name}`"));
            }
            let out = |language: &Language| record.issued.iter().any(|i| i.language == *language);
            let languages = self.workspace.schedule.languages.iter().cloned();
            (event.languages_out, event.languages_not_out) = languages.partition(out);
        }
        event
    }

    fn milestone_event(
        &self,
        milestone: &Milestone,
        kind: EventKind,
        standing: Standing,
        witness: &Witness,
    ) -> Event {
        let standing = standing.unless_cancelled(milestone.cancelled, self.today);
        let mut event = bare(&milestone.id, &milestone.title, kind, planned(milestone), standing);
        event.time.clone_from(&milestone.time);
        event.tentative = milestone.tentative;
        if let (Due::On(day), Some(hour)) = (milestone.due, &milestone.time) {
            let moment = self.workspace.schedule.moment(day, hour).earliest();
            (event.starts, event.ends) = (moment, moment);
        }
        self.remember_plan(&mut event, witness);
        event
    }

    /// What the plan said before of an event, and since when it has said what it says.
    fn remember_plan(&self, event: &mut Event, witness: &Witness) {
        let changes = witness.changes.iter();
        let moves: Vec<_> = changes.filter(|change| change.event == event.id && change.moved()).collect();
        if let [first, .., last] | [first @ last] = moves.as_slice()
            && first.was != event.planned
        {
            (event.first_planned, event.moved_on) = (Some(first.was), Some(last.on));
        }
        event.since = witness.since(&event.id);
    }

    fn window(&self, window: &Window) -> WindowLine {
        let schedule = &self.workspace.schedule;
        WindowLine {
            kind: window.kind,
            version: schedule.title_of(&window.version).to_owned(),
            round: schedule.round(&window.round).map_or_else(String::new, |round| round.title.clone()),
            from: window.from,
            until: window.until,
            days: window.days(),
            by_deadline: window.by_deadline,
        }
    }
}

/// An event of which only the plan is known.
fn bare(id: &str, title: &str, kind: EventKind, planned: Planned, standing: Standing) -> Event {
    Event {
        id: id.to_owned(),
        title: title.to_owned(),
        kind,
        workstream: None,
        planned,
        first_planned: None,
        moved_on: None,
        since: None,
        starts: None,
        ends: None,
        hours: None,
        place: None,
        time: None,
        tentative: false,
        standing,
        actual_from: None,
        actual_until: None,
        on_record: None,
        submissions: 0,
        committed: None,
        sealed: None,
        languages_out: Vec::new(),
        languages_not_out: Vec::new(),
        missing: Vec::new(),
    }
}

/// By date, those without one last; on one day in the order of the workstreams.
fn in_order(events: &mut [Event]) {
    events.sort_by_key(|event| (event.planned.until.is_none(), event.planned.from));
}

fn sessions(round: &Round) -> impl Iterator<Item = SessionLine> + '_ {
    round.sessions.iter().map(|session| SessionLine {
        round: round.title.clone(),
        starts: session.starts.clone(),
        ends: session.ends.clone(),
        title: session.title.clone(),
        parts: session.parts.clone(),
        tentative: round.tentative,
    })
}
