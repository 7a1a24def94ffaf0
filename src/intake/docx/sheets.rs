//! The tables of a document as sheets: rows of cells, with what was struck and inserted in them.

use std::collections::BTreeMap;

use crate::intake::docx::file::WordFile;
use crate::intake::docx::tracked::View;

/// A cell of a table as its paragraphs say it: words, each stretch with what stands of it in either text.
#[derive(Debug, Clone, Default)]
pub(in crate::intake) struct WordCell {
    /// Stretches of words: whether they stood, whether they stand.
    pub(in crate::intake) stretches: Vec<(String, bool, bool)>,
}

/// The rows of each table; a cell that spans columns stands in the first.
pub(in crate::intake) fn tables(file: &WordFile) -> Vec<Vec<Vec<WordCell>>> {
    let body = &file.body;
    let mut tables: BTreeMap<usize, BTreeMap<usize, Vec<WordCell>>> = BTreeMap::new();
    let mut last = None;
    for (at, paragraph) in body.paragraphs.iter().enumerate() {
        let Some(cell) = paragraph.cell else { continue };
        let place = file.place_of(cell);
        let row = tables.entry(place.table).or_default().entry(place.row).or_default();
        if row.len() < place.until {
            row.resize(place.until, WordCell::default());
        }
        let stretches = &mut row[place.from].stretches;
        if last == Some((place.row, place.from)) && !stretches.is_empty() {
            stretches.push(("\n".to_owned(), true, true));
        }
        last = Some((place.row, place.from));
        for (within, span) in body.paragraphs[at].pieces() {
            if !body.is_code(&span) {
                let (stood, stands) = (span.tracked.stands(View::Before), span.tracked.stands(View::After));
                let words = paragraph.text[within].replace('\u{c}', "\n");
                if stood || stands {
                    stretches.push((words, stood, stands));
                }
            }
        }
    }
    tables.into_values().map(|rows| rows.into_values().collect()).collect()
}
