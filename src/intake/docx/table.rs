//! The tables of a document: rows and cells, with the changes around each.

use crate::intake::docx::tracked::{Tracked, View};

/// A row of a table.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    pub(super) table: usize,
    /// The cell that its table stands in.
    pub(super) within: Option<usize>,
    pub(super) tracked: Tracked,
    /// How many columns its cells have taken so far.
    pub(super) width: usize,
}

/// A cell of a row.
#[derive(Debug, Clone, Default)]
pub(super) struct Cell {
    pub(super) row: usize,
    /// Its first column, from 0.
    pub(super) column: usize,
    /// The column after its last.
    pub(super) until: usize,
    pub(super) tracked: Tracked,
}

/// Which cells stand in one of the two texts: not those that a change takes out with their row or their table.
pub(super) fn standing(rows: &[Row], cells: &[Cell], view: View) -> Vec<bool> {
    let mut stand = vec![true; cells.len()];
    for (at, cell) in cells.iter().enumerate() {
        let row = &rows[cell.row];
        let within = row.within.is_none_or(|outer| stand[outer]);
        stand[at] = within && row.tracked.stands(view) && cell.tracked.stands(view);
    }
    stand
}
