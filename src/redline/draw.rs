//! Turns kept units into marks, byte for byte.

use crate::redline::Mark;
use crate::redline::respaced::respaced;
use crate::redline::runs::Cell;
use crate::redline::units::Side;
use crate::text::Span;

/// Draws the marks. Pairs that are not the same letters on both sides are passed over, so that the law
/// holds whatever the digests say.
pub(super) fn draw<'t>(old: Side<'t, '_>, new: Side<'t, '_>, kept: &[Cell]) -> Vec<Mark<'t>> {
    let mut drawing = Drawing { before: old.text, after: new.text, marks: Vec::new(), held: (0..0, 0..0) };
    for cell in kept {
        let (was, is) = (&old.units[cell.old as usize], &new.units[cell.new as usize]);
        if was.of(old.text) == is.of(new.text) {
            drawing.between(was.start, is.start);
            drawing.hold(was.end, is.end);
        }
    }
    drawing.between(old.text.len(), new.text.len());
    drawing.release();
    drawing.marks
}

/// Marks under way.
struct Drawing<'t> {
    before: &'t str,
    after: &'t str,
    marks: Vec<Mark<'t>>,
    /// The kept run that may still grow, on both sides.
    held: (Span, Span),
}

impl Drawing<'_> {
    /// Lets the kept run reach to these places.
    fn hold(&mut self, old: usize, new: usize) {
        (self.held.0.end, self.held.1.end) = (old, new);
    }

    /// Marks what lies between the kept run and these places. Spaces that stand alike at an edge of the
    /// change stay outside it.
    fn between(&mut self, old: usize, new: usize) {
        let (mut gone, mut come) = (&self.before[self.held.0.end..old], &self.after[self.held.1.end..new]);
        if gone == come {
            return self.hold(old, new);
        }
        if let Some(spaces) = respaced(gone, come) {
            let (from, to) = (self.held.0.end, self.held.1.end);
            for (was, is) in spaces {
                self.hold(from + was.start, to + is.start);
                self.change(from + was.end, to + is.end);
            }
            return self.hold(old, new);
        }
        let lead = leading(gone);
        if lead > 0 && gone[..lead] == come[..leading(come)] {
            self.hold(self.held.0.end + lead, self.held.1.end + lead);
            (gone, come) = (&gone[lead..], &come[lead..]);
        }
        let trail = trailing(gone);
        let trail = if gone[gone.len() - trail..] == come[come.len() - trailing(come)..] { trail } else { 0 };
        self.change(old - trail, new - trail);
        self.hold(old, new);
    }

    /// Strikes and inserts everything up to these places.
    fn change(&mut self, old: usize, new: usize) {
        let (gone, come) = (self.held.0.end..old, self.held.1.end..new);
        self.release();
        if !gone.is_empty() {
            self.marks.push(Mark::Struck(&self.before[gone]));
        }
        if !come.is_empty() {
            self.marks.push(Mark::Inserted(&self.after[come]));
        }
        self.held = (old..old, new..new);
    }

    /// Writes the kept run out.
    fn release(&mut self) {
        if !self.held.0.is_empty() {
            self.marks.push(Mark::Kept(&self.before[self.held.0.clone()]));
        }
    }
}

/// The length of the spaces a text begins with.
fn leading(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// The length of the spaces a text ends with.
fn trailing(text: &str) -> usize {
    text.len() - text.trim_end().len()
}
