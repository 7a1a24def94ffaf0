//! The answer to "what was said on each paragraph, and what do we say to it?": the comment matrix.

mod cells;
mod columns;
mod sheet;

use std::collections::BTreeSet;

use serde::Serialize;

use crate::comment::{DelegationCode, Docket, Reply, words};
use crate::draft::WorkstreamId;
use crate::report::{About, Block, CommentRow, Document, Marked, Report, Run, Spreadsheet, Stands, Table};
use crate::text::{counted, within_sentence};

words! {
    /// Whose columns a matrix has.
    ColumnSet {
        /// Our own.
        Own = "own",
        /// Those of the ISO/IEC form for comments.
        Iso = "iso",
        /// Those of the IPCC form for comments of governments.
        Ipcc = "ipcc",
    }
}

/// The comment matrix: one row a comment, however many states made it together.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MatrixReport {
    /// The head.
    pub about: About,
    /// The workstream.
    pub workstream: WorkstreamId,
    /// What was asked for, in words: `on the first version, of r4`.
    pub selection: String,
    /// Whose columns it has.
    pub columns: ColumnSet,
    /// Whether it is ordered by delegation; else general comments come first, then those on each paragraph.
    pub by_delegation: bool,
    /// How many comments there are on the versions concerned, before any were left out.
    pub of: usize,
    /// The comments.
    pub comments: Vec<MatrixRow>,
    /// What the file may be called, without its ending.
    pub file: String,
}

/// One comment with its wording, its answer and where it went.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MatrixRow {
    /// The comment.
    #[serde(flatten)]
    pub comment: CommentRow,
    /// The passages it was made on as they were printed: `[16]`, `[15]–[16]`; empty for the whole text.
    pub places: String,
    /// The section in which they stand, by its letter.
    pub section: Option<String>,
    /// Its wording as a redline against the words it would replace.
    pub proposed: Vec<Marked>,
    /// The version that continues the one it was made on, as named on screen; absent where there is no text yet.
    pub next_version: Option<String>,
    /// Where it stands there.
    pub stands_next: Option<Stands>,
    /// Its answer, in the words of the table.
    #[serde(skip)]
    pub reply: Reply,
    /// What the row is known by when it comes back.
    pub docket: Docket,
}

impl MatrixReport {
    fn title(&self) -> String {
        match self.selection.as_str() {
            "" => "Comment matrix".to_owned(),
            selection => format!("Comment matrix: comments {selection}"),
        }
    }

    fn unanswered(&self) -> usize {
        self.comments.iter().filter(|row| row.comment.unanswered).count()
    }

    fn summary(&self) -> String {
        let delegations: BTreeSet<&DelegationCode> =
            self.comments.iter().map(|row| &row.comment.delegation).collect();
        let open = match self.unanswered() {
            0 => "none waits for an answer".to_owned(),
            1 => "1 waits for an answer".to_owned(),
            many => format!("{many} wait for an answer"),
        };
        format!(
            "{} of {} from {}; {open}.{}",
            self.comments.len(),
            counted(self.of, "comment"),
            counted(delegations.len(), "delegation"),
            self.columns.statement().map(|said| format!(" {said}")).unwrap_or_default(),
        )
    }

    /// Whether the rows speak of several versions, so that each has to say of which.
    fn is_mixed(&self) -> bool {
        let versions: BTreeSet<_> = self.comments.iter().map(|row| &row.comment.version_id).collect();
        versions.len() > 1
    }

    /// The rows of one version each, or all of them where they are ordered by delegation.
    fn tables(&self) -> Vec<&[MatrixRow]> {
        if self.by_delegation {
            return vec![&self.comments];
        }
        self.comments.chunk_by(|a, b| a.comment.version_id == b.comment.version_id).collect()
    }

    fn next(&self) -> Vec<String> {
        if self.unanswered() == 0 {
            return Vec::new();
        }
        let file = &self.file;
        vec![
            format!("with `--output {file}.xlsx` it is a workbook to be filled in"),
            format!("`travaux respond --from {file}.xlsx` takes the answers back"),
        ]
    }
}

impl Report for MatrixReport {
    fn name(&self) -> &'static str {
        "matrix"
    }

    fn document(&self) -> Document {
        let mut blocks = vec![Block::Prose(vec![Run::plain(self.summary())])];
        let tables = self.tables();
        let several = tables.len() > 1;
        for rows in tables.into_iter().filter(|rows| !rows.is_empty()) {
            if several {
                let version = within_sentence(&rows[0].comment.version);
                blocks.push(Block::Heading(vec![Run::plain(format!("On the {version}"))]));
            }
            let columns = columns::of_page(self.columns, rows, self.by_delegation && self.is_mixed());
            let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
            let mut table = Table::new(&names);
            for row in rows {
                table.row(columns.iter().map(|column| (column.cell)(row)).collect());
            }
            blocks.push(Block::Table(table));
        }
        self.about.page(self.title(), blocks).then(self.next())
    }

    fn spreadsheet(&self) -> Option<Spreadsheet> {
        Some(sheet::sheet(self))
    }
}
