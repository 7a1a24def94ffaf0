//! Mends words that the dictionary cut unlike in the two texts.
//!
//! A script without spaces is cut by what stands around: of "国务院环境" and "国务院生态" one gives "院", the other "院生",
//! and what both begin with would be marked. Where one text is cut at the end of what both begin with, or before what
//! both end with, the other is cut there too, if that makes no more words of it.

use crate::redline::runs::Cell;
use crate::redline::slide::hole;
use crate::redline::units::{Side, Unit, units_of};
use crate::text::{Span, Terms, unspaced};

/// How many units on either side of a cut are looked at.
const AROUND: usize = 3;
/// What Chinese numbers are written with.
const NUMERALS: &str = "一二三四五六七八九十百千零〇两万亿";

/// Texts cut anew, and what is kept of them.
pub(super) struct Mended {
    pub(super) old: Vec<Unit>,
    pub(super) new: Vec<Unit>,
    pub(super) kept: Vec<Cell>,
}

/// How much of a change both sides begin with, and end with, in bytes.
type Shared = (usize, usize);

/// Keeps what a struck and an inserted piece both begin or end with; absent where no word is torn.
pub(super) fn mend(old: Side, new: Side, kept: &[Cell], terms: &Terms) -> Option<Mended> {
    let torn = |side: Side| side.units.iter().any(|unit| unit.unspaced);
    if !torn(old) || !torn(new) {
        return None;
    }
    let ends: Vec<Shared> = (0..=kept.len()).map(|at| shared_ends(old, new, kept, at, terms)).collect();
    if ends.iter().all(|&shared| shared == (0, 0)) {
        return None;
    }
    let mut mended = Mended { old: Vec::new(), new: Vec::new(), kept: Vec::with_capacity(kept.len()) };
    for (at, &(head, tail)) in ends.iter().enumerate() {
        let (start, end) = hole(old, new, kept, at);
        if (head, tail) == (0, 0) {
            mended.old.extend_from_slice(&old.units[start.old as usize..end.old as usize]);
            mended.new.extend_from_slice(&new.units[start.new as usize..end.new as usize]);
        } else {
            let (gone, come) = (span(old, start.old, end.old), span(new, start.new, end.new));
            let (from, to) = (gone.start + head, come.start + head);
            let (foot, other) = (gone.end - tail, come.end - tail);
            mended.keep(old, gone.start..from, new, come.start..to, terms);
            units_of(old.text, from..foot, terms, &mut mended.old);
            units_of(new.text, to..other, terms, &mut mended.new);
            mended.keep(old, foot..gone.end, new, other..come.end, terms);
        }
        if let Some(cell) = kept.get(at) {
            mended.kept.push(Cell { old: mended.old.len() as u32, new: mended.new.len() as u32 });
            mended.old.push(old.units[cell.old as usize]);
            mended.new.push(new.units[cell.new as usize]);
        }
    }
    Some(mended)
}

impl Mended {
    /// Cuts a stretch that both texts hold, and keeps it.
    fn keep(&mut self, old: Side, was: Span, new: Side, is: Span, terms: &Terms) {
        let (from, to) = (self.old.len() as u32, self.new.len() as u32);
        units_of(old.text, was, terms, &mut self.old);
        units_of(new.text, is, terms, &mut self.new);
        let cells = (from..self.old.len() as u32).zip(to..self.new.len() as u32);
        self.kept.extend(cells.map(|(old, new)| Cell { old, new }));
    }
}

/// What both sides of a change begin with, and what both then end with.
fn shared_ends(old: Side, new: Side, kept: &[Cell], at: usize, terms: &Terms) -> Shared {
    let (start, end) = hole(old, new, kept, at);
    if start.old == end.old || start.new == end.new {
        return (0, 0);
    }
    let (gone, come) = (span(old, start.old, end.old), span(new, start.new, end.new));
    let fits = |was: usize, is: usize| match (edge(old, was), edge(new, is)) {
        (true, true) => true,
        (true, false) => parts(new, is, terms),
        (false, true) => parts(old, was, terms),
        (false, false) => false,
    };
    let (was, is) = (&old.text[gone.clone()], &new.text[come.clone()]);
    let alike = was.chars().zip(is.chars()).take_while(|(x, y)| x == y && unspaced(*x));
    let heads = lengths(alike.map(|(c, _)| c));
    let head = heads.into_iter().rev().find(|head| fits(gone.start + head, come.start + head)).unwrap_or(0);
    let alike = was[head..].chars().rev().zip(is[head..].chars().rev());
    let tails = lengths(alike.take_while(|(x, y)| x == y && unspaced(*x)).map(|(c, _)| c));
    let tail = tails.into_iter().rev().find(|tail| fits(gone.end - tail, come.end - tail)).unwrap_or(0);
    (head, tail)
}

/// The bytes up to the end of each letter.
fn lengths(letters: impl Iterator<Item = char>) -> Vec<usize> {
    let mut length = 0;
    let end = |c: char| {
        length += c.len_utf8();
        length
    };
    letters.map(end).collect()
}

/// The letters of some units, of which there is one at the least.
fn span(side: Side, first: u32, last: u32) -> Span {
    side.units[first as usize].start..side.units[last as usize - 1].end
}

/// Whether a place lies between two units.
fn edge(side: Side, at: usize) -> bool {
    side.units[crossed(side, at)].start >= at
}

/// The first unit that ends after a place; the last where none does.
fn crossed(side: Side, at: usize) -> usize {
    side.units.partition_point(|unit| unit.end <= at).min(side.units.len() - 1)
}

/// Whether a cut inside a unit makes no more words of what stands around it. A number is not cut.
fn parts(side: Side, at: usize, terms: &Terms) -> bool {
    let torn = crossed(side, at);
    let unit = side.units[torn].of(side.text);
    if unit.starts_with('第') || unit.chars().all(|c| NUMERALS.contains(c)) {
        return false;
    }
    let (first, last) = (torn.saturating_sub(AROUND), (torn + AROUND).min(side.units.len() - 1));
    let mut anew = Vec::new();
    units_of(side.text, side.units[first].start..at, terms, &mut anew);
    units_of(side.text, at..side.units[last].end, terms, &mut anew);
    anew.len() <= last - first + 1
}

#[cfg(test)]
mod tests {
    use crate::redline::laws::marked;

    #[test]
    fn what_both_begin_with_is_kept_though_the_dictionary_cut_it_unlike() {
        assert_eq!(
            marked("报国务院水利部门备案。", "报国务院生产部门备案。"),
            "报国务院[-水利-]{+生产+}部门备案。"
        );
    }

    #[test]
    fn what_both_end_with_is_kept_though_the_dictionary_cut_it_unlike() {
        assert_eq!(
            marked("船舶在中华人民共和国停留", "船舶位于中华人民共和国停留"),
            "船舶[-在-]{+位于+}中华人民共和国停留"
        );
    }

    #[test]
    fn a_word_is_never_cut_where_that_makes_more_of_it() {
        assert_eq!(marked("防止溢油", "防止溢出物质"), "防止[-溢油-]{+溢出物质+}");
        assert_eq!(marked("见第（一）项的规定", "见第一项的规定"), "见[-第（一）-]{+第一+}项的规定");
    }
}
