//! Where the places of one text lie in another.

use std::cell::OnceCell;

use crate::redline::Redline;
use crate::redline::closer::{Word, closer, words};
use crate::text::{Span, Terms};

/// A stretch that stands in both texts: its place before and its place after.
pub(super) type Held = (Span, Span);

/// A text before and after, and the stretches that stand in both: worked out once, for every place asked for.
///
/// What the redline keeps is kept here. What it marks as changed is looked at more closely, once a place in it is
/// asked for: a reader is shown no island of one word, but a place may be found by it.
#[derive(Debug, Clone)]
pub struct Crossing {
    pub(super) before: String,
    pub(super) after: String,
    /// What the redline keeps, in order on both sides.
    kept: Vec<Held>,
    /// The same, with the words kept inside the changes.
    closer: OnceCell<Vec<Held>>,
    /// The words of both texts.
    words: OnceCell<(Vec<Word>, Vec<Word>)>,
}

/// A place carried over.
#[derive(Debug, Clone, PartialEq)]
pub struct Carried {
    /// Where it lies now, in bytes; empty where nothing stands in its place.
    pub span: Span,
    /// The share of its wording that was kept, from 0 to 1; words that say little count little.
    pub share: f32,
}

impl Crossing {
    /// Compares two texts, keeping `terms` whole.
    pub fn between(before: &str, after: &str, terms: &Terms) -> Crossing {
        Crossing {
            before: before.to_owned(),
            after: after.to_owned(),
            kept: Redline::between(before, after, terms).kept(),
            closer: OnceCell::new(),
            words: OnceCell::new(),
        }
    }

    /// The whole text before.
    pub fn before(&self) -> &str {
        &self.before
    }

    /// The whole text after.
    pub fn after(&self) -> &str {
        &self.after
    }

    /// Where a place lies now. Absent when it is no place in the text before, or only spaces.
    ///
    /// Each edge is held by the kept word inside it; else by the kept word outside it, so that what was put in
    /// the place of a struck word is taken in, and what was put beside the place is not. A whole sentence stays
    /// a whole sentence. Spaces at the ends are left out.
    pub fn carry(&self, place: &Span) -> Option<Carried> {
        let place = spoken(&self.before, place)?;
        let at = self.kept.partition_point(|(old, _)| old.end < place.end);
        if let Some((old, new)) = self.kept.get(at).filter(|(old, _)| old.start <= place.start) {
            let shift = |at: usize| new.start + (at - old.start);
            return Some(Carried { span: shift(place.start)..shift(place.end), share: 1.0 });
        }
        let core = bare(&self.before, &place);
        let start = self.start(&core);
        let span = start..self.end(&core).max(start);
        let span = self.marks_beside(&place, &core, self.whole_sentence(&place, span));
        let empty = span.start..span.start;
        Some(Carried { span: spoken(&self.after, &span).unwrap_or(empty), share: self.share(&core) })
    }

    /// How much of a place's wording was kept.
    fn share(&self, place: &Span) -> f32 {
        let (mut all, mut stays) = (0.0, 0.0);
        for word in words(&self.before[place.clone()], place.start) {
            all += word.weight;
            let at = self.held().partition_point(|(old, _)| old.end < word.end);
            if self.held().get(at).is_some_and(|(old, _)| old.start <= word.start) {
                stays += word.weight;
            }
        }
        if all > 0.0 { stays / all } else { 0.0 }
    }

    /// The stretches with the words kept inside the changes.
    pub(super) fn held(&self) -> &[Held] {
        self.closer.get_or_init(|| {
            let mut held = Vec::new();
            for next in 0..=self.kept.len() {
                let (gone, come) = self.hole(&self.kept, next);
                if !gone.is_empty() && !come.is_empty() {
                    held.extend(closer(&self.before, &gone, &self.after, &come));
                }
                held.extend(self.kept.get(next).cloned());
            }
            held
        })
    }

    /// What lies before a stretch and after the one before it, on both sides.
    pub(super) fn hole(&self, held: &[Held], next: usize) -> (Span, Span) {
        let from = next.checked_sub(1).map_or((0, 0), |last| (held[last].0.end, held[last].1.end));
        let ends = (self.before.len(), self.after.len());
        let to = held.get(next).map_or(ends, |(old, new)| (old.start, new.start));
        (from.0..to.0, from.1..to.1)
    }

    /// The words of both texts.
    pub(super) fn words(&self) -> (&[Word], &[Word]) {
        let (old, new) = self.words.get_or_init(|| (words(&self.before, 0), words(&self.after, 0)));
        (old, new)
    }
}

/// A place without the spaces at its ends; absent where nothing is left, or where it is no place in the text.
fn spoken(text: &str, place: &Span) -> Option<Span> {
    let words = text.get(place.clone())?;
    let start = place.start + words.len() - words.trim_start().len();
    let end = place.start + words.trim_end().len();
    (start < end).then_some(start..end)
}

/// A place without the marks at its ends; the place itself where it holds only marks.
fn bare(text: &str, place: &Span) -> Span {
    let words = &text[place.clone()];
    let mark = |c: char| !c.is_alphanumeric();
    let start = place.start + words.len() - words.trim_start_matches(mark).len();
    let end = place.start + words.trim_end_matches(mark).len();
    if start < end { start..end } else { place.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where a quote of the text before lies in the text after, and how much of it is kept, in percent.
    #[track_caller]
    fn case(before: &str, after: &str, quote: &str, now: &str, kept: u32) {
        let start = before.find(quote).expect("a quote of the text");
        let crossing = Crossing::between(before, after, &Terms::none());
        let carried = crossing.carry(&(start..start + quote.len())).expect("a place");
        assert_eq!((&after[carried.span], (carried.share * 100.0).round() as u32), (now, kept), "`{quote}`");
    }

    const BEFORE: &str =
        "All States should take every feasible precaution to protect civilians, without delay.";
    const AFTER: &str =
        "In war, all States should take all practicable precaution to protect civilians in need.";

    #[test]
    fn what_did_not_change_is_found_whole() {
        case(BEFORE, AFTER, "to protect", "to protect", 100);
        case(BEFORE, BEFORE, BEFORE, BEFORE, 100);
        case("One two three four.", "One two three four five.", "four", "four", 100);
    }

    #[test]
    fn what_was_partly_reworded_takes_in_the_words_put_in_its_place() {
        case(BEFORE, AFTER, "every feasible precaution", "all practicable precaution", 33);
        case(BEFORE, AFTER, "should take every feasible", "should take all practicable", 38);
    }

    #[test]
    fn what_was_put_beside_a_place_is_left_out() {
        case(
            "They keep lists here.",
            "They also keep long lists right here.",
            "keep lists",
            "keep long lists",
            100,
        );
        case("in Borland, Celund", "in Borland, Bravia, Celund", "in Borland, ", "in Borland,", 100);
    }

    #[test]
    fn a_single_kept_word_is_enough_to_find_an_edge() {
        case(
            "The register of sites is kept by the ministry under seal.",
            "Each authority maintains a register, open to all, whatever its ministry thinks.",
            "register of sites is kept by the ministry",
            "register, open to all, whatever its ministry",
            42,
        );
    }

    #[test]
    fn a_whole_sentence_stays_a_whole_sentence() {
        case(
            "First rule. Lists are kept. Last rule.",
            "First rule. In war, lists are kept for ten years. Last rule.",
            "Lists are kept.",
            "In war, lists are kept for ten years.",
            100,
        );
    }

    #[test]
    fn the_case_of_a_letter_is_no_other_word() {
        case(
            "a note, LISTS ARE KEPT in towns",
            "a note, lists are kept in towns",
            "LISTS ARE",
            "lists are",
            100,
        );
    }

    #[test]
    fn what_is_gone_has_no_wording_left() {
        case(BEFORE, AFTER, "without delay", "in need", 0);
        case("One. Two more words. Three.", "One. Three.", "Two more words.", "", 0);
    }

    #[test]
    fn a_place_outside_the_text_or_inside_a_letter_lies_nowhere() {
        let crossing = Crossing::between("é", "é", &Terms::none());
        for place in [0..9, 1..2, 0..0] {
            assert_eq!(crossing.carry(&place), None);
        }
    }
}
