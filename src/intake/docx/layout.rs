//! Tables that lay a text out: which column a paragraph stands in, and which rows go on with the row before.

use std::collections::BTreeMap;

use crate::intake::docx::file::WordFile;
use crate::intake::docx::shown::Shown;
use crate::intake::wrapped::is_ended;

/// The shortest text in a script without small letters, in characters, that may go on in the next row.
const LONG: usize = 12;

/// Where a cell stands: its table, its row in the file, and its columns, from and up to, counted from 0.
#[derive(Debug, Clone, Copy)]
pub(super) struct InTable {
    pub(super) table: usize,
    pub(super) row: usize,
    pub(super) from: usize,
    pub(super) until: usize,
}

/// Where the paragraphs of a view stand in the tables of a document.
pub(super) struct Layout {
    /// How many columns the widest row has; 0 where there is no table.
    pub(super) columns: usize,
    places: Vec<Option<InTable>>,
    /// For each paragraph whether it begins a row that goes on with the row before.
    goes_on: Vec<bool>,
    /// How many paragraphs stand in rows that have text in two cells.
    pub(super) side_by_side: usize,
}

/// The filled cells of a row, by their first columns, each with its paragraphs.
type Row = BTreeMap<usize, Vec<usize>>;

impl Layout {
    pub(super) fn of(file: &WordFile, shown: &[Shown]) -> Layout {
        let place = |paragraph: &Shown| paragraph.cell.map(|cell| file.place_of(cell));
        let places: Vec<Option<InTable>> = shown.iter().map(place).collect();
        let columns = places.iter().flatten().map(|place| place.until).max().unwrap_or_default();
        let mut rows: BTreeMap<(usize, usize), Row> = BTreeMap::new();
        for (at, place) in places.iter().enumerate() {
            if let Some(place) = place
                && !shown[at].text.trim().is_empty()
            {
                let row = rows.entry((place.table, place.row)).or_default();
                row.entry(place.from).or_default().push(at);
            }
        }
        let divided = rows.values().filter(|cells| cells.len() > 1);
        let side_by_side = divided.flat_map(BTreeMap::values).map(Vec::len).sum();
        let mut goes_on = vec![false; shown.len()];
        for (above, below) in rows.iter().zip(rows.iter().skip(1)) {
            // One language shows by a small letter what another has no letters for.
            if above.0.0 == below.0.0 && is_cut(above.1, below.1, shown) {
                below.1.values().for_each(|cell| goes_on[cell[0]] = true);
            }
        }
        Layout { columns, places, goes_on, side_by_side }
    }

    /// Whether a paragraph stands in another column than the one asked for, counted from 1.
    pub(super) fn is_elsewhere(&self, at: usize, column: usize) -> bool {
        self.places[at].is_some_and(|place| !(place.from < column && column <= place.until))
    }

    /// Whether a paragraph begins a row that goes on with the row before.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        self.goes_on[at]
    }
}

/// Whether any cell of a row goes on with the one above it.
fn is_cut(above: &Row, below: &Row, shown: &[Shown]) -> bool {
    below.iter().any(|(column, cell)| {
        let last = above.get(column).and_then(|above| above.last());
        last.is_some_and(|last| goes_on_with(&shown[*last], &shown[cell[0]]))
    })
}

fn goes_on_with(above: &Shown, below: &Shown) -> bool {
    if above.heading.is_some()
        || below.heading.is_some()
        || above.bold
        || below.depth.is_some()
        || is_ended(&above.text)
    {
        return false;
    }
    match below.text.chars().find(|c| c.is_alphanumeric()) {
        Some(first) if first.is_lowercase() => below.text.trim_start().starts_with(first),
        Some(first) if first.is_uppercase() || first.is_numeric() => false,
        Some(_) => {
            let comma = above.text.trim_end().ends_with([',', '،', '，', '、']);
            !comma && above.text.chars().nth(LONG).is_some()
        }
        None => false,
    }
}
