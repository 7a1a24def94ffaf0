//! The rows that could not be taken, written to a file that can be corrected and sent again.

use std::path::{Path, PathBuf};

use crate::desk::receive::rows::Lost;
use crate::error::Result;
use crate::intake::{CommentTable, csv_of};
use crate::store::Output;

/// Headings of the columns that say where a row came from and why it was not taken.
const ROW: &str = "travaux: row";
const REASON: &str = "travaux: reason";
const CONTINUES: &str = "travaux: continues";

/// Where the corrections to a file may stand: a person may be at work on those that are there.
fn beside(file: &Path) -> impl Iterator<Item = PathBuf> {
    let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let stem = stem.split_once(".corrections").map_or(stem.as_str(), |(stem, _)| stem).to_owned();
    (1..).map(move |nth| {
        let nth = if nth == 1 { String::new() } else { format!("-{nth}") };
        file.with_file_name(format!("{stem}.corrections{nth}.csv"))
    })
}

/// Writes the rows as they came, with their reasons, beside the file sent, and gives where; `origin` is the submission
/// they belong beside.
pub(super) fn write(file: &Path, header: &[String], lost: &[Lost], origin: &str) -> Result<PathBuf> {
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
    let output = Output::under_a_free_name(beside(file))?;
    let path = output.path().to_owned();
    output.finish(&csv_of(&rows))?;
    Ok(path)
}

/// The submission that a file of corrections belongs beside; absent for any other file.
pub(super) fn continues(table: &CommentTable) -> Option<String> {
    let at = table.header.iter().position(|heading| heading.trim() == CONTINUES)?;
    let rows = table.rows.iter().map(|row| &row.cells);
    let mut rows = rows.chain(table.refused.iter().map(|row| &row.cells));
    rows.find_map(|cells| cells.get(at).map(|cell| cell.trim().to_owned()).filter(|cell| !cell.is_empty()))
}
