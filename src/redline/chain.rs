//! Which of the shared runs to keep: those that leave the reader least to do.
//!
//! A word struck or inserted costs one. A run kept between two changes parts one change into two, which
//! costs as much as several words; and it must say something, three words or more with one among them
//! that is not small, or it is no help at all. The cheapest set of runs, in order on both sides, is found
//! exactly, cell by cell.

use crate::redline::runs::Cell;
use crate::redline::units::Unit;

/// No cell.
const NONE: u32 = u32::MAX;
/// A run that began with this cell.
const FRESH: u8 = u8::MAX;
/// Out of reach.
const NEVER: i32 = i32::MIN / 2;
/// What a change in the spaces alone costs inside a run.
const GAP: i32 = 1;

/// What a second word that says something is worth: it makes a short run worth keeping.
const SUBSTANCE: i32 = 1;

/// The states of a growing run: up to three words, of which up to two say something.
const STATES: usize = 12;
/// The states in which a run may end between two changes: three words, of which one or two say something.
const READABLE: [usize; 2] = [STATES - 2, STATES - 1];

/// The table under work.
struct Table {
    /// The best gain with the run ending here, by state.
    gain: Vec<[i32; STATES]>,
    /// The state one cell earlier in the run.
    from: Vec<[u8; STATES]>,
    /// The cell one step earlier on the diagonal.
    previous: Vec<u32>,
    /// The end of the run before, were a run to begin here.
    link: Vec<End>,
}

/// A cell at which a run ends, and in which state.
type End = (u32, u8);

/// Chooses the cells to keep. `says` tells which units of the earlier text say something; `island` is
/// what one more change costs.
pub(super) fn chain(
    old: &[Unit],
    new: &[Unit],
    cells: &[Cell],
    says: impl Fn(usize) -> bool,
    island: i32,
) -> Vec<Cell> {
    let mut table = Table {
        gain: vec![[NEVER; STATES]; cells.len()],
        from: vec![[FRESH; STATES]; cells.len()],
        previous: diagonals(cells),
        link: vec![(NONE, 0); cells.len()],
    };
    let mut best = Best::new(new.len());
    let mut row = 0;
    while row < cells.len() {
        let end = row + cells[row..].iter().take_while(|cell| cell.old == cells[row].old).count();
        let unit = &old[cells[row].old as usize];
        let says = says(cells[row].old as usize);
        for (at, cell) in (row..).zip(&cells[row..end]) {
            let (gain, link) = best.before(cell.new);
            table.link[at] = link;
            table.enter(at, gain - island, unit, says);
            let spaced = unit.gap == new[cell.new as usize].gap;
            table.grow(at, unit, says, if spaced { 0 } else { GAP });
        }
        // A row's runs are no one's forerunners within the row.
        for (at, cell) in (row..).zip(&cells[row..end]) {
            for state in READABLE {
                best.offer(cell.new, table.gain[at][state], (at as u32, state as u8));
            }
        }
        row = end;
    }
    table.walk(cells, best.top())
}

impl Table {
    /// Begins a run with this cell.
    fn enter(&mut self, at: usize, gain: i32, unit: &Unit, says: bool) {
        let state = grown(0, unit, says);
        self.gain[at][state] = gain + 2 * unit.weight();
        self.from[at][state] = FRESH;
    }

    /// Carries on the run that ended one step earlier.
    fn grow(&mut self, at: usize, unit: &Unit, says: bool, gap: i32) {
        let previous = self.previous[at];
        if previous == NONE {
            return;
        }
        for state in 0..STATES {
            let gain = self.gain[previous as usize][state];
            if gain <= NEVER {
                continue;
            }
            let to = grown(state, unit, says);
            let richer = if state % 3 == 1 && to % 3 == 2 { SUBSTANCE } else { 0 };
            let gain = gain + 2 * unit.weight() - gap + richer;
            if gain > self.gain[at][to] {
                self.gain[at][to] = gain;
                self.from[at][to] = state as u8;
            }
        }
    }

    /// Reads the chosen cells back from the last.
    fn walk(&self, cells: &[Cell], last: End) -> Vec<Cell> {
        let mut chosen = Vec::new();
        let (mut at, mut state) = last;
        while at != NONE {
            let here = at as usize;
            chosen.push(cells[here]);
            let from = self.from[here][usize::from(state)];
            if from == FRESH {
                (at, state) = self.link[here];
            } else {
                (at, state) = (self.previous[here], from);
            }
        }
        chosen.reverse();
        chosen
    }
}

/// The state of a run after one more unit.
fn grown(state: usize, unit: &Unit, says: bool) -> usize {
    let words = (state / 3 + usize::from(unit.words)).min(3);
    words * 3 + (state % 3 + usize::from(says)).min(2)
}

/// For each cell, the cell one step earlier on its diagonal.
fn diagonals(cells: &[Cell]) -> Vec<u32> {
    let mut previous = vec![NONE; cells.len()];
    let mut behind = 0;
    for (at, cell) in cells.iter().enumerate() {
        if cell.old == 0 || cell.new == 0 {
            continue;
        }
        let wanted = Cell { old: cell.old - 1, new: cell.new - 1 };
        while cells[behind] < wanted {
            behind += 1;
        }
        if cells[behind] == wanted {
            previous[at] = behind as u32;
        }
    }
    previous
}

/// The best readable run that ended before a place of the later text: a Fenwick tree of maxima.
struct Best {
    tree: Vec<(i32, End)>,
}

impl Best {
    fn new(places: usize) -> Best {
        Best { tree: vec![(0, (NONE, 0)); places + 1] }
    }

    /// The best that ended before `place`.
    fn before(&self, place: u32) -> (i32, End) {
        let mut best = (0, (NONE, 0));
        let mut at = place as usize;
        while at > 0 {
            if self.tree[at].0 > best.0 {
                best = self.tree[at];
            }
            at &= at - 1;
        }
        best
    }

    /// Offers a run that ended at `place`.
    fn offer(&mut self, place: u32, gain: i32, end: End) {
        let mut at = place as usize + 1;
        while at < self.tree.len() {
            if gain > self.tree[at].0 {
                self.tree[at] = (gain, end);
            }
            at += at & at.wrapping_neg();
        }
    }

    /// The best of all.
    fn top(&self) -> End {
        self.before(self.tree.len() as u32 - 1).1
    }
}
