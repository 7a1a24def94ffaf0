//! Reads a text in columns divided by tabs, as two languages stand side by side.
//!
//! Rows are lines; an empty line or a row of dashes is a page break, over which a paragraph may go
//! on. Cells may be fragments of web pages, since that is how such files come out of converters.

use crate::error::{Error, Result};
use crate::intake::furniture::is_rule;
use crate::intake::label::labelled;
use crate::intake::piece::Gathered;
use crate::intake::plain::take_cell;
use crate::intake::{LeftOut, Why};

/// Takes one column, counted from 1.
pub(super) fn gathered(text: &str, column: usize) -> Gathered {
    let mut found = Gathered::default();
    let mut page = 0;
    for (row, number) in text.replace('\u{c}', "").split('\n').zip(1..) {
        let cells: Vec<&str> = row.split('\t').map(str::trim).collect();
        let filled: Vec<&str> = cells.iter().copied().filter(|cell| !cell.is_empty()).collect();
        if filled.is_empty() {
            page += 1;
            continue;
        }
        found.columns = found.columns.max(cells.len());
        if filled.iter().all(|cell| is_rule(cell)) {
            page += 1;
            found.left_out.push(LeftOut { line: number, text: filled.join(" "), why: Why::Rule });
            continue;
        }
        for (cell, rank) in cells.iter().zip(1..) {
            if rank == column {
                take_cell(cell, number, page, &mut found);
            } else if !cell.is_empty() {
                let text = (*cell).to_owned();
                found.left_out.push(LeftOut { line: number, text, why: Why::OtherColumn });
            }
        }
    }
    found
}

/// Refuses a text that plainly stands in columns when none was chosen: read across, two languages
/// would make one paragraph.
pub(super) fn refuse_unchosen(name: &str, text: &str) -> Result<()> {
    if !text.contains('\t') {
        return Ok(());
    }
    let rows: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let divided = rows.iter().filter(|row| is_divided(row)).count();
    if divided < 3 || divided * 2 < rows.len() {
        return Ok(());
    }
    let columns = rows.iter().map(|row| row.split('\t').count()).max().unwrap_or_default();
    let what = format!("{name} stands in columns divided by tabs, up to {columns} in a row");
    Err(Error::refused(what, "`--column` says which one to take, counted from 1"))
}

/// Whether a row has text on both sides of a tab; after a printed number a tab divides nothing.
fn is_divided(row: &str) -> bool {
    let Some((left, right)) = row.trim().split_once('\t') else { return false };
    let numbered = labelled(&format!("{left} x")).1 == "x";
    !numbered && !left.trim().is_empty() && !right.trim().is_empty()
}
