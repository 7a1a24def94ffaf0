//! A sheet before anything is understood: rows of cells, whatever file they came from.

use crate::intake::table::fold::trimmed;

/// One sheet of a workbook, or the whole of a text with separators.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// Its name, in a workbook.
    pub(super) name: Option<String>,
    pub(super) hidden: bool,
    /// Columns that are hidden, counted from 0.
    pub(super) hidden_columns: Vec<usize>,
    /// The rows that hold a cell, in order.
    pub(super) lines: Vec<Line>,
}

/// One row of a sheet.
#[derive(Debug, Default, Clone)]
pub(super) struct Line {
    /// As the spreadsheet program numbers it.
    pub(super) row: u32,
    pub(super) hidden: bool,
    /// Whether a quotation mark is left open here.
    pub(super) broken: bool,
    pub(super) cells: Vec<Cell>,
}

/// One cell.
#[derive(Debug, Default, Clone)]
pub(super) struct Cell {
    /// Its words as they stand there.
    pub(super) text: String,
    /// Its words in pieces, where some are struck or inserted.
    pub(super) marked: Option<Marked>,
    /// The day, where the program holds a date.
    pub(super) date: Option<Day>,
    /// Whether a number with a decimal part stands there.
    pub(super) decimal: bool,
    pub(super) formula: bool,
    /// Whether the words are its own, or those of a merged cell that reaches over it.
    pub(super) given: Given,
}

/// Whose words stand in a cell.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Given {
    #[default]
    Own,
    /// Those of a merged cell that begins in a row above.
    Above,
    /// Those of a merged cell that begins in a column before.
    Before,
}

/// A date in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) year: u32,
    pub(super) month: u32,
    /// Absent where the program shows month and year only.
    pub(super) day: Option<u32>,
}

/// The words of a cell in which changes are marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marked {
    /// The pieces, with what is said of each.
    pub(super) pieces: Vec<(Mark, String)>,
}

/// What is said of a piece of a text in which changes are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Kept,
    Struck,
    Inserted,
}

impl Line {
    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(Cell::is_blank)
    }

    /// The words of a column, trimmed; empty where there is no such cell.
    pub(super) fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| trimmed(&cell.text))
    }

    /// The words that stand in a column by themselves, or are given to it from above.
    pub(super) fn own(&self, column: usize) -> &str {
        let spread = self.cells.get(column).is_some_and(|cell| cell.given == Given::Before);
        if spread { "" } else { self.text(column) }
    }

    /// All its words, for a message.
    pub(super) fn said(&self) -> String {
        let words: Vec<&str> =
            (0..self.cells.len()).map(|at| self.own(at)).filter(|text| !text.is_empty()).collect();
        words.join(" | ")
    }

    /// The columns in which something stands.
    pub(super) fn filled(&self) -> impl Iterator<Item = usize> + '_ {
        self.cells.iter().enumerate().filter(|(_, cell)| !cell.is_blank()).map(|(at, _)| at)
    }
}

impl Cell {
    pub(super) fn of(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), ..Cell::default() }
    }

    pub(super) fn is_blank(&self) -> bool {
        trimmed(&self.text).is_empty()
    }

    /// The words with signs for what is struck and inserted, so that a text file can hold them.
    pub(super) fn written(&self) -> String {
        self.marked.as_ref().map_or_else(|| self.text.clone(), Marked::written)
    }
}
