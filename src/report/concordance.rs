//! The answer to "where did each paragraph go?".

use serde::Serialize;

use crate::report::passage::{Cited, cited};
use crate::report::redline::{Change, Tally};
use crate::report::{About, Block, Document, Report, Run, SheetColumn, Spreadsheet, Table};
use crate::text::counted;

/// The table of old and new names.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ConcordanceReport {
    /// The head.
    pub about: About,
    /// The earlier version, as named on screen.
    pub before: String,
    /// The later version.
    pub after: String,
    /// Passages by fate.
    pub tally: Tally,
    /// Every passage of either version, in exactly one row.
    pub rows: Vec<ConcordanceRow>,
}

/// One row: passages that belong together, and who spoke of them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ConcordanceRow {
    /// What became of them.
    #[serde(flatten)]
    pub change: Change,
    /// Their first words, in the later version where they stand there.
    pub opening: String,
    /// How many comments on the earlier version speak of them.
    pub comments: usize,
    /// How many delegations made them.
    pub delegations: usize,
}

impl ConcordanceRow {
    /// What became of them, in words: `reworded, moved`.
    fn became(&self) -> String {
        match (self.change.fate.word(), self.change.moved) {
            ("kept", true) => "moved".to_owned(),
            (fate, true) => format!("{fate}, moved"),
            (fate, false) => fate.to_owned(),
        }
    }
}

impl ConcordanceReport {
    fn title(&self) -> String {
        format!("Concordance: {} and {}", self.before, crate::text::within_sentence(&self.after))
    }
}

/// Passages in a cell that may be counted and filtered: empty where there are none.
fn named(passages: &[Cited]) -> String {
    if passages.is_empty() { String::new() } else { cited(passages) }
}

impl Report for ConcordanceReport {
    fn name(&self) -> &'static str {
        "concordance"
    }

    fn document(&self) -> Document {
        let mut table = Table::new(&[
            &format!("{}~", self.after),
            &format!("{}~", self.before),
            "Change~",
            "Comments~",
            "Text*",
        ]);
        for row in &self.rows {
            let comments = match (row.comments, row.delegations) {
                (0, _) => "–".to_owned(),
                (comments, delegations) => format!("{comments} from {}", counted(delegations, "delegation")),
            };
            let fate = row.became();
            table.row(vec![
                vec![Run::plain(cited(&row.change.after))],
                vec![Run::plain(cited(&row.change.before))],
                vec![if row.change.fate == crate::align::Fate::Kept && !row.change.moved {
                    Run::quiet(fate)
                } else {
                    Run::strong(fate)
                }],
                vec![Run::plain(comments)],
                vec![Run::plain(&row.opening)],
            ]);
        }
        let total = Block::Prose(vec![Run::plain(format!("Passages: {}.", self.tally.sentence()))]);
        self.about.page(self.title(), vec![total, Block::Table(table)])
    }

    fn spreadsheet(&self) -> Option<Spreadsheet> {
        let mut sheet = Spreadsheet::new(self.title(), "Concordance", self.about.as_at);
        sheet.above.extend(self.about.notice());
        sheet.columns = vec![
            SheetColumn::new(&self.after, 20),
            SheetColumn::new(&self.before, 20),
            SheetColumn::new("Change", 16),
            SheetColumn::new("Comments", 10),
            SheetColumn::new("Delegations", 12),
            SheetColumn::new("Text", 70),
        ];
        for row in &self.rows {
            let cells = [
                named(&row.change.after),
                named(&row.change.before),
                row.became(),
                row.comments.to_string(),
                row.delegations.to_string(),
                row.opening.clone(),
            ];
            sheet.row(cells.into_iter().map(|text| vec![Run::plain(text)]).collect());
        }
        Some(sheet)
    }
}
