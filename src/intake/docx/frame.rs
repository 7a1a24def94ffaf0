//! The elements that are open at a place of a document, and what stands again once they end.

use crate::intake::docx::run::Run;
use crate::intake::docx::tracked::Tracked;

/// One open element.
#[derive(Debug)]
pub(super) enum Frame {
    /// It only stands around others.
    Holder,
    /// A comment or a note.
    Story,
    /// A paragraph; the one open before it.
    Paragraph(Option<usize>),
    /// The form of a paragraph, or the one it had.
    Form { former: bool },
    /// The list that a paragraph is an element of.
    List { former: bool },
    /// A change of form, with the form before.
    Former,
    /// The form of a paragraph's mark.
    Mark,
    /// A run; the one open before it.
    Run(Run),
    /// The form of a run.
    RunForm,
    /// A base with its reading beside it.
    Ruby,
    /// Words.
    Words,
    /// A change; the changes around it.
    Change(Tracked),
    /// A table; the table, row and cell open before it.
    Table(Place),
    /// A row; the row open before it.
    Row(Option<usize>),
    /// The form of a row.
    RowForm,
    /// A cell; the cell open before it.
    Cell(Option<usize>),
    /// The form of a cell.
    CellForm,
    /// Several forms of one thing; whether one was read.
    Alternate { read: bool },
    /// One of these forms.
    Branch,
}

/// Where in the tables of a document a place is.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place {
    pub(super) table: usize,
    pub(super) row: Option<usize>,
    pub(super) cell: Option<usize>,
}

/// What an element does, seen where it begins.
pub(super) enum Begun {
    /// It is open, and what is in it counts.
    Open(Frame),
    /// Nothing in it counts.
    Passed,
}
