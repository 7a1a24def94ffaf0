//! The answer to "what became of everybody's comments?".

use std::collections::BTreeMap;

use serde::Serialize;

use crate::comment::DelegationCode;
use crate::report::answers::NO_ANSWER;
use crate::report::{About, Block, Cited, Document, Report, Run, SheetColumn, Spreadsheet, Table, cited};
use crate::text::{counted, within_sentence};

/// What became of the comments of all delegations, one row each, for those who answer them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnsweredReport {
    /// The head.
    pub about: About,
    /// What was asked for, in words: `of r4`.
    pub selection: String,
    /// How many comments there are, each once, however many delegations made it together.
    pub comments: usize,
    /// The delegations, in English alphabetical order.
    pub delegations: Vec<AnsweredDelegation>,
    /// All comments, each once, by what became of them.
    pub tally: BTreeMap<&'static str, usize>,
    /// What changed in each version though nobody spoke of it.
    pub unasked: Vec<Unasked>,
}

/// One delegation with its comments counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnsweredDelegation {
    /// Its code.
    pub code: DelegationCode,
    /// Its name.
    pub name: String,
    /// How many comments it made, alone or with others.
    pub comments: usize,
    /// By what became of them.
    pub tally: BTreeMap<&'static str, usize>,
}

/// Passages that changed since the version before though no comment speaks of them and no answer names them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unasked {
    /// The version, as named on screen.
    pub version: String,
    /// The passages; those that are gone by their earlier numbers.
    pub passages: Vec<Cited>,
}

/// The columns of outcomes, by which several are taken together.
const COLUMNS: [(&str, &[&str]); 6] = [
    ("Reflected", &["Reflected"]),
    ("Partly", &["Partly reflected"]),
    ("Not reflected", &["Not reflected"]),
    ("For further discussion", &["For further discussion"]),
    ("Otherwise answered", &["Noted", "Outside this workstream", "Same as another", "Withdrawn", "Replaced"]),
    ("Open", &[NO_ANSWER, "Under consideration"]),
];

fn cells(tally: &BTreeMap<&'static str, usize>) -> impl Iterator<Item = usize> {
    COLUMNS.iter().map(|(_, outcomes)| outcomes.iter().filter_map(|outcome| tally.get(outcome)).sum())
}

impl AnsweredReport {
    fn title(&self) -> String {
        let selection =
            if self.selection.is_empty() { String::new() } else { format!(" {}", self.selection) };
        format!("What became of the comments{selection}")
    }
}

impl Report for AnsweredReport {
    fn name(&self) -> &'static str {
        "answered"
    }

    fn document(&self) -> Document {
        let mut table = Table::new(&[
            "Delegation~",
            "Comments",
            "Reflected~",
            "Partly~",
            "Not reflected~",
            "For further discussion~",
            "Otherwise answered~",
            "Open",
        ]);
        let row = |name: Run, comments: usize, tally: &BTreeMap<&'static str, usize>| {
            let figures = std::iter::once(comments).chain(cells(tally));
            let figure =
                |figure: usize| if figure == 0 { Run::quiet("–") } else { Run::plain(figure.to_string()) };
            std::iter::once(vec![name]).chain(figures.map(|count| vec![figure(count)])).collect()
        };
        for one in &self.delegations {
            table.row(row(Run::plain(format!("{} {}", one.code, one.name)), one.comments, &one.tally));
        }
        let with_others: usize = self.delegations.iter().map(|one| one.comments).sum();
        if !table.rows.is_empty() {
            table.row(row(Run::strong("each once"), self.comments, &self.tally));
        }
        let mut summary = format!(
            "{} from {}.",
            counted(self.comments, "comment"),
            counted(self.delegations.len(), "delegation")
        );
        if with_others > self.comments {
            summary.push_str(" What several made together is counted for each of them.");
        }
        let mut blocks = vec![Block::Prose(vec![Run::plain(summary)])];
        if !table.rows.is_empty() {
            blocks.push(Block::Table(table));
            blocks.push(Block::Prose(vec![Run::quiet(
                "`travaux answers DELEGATION` shows those of one in full.",
            )]));
        }
        if !self.unasked.is_empty() {
            blocks.push(Block::Heading(vec![Run::plain("Changed though nobody spoke of it")]));
            let point = |one: &Unasked| {
                vec![Run::plain(format!("{}: {}", within_sentence(&one.version), cited(&one.passages)))]
            };
            blocks.push(Block::List(self.unasked.iter().map(point).collect()));
        }
        self.about.page(self.title(), blocks)
    }

    fn spreadsheet(&self) -> Option<Spreadsheet> {
        let mut sheet = Spreadsheet::new(self.title(), "Answers", self.about.as_at);
        sheet.above.extend(self.about.notice());
        let first = [
            SheetColumn::new("Code", 8),
            SheetColumn::new("Delegation", 30),
            SheetColumn::new("Comments", 12),
        ];
        let outcomes = COLUMNS.iter().map(|(name, _)| SheetColumn::new(*name, 14));
        sheet.columns = first.into_iter().chain(outcomes).collect();
        for one in &self.delegations {
            let figures =
                std::iter::once(one.comments).chain(cells(&one.tally)).map(|count| count.to_string());
            let names = [one.code.to_string(), one.name.clone()];
            sheet.row(names.into_iter().chain(figures).map(|text| vec![Run::plain(text)]).collect());
        }
        Some(sheet)
    }
}
