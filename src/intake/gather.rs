//! Gathers blocks out of a stream of text, headings, lists and tables, whatever form they came in.

use crate::intake::cells::Cells;
use crate::intake::inline::Inline;
use crate::intake::label::headed;
use crate::intake::lists::Lists;
use crate::intake::piece::{BOLD, Gathered, Piece, Shape};
use crate::intake::wrapped::is_ended;
use crate::intake::{LeftOut, Why};

/// The longest bold paragraph that may be a heading, in characters.
const LONGEST_HEADING: usize = 200;

/// A text that is still coming in.
#[derive(Debug, Default)]
pub(super) struct Gather {
    found: Gathered,
    column: Option<usize>,
    heading: Option<u8>,
    pub(super) inline: Inline,
    pub(super) lists: Lists,
    cells: Cells,
}

impl Gather {
    pub(super) fn new(column: Option<usize>) -> Gather {
        Gather { column, ..Gather::default() }
    }

    pub(super) fn text(&mut self, text: &str, line: usize) {
        self.inline.text(text, line);
    }

    /// A line break that the author made; two divide paragraphs.
    pub(super) fn break_line(&mut self) {
        if self.inline.break_line() {
            self.end_block();
        }
    }

    /// Opens a heading of a rank, or closes it.
    pub(super) fn heading(&mut self, rank: Option<u8>) {
        self.end_block();
        self.heading = rank;
    }

    pub(super) fn open_list(&mut self) {
        self.end_block();
        self.lists.open_list();
    }

    pub(super) fn close_list(&mut self) {
        self.end_block();
        self.lists.close_list();
    }

    pub(super) fn open_element(&mut self, label: Option<String>) {
        self.end_block();
        self.lists.open_element(label);
    }

    pub(super) fn close_element(&mut self) {
        self.end_block();
        self.lists.close_element();
    }

    pub(super) fn open_table(&mut self) {
        self.end_block();
        self.cells.open_table();
    }

    pub(super) fn close_table(&mut self) {
        self.end_block();
        self.cells.close_table();
    }

    pub(super) fn open_row(&mut self) {
        self.end_block();
        self.cells.open_row();
    }

    pub(super) fn open_cell(&mut self, columns: usize, rows: usize) {
        self.end_block();
        self.cells.open_cell(columns, rows);
    }

    pub(super) fn close_cell(&mut self) {
        self.end_block();
        self.cells.close_cell();
    }

    pub(super) fn leave_out(&mut self, text: &str, line: usize, why: Why) {
        let text = text.trim();
        if !text.is_empty() {
            self.found.left_out.push(LeftOut { line, text: text.to_owned(), why });
        }
    }

    /// Ends the block that is open: what was gathered becomes a piece.
    pub(super) fn end_block(&mut self) {
        let (line, bold) = (self.inline.line, self.inline.is_bold());
        let text = self.inline.take();
        if text.is_empty() {
            return;
        }
        if self.cells.elsewhere(self.column) {
            self.leave_out(&text, line, Why::OtherColumn);
            return;
        }
        let shape = match (self.heading, self.lists.depth()) {
            (Some(rank), _) => Shape::Heading(rank),
            (None, Some(depth)) => Shape::Item(depth),
            (None, None) if bold && serves_as_heading(&text) => Shape::Heading(BOLD),
            (None, None) => Shape::Body,
        };
        let last = self.found.pieces.len().checked_sub(1);
        if let (Shape::Item(_), Some(piece)) = (shape, self.lists.piece())
            && Some(piece) == last
            && let Some(open) = self.found.pieces.last_mut()
        {
            // A second paragraph within an element goes on with it.
            open.text.push('\n');
            open.text.push_str(&text);
            return;
        }
        let label = self.lists.take_label();
        self.found.pieces.push(Piece { label, ..Piece::new(shape, text, line) });
        self.lists.hold(self.found.pieces.len() - 1);
    }

    pub(super) fn finish(mut self) -> Gathered {
        self.end_block();
        self.found.columns = self.cells.widest;
        self.found
    }
}

/// Whether a bold paragraph serves as a heading.
pub(super) fn serves_as_heading(text: &str) -> bool {
    let (_, words) = headed(text);
    words.chars().any(char::is_alphabetic) && text.chars().count() <= LONGEST_HEADING && !is_ended(text)
}
