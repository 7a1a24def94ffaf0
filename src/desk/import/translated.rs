//! Matches a translation to the original by structure: the same headings, paragraphs and items in the same order.

use crate::align::by_structure;
use crate::align::guess::Certainty;
use crate::desk::import::Row;
use crate::draft::{Draft, Level, Paragraph};
use crate::intake::{Block, Reading};
use crate::text::counted;

/// One row for each passage of the translation, and where its structure differs from the original's.
pub(super) fn rows(reading: &Reading, original: &Draft) -> (Vec<Row>, Vec<String>) {
    let theirs: Vec<Vec<&Paragraph>> =
        parts(original.paragraphs.iter().filter(|p| p.level() != Level::Title), |passage| passage.level());
    let ours: Vec<Vec<(usize, &Block)>> =
        parts(reading.blocks.iter().zip(1..).map(|(b, rank)| (rank, b)), |(_, b)| b.level);
    let mut rows = Vec::new();
    let mut differences = Vec::new();
    if theirs.len() != ours.len() {
        differences.push(format!("{} headed parts here, {} in the original", ours.len(), theirs.len()));
    }
    for (at, part) in ours.iter().enumerate() {
        let original: &[&Paragraph] = theirs.get(at).map_or(&[], Vec::as_slice);
        let sure = theirs.len() == ours.len();
        let (matched, same) = matched(part, original, sure);
        if !same {
            differences.push(difference(part, original));
        }
        rows.extend(matched);
    }
    (rows, differences)
}

/// Cuts passages into headed parts; what stands before the first heading is a part too.
fn parts<T>(passages: impl Iterator<Item = T>, level: impl Fn(&T) -> Level) -> Vec<Vec<T>> {
    let mut parts: Vec<Vec<T>> = vec![Vec::new()];
    for passage in passages {
        if level(&passage) == Level::Section {
            parts.push(Vec::new());
        }
        parts.last_mut().expect("there is a part before the first heading").push(passage);
    }
    parts
}

/// Matches one part. Where the kinds of passages are the same, all is certain; else what stands alone between equal
/// neighbours is likely, and the rest waits for a person.
fn matched(part: &[(usize, &Block)], original: &[&Paragraph], sure: bool) -> (Vec<Row>, bool) {
    let kinds: Vec<Level> = part.iter().map(|(_, block)| block.level).collect();
    let theirs: Vec<Level> = original.iter().map(|passage| passage.level()).collect();
    let same = kinds == theirs;
    let mut rows: Vec<Row> = part
        .iter()
        .map(|(rank, block)| Row { certainty: Certainty::Doubtful, ..Row::new(*rank, block) })
        .collect();
    for (at, place) in by_structure(&theirs, &kinds).into_iter().enumerate() {
        let Some(place) = place else { continue };
        rows[at].continues = vec![original[place].id.clone()];
        let heading = kinds[at] == Level::Section;
        rows[at].certainty = if sure && (same || heading) { Certainty::Certain } else { Certainty::Doubtful };
    }
    (rows, same)
}

fn difference(part: &[(usize, &Block)], original: &[&Paragraph]) -> String {
    let count = |levels: &[Level], wanted: Level| levels.iter().filter(|level| **level == wanted).count();
    let here: Vec<Level> = part.iter().map(|(_, block)| block.level).collect();
    let there: Vec<Level> = original.iter().map(|passage| passage.level()).collect();
    let name =
        original.first().map_or("a part that the original lacks".to_owned(), |first| match first.level() {
            Level::Section => format!("part {}", first.id),
            _ => "the opening".to_owned(),
        });
    let counts = |levels: &[Level]| {
        let paragraphs = counted(count(levels, Level::Paragraph), "paragraph");
        format!("{paragraphs} and {}", counted(count(levels, Level::Item), "item"))
    };
    format!("{name}: {} here, {} in the original", counts(&here), counts(&there))
}
