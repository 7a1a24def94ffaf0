//! The marked-up change of one text into another.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::text::{Span, Terms};

/// One run of a redline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark<'t> {
    /// Words that stayed.
    Kept(&'t str),
    /// Words taken out.
    Struck(&'t str),
    /// Words put in.
    Inserted(&'t str),
}

/// What changed between two texts.
///
/// Invariants: kept + struck is the text before, kept + inserted the text after, byte for byte; no two
/// neighbours are alike; what is struck stands before what is inserted in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redline<'t> {
    marks: Vec<Mark<'t>>,
}

impl<'t> Redline<'t> {
    /// Compares two texts, keeping `terms` whole.
    pub fn between(before: &'t str, after: &'t str, terms: &Terms) -> Redline<'t> {
        let (old, new) = (terms.tokens(before), terms.tokens(after));
        let (mut struck, mut inserted) = (0, 0);
        let mut marks = Vec::new();
        let taken = |text: &'t str, from: usize, tokens: &[&str]| {
            &text[from..from + tokens.iter().map(|token| token.len()).sum::<usize>()]
        };
        for op in capture_diff_slices(Algorithm::Patience, &old, &new) {
            let (gone, come) =
                (taken(before, struck, &old[op.old_range()]), taken(after, inserted, &new[op.new_range()]));
            struck += gone.len();
            inserted += come.len();
            if let DiffOp::Equal { .. } = op {
                marks.push(Mark::Kept(gone));
                continue;
            }
            if !gone.is_empty() {
                marks.push(Mark::Struck(gone));
            }
            if !come.is_empty() {
                marks.push(Mark::Inserted(come));
            }
        }
        Redline { marks }
    }

    /// The runs in reading order.
    pub fn marks(&self) -> &[Mark<'t>] {
        &self.marks
    }

    /// Whether anything changed.
    pub fn changed(&self) -> bool {
        self.marks.iter().any(|mark| !matches!(mark, Mark::Kept(_)))
    }

    /// The kept runs, with their places in the text before and in the text after.
    pub fn kept(&self) -> Vec<(Span, Span)> {
        let (mut before, mut after) = (0, 0);
        let mut kept = Vec::new();
        for mark in &self.marks {
            match mark {
                Mark::Kept(text) => {
                    kept.push((before..before + text.len(), after..after + text.len()));
                    before += text.len();
                    after += text.len();
                }
                Mark::Struck(text) => before += text.len(),
                Mark::Inserted(text) => after += text.len(),
            }
        }
        kept
    }
}

impl Redline<'_> {
    /// Where a place in the text before lies now, and the share of its letters kept; absent where none is.
    pub fn carry(&self, span: &Span) -> Option<(Span, f32)> {
        let kept = self.kept();
        let inside = kept.iter().filter_map(|(old, new)| {
            let (start, end) = (old.start.max(span.start), old.end.min(span.end));
            (start < end).then(|| (start, new.start + start - old.start..new.start + end - old.start))
        });
        let mut hull: Option<Span> = None;
        let mut length = 0;
        for (_, now) in inside {
            length += now.len();
            hull = Some(hull.map_or(now.clone(), |hull| hull.start..now.end));
        }
        #[expect(clippy::cast_precision_loss, reason = "stand-in")]
        hull.map(|hull| (hull, length as f32 / span.len().max(1) as f32))
    }
}
