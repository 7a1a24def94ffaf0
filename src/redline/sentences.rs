//! Rounds off sentences that are wholly new or wholly gone.
//!
//! "X shall a." become "X shall b. Y may c." keeps the last full stop, and the fewest marks would read
//! "X shall [-a-]{+b. Y may c+}.": the new sentence ends outside its mark. So would "The [-old-]{+board
//! met. The new+} rule" begin outside it. The scrap goes with its sentence.

use crate::redline::respaced::same_letters;
use crate::redline::runs::Cell;
use crate::redline::slide::hole;
use crate::redline::units::{Role, Side, Unit};

/// The longest beginning of a sentence that is a scrap, in words.
const SCRAP: usize = 2;

/// Drops from what is kept the scraps of sentences that are otherwise new, or otherwise gone.
pub(super) fn round_off(old: Side, new: Side, kept: &mut Vec<Cell>) {
    let mut scraps = Vec::new();
    for at in 0..=kept.len() {
        let (start, end) = hole(old, new, kept, at);
        if same_letters(old, new, (start.old, end.old), (start.new, end.new)) {
            continue;
        }
        let come = last_end(new, start.new, end.new).map(|stop| (stop, new, start.new, end.new));
        let gone = || last_end(old, start.old, end.old).map(|stop| (stop, old, start.old, end.old));
        let Some((stop, side, first, last)) = come.or_else(gone) else { continue };
        if stop + 1 < last && kept.get(at).is_some_and(|&cell| full_stop(old, new, cell)) {
            scraps.push(at);
        }
        let scrap = scrap_before(side, first as usize);
        let run = kept[..at]
            .iter()
            .rev()
            .zip(1..)
            .take_while(|(cell, back)| cell.old + back == start.old && cell.new + back == start.new);
        if scrap <= run.count() {
            scraps.extend(at - scrap..at);
        }
    }
    let mut at = 0;
    scraps.sort_unstable();
    kept.retain(|_| {
        at += 1;
        scraps.binary_search(&(at - 1)).is_err()
    });
}

/// The last end of a sentence inside a change that another sentence follows.
fn last_end(side: Side, first: u32, last: u32) -> Option<u32> {
    (first..last)
        .rev()
        .find(|&at| side.units[at as usize].role == Role::Stop && begins(side, at as usize + 1))
}

/// Whether a unit can begin a sentence.
fn begins(side: Side, at: usize) -> bool {
    at.checked_sub(1).zip(side.units.get(at)).is_some_and(|(last, unit)| {
        let apart = unit.unspaced || unit.start > side.units[last].end;
        apart && !unit.of(side.text).starts_with(char::is_lowercase)
    })
}

/// How many units before this one are the scrap of a sentence that has only begun.
fn scrap_before(side: Side, at: usize) -> usize {
    let word = |unit: &Unit| unit.role == Role::Plain && unit.of(side.text).starts_with(char::is_alphabetic);
    let mut words = 0;
    for begun in (0..at).rev() {
        let unit = &side.units[begun];
        words += usize::from(unit.words);
        if !word(unit) || words > SCRAP {
            break;
        }
        let starts = begun == 0 || unit.fresh || side.units[begun - 1].role == Role::Stop;
        if starts {
            return at - begun;
        }
    }
    0
}

/// Whether a kept unit is a full stop.
fn full_stop(old: Side, new: Side, cell: Cell) -> bool {
    let stop = |side: Side, at: u32| side.units[at as usize].role == Role::Stop;
    stop(old, cell.old) && stop(new, cell.new)
}
