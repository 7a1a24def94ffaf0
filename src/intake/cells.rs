//! Where a cell stands in a table: its columns, with those that cells span.

/// A table that is open. A table within a table belongs to the cell around it.
#[derive(Debug, Default)]
pub(super) struct Cells {
    depth: usize,
    /// For each column the rows that a cell above still spans.
    held: Vec<usize>,
    next: usize,
    /// The columns of the open cell, from and up to, counted from 0.
    cell: Option<(usize, usize)>,
    /// The most columns seen in a row.
    pub(super) widest: usize,
}

/// The most columns that are told apart; what stands further right counts as the last.
const MOST: usize = 100;

impl Cells {
    pub(super) fn open_table(&mut self) {
        self.depth += 1;
        if self.depth == 1 {
            self.held.clear();
            self.next = 0;
        }
    }

    pub(super) fn close_table(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        if self.depth == 0 {
            self.cell = None;
        }
    }

    pub(super) fn open_row(&mut self) {
        if self.depth == 1 {
            // What no cell of the last row stood on is spanned one row less.
            for held in &mut self.held {
                *held = held.saturating_sub(1);
            }
            self.next = 0;
            self.cell = None;
        }
    }

    pub(super) fn open_cell(&mut self, columns: usize, rows: usize) {
        if self.depth != 1 {
            return;
        }
        while self.held.get(self.next).is_some_and(|held| *held > 0) {
            self.next += 1;
        }
        let from = self.next.min(MOST);
        let until = (from + columns.clamp(1, MOST)).min(MOST + 1);
        if self.held.len() < until {
            self.held.resize(until, 0);
        }
        self.held[from..until].fill(rows.max(1));
        self.next = until;
        self.cell = Some((from, until));
        self.widest = self.widest.max(until);
    }

    pub(super) fn close_cell(&mut self) {
        if self.depth == 1 {
            self.cell = None;
        }
    }

    /// Whether what comes now stands in another column than the one asked for, counted from 1.
    pub(super) fn elsewhere(&self, column: Option<usize>) -> bool {
        match (self.cell, column) {
            (Some((from, until)), Some(column)) => !(from < column && column <= until),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_span_rows_and_columns_shift_the_others() {
        let mut cells = Cells::default();
        cells.open_table();
        cells.open_row();
        cells.open_cell(1, 2);
        assert!(!cells.elsewhere(Some(1)));
        cells.open_cell(2, 1);
        assert!(!cells.elsewhere(Some(3)));
        cells.open_row();
        cells.open_cell(1, 1);
        assert!(cells.elsewhere(Some(1)));
        assert!(!cells.elsewhere(Some(2)));
        assert_eq!(cells.widest, 3);
        cells.close_table();
        assert!(!cells.elsewhere(Some(9)));
    }
}
