//! A table where there is no room for one: a block for each row, a line for each cell.

use crate::render::Sheet;
use crate::render::beside::beside;
use crate::render::clean::{Line, words};
use crate::render::fold::fold;
use crate::render::isolate::isolated;
use crate::report::Run;

/// Shows rows one under the other, `Name: value`; empty cells are left out. A table without rows is its names.
pub(crate) fn records(names: &[Vec<Line>], rows: &[Vec<Vec<Line>>], sheet: &Sheet) -> String {
    let labels: Vec<Line> = names.iter().map(|name| label(name)).collect();
    if rows.is_empty() {
        let bare: Vec<String> = labels.iter().map(|label| beside(label, &[], 0, sheet)).collect();
        return bare.join("\n");
    }
    // Names that would take more than a third of the sheet stand on lines of their own.
    let widths = labels.iter().flat_map(|label| fold(label, None, sheet.color)).map(|line| line.width + 1);
    let indent = widths.filter(|&width| !sheet.narrow() && width * 3 <= sheet.table()).max().unwrap_or(2);
    let record = |row: &Vec<Vec<Line>>| -> String {
        let cells =
            labels.iter().zip(row).filter(|(_, cell)| cell.iter().any(|line| !words(line).trim().is_empty()));
        cells
            .map(|(label, cell)| {
                short(label, cell, sheet).unwrap_or_else(|| beside(label, cell, indent, sheet))
            })
            .collect::<Vec<_>>()
            .join("\n")
    };
    rows.iter().map(record).filter(|record| !record.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// A name and its value on one line, where no column of values is kept and the line is long enough.
fn short(label: &[Run], cell: &[Line], sheet: &Sheet) -> Option<String> {
    let [value] = cell else { return None };
    let shown = |line| fold(line, None, sheet.color).swap_remove(0);
    let (label, folded) = (shown(label), shown(value));
    let room = sheet.prose(0).filter(|_| sheet.narrow())?;
    let value = if sheet.bidi { isolated(&folded.text, &words(value)) } else { folded.text };
    (label.width + 1 + folded.width <= room).then(|| format!("{} {value}", label.text))
}

/// `Name:`
fn label(name: &[Line]) -> Line {
    let name: Vec<String> = name.iter().map(|line| words(line)).collect();
    vec![Run::strong(format!("{}:", name.join(" ")))]
}
