//! One page for a ministry: planned, actual, standing and evidence, figures, risks, and what is due from whom.

use serde::Serialize;

use crate::report::schedule::section;
use crate::report::status::{next_line, overall};
use crate::report::{
    About, Block, Document, EventKind, NextDate, Overdue, PlanChange, Report, Role, RoundFigures, Run, Table,
};
use crate::text::{listed, ordinal_day, within_sentence};

/// The milestones of a consultation, with evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MilestonesReport {
    /// The head.
    pub about: About,
    /// The workstreams reported on, in the order of the plan.
    pub workstreams: Vec<String>,
    /// What is overdue.
    pub overdue: Vec<Overdue>,
    /// What takes place today.
    pub under_way: Vec<String>,
    /// What comes next.
    pub next: Vec<NextDate>,
    /// The milestones and rounds, by date.
    pub milestones: Vec<MilestoneLine>,
    /// The last round of each workstream in figures.
    pub figures: Vec<WorkstreamFigures>,
    /// What may go wrong, each in words.
    pub risks: Vec<String>,
    /// What is due from whom.
    pub due: Vec<DueFrom>,
    /// What the plan said before.
    pub changes: Vec<PlanChange>,
    /// Whom to ask.
    pub contact: Option<String>,
}

/// One milestone or round, with the workstreams that stand alike together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MilestoneLine {
    /// Its short name in the schedule.
    pub event: String,
    /// What it is called.
    pub title: String,
    /// What kind it is.
    pub kind: EventKind,
    /// When it is planned, in words.
    pub planned: String,
    /// How it stands in which workstreams.
    pub standings: Vec<MilestoneStanding>,
}

/// How a milestone stands in some workstreams.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MilestoneStanding {
    /// The workstreams; none where it concerns all of them alike.
    pub workstreams: Vec<String>,
    /// When it took place, in words; absent where it has not.
    pub actual: Option<String>,
    /// How it stands, in words.
    pub standing: String,
    /// What shows it, in words.
    pub evidence: String,
    /// Whether no day was announced, and nothing is on record.
    pub not_announced: bool,
    /// The tone of the standing.
    #[serde(skip)]
    pub role: Role,
}

/// A workstream's last round in figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WorkstreamFigures {
    /// The workstream.
    pub workstream: String,
    /// The round.
    #[serde(flatten)]
    pub round: RoundFigures,
}

/// Something that somebody still has to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DueFrom {
    /// Who: `co-chairs`, `delegations`.
    pub from: &'static str,
    /// What.
    pub what: String,
    /// By when, in words; absent where no day was announced.
    pub by: Option<String>,
}

impl MilestoneLine {
    /// Whether nothing is known of it but its name.
    fn is_not_announced(&self) -> bool {
        self.standings.iter().all(|one| one.not_announced)
    }
}

impl Report for MilestonesReport {
    fn name(&self) -> &'static str {
        "milestones"
    }

    fn document(&self) -> Document {
        let mut blocks = vec![Block::Prose(self.head())];
        if self.milestones.is_empty() {
            return self.about.page(self.title(), blocks);
        }
        blocks.push(Block::Table(self.table()));
        let unknown: Vec<String> = self
            .milestones
            .iter()
            .filter(|line| line.is_not_announced())
            .map(|line| within_sentence(&line.title))
            .collect();
        if !unknown.is_empty() {
            blocks.push(Block::Prose(vec![Run::plain(format!("Not announced: {}.", listed(&unknown)))]));
        }
        let figures = self.figures.iter().map(|figures| match self.workstreams.len() {
            1 => figures.round.sentence(),
            _ => format!("{}: {}", figures.workstream, figures.round.sentence()),
        });
        blocks.extend(section("The last round in figures", figures));
        blocks.extend(section("Risks", self.risks.iter().cloned()));
        if !self.due.is_empty() {
            blocks.push(Block::Heading(vec![Run::plain("Due, and from whom")]));
            blocks.push(Block::Table(self.due_table()));
        }
        blocks.extend(section("Changes of plan", self.changes.iter().map(PlanChange::sentence)));
        blocks.extend(section("Contact", self.contact.iter().cloned()));
        self.about.page(self.title(), blocks)
    }
}

impl MilestonesReport {
    fn title(&self) -> String {
        format!("{}: status of milestones", self.about.consultation)
    }

    fn head(&self) -> Vec<Run> {
        let mut head = vec![Run::plain(format!("As at {}. ", ordinal_day(self.about.as_at)))];
        head.extend(overall(&self.overdue, !self.milestones.is_empty()));
        if !self.under_way.is_empty() {
            head.push(Run::plain(format!(" Under way: {}.", self.under_way.join("; "))));
        }
        head.extend(next_line(&self.next).map(|next| Run::plain(format!(" {next}"))));
        head
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["Milestone*", "Planned~", "Actual", "Standing~", "Evidence~"]);
        for line in self.milestones.iter().filter(|line| !line.is_not_announced()) {
            for (at, standing) in line.standings.iter().enumerate() {
                let first = at == 0;
                let mut title = if first { vec![Run::plain(&line.title)] } else { Vec::new() };
                if line.standings.len() > 1 {
                    title.extend(first.then(|| Run::plain(": ")));
                    title.push(Run::strong(listed(&standing.workstreams)));
                }
                let planned = if first { line.planned.as_str() } else { "" };
                table.row(vec![
                    title,
                    vec![Run::plain(planned)],
                    vec![Run::plain(standing.actual.as_deref().unwrap_or("–"))],
                    vec![Run::new(standing.role, &standing.standing)],
                    vec![Run::plain(&standing.evidence)],
                ]);
            }
        }
        table
    }

    fn due_table(&self) -> Table {
        let mut table = Table::new(&["From~", "What*", "By~"]);
        for due in &self.due {
            table.row(vec![
                vec![Run::plain(due.from)],
                vec![Run::plain(&due.what)],
                vec![Run::plain(due.by.as_deref().unwrap_or("no day announced"))],
            ]);
        }
        table
    }
}
