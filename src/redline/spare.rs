//! Spares words that a change strikes and puts in again.
//!
//! `keep` looks for long runs and takes what lies between two of them for one change. Where it falls into changes that
//! read easily, the words between these are kept though they are few: "or [-its -]office.{+ A new sentence.+}".

use crate::redline::change::Change;
use crate::redline::keep::confetti;
use crate::redline::runs::Cell;
use crate::redline::slide::hole;
use crate::redline::small_words::says;
use crate::redline::units::{Side, Unit};

/// Changes with more pairs of units than this are left as they are.
const MANY: usize = 1 << 12;
/// So are those with more runs than this.
const RUNS: usize = 64;
/// What one more change costs: among choices that spare as much, the fewest changes are best.
const CHANGE: i32 = 1;
/// Out of reach.
const NEVER: i32 = i32::MIN / 2;

/// Words that stand on both sides of a change.
#[derive(Debug, Clone, Copy)]
struct Run {
    at: Cell,
    units: u32,
    /// Its words, those among them that say something, and what all of it weighs on both sides.
    words: usize,
    says: usize,
    weight: i32,
}

impl Run {
    fn end(&self) -> Cell {
        Cell { old: self.at.old + self.units, new: self.at.new + self.units }
    }

    fn parts(&self, left: Change, right: Change) -> bool {
        Change::part(left, right, self.words, self.units as usize, self.says)
    }
}

/// Adds to what is kept the words worth sparing.
pub(super) fn spare(old: Side, new: Side, kept: &mut Vec<Cell>) {
    let mut spared = Vec::new();
    for at in 0..=kept.len() {
        let (start, end) = hole(old, new, kept, at);
        let (gone, come) = ((end.old - start.old) as usize, (end.new - start.new) as usize);
        if gone > 0 && come > 0 && gone.saturating_mul(come) <= MANY {
            for run in best(old, new, start, end) {
                let cell = |step| Cell { old: run.at.old + step, new: run.at.new + step };
                spared.extend((0..run.units).map(cell));
            }
        }
    }
    if spared.is_empty() {
        return;
    }
    spared.extend_from_slice(kept);
    spared.sort_unstable();
    if !confetti(old.units, new.units, &spared) {
        *kept = spared;
    }
}

/// The longest runs inside a change that say something, in order.
fn runs(old: Side, new: Side, start: Cell, end: Cell) -> Vec<Run> {
    let alike = |i: u32, j: u32| old.units[i as usize].digest == new.units[j as usize].digest;
    let mut runs = Vec::new();
    for i in start.old..end.old {
        for j in start.new..end.new {
            if !alike(i, j) || i > start.old && j > start.new && alike(i - 1, j - 1) {
                continue;
            }
            let longest = (end.old - i).min(end.new - j);
            let units = (1..longest).find(|&step| !alike(i + step, j + step)).unwrap_or(longest);
            let run = &old.units[i as usize..(i + units) as usize];
            let says = run.iter().filter(|unit| says(unit, old.text)).count();
            if says > 0 {
                let words = run.iter().map(|unit| usize::from(unit.words)).sum();
                let weight = 2 * run.iter().map(Unit::weight).sum::<i32>();
                runs.push(Run { at: Cell { old: i, new: j }, units, words, says, weight });
            }
        }
    }
    runs
}

/// The best choice of runs up to one, by the kind of the change before it: what it spares, and the run before with the
/// kind of the change before that.
type Ways = [(i32, Option<(usize, Change)>); Change::KINDS];

/// The runs of a change that spare most together.
fn best(old: Side, new: Side, start: Cell, end: Cell) -> Vec<Run> {
    let mut runs = runs(old, new, start, end);
    if runs.is_empty() || runs.len() > RUNS {
        return Vec::new();
    }
    runs.push(Run { at: end, units: 0, words: 0, says: 0, weight: 0 });
    let mut ways: Vec<Ways> = Vec::with_capacity(runs.len());
    for (at, run) in runs.iter().enumerate() {
        let mut here: Ways = [(NEVER, None); Change::KINDS];
        let first = Change::between(old, new, start, run.at);
        here[first as usize] = (run.weight - CHANGE, None);
        for (last, before) in runs[..at].iter().enumerate() {
            let from = before.end();
            if from.old > run.at.old || from.new > run.at.new {
                continue;
            }
            let change = Change::between(old, new, from, run.at);
            for kind in Change::ALL {
                let gain = ways[last][kind as usize].0 + run.weight - CHANGE;
                if gain > here[change as usize].0 && before.parts(kind, change) {
                    here[change as usize] = (gain, Some((last, kind)));
                }
            }
        }
        ways.push(here);
    }
    let mut way = ways[runs.len() - 1].iter().max_by_key(|way| way.0).and_then(|way| way.1);
    let mut found = Vec::new();
    while let Some((last, kind)) = way {
        found.push(runs[last]);
        way = ways[last][kind as usize].1;
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::redline::laws::marked;

    #[test]
    fn the_last_word_before_a_new_sentence_stays() {
        assert_eq!(
            marked(
                "Members may write to the chair or her deputy.",
                "Members may write to the chair or deputy. This holds for notes, calls and visits."
            ),
            "Members may write to the chair or [-her -]deputy.{+ This holds for notes, calls and visits.+}"
        );
    }

    #[test]
    fn a_comma_that_goes_takes_no_words_along() {
        assert_eq!(
            marked(
                "El plan vale, tanto a los pueblos del norte como a los barrios viejos, donde haya agua.",
                "El plan vale tanto a pueblos del norte como a los barrios viejos donde haya agua."
            ),
            "El plan vale[-,-] tanto a [-los -]pueblos del norte como a los barrios viejos[-,-] donde haya agua."
        );
        assert_eq!(
            marked(
                "El plan vale para los barrios viejos, donde haya agua.",
                "El plan vale para barrios viejos donde haya agua."
            ),
            "El plan vale para [-los -]barrios viejos[-,-] donde haya agua."
        );
    }

    #[test]
    fn words_of_a_list_stay_between_others_that_came_or_went() {
        assert_eq!(
            marked(
                "Whatever their height, usual weight, colour, taste or price.",
                "Whatever their height, weight, colour, smell, shape, taste or price."
            ),
            "Whatever their height, [-usual -]weight, colour, {+smell, shape, +}taste or price."
        );
    }

    #[test]
    fn words_after_a_new_sentence_stay() {
        assert_eq!(
            marked(
                "Town clerks have the right and the task to copy, stamp, or burn letters.",
                "The mayor keeps the seal. Town clerks ought to copy, stamp or burn letters."
            ),
            "{+The mayor keeps the seal. +}Town clerks [-have the right and the task-]{+ought+} to copy, stamp[-,-] or burn letters."
        );
    }

    #[test]
    fn one_word_between_words_that_came_and_went_is_no_help() {
        assert_eq!(
            marked("Bring it to the old town today.", "Bring it to the town hall today."),
            "Bring it to the [-old town-]{+town hall+} today."
        );
    }
}
