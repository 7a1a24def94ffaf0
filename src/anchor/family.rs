//! Passages of two versions that belong together, read as one text before and one after.

use std::cell::OnceCell;

use crate::align::Pairing;
use crate::anchor::Spot;
use crate::draft::{Draft, Joined, ParagraphId};
use crate::redline::Crossing;
use crate::text::{Span, Terms, letters};

/// One pairing of an alignment with its texts. Its redline is worked out once, when the first words are carried.
#[derive(Debug)]
pub(super) struct Family {
    before: Joined,
    after: Joined,
    crossing: OnceCell<Crossing>,
}

/// What became of one piece of a quotation.
#[derive(Debug)]
pub(super) struct Carried {
    /// Where it stands now.
    pub(super) spots: Vec<Spot>,
    /// How many letters it had.
    pub(super) letters: usize,
    /// The share of its wording that was kept.
    pub(super) share: f32,
    /// Whether it is still the very same words.
    pub(super) same: bool,
}

impl Family {
    pub(super) fn of(pairing: &Pairing, before: &Draft, after: &Draft) -> Family {
        Family {
            before: before.joined(&pairing.before),
            after: after.joined(&pairing.after),
            crossing: OnceCell::new(),
        }
    }

    /// Carries a place in one of the passages before; absent when it is no place there.
    pub(super) fn carry(&self, id: &ParagraphId, span: &Span, terms: &Terms) -> Option<Carried> {
        let place = self.before.place(id, span)?;
        let words = self.before.text.get(place.clone())?.trim();
        if self.after.parts.is_empty() {
            return Some(Carried { spots: Vec::new(), letters: letters(words), share: 0.0, same: false });
        }
        let crossing =
            self.crossing.get_or_init(|| Crossing::between(&self.before.text, &self.after.text, terms));
        let now = crossing.carry(&place)?;
        Some(Carried {
            letters: letters(words),
            share: now.share,
            same: &self.after.text[now.span.clone()] == words,
            spots: spots(self.after.within(&now.span)),
        })
    }
}

pub(super) fn spots(pieces: Vec<(ParagraphId, Span)>) -> Vec<Spot> {
    pieces.into_iter().map(|(paragraph, span)| Spot { paragraph, span: Some(span) }).collect()
}
