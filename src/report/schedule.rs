//! The answer to "is it on time?": every event, planned and on record.

use chrono::NaiveDate;
use serde::Serialize;

use crate::report::{About, Block, Document, Report, Role, Run, Table};
use crate::schedule::Standing;
use crate::text::{counted, ordinal_day, short_day, short_days};

/// Rounds and milestones, and how they stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScheduleReport {
    /// The head.
    pub about: About,
    /// The time zone in which days begin and end.
    pub timezone: String,
    /// The events by date, those without one last.
    pub events: Vec<Event>,
    /// The sessions of the rounds, as far as they were announced.
    pub sessions: Vec<SessionLine>,
    /// The guiding questions.
    pub questions: Vec<String>,
    /// The rules of conduct.
    pub rules: Vec<String>,
    /// Whether the page shows sessions, questions and rules.
    #[serde(skip)]
    pub with_agenda: bool,
}

/// One item of a round's agenda; times may change with the number of statements.
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
}

/// What kind of event it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EventKind {
    /// A round of consultations.
    Round,
    /// A version goes out.
    Circulation,
    /// The last day for something.
    Deadline,
    /// Anything else.
    Other,
}

/// One event in one workstream, planned and on record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Event {
    /// Its short name in the schedule.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What kind it is.
    pub kind: EventKind,
    /// The workstream it concerns; absent where it concerns all of them.
    pub workstream: Option<String>,
    /// The first day planned.
    pub from: Option<NaiveDate>,
    /// The last day planned.
    pub until: Option<NaiveDate>,
    /// Whether the day itself is still to be announced, within these bounds.
    pub day_not_announced: bool,
    /// How it stands.
    #[serde(flatten)]
    pub standing: Standing,
    /// What is on record, in words.
    pub on_record: Option<String>,
    /// What is missing before it counts as done.
    pub missing: Vec<String>,
}

impl Event {
    /// When it is planned: `4–6 May 2026`, `between 1 Jul 2026 and 31 Dec 2026`, `not announced`.
    pub fn when(&self) -> String {
        match (self.from, self.until) {
            (Some(from), Some(until)) if self.day_not_announced => {
                format!("between {} and {}", short_day(from), short_day(until))
            }
            (Some(from), Some(until)) => short_days(from, until),
            (Some(day), None) | (None, Some(day)) => short_day(day),
            (None, None) => "not announced".to_owned(),
        }
    }

    /// How it stands, in words.
    pub fn standing_on_screen(&self) -> String {
        let days = |days: i64| counted(usize::try_from(days).unwrap_or_default(), "day");
        match self.standing {
            Standing::Done { .. } => "done".to_owned(),
            Standing::DoneLate { days: late, .. } => format!("done, {} late", days(late)),
            Standing::UnderWay => "under way".to_owned(),
            Standing::InPreparation { days: Some(left) } if self.day_not_announced => {
                format!("in preparation, due within {}", days(left))
            }
            Standing::InPreparation { days: Some(left) } => format!("in preparation, due in {}", days(left)),
            Standing::InPreparation { days: None } => "in preparation".to_owned(),
            Standing::Planned { days: left } if self.day_not_announced => {
                format!("planned, within {}", days(left))
            }
            Standing::Planned { days: left } => format!("in {}", days(left)),
            Standing::Overdue { days: late } if self.kind == EventKind::Round => {
                format!("not recorded as held ({} ago)", days(late))
            }
            Standing::Overdue { days: late } => format!("overdue, {}", days(late)),
            Standing::Passed { .. } => "passed".to_owned(),
            Standing::NotAnnounced => "not announced".to_owned(),
            Standing::Cancelled { on } => format!("called off on {}", short_day(on)),
        }
    }

    /// The tone in which its standing is said.
    pub fn role(&self) -> Role {
        match self.standing {
            Standing::Done { .. } => Role::Good,
            Standing::Overdue { .. } => Role::Bad,
            Standing::DoneLate { .. } => Role::Warn,
            Standing::NotAnnounced | Standing::Passed { .. } => Role::Quiet,
            _ => Role::Plain,
        }
    }

    /// The table of some events.
    pub fn table<'e>(events: impl IntoIterator<Item = &'e Event>, with_workstream: bool) -> Table {
        let mut columns = vec!["Planned~", "What*", "On record~", "Standing~"];
        if with_workstream {
            columns.insert(2, "Workstream");
        }
        let mut table = Table::new(&columns);
        for event in events {
            let mut on_record = event.on_record.clone().unwrap_or_else(|| "–".to_owned());
            if !event.missing.is_empty() {
                on_record.push_str(&format!("; {}", event.missing.join(", ")));
            }
            let mut cells = vec![
                vec![Run::plain(event.when())],
                vec![Run::plain(&event.title)],
                vec![Run::plain(on_record)],
                vec![Run::new(event.role(), event.standing_on_screen())],
            ];
            if with_workstream {
                cells.insert(2, vec![Run::plain(event.workstream.as_deref().unwrap_or("all"))]);
            }
            table.row(cells);
        }
        table
    }
}

impl Report for ScheduleReport {
    fn name(&self) -> &'static str {
        "schedule"
    }

    fn document(&self) -> Document {
        let several = self
            .events
            .iter()
            .filter_map(|event| event.workstream.as_ref())
            .collect::<std::collections::BTreeSet<_>>()
            .len()
            > 1;
        let head = format!("As at {}. Days are days in {}.", ordinal_day(self.about.as_at), self.timezone);
        let mut blocks =
            vec![Block::Prose(vec![Run::plain(head)]), Block::Table(Event::table(&self.events, several))];
        if self.with_agenda {
            blocks.extend(self.agenda());
        }
        self.about.page("Schedule", blocks)
    }
}

impl ScheduleReport {
    /// The sessions, the guiding questions and the rules.
    fn agenda(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut table = Table::new(&["Round~", "Time", "Session*", "Parts of the text~"]);
        for session in &self.sessions {
            let times = [session.starts.as_deref(), session.ends.as_deref()].map(|time| time.unwrap_or("?"));
            table.row(vec![
                vec![Run::plain(&session.round)],
                vec![Run::plain(times.join("–"))],
                vec![Run::plain(&session.title)],
                vec![Run::plain(session.parts.join(", "))],
            ]);
        }
        if !table.rows.is_empty() {
            blocks.push(Block::Heading(vec![Run::plain("Agenda")]));
            blocks.push(Block::Table(table));
        }
        let lists = [("Guiding questions", &self.questions), ("How the rounds are conducted", &self.rules)];
        for (title, points) in lists.into_iter().filter(|(_, points)| !points.is_empty()) {
            blocks.push(Block::Heading(vec![Run::plain(title)]));
            blocks.push(Block::List(points.iter().map(|point| vec![Run::plain(point)]).collect()));
        }
        blocks
    }
}
