//! Moves the edges of what was put in or taken out to where a reader would set them.
//!
//! "A. B. C." made of "A. C." can be read as "A[. B]. C." or "A. [B. ]C.": the same words are marked. The
//! second is a sentence put in. Edges go to the ends of sentences first, then to those of clauses.

use crate::redline::runs::Cell;
use crate::redline::small_words::small;
use crate::redline::units::{Role, Side, Unit};

/// No block slides farther than this many units: where more recurs, one place is as good as another.
const FARTHEST: usize = 256;

/// Words that were only put in (or only taken out), and how far they can go.
struct Block {
    /// Its first unit and the one after its last.
    span: (usize, usize),
    /// The unit of the other side that it stands before.
    other: usize,
    /// The kept pair that follows it.
    at: usize,
}

/// Slides every insertion and every deletion to its best place.
pub(super) fn slide(old: Side, new: Side, kept: &mut [Cell]) {
    for at in 0..=kept.len() {
        let (start, end) = hole(old, new, kept, at);
        let (gone, come) = (end.old - start.old, end.new - start.new);
        if gone == 0 && come > 0 {
            let block = Block { span: (start.new as usize, end.new as usize), other: start.old as usize, at };
            settle(new, old, &block, kept, |cell| (cell.new, cell.old), |new, old| Cell { old, new });
        } else if come == 0 && gone > 0 {
            let block = Block { span: (start.old as usize, end.old as usize), other: start.new as usize, at };
            settle(old, new, &block, kept, |cell| (cell.old, cell.new), |old, new| Cell { old, new });
        }
    }
}

/// What lies between one kept pair and the next, from and to.
pub(super) fn hole(old: Side, new: Side, kept: &[Cell], at: usize) -> (Cell, Cell) {
    let start = match at.checked_sub(1).map(|last| kept[last]) {
        Some(last) => Cell { old: last.old + 1, new: last.new + 1 },
        None => Cell { old: 0, new: 0 },
    };
    let end = kept.get(at).copied();
    (start, end.unwrap_or(Cell { old: old.units.len() as u32, new: new.units.len() as u32 }))
}

/// Finds a block's best place and points the kept pairs it passed to their new partners.
fn settle(
    side: Side,
    other: Side,
    block: &Block,
    kept: &mut [Cell],
    split: impl Fn(Cell) -> (u32, u32),
    join: impl Fn(u32, u32) -> Cell,
) {
    let (first, last) = block.span;
    let (units, facing) = (side.units, other.units);
    let paired = |at: usize, own: usize, opposite: usize| {
        kept.get(at).is_some_and(|&cell| split(cell) == (own as u32, opposite as u32))
    };
    let alike = |x: usize, y: usize| units[x].digest == units[y].digest;
    let spaced = |x: usize, y: usize| units[x].gap == facing[y].gap;
    let mut back = 0;
    while back < FARTHEST
        && back < block.at.min(first).min(block.other)
        && alike(first - back - 1, last - back - 1)
        && paired(block.at - back - 1, first - back - 1, block.other - back - 1)
        && (back == 0 || spaced(last - back, block.other - back))
    {
        back += 1;
    }
    let mut forth = 0;
    while forth < FARTHEST
        && last + forth < units.len()
        && alike(first + forth, last + forth)
        && paired(block.at + forth, last + forth, block.other + forth)
        && (forth == 0 || spaced(first + forth, block.other + forth))
    {
        forth += 1;
    }
    if back == 0 && forth == 0 {
        return;
    }
    let run = |at: usize, step: isize| run_length(kept, at, step);
    let (before, after) = (block.at.checked_sub(1).map_or(0, |at| run(at, -1)), run(block.at, 1));
    let mut best = (place(side, other, block, 0), 0);
    for shift in -(back as isize)..=forth as isize {
        // A run between two changes must not be left too short to read.
        let left = if shift < 0 { before - shift.unsigned_abs() } else { after - shift.unsigned_abs() };
        let rump = shift != 0 && left > 0 && left < 4;
        let score = place(side, other, block, shift) - if rump { 6 } else { 0 };
        if score > best.0 {
            best = (score, shift);
        }
    }
    let shift = best.1;
    for step in 1..=shift.unsigned_abs() {
        if shift < 0 {
            kept[block.at - step] = join((last - step) as u32, (block.other - step) as u32);
        } else {
            kept[block.at + step - 1] = join((first + step - 1) as u32, (block.other + step - 1) as u32);
        }
    }
}

/// How many kept pairs follow each other from here, backwards or forwards; a run that reaches the end of
/// the text counts as long.
fn run_length(kept: &[Cell], at: usize, step: isize) -> usize {
    const ENOUGH: usize = FARTHEST + 8;
    let mut length = 0;
    let mut at = at;
    while let Some(&cell) = kept.get(at) {
        length += 1;
        let next = at.checked_add_signed(step).and_then(|next| kept.get(next));
        let Some(&next) = next else { return length + ENOUGH };
        let apart = |x: u32, y: u32| x.abs_diff(y) == 1;
        if !apart(next.old, cell.old) || !apart(next.new, cell.new) || length > ENOUGH {
            break;
        }
        at = at.wrapping_add_signed(step);
    }
    length
}

/// How well a block reads when moved by `shift` units.
fn place(side: Side, other: Side, block: &Block, shift: isize) -> i32 {
    let moved = |at: usize| at.wrapping_add_signed(shift);
    let (first, last) = (moved(block.span.0), moved(block.span.1));
    let units = side.units;
    let (left, right) = (seam(units, first), seam(units, last));
    let mut score = 2 * (left + right);
    if left == SENTENCE && right == SENTENCE {
        score += 6;
    }
    // The spaces of the other side must stand at one edge, or they would be marked as well.
    let gap = |units: &[Unit], at: usize| units.get(at).map(|unit| unit.gap);
    let facing = gap(other.units, moved(block.other));
    if facing != gap(units, first) && facing != gap(units, last) {
        score -= 4;
    }
    // Sliding never changes which brackets are in the block, only whether they open before they close.
    let mut brackets = units[first..last].iter().take(FARTHEST).map(|unit| unit.role);
    if brackets.find(|role| matches!(role, Role::Open | Role::Close)) == Some(Role::Close) {
        score -= 5;
    }
    // Phrases begin with their small words: "apply [the use of ]the rules".
    if small(units[first].of(side.text)) && units[first].words > 0 {
        score += 1;
    }
    score
}

const SENTENCE: i32 = 4;

/// How deep the cut before a unit goes: between sentences, between clauses, between words, or where none
/// should be.
pub(super) fn seam(units: &[Unit], at: usize) -> i32 {
    let (Some(last), Some(next)) = (at.checked_sub(1).map(|at| units[at]), units.get(at)) else {
        return SENTENCE;
    };
    if next.fresh {
        return SENTENCE;
    }
    if last.role == Role::Open || next.role == Role::Close {
        return 0;
    }
    let apart = next.start > last.end || next.unspaced;
    let ends = |unit: &Unit| unit.role == Role::Stop;
    let closed = last.role == Role::Close && at > 1 && ends(&units[at - 2]);
    match next.role {
        Role::Stop => 1,
        Role::Pause => 2,
        _ if apart && (ends(&last) || closed) => SENTENCE,
        _ if last.role == Role::Pause => 3,
        _ => 1,
    }
}
