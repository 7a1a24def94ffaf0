//! The columns of all sheets of a file, side by side, so that rows can be written back under one heading.

use crate::intake::table::fold::trimmed;
use crate::intake::table::sheet::{Given, Line};

/// Where the columns of one sheet stand among those of the file.
#[derive(Debug, Default)]
pub(super) struct Columns(Vec<usize>);

impl Columns {
    /// Places the headings of a sheet among those of the sheets before, and adds what is new.
    pub(super) fn learn(&mut self, texts: &[String], header: &mut Vec<String>) {
        let mut used = vec![false; header.len()];
        let place = |text: &String| {
            let text = trimmed(text);
            let free = (0..used.len()).find(|at| !used[*at] && header[*at] == text && !text.is_empty());
            let at = free.unwrap_or_else(|| {
                header.push(text.to_owned());
                used.push(false);
                header.len() - 1
            });
            used[at] = true;
            at
        };
        self.0 = texts.iter().map(place).collect();
    }

    /// The cells of a row as they came, under the headings of the file.
    pub(super) fn cells(&mut self, line: &Line, header: &mut Vec<String>) -> Vec<String> {
        let mut cells = vec![String::new(); header.len()];
        for (at, cell) in line.cells.iter().enumerate().filter(|(_, cell)| !cell.is_blank()) {
            if cell.given == Given::Before {
                continue;
            }
            while self.0.len() <= at {
                header.push(String::new());
                self.0.push(header.len() - 1);
            }
            cells.resize(header.len(), String::new());
            cells[self.0[at]] = cell.written();
        }
        cells
    }
}
