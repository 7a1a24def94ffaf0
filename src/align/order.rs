//! Which members of a sequence changed their place: the lightest set whose removal leaves the rest in order.

/// The weight of a heading among paragraphs: it outweighs all of them together, so that they move across it and not it
/// across them.
pub(crate) const HEADING: usize = 1 << 40;

/// Says for each member whether it is out of order. Members are `(old position, weight)`, in their new
/// order; those that share an old position, the parts of one, are in order as they come. Weights are such that
/// their sum fits. Cost: n log n.
pub(crate) fn out_of_order(sequence: &[(usize, usize)]) -> Vec<bool> {
    let mut ranked: Vec<usize> = (0..sequence.len()).collect();
    ranked.sort_by_key(|&at| sequence[at].0);
    let mut rank = vec![0; sequence.len()];
    for (place, &at) in ranked.iter().enumerate() {
        rank[at] = place + 1;
    }
    // A Fenwick tree of the heaviest increasing run that ends at or below a rank: (weight, its end + 1).
    let mut best = vec![(0usize, 0usize); sequence.len() + 1];
    let mut before = vec![0usize; sequence.len()];
    for (at, &(_, weight)) in sequence.iter().enumerate() {
        let mut found = (0, 0);
        let mut place = rank[at] - 1;
        while place > 0 {
            found = found.max(best[place]);
            place &= place - 1;
        }
        before[at] = found.1;
        let run = (found.0 + weight, at + 1);
        let mut place = rank[at];
        while place < best.len() {
            best[place] = best[place].max(run);
            place += place & place.wrapping_neg();
        }
    }
    let mut moved = vec![true; sequence.len()];
    let mut place = best.iter().max().map_or(0, |run| run.1);
    while place > 0 {
        moved[place - 1] = false;
        place = before[place - 1];
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(old: &[usize], moved: &[usize]) {
        let sequence: Vec<(usize, usize)> = old.iter().map(|&at| (at, 1)).collect();
        let found: Vec<usize> =
            out_of_order(&sequence).iter().zip(old).filter(|(moved, _)| **moved).map(|(_, at)| *at).collect();
        assert_eq!(found, moved);
    }

    #[test]
    fn the_fewest_are_called_moved() {
        case(&[], &[]);
        case(&[0, 1, 2], &[]);
        case(&[2, 0, 1, 3], &[2]);
        case(&[0, 3, 1, 2, 4], &[3]);
        case(&[0, 1, 1, 1, 2], &[]);
    }

    #[test]
    fn the_lighter_side_moves() {
        assert_eq!(out_of_order(&[(1, 5), (0, 1)]), [false, true]);
    }
}
