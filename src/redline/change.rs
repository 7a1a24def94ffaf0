//! How a change reads: a mark, a word, a sentence that came or went, or words in the place of others.
//!
//! A replacement asks most of the reader, and beside one only words that say something are worth keeping. What came or
//! went alone is taken in at a glance, so that less may stand beside it.

use crate::redline::runs::Cell;
use crate::redline::units::{Role, Side, Unit};

/// The kinds of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    /// Marks alone.
    Marks,
    /// Whole sentences came or went.
    Sentences,
    /// A word came or went.
    Word,
    /// Words came or went.
    Words,
    /// Words took the place of others.
    Replaced,
}

impl Change {
    /// How many kinds there are.
    pub(super) const KINDS: usize = 5;
    /// All of them, in order.
    pub(super) const ALL: [Change; Change::KINDS] =
        [Change::Marks, Change::Sentences, Change::Word, Change::Words, Change::Replaced];

    /// The change from one place of both texts to another.
    pub(super) fn between(old: Side, new: Side, from: Cell, to: Cell) -> Change {
        let (gone, come) = ((from.old as usize, to.old as usize), (from.new as usize, to.new as usize));
        let words = |units: &[Unit]| units.iter().filter(|unit| unit.words > 0).take(2).count();
        let (lost, won) = (words(&old.units[gone.0..gone.1]), words(&new.units[come.0..come.1]));
        if lost + won == 0 {
            return Change::Marks;
        }
        let (side, (first, last)) = match (gone.0 == gone.1, come.0 == come.1) {
            (true, _) => (new, come),
            (_, true) => (old, gone),
            _ => return Change::Replaced,
        };
        match lost + won {
            _ if sentences(side, first, last) => Change::Sentences,
            1 => Change::Word,
            _ => Change::Words,
        }
    }

    /// Whether a run of so many words, units, and words that say something is worth keeping between two changes.
    pub(super) fn part(left: Change, right: Change, words: usize, units: usize, says: usize) -> bool {
        use Change::{Marks, Replaced, Sentences, Word, Words};
        let easy = left != Replaced && right != Replaced;
        if words > 2 {
            return says > 1 || says == 1 && easy;
        }
        // Two words with a mark among them are part of a list.
        let listed = says > 1 && units > 2;
        match (left, right) {
            (Sentences, _) | (_, Sentences) => says > 1 || says == 1 && easy,
            (Marks, Marks | Word) | (Word, Marks) => words > 1 && says > 0,
            (Marks, _) | (_, Marks) | (Word, Word | Words) | (Words, Word) => listed,
            (Words | Replaced, Words | Replaced) | (Word, Replaced) | (Replaced, Word) => false,
        }
    }
}

/// Whether a stretch is whole sentences, as it stands or once it slides past the full stop that it begins with.
fn sentences(side: Side, first: usize, last: usize) -> bool {
    let stop = |at: usize| side.units.get(at).is_some_and(|unit| unit.role == Role::Stop);
    let starts = first == 0 || side.units[first].fresh || stop(first - 1);
    starts && stop(last - 1) || stop(first) && stop(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::redline::units::units;
    use crate::text::Terms;

    /// The change from the first text to the second, all of it.
    fn change(before: &str, after: &str) -> Change {
        let (old, new) = (units(before, &Terms::none()), units(after, &Terms::none()));
        let end = Cell { old: old.len() as u32, new: new.len() as u32 };
        let (old, new) = (Side { text: before, units: &old }, Side { text: after, units: &new });
        Change::between(old, new, Cell { old: 0, new: 0 }, end)
    }

    #[test]
    fn a_change_is_told_by_what_came_and_what_went() {
        assert_eq!(change(",", ";"), Change::Marks);
        assert_eq!(change("", "The board met."), Change::Sentences);
        assert_eq!(change(", boards", ""), Change::Word);
        assert_eq!(change("", "the board"), Change::Words);
        assert_eq!(change("board", ","), Change::Replaced);
    }

    #[test]
    fn no_run_without_a_word_that_says_something_parts_two_changes() {
        for left in Change::ALL {
            for right in Change::ALL {
                assert!((0..9).all(|words| !Change::part(left, right, words, words + 2, 0)));
            }
        }
    }
}
