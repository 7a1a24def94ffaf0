//! The front page: what stands where today, what is due next, and what anybody can do about it.

use serde::Serialize;

use crate::report::schedule::section;
use crate::report::{
    About, Block, Document, Event, EventKind, NextDate, Overdue, Report, Role, RoundFigures, Run, Table,
    VersionStatus, WorkstreamStatus,
};
use crate::schedule::Standing;
use crate::text::{ordinal_day, short_day, within_sentence};

/// What stands where today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatusReport {
    /// The head.
    pub about: About,
    /// What is overdue: circulations, and rounds that nobody recorded as held.
    pub overdue: Vec<Overdue>,
    /// What takes place today, each in words.
    pub under_way: Vec<String>,
    /// What comes next, on the nearest day.
    pub next: Vec<NextDate>,
    /// What a delegation can do now, each in words.
    pub delegations_can: Vec<String>,
    /// The four questions that whoever keeps a consultation must be able to answer at any moment.
    pub questions: Vec<Answered>,
    /// Deadlines and other events that concern all workstreams alike.
    pub common: Vec<Event>,
    /// Each workstream.
    pub workstreams: Vec<WorkstreamStatus>,
    /// The workstream that the page shows in full; absent: none of several.
    #[serde(skip)]
    pub in_full: Option<String>,
}

/// A question with its answer today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answered {
    /// The question.
    pub question: &'static str,
    /// The answer, in one or more sentences.
    pub answer: String,
}

impl StatusReport {
    /// The consultation in one line.
    pub fn overall(&self) -> Vec<Run> {
        let some = self.workstreams.iter().any(|workstream| !workstream.events.is_empty());
        overall(&self.overdue, some || !self.next.is_empty())
    }

    /// The day, the consultation in one line, what takes place and what comes next.
    fn head(&self) -> Vec<Run> {
        let mut head = vec![Run::plain(format!("As at {}. ", ordinal_day(self.about.as_at)))];
        head.extend(self.overall());
        if !self.under_way.is_empty() {
            head.push(Run::plain(format!(" Under way: {}.", self.under_way.join("; "))));
        }
        head.extend(next_line(&self.next).map(|next| Run::plain(format!(" {next}"))));
        head
    }

    /// One row a workstream.
    fn all_workstreams(&self) -> Table {
        let mut table =
            Table::new(&["Workstream~", "Newest text out~", "Standing~", "Last round~", "Waiting~"]);
        for workstream in &self.workstreams {
            let out = workstream.newest_out().map_or("none".to_owned(), |version| {
                let issued = version.issued.map(|on| format!(", {}", short_day(on))).unwrap_or_default();
                format!("{}{issued}", version.title)
            });
            let late: Vec<&Event> = workstream.events.iter().filter(|event| is_late(event)).collect();
            let standing = match late.as_slice() {
                [] => Run::new(Role::Good, "nothing overdue"),
                late => {
                    let each =
                        late.iter().map(|event| format!("{}: {}", event.id, event.standing_on_screen()));
                    Run::new(Role::Bad, each.collect::<Vec<_>>().join("; "))
                }
            };
            let last = workstream.last_round.as_ref();
            let waiting = match workstream.waiting.unanswered {
                0 => "–".to_owned(),
                count => format!("{count} unanswered"),
            };
            table.row(vec![
                vec![Run::strong(&workstream.id), Run::plain(format!(" {}", workstream.title))],
                vec![Run::plain(out)],
                vec![standing],
                vec![Run::plain(last.map_or("–".to_owned(), RoundFigures::in_short))],
                vec![Run::plain(waiting)],
            ]);
        }
        table
    }

    fn in_full(&self, workstream: &WorkstreamStatus) -> Vec<Block> {
        let mut blocks = vec![Block::Heading(vec![Run::plain(workstream.heading())])];
        let mut events: Vec<&Event> = workstream.events.iter().chain(&self.common).collect();
        events.sort_by_key(|event| (event.planned.until.is_none(), event.planned.from));
        let tables = [VersionStatus::table(&workstream.versions), Event::table(events, false)];
        blocks.extend(tables.into_iter().filter(|table| !table.rows.is_empty()).map(Block::Table));
        let figures = workstream.last_round.iter().filter(|_| self.workstreams.len() > 1);
        let figures = figures.map(RoundFigures::sentence);
        let points: Vec<Vec<Run>> = figures
            .chain(workstream.waiting.points())
            .chain(workstream.despite())
            .map(|point| vec![Run::plain(point)])
            .collect();
        if !points.is_empty() {
            blocks.push(Block::List(points));
        }
        blocks
    }
}

/// The consultation in one line, from what is overdue and whether anything is planned at all.
pub(super) fn overall(overdue: &[Overdue], planned: bool) -> Vec<Run> {
    let (rounds, circulations): (Vec<_>, Vec<_>) =
        overdue.iter().partition(|overdue| overdue.kind == EventKind::Round);
    let named = |some: &[&Overdue]| some.iter().map(|o| o.sentence()).collect::<Vec<_>>().join("; ");
    let mut line = match (circulations.is_empty(), rounds.is_empty(), planned) {
        (true, _, false) => vec![Run::plain("Nothing is planned yet.")],
        (true, true, true) => vec![Run::new(Role::Good, "On schedule.")],
        (true, false, true) => vec![Run::plain("On schedule as far as it is on record.")],
        (false, ..) => vec![Run::new(Role::Bad, format!("Overdue: {}.", named(&circulations)))],
    };
    if !rounds.is_empty() {
        line.push(Run::plain(" "));
        line.push(Run::new(Role::Warn, format!("Over, and not recorded as held: {}.", named(&rounds))));
    }
    line
}

/// What comes next, in one line.
pub(super) fn next_line(next: &[NextDate]) -> Option<String> {
    let each: Vec<String> = next.iter().map(NextDate::sentence).collect();
    (!each.is_empty()).then(|| format!("Next: {}.", each.join("; ")))
}

/// Whether an event should have taken place and is not on record.
fn is_late(event: &Event) -> bool {
    matches!(event.standing, Standing::Overdue { .. })
}

impl Report for StatusReport {
    fn name(&self) -> &'static str {
        "status"
    }

    fn document(&self) -> Document {
        let mut blocks = vec![Block::Prose(self.head())];
        for next in self.next.iter().filter(|next| !next.missing.is_empty()) {
            let title = format!("Missing for: {}", within_sentence(&next.title));
            blocks.extend(section(&title, next.missing.iter().cloned()));
        }
        if self.workstreams.len() > 1 {
            blocks.push(Block::Heading(vec![Run::plain("Workstreams")]));
            blocks.push(Block::Table(self.all_workstreams()));
        } else {
            let figures = self.workstreams.iter().filter_map(|workstream| workstream.last_round.as_ref());
            blocks.extend(section("The last round in figures", figures.map(RoundFigures::sentence)));
        }
        blocks.extend(section("What delegations can do now", self.delegations_can.iter().cloned()));
        if !self.questions.is_empty() {
            blocks.push(Block::Heading(vec![Run::plain("Four questions")]));
            let point = |asked: &Answered| {
                vec![Run::strong(asked.question), Run::plain(format!(" {}", asked.answer))]
            };
            blocks.push(Block::List(self.questions.iter().map(point).collect()));
        }
        let in_full = self.workstreams.iter().filter(|w| Some(&w.id) == self.in_full.as_ref());
        blocks.extend(in_full.flat_map(|workstream| self.in_full(workstream)));
        self.about.page(&self.about.consultation, blocks)
    }
}
