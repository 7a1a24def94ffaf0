//! The answer to "where did each paragraph go?".

use serde::Serialize;

use crate::report::passage::cited;
use crate::report::redline::{Change, Tally};
use crate::report::{About, Block, Document, Report, Run, Table};
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
            let mut fate = row.change.fate.word().to_owned();
            if row.change.moved {
                fate = if fate == "kept" { "moved".to_owned() } else { format!("{fate}, moved") };
            }
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
        let title = format!("Concordance: {} and {}", self.before, crate::text::within_sentence(&self.after));
        self.about.page(title, vec![total, Block::Table(table)])
    }
}
