//! The marked-up change of one text into another.

use crate::redline::Mark;
use crate::redline::dissolve::dissolve;
use crate::redline::draw::draw;
use crate::redline::keep::keep;
use crate::redline::runs::Cell;
use crate::redline::sentences::round_off;
use crate::redline::slide::slide;
use crate::redline::spare::spare;
use crate::redline::torn::{Mended, mend};
use crate::redline::units::{Side, units};
use crate::text::{Span, Terms};

/// What changed between two texts.
///
/// A text may hold several paragraphs, with an empty line between them: that is how a paragraph that was
/// split, or several that were merged, are compared.
///
/// Invariants: kept + struck is the text before, kept + inserted the text after, byte for byte; no two
/// neighbours are alike; what is struck stands before what is inserted in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redline<'t> {
    before: &'t str,
    after: &'t str,
    marks: Vec<Mark<'t>>,
}

impl<'t> Redline<'t> {
    /// Compares two texts, keeping `terms` whole.
    ///
    /// Marks as few words as it can without leaving the reader with scraps: a run of kept words stands
    /// between two changes only where it says something.
    pub fn between(before: &'t str, after: &'t str, terms: &Terms) -> Redline<'t> {
        let marks = match (before, after) {
            ("", "") => Vec::new(),
            (same, other) if same == other => vec![Mark::Kept(same)],
            (gone, "") => vec![Mark::Struck(gone)],
            ("", come) => vec![Mark::Inserted(come)],
            _ => {
                let (old, new) = (units(before, terms), units(after, terms));
                let (was, is) = (Side { text: before, units: &old }, Side { text: after, units: &new });
                let kept = keep(was, is);
                match mend(was, is, &kept, terms) {
                    Some(Mended { old, new, kept }) => {
                        let (was, is) =
                            (Side { text: before, units: &old }, Side { text: after, units: &new });
                        drawn(was, is, kept)
                    }
                    None => drawn(was, is, kept),
                }
            }
        };
        Redline { before, after, marks }
    }

    /// The runs in reading order.
    pub fn marks(&self) -> &[Mark<'t>] {
        &self.marks
    }

    /// The whole text before.
    pub fn before(&self) -> &'t str {
        self.before
    }

    /// The whole text after.
    pub fn after(&self) -> &'t str {
        self.after
    }

    /// Whether anything changed.
    pub fn changed(&self) -> bool {
        self.before != self.after
    }

    /// The two sides of a side-by-side view: what was kept and struck, what was kept and inserted.
    pub fn sides(&self) -> (Vec<Mark<'t>>, Vec<Mark<'t>>) {
        let side = |there: fn(&Mark<'t>) -> bool| self.marks.iter().copied().filter(there).collect();
        (side(Mark::stood), side(Mark::stands))
    }

    /// The kept runs, with their places in the text before and in the text after.
    pub fn kept(&self) -> Vec<(Span, Span)> {
        let (mut before, mut after) = (0, 0);
        let mut kept = Vec::new();
        for mark in &self.marks {
            let length = mark.text().len();
            if let Mark::Kept(_) = mark {
                kept.push((before..before + length, after..after + length));
            }
            before += if mark.stood() { length } else { 0 };
            after += if mark.stands() { length } else { 0 };
        }
        kept
    }
}

/// Sets the edges of what is kept and draws the marks.
fn drawn<'t>(old: Side<'t, '_>, new: Side<'t, '_>, mut kept: Vec<Cell>) -> Vec<Mark<'t>> {
    dissolve(old, new, &mut kept);
    spare(old, new, &mut kept);
    slide(old, new, &mut kept);
    round_off(old, new, &mut kept);
    draw(old, new, &kept)
}
