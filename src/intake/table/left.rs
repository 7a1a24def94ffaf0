//! What stood in the file and is no comment.

/// Something in the file that was not taken as a comment, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// The sheet, in a workbook.
    pub sheet: Option<String>,
    /// The row; absent for a column or a sheet.
    pub row: Option<u32>,
    /// What stood there.
    pub text: String,
    /// Why it is not a comment.
    pub why: LeftWhy,
}

/// Why something was not taken as a comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LeftWhy {
    /// It stands above the headings.
    AboveHeadings,
    /// Other headings begin there for the rows below.
    Headings,
    /// The headings stand there again.
    HeadingsAgain,
    /// The numbers of the form's columns.
    ColumnNumbers,
    /// One line across the table: a section's name, a delegation's name, a note.
    Across,
    /// A note after the last comment.
    Note,
    /// A row of the form to which nothing was written.
    Unfilled,
    /// A comment in a merged cell holds for this row too; its places stand in the row where it begins.
    JoinedAbove,
    /// Notes pinned to cells, which are not read.
    CellNotes,
    /// The encoding of a text, where it had to be guessed.
    Encoding,
    /// A column whose heading is of no known column; its text stands in `cells` only.
    UnknownColumn,
    /// A sheet without headings of a table of comments.
    SheetWithoutTable,
    /// A sheet that is hidden; it was read all the same.
    HiddenSheet,
    /// Rows that are hidden; they were read all the same.
    HiddenRows,
    /// Columns that are hidden; they were read all the same.
    HiddenColumns,
}

impl LeftWhy {
    /// The reason in words.
    pub fn words(self) -> &'static str {
        match self {
            LeftWhy::AboveHeadings => "stands above the headings",
            LeftWhy::Headings => "heads the rows below it anew",
            LeftWhy::HeadingsAgain => "is the row of headings again",
            LeftWhy::ColumnNumbers => "numbers the columns",
            LeftWhy::Across => "is a line across the table",
            LeftWhy::Note => "is a note after the table",
            LeftWhy::Unfilled => "was not filled in",
            LeftWhy::JoinedAbove => "belongs to the comment above by way of a merged cell",
            LeftWhy::CellNotes => "holds notes pinned to cells, and was not read",
            LeftWhy::Encoding => "is the encoding in which the headings could be read",
            LeftWhy::UnknownColumn => "is a column of no known meaning",
            LeftWhy::SheetWithoutTable => "is a sheet without a table of comments",
            LeftWhy::HiddenSheet => "is a hidden sheet, and was read",
            LeftWhy::HiddenRows => "are hidden rows, and were read",
            LeftWhy::HiddenColumns => "are hidden columns, and were read",
        }
    }
}

impl std::fmt::Display for Left {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(sheet) = &self.sheet {
            write!(f, "sheet `{sheet}`, ")?;
        }
        if let Some(row) = self.row {
            write!(f, "row {row}: ")?;
        }
        write!(f, "`{}` {}", self.text, self.why.words())
    }
}
