//! Two texts woven into one sequence, as a text with tracked changes holds them.

use std::ops::Range;

use crate::align::order::out_of_order;

/// A stretch of one text or of both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Strand {
    /// Passages that stand in the same place in both.
    Both(Range<usize>, Range<usize>),
    /// Passages of the earlier text only.
    Gone(Range<usize>),
    /// Passages of the later text only.
    Come(Range<usize>),
    /// Passages that stood here and stand elsewhere: before, after.
    From(Range<usize>, Range<usize>),
    /// The same, where they stand now.
    To(Range<usize>, Range<usize>),
}

/// Passages that belong together, by their places in either text, and whether they are said to have moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Woven {
    /// The places before, in their order.
    pub before: Vec<usize>,
    /// The places after.
    pub after: Vec<usize>,
    /// Whether they changed their place.
    pub moved: bool,
}

/// Two unbroken stretches that belong together.
struct Tie {
    before: Range<usize>,
    after: Range<usize>,
    moved: bool,
}

/// Weaves two texts of so many passages into one.
///
/// Law: the places before, read in the order of the strands that have any in the earlier text (both, gone, from), are
/// 0, 1, 2 and so on, and so are those after (both, come, to). What stands in scattered places is tied by its
/// longest stretch on either side; the rest of it comes or goes.
pub fn woven(ties: &[Woven], before: usize, after: usize) -> Vec<Strand> {
    let mut ties: Vec<Tie> = ties.iter().filter_map(tie).collect();
    ties.sort_by_key(|tie| tie.after.start);
    // What is said to have moved has; of the rest, whatever would not be in order.
    let settled: Vec<usize> = (0..ties.len()).filter(|&at| !ties[at].moved).collect();
    let order: Vec<(usize, usize)> =
        settled.iter().map(|&at| (ties[at].before.start, ties[at].before.len())).collect();
    for (at, out) in settled.iter().zip(out_of_order(&order)) {
        ties[*at].moved = out;
    }
    let mut leaves: Vec<&Tie> = ties.iter().filter(|tie| tie.moved).collect();
    leaves.sort_by_key(|tie| tie.before.start);
    let mut strands = Vec::new();
    let (mut old, mut new) = (0, 0);
    let ends = Tie { before: before..before, after: after..after, moved: false };
    for fixed in ties.iter().filter(|tie| !tie.moved).chain([&ends]) {
        let left = leaves.iter().filter(|tie| (old..fixed.before.start).contains(&tie.before.start));
        between(
            old..fixed.before.start,
            left.map(|tie| (&tie.before, *tie)),
            &mut strands,
            Strand::Gone,
            |tie| Strand::From(tie.before.clone(), tie.after.clone()),
        );
        let came = ties.iter().filter(|tie| tie.moved && (new..fixed.after.start).contains(&tie.after.start));
        between(
            new..fixed.after.start,
            came.map(|tie| (&tie.after, tie)),
            &mut strands,
            Strand::Come,
            |tie| Strand::To(tie.before.clone(), tie.after.clone()),
        );
        if !std::ptr::eq(fixed, &ends) {
            strands.push(Strand::Both(fixed.before.clone(), fixed.after.clone()));
        }
        (old, new) = (fixed.before.end, fixed.after.end);
    }
    strands
}

/// The strands of one text between two passages that stay: what moved, and what came or went between.
fn between<'t>(
    room: Range<usize>,
    moved: impl Iterator<Item = (&'t Range<usize>, &'t Tie)>,
    strands: &mut Vec<Strand>,
    alone: fn(Range<usize>) -> Strand,
    strand: fn(&Tie) -> Strand,
) {
    let mut at = room.start;
    for (place, tie) in moved {
        if at < place.start {
            strands.push(alone(at..place.start));
        }
        strands.push(strand(tie));
        at = place.end;
    }
    if at < room.end {
        strands.push(alone(at..room.end));
    }
}

/// The unbroken stretches by which passages are tied; none where they stand in one text only.
fn tie(pair: &Woven) -> Option<Tie> {
    Some(Tie { before: longest(&pair.before)?, after: longest(&pair.after)?, moved: pair.moved })
}

/// The longest run of neighbours, the first of several.
fn longest(places: &[usize]) -> Option<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for &place in places {
        match runs.last_mut().filter(|run| run.end == place) {
            Some(run) => run.end += 1,
            None => runs.push(place..place + 1),
        }
    }
    runs.into_iter().rev().max_by_key(ExactSizeIterator::len)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pair(before: &[usize], after: &[usize], moved: bool) -> Woven {
        Woven { before: before.to_vec(), after: after.to_vec(), moved }
    }

    #[test]
    fn what_stays_stands_between_what_comes_and_goes() {
        let strands = woven(&[pair(&[0], &[0], false), pair(&[2], &[2], false)], 3, 3);
        let expected =
            [Strand::Both(0..1, 0..1), Strand::Gone(1..2), Strand::Come(1..2), Strand::Both(2..3, 2..3)];
        assert_eq!(strands, expected);
    }

    #[test]
    fn what_moved_stands_twice() {
        let strands = woven(&[pair(&[0], &[1], true), pair(&[1], &[0], false)], 2, 2);
        assert_eq!(strands, [Strand::From(0..1, 1..2), Strand::Both(1..2, 0..1), Strand::To(0..1, 1..2)]);
    }

    #[test]
    fn what_is_merged_from_afar_is_tied_by_its_longest_stretch() {
        let strands = woven(&[pair(&[0, 2], &[0], false), pair(&[1], &[1], false)], 3, 2);
        assert_eq!(strands, [Strand::Both(0..1, 0..1), Strand::Both(1..2, 1..2), Strand::Gone(2..3)]);
    }

    /// A partition of so many places into as many groups.
    fn groups(of: usize) -> impl Strategy<Value = Vec<usize>> {
        prop::collection::vec(0..6usize, of)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn both_texts_stand_in_it_in_their_order(old in (0..9usize).prop_flat_map(groups), new in (0..9usize).prop_flat_map(groups), moved in any::<u8>()) {
            let places = |groups: &[usize], group| (0..groups.len()).filter(|&at| groups[at] == group).collect::<Vec<_>>();
            let ties: Vec<Woven> = (0..6)
                .map(|group| pair(&places(&old, group), &places(&new, group), moved >> group & 1 == 1))
                .collect();
            let (mut before, mut after) = (Vec::new(), Vec::new());
            for strand in woven(&ties, old.len(), new.len()) {
                match strand {
                    Strand::Both(b, a) => {
                        before.extend(b);
                        after.extend(a);
                    }
                    Strand::Gone(b) | Strand::From(b, _) => before.extend(b),
                    Strand::Come(a) | Strand::To(_, a) => after.extend(a),
                }
            }
            prop_assert_eq!(before, (0..old.len()).collect::<Vec<_>>());
            prop_assert_eq!(after, (0..new.len()).collect::<Vec<_>>());
        }
    }
}
