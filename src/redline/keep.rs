//! Which units of two texts stay: the shared ends, and between them the runs worth keeping.

use crate::redline::chain::chain;
use crate::redline::runs::{Cell, core, ends, shared};
use crate::redline::small_words::says;
use crate::redline::units::{Side, Unit};

/// What one more change costs the reader, counting two for a word kept; raised while the outcome would be
/// confetti. At six, three kept words are no gain unless a mark or a second word of weight is among them.
const ISLANDS: [i32; 3] = [6, 10, 20];

/// Chooses the units that stay, as pairs in order on both sides.
pub(super) fn keep(before: Side, after: Side) -> Vec<Cell> {
    let (old, new) = (before.units, after.units);
    let (head, tail) = ends(old, new);
    let (old_core, new_core) = (core(old, head, tail), core(new, head, tail));
    let (within, among) = (&old[old_core.clone()], &new[new_core.clone()]);
    let diagonal = |from: Cell, length: usize| {
        (0..length as u32).map(move |step| Cell { old: from.old + step, new: from.new + step })
    };
    // A dictionary word of two or three characters says as much as a word; two of them are a run.
    let least = if within.iter().any(|unit| unit.unspaced) { 2 } else { 3 };
    let cells = shared(within, among, least);
    let says = |at: usize| says(&within[at], before.text);
    let whole = |chosen: &[Cell]| -> Vec<Cell> {
        let shift = head as u32;
        let inner = chosen.iter().map(|cell| Cell { old: cell.old + shift, new: cell.new + shift });
        let foot = Cell { old: old_core.end as u32, new: new_core.end as u32 };
        diagonal(Cell { old: 0, new: 0 }, head).chain(inner).chain(diagonal(foot, tail)).collect()
    };
    for island in ISLANDS {
        let kept = whole(&chain(within, among, &cells, says, island));
        if !confetti(old, new, &kept) {
            return kept;
        }
    }
    whole(&[])
}

/// Whether little is kept, in many pieces: then old and new side by side read better than interleaved.
pub(super) fn confetti(old: &[Unit], new: &[Unit], kept: &[Cell]) -> bool {
    let weight = |units: &[Unit]| units.iter().map(Unit::weight).sum::<i32>();
    let longer = weight(old).max(weight(new));
    let stays: i32 = kept.iter().map(|cell| old[cell.old as usize].weight()).sum();
    islands(old, new, kept) >= 3 && stays * 100 < longer * 30
}

/// How many changes there are; a paragraph break that came or went between kept words is one to the reader.
fn islands(old: &[Unit], new: &[Unit], kept: &[Cell]) -> usize {
    let fresh = |units: &[Unit], at: u32| at > 0 && units.get(at as usize).is_some_and(|unit| unit.fresh);
    let mut next = Cell { old: 0, new: 0 };
    let mut islands = 0;
    for &cell in kept.iter().chain([&Cell { old: old.len() as u32, new: new.len() as u32 }]) {
        islands += usize::from(cell != next || fresh(old, cell.old) != fresh(new, cell.new));
        next = Cell { old: cell.old + 1, new: cell.new + 1 };
    }
    islands
}
