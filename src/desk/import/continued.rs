//! Which passages of the version before the passages of a new text continue.

use crate::align::guess::supposed;
use crate::desk::import::Row;
use crate::draft::{Draft, Level, Paragraph};
use crate::intake::Reading;

/// One row for each passage of the new text. The title is not among them: it is always the title.
pub(super) fn rows(reading: &Reading, old: &Draft) -> Vec<Row> {
    let passages: Vec<&Paragraph> = old.paragraphs.iter().filter(|p| p.level() != Level::Title).collect();
    let before: Vec<&str> = passages.iter().map(|passage| passage.text.as_str()).collect();
    let after: Vec<&str> = reading.blocks.iter().map(|block| block.text.as_str()).collect();
    let mut rows: Vec<Row> =
        reading.blocks.iter().zip(1..).map(|(block, rank)| Row::new(rank, block)).collect();
    for pairing in supposed(&before, &after) {
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
    rows
}
