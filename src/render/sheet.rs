//! What the terminal, pipe or file that will show the page is like.

/// The sheet a page is laid out on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sheet {
    /// The width in columns. `None`: into a pipe or a file; prose is not wrapped, tables take 100.
    pub width: Option<usize>,
    /// Whether roles may be shown with colours and lines (ANSI escape codes).
    pub color: bool,
    /// Whether right-to-left text beside other text is set apart with Unicode isolates.
    pub bidi: bool,
}

/// No line of prose is longer: an eye that has to travel further loses its way back.
const MEASURE: usize = 90;
/// The width of a table that nobody has asked to fit a screen.
const FILE_TABLE: usize = 100;
/// Narrower sheets do not exist; below this a wide character with its indent has no room.
const NARROWEST: usize = 8;
/// Wider sheets do not exist either; `comfy_table` counts in 16 bits.
const WIDEST: usize = 1000;
/// A narrower sheet has no room for a margin.
const NARROW: usize = 50;

impl Sheet {
    /// A page for a pipe or a file: nothing wrapped, no escape codes.
    pub fn plain() -> Sheet {
        Sheet { width: None, color: false, bidi: false }
    }

    /// How wide a line of prose may be when so many columns are taken on its left; `None`: as wide as it is.
    pub(crate) fn prose(&self, taken: usize) -> Option<usize> {
        self.width.map(|width| width.max(NARROWEST).saturating_sub(taken).clamp(2, MEASURE))
    }

    /// How wide a table may be.
    pub(crate) fn table(&self) -> usize {
        self.width.unwrap_or(FILE_TABLE).clamp(NARROWEST, WIDEST)
    }

    /// Whether names must stand above what they name, not beside it.
    pub(crate) fn narrow(&self) -> bool {
        self.width.is_some_and(|width| width < NARROW)
    }
}
