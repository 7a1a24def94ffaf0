//! The tables of a Word document as sheets.

use crate::intake::WordFile;
use crate::intake::docx::{WordCell, tables};
use crate::intake::table::sheet::{Cell, Line, Mark, Marked, Sheet};

/// Each table of a document is a sheet; what its author struck or put in is marked as such.
pub(super) fn sheets(file: &WordFile) -> Vec<Sheet> {
    let sheet = |(rank, rows): (usize, Vec<Vec<WordCell>>)| {
        let line = |(row, cells): (u32, Vec<WordCell>)| Line {
            row,
            cells: cells.into_iter().map(cell).collect(),
            ..Line::default()
        };
        let lines = (1..).zip(rows).map(line).collect();
        Sheet { name: Some(format!("table {rank}")), lines, ..Sheet::default() }
    };
    (1..).zip(tables(file)).map(sheet).collect()
}

fn cell(cell: WordCell) -> Cell {
    let changed = cell.stretches.iter().any(|(_, stood, stands)| stood != stands);
    let text: String = cell.stretches.iter().map(|(words, ..)| words.as_str()).collect();
    let piece = |(words, stood, stands): (String, bool, bool)| {
        let mark = match (stood, stands) {
            (true, false) => Mark::Struck,
            (false, true) => Mark::Inserted,
            _ => Mark::Kept,
        };
        (mark, words)
    };
    let marked = changed.then(|| Marked { pieces: cell.stretches.into_iter().map(piece).collect() });
    Cell { marked, ..Cell::of(text) }
}
