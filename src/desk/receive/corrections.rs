//! The rows that could not be taken, written to a file that can be corrected and sent again.

use std::path::{Path, PathBuf};

use crate::desk::receive::rows::Lost;
use crate::error::Result;
use crate::intake::CommentTable;
use crate::intake::put_rows_aside;

/// Headings of the columns that say where a row came from and why it was not taken.
const ROW: &str = "travaux: row";
const REASON: &str = "travaux: reason";
const CONTINUES: &str = "travaux: continues";

/// Where the corrections to a file stand.
pub(super) fn beside(file: &Path) -> PathBuf {
    let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let stem = stem.strip_suffix(".corrections").unwrap_or(&stem);
    file.with_file_name(format!("{stem}.corrections.csv"))
}

/// Writes the rows as they came, with their reasons; `origin` is the submission they belong beside.
pub(super) fn write(path: &Path, header: &[String], lost: &[Lost], origin: &str) -> Result<()> {
    // Rows that are refused again bring their columns along.
    let own = |heading: &String| [ROW, REASON, CONTINUES].contains(&heading.trim());
    let keep: Vec<usize> = (0..header.len()).filter(|at| !own(&header[*at])).collect();
    let picked = |cells: &[String]| -> Vec<String> {
        keep.iter().map(|at| cells.get(*at).cloned().unwrap_or_default()).collect()
    };
    let mut rows = vec![picked(header)];
    rows[0].extend([ROW, REASON, CONTINUES].map(str::to_owned));
    for lost in lost {
        let mut row = picked(&lost.cells);
        row.extend([lost.row.place.clone(), lost.row.reason.clone(), origin.to_owned()]);
        rows.push(row);
    }
    put_rows_aside(path, &rows)
}

/// The submission that a file of corrections belongs beside; absent for any other file.
pub(super) fn continues(table: &CommentTable) -> Option<String> {
    let at = table.header.iter().position(|heading| heading.trim() == CONTINUES)?;
    let rows = table.rows.iter().map(|row| &row.cells);
    let mut rows = rows.chain(table.refused.iter().map(|row| &row.cells));
    rows.find_map(|cells| cells.get(at).map(|cell| cell.trim().to_owned()).filter(|cell| !cell.is_empty()))
}
