//! What was read of a table of comments.

use crate::comment::{Action, Kind};
use crate::draft::Language;
use crate::intake::table::{Cite, Left, Refusal, Remark};

/// A table of comments as it came, without ids and without a workspace.
///
/// Invariant: each row below the headings that is not blank stands once in `rows`, `refused` or `left`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommentTable {
    /// The form that was filled in.
    pub form: TableForm,
    /// The language of the headings, where one language explains most of them.
    pub language: Option<Language>,
    /// The headings as they stood, one for each column of `cells`.
    pub header: Vec<String>,
    /// The rows that were understood, in the order of the file.
    pub rows: Vec<TableRow>,
    /// The rows that were not, each with its reason.
    pub refused: Vec<RefusedRow>,
    /// What else stood in the file and was not taken: title rows, notes, columns, sheets.
    pub left: Vec<Left>,
}

/// Which of the known forms the headings are those of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TableForm {
    /// Our own columns, or any other table with a place and words.
    Own,
    /// The eight columns of ISO and IEC.
    Iso,
    /// The template of IPPC and Codex.
    Ippc,
    /// Chapter, from page, from line, to page, to line: IPCC.
    Ipcc,
}

impl TableForm {
    /// The form as a message names it.
    pub fn name(self) -> &'static str {
        match self {
            TableForm::Own => "comment table",
            TableForm::Iso => "ISO/IEC form",
            TableForm::Ippc => "IPPC/Codex form",
            TableForm::Ipcc => "IPCC form",
        }
    }
}

/// One row as it was understood: one comment, not yet placed and its author not yet looked up.
///
/// Invariants: there is a `proposal`, a `comment` or an `action` that asks for something; texts are
/// trimmed and never empty; `cells` are as they came, for a row that must be written back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// The sheet it stands on, in a workbook.
    pub sheet: Option<String>,
    /// Its row as the spreadsheet program numbers it; in a text with separators, the record counted from 1.
    pub row: u32,
    /// The cells as they came; struck words as `~~words~~`, inserted ones as `++words++`.
    pub cells: Vec<String>,
    /// The delegation's own number, as written.
    pub number: Option<String>,
    /// Who speaks, as written: codes or names, several where a cell held several.
    pub delegations: Vec<String>,
    /// For whom else, as written.
    pub on_behalf_of: Vec<String>,
    /// The lasting id that our own form wrote in.
    pub id: Option<String>,
    /// The places as the delegation wrote them.
    pub cited: Option<String>,
    /// The places as they were read; empty where none is told.
    pub cites: Vec<Cite>,
    /// The section, clause or chapter told beside the place, as written.
    pub section: Option<String>,
    /// What sort of comment it is; absent where untold or not understood.
    pub kind: Option<Kind>,
    /// What it asks, as told or as the words make plain.
    pub action: Option<Action>,
    /// The words concerned, as quoted or as struck and kept in the row.
    pub quote: Option<String>,
    /// The wording of the passage, as the form had it or the delegation copied it.
    pub wording: Option<String>,
    /// The wording asked for.
    pub proposal: Option<String>,
    /// The view and the reason.
    pub comment: Option<String>,
    /// The guiding question answered.
    pub question: Option<String>,
    /// The language of the comment, as written.
    pub language: Option<String>,
    /// What became of it, as written by the secretariat.
    pub outcome: Option<String>,
    /// What was answered, as written by the secretariat.
    pub response: Option<String>,
    /// What a person should know of the reading.
    pub remarks: Vec<Remark>,
}

/// One row that was not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedRow {
    /// The sheet it stands on, in a workbook.
    pub sheet: Option<String>,
    /// Its row, as in [`TableRow::row`].
    pub row: u32,
    /// The cells as they came.
    pub cells: Vec<String>,
    /// Why it is not taken.
    pub reason: Refusal,
}
