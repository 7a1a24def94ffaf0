//! How the columns of a table share the width of the sheet.

/// The space between two columns.
pub(crate) const GAP: usize = 2;
/// Prose in a narrower column is confetti.
const PROSE_LEAST: usize = 20;

/// What one column asks for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wish {
    /// The width of its widest line.
    pub(crate) natural: usize,
    /// Whether it holds prose, which may be wrapped.
    pub(crate) prose: bool,
}

/// The width of each column; `None` when the sheet is too narrow for a table. Columns without prose get what
/// they ask for; prose shares the rest evenly, and what a short column leaves goes to the longer ones.
pub(crate) fn shares(wishes: &[Wish], width: usize) -> Option<Vec<usize>> {
    let fixed: usize = wishes.iter().filter(|wish| !wish.prose).map(|wish| wish.natural).sum();
    let taken = fixed + GAP * wishes.len().saturating_sub(1);
    let mut room = width.checked_sub(taken)?;
    let mut shares: Vec<usize> = wishes.iter().map(|wish| wish.natural).collect();
    let mut prose: Vec<usize> = (0..wishes.len()).filter(|&at| wishes[at].prose).collect();
    prose.sort_by_key(|&at| wishes[at].natural);
    for (served, &at) in prose.iter().enumerate() {
        let natural = wishes[at].natural;
        shares[at] = natural.min(room / (prose.len() - served));
        if shares[at] < natural.min(PROSE_LEAST) {
            return None;
        }
        room -= shares[at];
    }
    Some(shares)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fixed(natural: usize) -> Wish {
        Wish { natural, prose: false }
    }

    fn prose(natural: usize) -> Wish {
        Wish { natural, prose: true }
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
    fn a_table_that_would_be_confetti_is_refused() {
        assert_eq!(shares(&[fixed(40), prose(200)], 60), None);
        assert_eq!(shares(&[fixed(40), fixed(40)], 60), None);
        assert_eq!(shares(&[fixed(40), prose(10)], 60), Some(vec![40, 10]));
    }
}
