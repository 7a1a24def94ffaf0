//! The answer to "is it on time?": every event, planned and on record.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use crate::report::{
    About, Block, Calendar, Document, Event, FloorTime, PlanChange, Report, Run, Table, Timeline,
};
use crate::schedule::WindowKind;
use crate::text::{counted, ordinal_day, short_days, within_sentence};

/// Rounds and milestones, and how they stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScheduleReport {
    /// The head.
    pub about: About,
    /// The time zone in which days begin and end.
    pub timezone: String,
    /// The workstreams shown, in the order of the plan.
    pub workstreams: Vec<String>,
    /// The events by date, those without one last.
    pub events: Vec<Event>,
    /// What the plan said before, by git's history of it.
    pub changes: Vec<PlanChange>,
    /// The time that the plan leaves for comments and for the work on them.
    pub windows: Vec<WindowLine>,
    /// How many statements fit into the rounds.
    pub floor: Vec<FloorTime>,
    /// The sessions of the rounds, as far as they were announced.
    pub sessions: Vec<SessionLine>,
    /// The guiding questions.
    pub questions: Vec<String>,
    /// The rules of conduct.
    pub rules: Vec<String>,
    /// Whether the page shows windows, sessions, questions and rules.
    #[serde(skip)]
    pub with_agenda: bool,
}

/// One item of a round's agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SessionLine {
    /// The round's title.
    pub round: String,
    /// When it starts: `10:10`.
    pub starts: Option<String>,
    /// When it ends.
    pub ends: Option<String>,
    /// What it is about.
    pub title: String,
    /// The sections of the text discussed.
    pub parts: Vec<String>,
    /// Whether its times may still change.
    pub tentative: bool,
}

/// The time that the plan leaves for something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WindowLine {
    /// What it is for.
    pub kind: WindowKind,
    /// The version commented on, or being prepared.
    pub version: String,
    /// The round in which it is discussed, or after which it is prepared.
    pub round: String,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub until: NaiveDate,
    /// Days from the first to the last.
    pub days: i64,
    /// Whether an announced deadline ends it.
    pub by_deadline: bool,
}

impl WindowLine {
    /// What it is for, and what ends it.
    fn what(&self) -> String {
        let version = within_sentence(&self.version);
        match (self.kind, self.by_deadline) {
            (WindowKind::Comments, true) => format!("comments on the {version}, until the deadline"),
            (WindowKind::Comments, false) => format!(
                "comments on the {version}, until the end of the {} (no deadline announced)",
                within_sentence(&self.round)
            ),
            (WindowKind::Consolidation, _) => {
                format!("work on the {version}, after the {}", within_sentence(&self.round))
            }
        }
    }
}

impl Report for ScheduleReport {
    fn name(&self) -> &'static str {
        "schedule"
    }

    fn document(&self) -> Document {
        let named = self.events.iter().filter_map(|event| event.workstream.as_ref());
        let several = named.collect::<BTreeSet<_>>().len() > 1;
        let head = format!("As at {}. Days are days in {}.", ordinal_day(self.about.as_at), self.timezone);
        let mut blocks =
            vec![Block::Prose(vec![Run::plain(head)]), Block::Table(Event::table(&self.events, several))];
        blocks.extend(section("Changes of plan", self.changes.iter().map(PlanChange::sentence)));
        if self.with_agenda {
            blocks.extend(self.agenda());
        }
        self.about.page("Schedule", blocks)
    }

    fn calendar(&self) -> Option<Calendar> {
        Some(Calendar::of(self))
    }

    fn timeline(&self) -> Option<Timeline> {
        Timeline::of(self)
    }
}

impl ScheduleReport {
    /// The windows, the sessions, the floor time, the guiding questions and the rules.
    fn agenda(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut table = Table::new(&["Days~", "Length", "For*"]);
        for window in &self.windows {
            table.row(vec![
                vec![Run::plain(short_days(window.from, window.until))],
                vec![Run::plain(counted(usize::try_from(window.days).unwrap_or_default(), "day"))],
                vec![Run::plain(window.what())],
            ]);
        }
        blocks.extend(titled("Windows", table));
        let mut table = Table::new(&["Round~", "Time", "Session*", "Parts of the text~"]);
        for session in &self.sessions {
            let times = [session.starts.as_deref(), session.ends.as_deref()].map(|time| time.unwrap_or("?"));
            let tentative = if session.tentative { " (tentative)" } else { "" };
            table.row(vec![
                vec![Run::plain(&session.round)],
                vec![Run::plain(format!("{}{tentative}", times.join("–")))],
                vec![Run::plain(&session.title)],
                vec![Run::plain(session.parts.join(", "))],
            ]);
        }
        blocks.extend(titled("Agenda", table));
        blocks.extend(section("Time to speak", self.floor.iter().map(FloorTime::sentence)));
        blocks.extend(section("Guiding questions", self.questions.iter().cloned()));
        blocks.extend(section("How the rounds are conducted", self.rules.iter().cloned()));
        blocks
    }
}

/// A table under its heading, unless it is empty.
fn titled(title: &str, table: Table) -> Vec<Block> {
    if table.rows.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(vec![Run::plain(title)]), Block::Table(table)]
}

/// Points under their heading, unless there are none.
pub(super) fn section(title: &str, points: impl Iterator<Item = String>) -> Vec<Block> {
    let points: Vec<Vec<Run>> = points.map(|point| vec![Run::plain(point)]).collect();
    if points.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(vec![Run::plain(title)]), Block::List(points)]
}
