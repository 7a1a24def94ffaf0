//! Gives up what is kept between two replacements and says next to nothing.
//!
//! "[-ask-]{+beg+} in accordance with [-it-]{+them+}": the reader goes through two changes to be spared three words.

use crate::redline::keep::confetti;
use crate::redline::runs::Cell;
use crate::redline::small_words::says;
use crate::redline::units::{Role, Side, Unit};

/// A run of more words than this is kept whatever it says.
const LONG: usize = 5;
/// A change of so few words on either side is read at a glance, and what stands beside it is kept.
const LIGHT: usize = 2;

/// Drops from what is kept the runs that help no reader.
pub(super) fn dissolve(old: Side, new: Side, kept: &mut Vec<Cell>) {
    let mut useless = Vec::new();
    let mut from = Cell { old: 0, new: 0 };
    let mut at = 0;
    let last = Cell { old: old.units.len() as u32, new: new.units.len() as u32 };
    for run in kept.chunk_by(|cell, next| next.old == cell.old + 1 && next.new == cell.new + 1) {
        let (first, length) = (run[0], run.len());
        let end = Cell { old: first.old + length as u32, new: first.new + length as u32 };
        at += length;
        let heavy = |from, to| heavy(old, new, from, to);
        let next = kept.get(at).copied().unwrap_or(last);
        if heavy(from, first)
            && heavy(end, next)
            && says_little(old, first, end)
            && !ends(old, new, first, end)
        {
            useless.push(first..end);
        } else {
            from = end;
        }
    }
    if useless.is_empty() {
        return;
    }
    let stays = |cell: &Cell| {
        let next = useless.partition_point(|run| run.end <= *cell);
        useless.get(next).is_none_or(|run| !run.contains(cell))
    };
    let stays: Vec<Cell> = kept.iter().copied().filter(stays).collect();
    if !confetti(old.units, new.units, &stays) {
        *kept = stays;
    }
}

/// Whether several words took the place of others.
fn heavy(old: Side, new: Side, from: Cell, to: Cell) -> bool {
    let words = |units: &[Unit]| units.iter().filter(|unit| unit.words > 0).take(LIGHT + 1).count();
    let lost = words(&old.units[from.old as usize..to.old as usize]);
    let won = words(&new.units[from.new as usize..to.new as usize]);
    lost > 0 && won > 0 && lost.max(won) > LIGHT
}

/// Whether few words are kept, of which one at the most says something.
fn says_little(old: Side, first: Cell, end: Cell) -> bool {
    if (end.old - first.old) as usize > 3 * LONG {
        return false;
    }
    let run = &old.units[first.old as usize..end.old as usize];
    let words: usize = run.iter().map(|unit| usize::from(unit.words)).sum();
    words <= LONG && run.iter().filter(|unit| says(unit, old.text)).count() < 2
}

/// Whether a sentence or a line ends in a run or right after it: where one did is a hold for the reader.
fn ends(old: Side, new: Side, first: Cell, end: Cell) -> bool {
    let ends = |units: &[Unit], first: u32, end: u32| {
        units[first as usize..].iter().take((end - first) as usize + 1).any(|unit| unit.fresh)
            || units[first as usize..end as usize].iter().any(|unit| unit.role == Role::Stop)
    };
    ends(old.units, first.old, end.old) || ends(new.units, first.new, end.new)
}

#[cfg(test)]
mod tests {
    use crate::redline::laws::marked;

    #[test]
    fn a_word_that_says_little_alone_does_not_part_two_long_replacements() {
        assert_eq!(
            marked(
                "The board hears every party that asks in accordance with the old rules of our town.",
                "The board may listen to members in accordance with the new bylaws and a plan of our town."
            ),
            "The board [-hears every party that asks in accordance with the old rules-]\
             {+may listen to members in accordance with the new bylaws and a plan+} of our town."
        );
    }

    #[test]
    fn it_stays_beside_a_word_in_the_place_of_another_and_where_a_sentence_ends() {
        assert_eq!(
            marked(
                "The bell is set by the bell of the tower, at noon.",
                "The clock is set by the clock of the tower, at noon."
            ),
            "The [-bell-]{+clock+} is set by the [-bell-]{+clock+} of the tower, at noon."
        );
        assert_eq!(
            marked(
                "The board hears every party that asks. If true, it is noted in the old book of the town.",
                "The board may listen to members. If true, it is kept among some papers of the town."
            ),
            "The board [-hears every party that asks-]{+may listen to members+}. If true, it is \
             [-noted in the old book-]{+kept among some papers+} of the town."
        );
    }
}
