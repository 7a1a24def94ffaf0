//! How much was changed, in words.

use std::iter::Sum;
use std::ops::Add;

use crate::redline::{Mark, Redline};
use crate::text::words;

/// How many words a redline strikes, inserts and keeps. Tallies of several redlines can be added up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Words taken out.
    pub struck: usize,
    /// Words put in.
    pub inserted: usize,
    /// Words that stayed.
    pub kept: usize,
}

impl Redline<'_> {
    /// Counts the words struck, inserted and kept.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for mark in self.marks() {
            match mark {
                Mark::Struck(text) => tally.struck += words(text),
                Mark::Inserted(text) => tally.inserted += words(text),
                Mark::Kept(text) => tally.kept += words(text),
            }
        }
        tally
    }
}

impl Add for Tally {
    type Output = Tally;

    fn add(self, other: Tally) -> Tally {
        Tally {
            struck: self.struck + other.struck,
            inserted: self.inserted + other.inserted,
            kept: self.kept + other.kept,
        }
    }
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Tally>>(tallies: I) -> Tally {
        tallies.fold(Tally::default(), Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Terms;

    #[test]
    fn words_are_counted_by_what_became_of_them() {
        let terms = Terms::none();
        let (before, after) = ("All States should act.", "All States shall act at once.");
        let one = Redline::between(before, after, &terms).tally();
        assert_eq!(one, Tally { struck: 2, inserted: 4, kept: 2 });
        let none = Redline::between("同意", "同意", &terms).tally();
        assert_eq!([one, none].into_iter().sum::<Tally>(), Tally { kept: 3, ..one });
    }
}
