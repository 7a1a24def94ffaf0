//! How the columns of a table share the width of the sheet.

use crate::report::Fold;

/// The space between two columns.
pub(crate) const GAP: usize = 2;
/// Prose in a narrower column is confetti.
const PROSE_LEAST: usize = 20;
/// A column of names is at least as wide as its widest word, unless that is a monster.
const NAME_LEAST: usize = 10;
/// Longer words than this are broken rather than given a column of their own.
const MONSTER: usize = 16;

/// What one column asks for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wish {
    /// The width of its widest line.
    pub(crate) natural: usize,
    /// The width of its widest word.
    pub(crate) word: usize,
    /// How it may be folded.
    pub(crate) fold: Fold,
}

/// The width of each column; `None` when the sheet is too narrow for a table. Columns that cannot be folded get
/// what they ask for. Where that leaves too little, names are folded before prose is; prose shares the rest
/// evenly, and what a short column leaves goes to the longer ones.
pub(crate) fn shares(wishes: &[Wish], width: usize) -> Option<Vec<usize>> {
    let room = width.checked_sub(GAP * wishes.len().saturating_sub(1))?;
    let natural: Vec<usize> = wishes.iter().map(|wish| wish.natural).collect();
    // Prose is at its ease in half of the sheet.
    let ease = (room / 2 / of(wishes, Fold::Prose).count().max(1)).max(2 * PROSE_LEAST);
    let comfort: usize = of(wishes, Fold::Prose).map(|wish| wish.natural.min(ease)).sum();
    let names: usize = sum(wishes, Fold::Narrow);
    let fixed: usize = sum(wishes, Fold::Never);
    if fixed + names + comfort <= room {
        return shared(wishes, natural, room - fixed - names, Fold::Prose);
    }
    let for_names = room.saturating_sub(fixed + comfort);
    let least: usize = of(wishes, Fold::Narrow).map(Wish::least).sum();
    let for_names = for_names.max(least).min(names);
    let folded = shared(wishes, natural, for_names, Fold::Narrow)?;
    let taken: usize =
        wishes.iter().zip(&folded).filter(|(wish, _)| wish.fold == Fold::Narrow).map(|(_, w)| w).sum();
    let rest = room.checked_sub(fixed + taken)?;
    shared(wishes, folded, rest, Fold::Prose)
}

fn of(wishes: &[Wish], fold: Fold) -> impl Iterator<Item = &Wish> {
    wishes.iter().filter(move |wish| wish.fold == fold)
}

fn sum(wishes: &[Wish], fold: Fold) -> usize {
    of(wishes, fold).map(|wish| wish.natural).sum()
}

/// Shares room among the columns of one kind: each gets its least, and the rest goes evenly, the shortest served
/// first; `None` where there is not enough for the least.
fn shared(wishes: &[Wish], mut shares: Vec<usize>, room: usize, fold: Fold) -> Option<Vec<usize>> {
    let mut served: Vec<usize> = (0..wishes.len()).filter(|&at| wishes[at].fold == fold).collect();
    let mut room = room.checked_sub(served.iter().map(|&at| wishes[at].least()).sum())?;
    served.sort_by_key(|&at| wishes[at].natural - wishes[at].least());
    for (before, &at) in served.iter().enumerate() {
        let more = (wishes[at].natural - wishes[at].least()).min(room / (served.len() - before));
        shares[at] = wishes[at].least() + more;
        room -= more;
    }
    Some(shares)
}

impl Wish {
    /// The least width at which it can be read.
    fn least(&self) -> usize {
        let least = match self.fold {
            Fold::Never => self.natural,
            Fold::Narrow => self.word.clamp(NAME_LEAST, MONSTER),
            Fold::Prose => PROSE_LEAST,
        };
        least.min(self.natural)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fixed(natural: usize) -> Wish {
        Wish { natural, word: 0, fold: Fold::Never }
    }

    fn prose(natural: usize) -> Wish {
        Wish { natural, word: 0, fold: Fold::Prose }
    }

    #[test]
    fn a_table_that_fits_is_no_wider_than_it_asks() {
        assert_eq!(shares(&[fixed(5), prose(30)], 80), Some(vec![5, 30]));
        assert_eq!(shares(&[], 80), Some(vec![]));
    }

    #[test]
    fn what_short_prose_leaves_goes_to_long_prose() {
        assert_eq!(shares(&[fixed(10), prose(200), prose(12)], 80), Some(vec![10, 54, 12]));
        assert_eq!(shares(&[prose(200), prose(300)], 80), Some(vec![39, 39]));
    }

    #[test]
    fn names_are_folded_before_prose_is() {
        let name = |natural| Wish { natural, word: 0, fold: Fold::Narrow };
        assert_eq!(shares(&[name(20), prose(200)], 100), Some(vec![20, 78]));
        assert_eq!(shares(&[name(40), name(14), prose(200)], 80), Some(vec![22, 14, 40]));
        assert_eq!(shares(&[name(40), prose(200)], 30), None);
    }

    #[test]
    fn a_table_that_would_be_confetti_is_refused() {
        assert_eq!(shares(&[fixed(40), prose(200)], 60), None);
        assert_eq!(shares(&[fixed(40), fixed(40)], 60), None);
        assert_eq!(shares(&[fixed(40), prose(10)], 60), Some(vec![40, 10]));
    }
}
