//! The places where two texts say the same: every run of units they share, as cells of a table.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::redline::units::{Unit, stir};

/// One unit of the earlier text that could be kept as one of the later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cell {
    /// Its number in the earlier text.
    pub(super) old: u32,
    /// Its number in the later text.
    pub(super) new: u32,
}

/// Finds the cells of all shared runs of at least `least` units, in order.
///
/// Where phrases recur so often that the table would grow out of hand, only longer runs are looked for;
/// and where even those recur, as in a text of one sentence over and over, only the runs that a plain
/// diff keeps. So the cost stays near linear.
pub(super) fn shared(old: &[Unit], new: &[Unit], least: usize) -> Vec<Cell> {
    const LONGEST: usize = 64;
    let mut cells = Vec::new();
    let budget = 100_000 + 8 * (old.len() + new.len());
    let mut length = least;
    while !recurring(old, new, length, budget, &mut cells) {
        cells.clear();
        length *= 2;
        if length > LONGEST {
            plain(old, new, &mut cells);
            break;
        }
    }
    cells.sort_unstable();
    cells
}

/// Collects the cells of recurring phrases; false when they are more than `budget`.
fn recurring(old: &[Unit], new: &[Unit], least: usize, budget: usize, cells: &mut Vec<Cell>) -> bool {
    let (before, after) = (phrases(old, least), phrases(new, least));
    let (mut x, mut y) = (0, 0);
    while x < before.len() && y < after.len() {
        let (digest, other) = (before[x].0, after[y].0);
        if digest < other {
            x += 1;
            continue;
        }
        if digest > other {
            y += 1;
            continue;
        }
        let same = |list: &[(u64, u32)], from: usize| {
            from + list[from..].iter().take_while(|phrase| phrase.0 == digest).count()
        };
        let (x_end, y_end) = (same(&before, x), same(&after, y));
        if cells.len() + (x_end - x).saturating_mul(y_end - y) > budget {
            return false;
        }
        for &(_, i) in &before[x..x_end] {
            for &(_, j) in &after[y..y_end] {
                phrase_cells(old, new, (i, j), least, cells);
            }
        }
        (x, y) = (x_end, y_end);
    }
    true
}

/// The cells of one shared phrase, without those that the phrase one unit earlier has given.
fn phrase_cells(old: &[Unit], new: &[Unit], at: (u32, u32), least: usize, cells: &mut Vec<Cell>) {
    let (i, j) = (at.0 as usize, at.1 as usize);
    let continued = i > 0 && j > 0 && old[i - 1].digest == new[j - 1].digest;
    let first = if continued { least - 1 } else { 0 };
    for step in first..least {
        cells.push(Cell { old: at.0 + step as u32, new: at.1 + step as u32 });
    }
}

/// Every run of `least` units by its digest, sorted.
fn phrases(units: &[Unit], least: usize) -> Vec<(u64, u32)> {
    let digest = |run: &[Unit]| run.iter().fold(0, |digest, unit| stir(digest ^ unit.digest));
    let mut phrases: Vec<(u64, u32)> =
        units.windows(least).enumerate().map(|(at, run)| (digest(run), at as u32)).collect();
    phrases.sort_unstable();
    phrases
}

/// The cells a plain diff keeps.
fn plain(old: &[Unit], new: &[Unit], cells: &mut Vec<Cell>) {
    let digests = |units: &[Unit]| units.iter().map(|unit| unit.digest).collect::<Vec<_>>();
    for op in capture_diff_slices(Algorithm::Histogram, &digests(old), &digests(new)) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            cells.extend(
                (0..len).map(|step| Cell { old: (old_index + step) as u32, new: (new_index + step) as u32 }),
            );
        }
    }
}

/// How many units two texts share at their beginning and at their end.
pub(super) fn ends(old: &[Unit], new: &[Unit]) -> (usize, usize) {
    let alike = |pair: &(&Unit, &Unit)| pair.0.digest == pair.1.digest;
    let head = old.iter().zip(new).take_while(alike).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(alike).count();
    (head, tail)
}

/// What lies between the shared ends.
pub(super) fn core(units: &[Unit], head: usize, tail: usize) -> Range<usize> {
    head..units.len() - tail
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::redline::units::units;
    use crate::text::Terms;

    fn cells(old: &str, new: &str) -> Vec<(u32, u32)> {
        let (old, new) = (units(old, &Terms::none()), units(new, &Terms::none()));
        shared(&old, &new, 3).into_iter().map(|cell| (cell.old, cell.new)).collect()
    }

    #[test]
    fn a_shared_run_gives_each_of_its_cells_once() {
        assert_eq!(cells("x a b c d y", "z z a b c d"), [(1, 2), (2, 3), (3, 4), (4, 5)]);
    }

    #[test]
    fn two_words_in_common_are_no_run() {
        assert!(cells("x a b y", "z a b w").is_empty());
    }

    #[test]
    fn the_ends_never_overlap() {
        let (old, new) = (units("a b a", &Terms::none()), units("a b a b a", &Terms::none()));
        assert_eq!(ends(&old, &new), (3, 0));
    }

    #[test]
    fn recurring_phrases_without_end_are_left_to_a_plain_diff() {
        let (old, new) = ("a b ".repeat(2000), "b c a ".repeat(2000));
        assert!(cells(&old, &new).len() <= 8000);
    }
}
