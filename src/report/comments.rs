//! The answer to "who said what?".

use serde::Serialize;

use crate::comment::{DelegationCode, Outcome};
use crate::report::comment_table::comment_table;
use crate::report::{About, Block, CommentRow, Document, Report, Role, Run, Spreadsheet, Table};
use crate::text::counted;

/// Comments, in the order of the text they stand on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CommentsReport {
    /// The head.
    pub about: About,
    /// What was asked for, in words: `on D2, by Arendia`.
    pub selection: String,
    /// How many comments there are in all, before any were left out.
    pub of: usize,
    /// The comments.
    pub comments: Vec<CommentRow>,
}

impl CommentsReport {
    fn title(&self) -> String {
        match self.selection.as_str() {
            "" => "Comments".to_owned(),
            selection => format!("Comments {selection}"),
        }
    }

    fn summary(&self) -> String {
        let delegations: std::collections::BTreeSet<&DelegationCode> =
            self.comments.iter().map(|row| &row.delegation).collect();
        let answered = self.comments.iter().filter(|row| row.outcome.is_some_and(|o| o != Outcome::Open));
        format!(
            "{} of {} from {}; {} answered.",
            self.comments.len(),
            counted(self.of, "comment"),
            counted(delegations.len(), "delegation"),
            answered.count()
        )
    }
}

impl CommentsReport {
    fn next(&self) -> Vec<String> {
        let waits = self.comments.iter().find(|row| row.unanswered);
        let first =
            self.comments.first().map(|row| format!("`travaux comments {}` shows it in full", row.cited_as));
        let answer =
            waits.map(|row| format!("`travaux respond {} --outcome noted` answers it", row.cited_as));
        first.into_iter().chain(answer).collect()
    }
}

impl Report for CommentsReport {
    fn name(&self) -> &'static str {
        "comments"
    }

    fn document(&self) -> Document {
        let mut table = Table::new(&[
            "Comment",
            "Delegation~",
            "Paragraph~",
            "Type, action~",
            "Said and proposed*",
            "Outcome~",
        ]);
        for row in &self.comments {
            let standing = if row.stands.needs_a_person {
                vec![Run::plain(row.made_on()), Run::new(Role::Warn, format!("\n{}", row.stands.standing))]
            } else {
                vec![Run::plain(row.made_on())]
            };
            table.row(vec![
                vec![Run::strong(&row.cited_as)],
                vec![Run::plain(row.speakers())],
                standing,
                vec![Run::plain(row.sort())],
                row.said(),
                vec![Run::plain(row.outcome_on_screen())],
            ]);
        }
        let mut blocks = vec![Block::Prose(vec![Run::plain(self.summary())])];
        if !table.rows.is_empty() {
            blocks.push(Block::Table(table));
        }
        self.about.page(self.title(), blocks).then(self.next())
    }

    fn spreadsheet(&self) -> Option<Spreadsheet> {
        Some(comment_table(&self.title(), &self.about, &self.comments))
    }
}
