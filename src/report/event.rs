//! One event of the plan, held against what is on record.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use crate::draft::Language;
use crate::report::{Planned, Role, Run, Table};
use crate::schedule::Standing;
use crate::text::{counted, short_day};

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
    /// When it is planned.
    #[serde(flatten)]
    pub planned: Planned,
    /// When it was planned first, where that has moved.
    pub first_planned: Option<Planned>,
    /// The day on which it moved last.
    pub moved_on: Option<NaiveDate>,
    /// The day from which the plan has said so; absent where there is no history.
    pub since: Option<NaiveDate>,
    /// The moment at which it begins, where its hours are announced and it lasts a day at most.
    pub starts: Option<DateTime<Utc>>,
    /// The moment at which it ends.
    pub ends: Option<DateTime<Utc>>,
    /// Its hours on each of its days: `10:00-14:00`.
    pub hours: Option<String>,
    /// Where it takes place.
    pub place: Option<String>,
    /// The hour of its day: `18:00`.
    pub time: Option<String>,
    /// Whether it was announced as one that may still change.
    pub tentative: bool,
    /// How it stands.
    #[serde(flatten)]
    pub standing: Standing,
    /// The first day on which it took place, by the records; a circulation from its first issue.
    pub actual_from: Option<NaiveDate>,
    /// The last; a circulation when it was issued, sent and published.
    pub actual_until: Option<NaiveDate>,
    /// What is on record, in words.
    pub on_record: Option<String>,
    /// How many submissions were received in a round.
    pub submissions: usize,
    /// The day on which git took the record in, where that was later than the day it speaks of.
    pub committed: Option<NaiveDate>,
    /// Whether a circulated version bears its tag; absent where there is no git to ask.
    pub sealed: Option<bool>,
    /// The languages in which a circulated version is out.
    pub languages_out: Vec<Language>,
    /// The languages of the consultation in which it is not.
    pub languages_not_out: Vec<Language>,
    /// What is missing before it counts as done.
    pub missing: Vec<String>,
}

impl Event {
    /// When it is planned: `4–6 May 2026`, `second half of 2026`, `not announced`; and where it moved, from when.
    pub fn when(&self) -> String {
        let mut when = self.planned.when();
        if let Some(time) = &self.time {
            when.push_str(&format!(", {time}"));
        }
        if self.tentative && self.actual_until.is_none() {
            when.push_str(" (tentative)");
        }
        if let (Some(first), Some(on)) = (&self.first_planned, self.moved_on) {
            when.push_str(&format!("; planned {}, moved on {}", first.when(), short_day(on)));
        }
        when
    }

    /// How it stands, in words.
    pub fn standing_on_screen(&self) -> String {
        let days = |days: i64| counted(usize::try_from(days).unwrap_or_default(), "day");
        let due = |left: i64| match (left, self.planned.day_not_announced) {
            (0, _) => "due today".to_owned(),
            (left, true) => format!("due within {}", days(left)),
            (left, false) => format!("due in {}", days(left)),
        };
        match self.standing {
            Standing::Done { .. } => "done".to_owned(),
            Standing::DoneLate { days: late, .. } => format!("done, {} late", days(late)),
            Standing::UnderWay => "under way".to_owned(),
            Standing::InPreparation { days: Some(left) } if self.on_record.is_some() => {
                format!("begun, {}", due(left))
            }
            Standing::InPreparation { days: Some(left) } => format!("in preparation, {}", due(left)),
            Standing::InPreparation { days: None } => "in preparation, day not announced".to_owned(),
            Standing::Planned { days: left } if self.kind == EventKind::Round => format!("in {}", days(left)),
            Standing::Planned { days: left } => due(left),
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
            Standing::NotAnnounced | Standing::Passed { .. } | Standing::Cancelled { .. } => Role::Quiet,
            _ => Role::Plain,
        }
    }

    /// What is on record and what is missing, in words: `–` where nothing is.
    pub fn evidence(&self) -> String {
        let mut said = self.on_record.clone().unwrap_or_else(|| "–".to_owned());
        if let Some(committed) = self.committed {
            said.push_str(&format!(" (committed {})", short_day(committed)));
        }
        if !self.missing.is_empty() {
            said.push_str(&format!("; {}", self.missing.join(", ")));
        }
        said
    }

    /// The table of some events.
    pub fn table<'e>(events: impl IntoIterator<Item = &'e Event>, with_workstream: bool) -> Table {
        let mut columns = vec!["Planned~", "What*", "On record~", "Standing~"];
        if with_workstream {
            columns.insert(2, "Workstream");
        }
        let mut table = Table::new(&columns);
        for event in events {
            let mut cells = vec![
                vec![Run::plain(event.when())],
                vec![Run::plain(&event.title)],
                vec![Run::plain(event.evidence())],
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
