//! Which passages of the version before the passages of a new text continue.

use std::collections::HashSet;

use crate::align::guess::{Certainty, supposed_under_headings};
use crate::desk::import::Row;
use crate::draft::{Draft, Level, Paragraph, ParagraphId};
use crate::intake::{Block, Reading};

/// One row for each passage of the new text. The title is not among them: it is always the title.
pub(super) fn rows(reading: &Reading, old: &Draft) -> Vec<Row> {
    let passages: Vec<&Paragraph> = old.paragraphs.iter().filter(|p| p.level() != Level::Title).collect();
    let before: Vec<&str> = passages.iter().map(|passage| passage.text.as_str()).collect();
    let after: Vec<&str> = reading.blocks.iter().map(|block| block.text.as_str()).collect();
    let mut rows: Vec<Row> =
        reading.blocks.iter().zip(1..).map(|(block, rank)| Row::new(rank, block)).collect();
    let named = named(reading, old);
    for pairing in supposed_under_headings(&before, &after, |at| passages[at].level().is_heading()) {
        for &at in &pairing.after {
            // A heading continues a heading, and nothing else does.
            let heading = rows[at].level == Level::Section;
            let alike = |from: &&usize| (passages[**from].level() == Level::Section) == heading;
            let from: Vec<&usize> = pairing.before.iter().filter(alike).collect();
            rows[at].continues = from.iter().map(|&&from| passages[from].id.clone()).collect();
            rows[at].moved = pairing.moved;
            if !rows[at].continues.is_empty() {
                rows[at].certainty = pairing.certainty;
            }
        }
    }
    for (row, continues) in rows.iter_mut().zip(named) {
        if !continues.is_empty() {
            row.moved = row.continues == continues && row.moved;
            (row.continues, row.certainty) = (continues, Certainty::Certain);
        }
    }
    rows
}

/// What the file itself says that its passages continue: one that we wrote keeps the ids as hidden names.
fn named(reading: &Reading, old: &Draft) -> Vec<Vec<ParagraphId>> {
    let mut taken: HashSet<&ParagraphId> = HashSet::new();
    let mut own = |block: &'_ Block| -> Vec<ParagraphId> {
        let here = block.ids.iter().filter_map(|id| old.get(id));
        // A passage that was copied has its name twice, and the words decide.
        let heading = |level| level == Level::Section;
        here.filter(|passage| heading(passage.level()) == heading(block.level))
            .filter(|passage| taken.insert(&passage.id))
            .map(|passage| passage.id.clone())
            .collect()
    };
    reading.blocks.iter().map(&mut own).collect()
}
