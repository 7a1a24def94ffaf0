//! Two files compared, without a workspace.

use crate::align::Fate;
use crate::align::guess::{Supposed, supposed};
use crate::draft::BREAK;
use crate::intake::Reading;
use crate::redline::Redline;
use crate::report::{CompareReport, Difference, Marked, Position, Tally, WordCount};
use crate::text::Terms;

/// A passage, its printed number apart.
struct Passage {
    position: Position,
    wording: String,
}

/// What differs between two texts: paragraphs are paired by what they say, words compared within each pair.
pub fn compare(
    before: (&str, &Reading),
    after: (&str, &Reading),
    all: bool,
    side_by_side: bool,
) -> CompareReport {
    let (old, new) = (passages(before.1), passages(after.1));
    let old_wordings: Vec<&str> = old.iter().map(|passage| passage.wording.as_str()).collect();
    let new_wordings: Vec<&str> = new.iter().map(|passage| passage.wording.as_str()).collect();
    let pairings = supposed(&old_wordings, &new_wordings);
    let terms = Terms::none();
    let mut tally = Tally::default();
    let mut renumbered = 0;
    let mut shown = Vec::new();
    for pairing in &pairings {
        let difference = difference(pairing, &old, &new, &terms, all);
        tally.count(difference.fate, difference.moved, difference.words);
        if all || difference.moved || difference.fate != Fate::Kept {
            shown.push(difference);
        } else if difference.is_renumbered() {
            renumbered += 1;
        }
    }
    CompareReport {
        before: before.0.to_owned(),
        after: after.0.to_owned(),
        tally,
        passages: shown,
        renumbered,
        side_by_side,
    }
}

/// The passages of a text, its title first.
fn passages(reading: &Reading) -> Vec<Passage> {
    let title = reading.title.iter().map(|title| (None, title.clone(), 1));
    let blocks = reading.blocks.iter().map(|block| (block.label.clone(), block.text.clone(), block.line));
    let all = title.chain(blocks).zip(1..);
    all.map(|((label, wording, line), rank)| Passage { position: Position { rank, label, line }, wording })
        .collect()
}

fn difference(pairing: &Supposed, old: &[Passage], new: &[Passage], terms: &Terms, all: bool) -> Difference {
    // A printed number stands in the margin, old and new; it is no part of the words.
    let wording = |passages: &[Passage], at: &[usize]| -> String {
        at.iter().map(|&at| passages[at].wording.as_str()).collect::<Vec<_>>().join(BREAK)
    };
    let (before, after) = (wording(old, &pairing.before), wording(new, &pairing.after));
    let reworded = before != after;
    let fate = Supposed { reworded, ..pairing.clone() }.fate();
    // What nobody will see is not marked up.
    let shown = all || reworded || pairing.moved;
    let redline = shown.then(|| Redline::between(&before, &after, terms));
    let changed = redline.as_ref().filter(|_| reworded);
    let positions =
        |passages: &[Passage], at: &[usize]| at.iter().map(|&at| passages[at].position.clone()).collect();
    Difference {
        before: positions(old, &pairing.before),
        after: positions(new, &pairing.after),
        fate,
        moved: pairing.moved,
        certainty: pairing.certainty,
        words: changed.map(WordCount::of).unwrap_or_default(),
        marks: redline.as_ref().map(Marked::of).unwrap_or_default(),
    }
}
