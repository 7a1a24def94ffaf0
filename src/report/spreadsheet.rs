//! What an answer looks like in a spreadsheet, before it is dressed as one.

use chrono::NaiveDate;

use crate::report::Cell;

/// An answer as a spreadsheet that is opened, filtered, filled in and sent back: one table, and perhaps a leaf of
/// instructions before it. Made from a typed report, never the other way round.
///
/// Invariant: each row has as many cells as there are columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spreadsheet {
    /// What it is, for the file's properties and the foot of printed pages.
    pub title: String,
    /// The name of the table's leaf.
    pub name: String,
    /// What a file that holds it may be called, without its ending.
    pub file: String,
    /// The day for which it holds, which the file bears as the day it was made.
    pub day: NaiveDate,
    /// Whether its columns run from right to left.
    pub right_to_left: bool,
    /// Whether only the cells of columns that are not locked can be written on.
    pub protected: bool,
    /// Lines above the headings; none leaves the headings in the first row.
    pub above: Vec<String>,
    /// The columns, in reading order.
    pub columns: Vec<SheetColumn>,
    /// The rows; struck and inserted runs are shown as such, a line feed begins a new line.
    pub rows: Vec<Vec<Cell>>,
    /// How many empty rows below the last are made ready to be written on.
    pub spare: usize,
    /// How the table is to be filled in.
    pub instructions: Option<Instructions>,
}

/// One column of a spreadsheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetColumn {
    /// Its heading.
    pub heading: String,
    /// Its width, in digits of the usual letter.
    pub width: u16,
    /// Whether it holds what is given, not what people write.
    pub locked: bool,
    /// Whether it is for the program only.
    pub hidden: bool,
    /// The words that may be chosen; none lets anything be written.
    pub choices: Vec<String>,
}

/// How a table is to be filled in, on a leaf of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instructions {
    /// The name of the leaf.
    pub name: String,
    /// Its lines.
    pub lines: Vec<Instruction>,
}

/// One line of the instructions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Instruction {
    /// What the leaf is.
    Title(String),
    /// What the next lines are about.
    Heading(String),
    /// Something to be known or done.
    Point(String),
    /// A name and what it means.
    Named(String, String),
}

impl Instruction {
    /// What is said; absent where the line is above others.
    pub fn said(&self) -> Option<&str> {
        match self {
            Instruction::Title(_) | Instruction::Heading(_) => None,
            Instruction::Point(text) | Instruction::Named(_, text) => Some(text),
        }
    }
}

impl SheetColumn {
    /// A column on which anybody may write.
    pub fn new(heading: impl Into<String>, width: u16) -> SheetColumn {
        SheetColumn { heading: heading.into(), width, locked: false, hidden: false, choices: Vec::new() }
    }

    /// The column, locked.
    pub fn locked(mut self) -> SheetColumn {
        self.locked = true;
        self
    }

    /// The column, locked and hidden.
    pub fn hidden(mut self) -> SheetColumn {
        (self.locked, self.hidden) = (true, true);
        self
    }

    /// The column, with words to choose from.
    pub fn choices<T: Into<String>>(mut self, choices: impl IntoIterator<Item = T>) -> SheetColumn {
        self.choices = choices.into_iter().map(Into::into).collect();
        self
    }
}

impl Spreadsheet {
    /// A table with these columns and no rows, from left to right, for reading and writing alike.
    pub fn new(title: impl Into<String>, name: impl Into<String>, day: NaiveDate) -> Spreadsheet {
        let name = name.into();
        Spreadsheet {
            title: title.into(),
            file: name.to_lowercase(),
            name,
            day,
            right_to_left: false,
            protected: false,
            above: Vec::new(),
            columns: Vec::new(),
            rows: Vec::new(),
            spare: 0,
            instructions: None,
        }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: Vec<Cell>) {
        debug_assert_eq!(cells.len(), self.columns.len(), "a row has as many cells as there are columns");
        self.rows.push(cells);
    }
}
