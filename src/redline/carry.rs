//! Where a place of the earlier text lies now.

use crate::redline::{Mark, Redline};
use crate::text::{Span, letters};

impl Redline<'_> {
    /// Says where a span of the earlier text lies in the later one, and the share of its wording that was
    /// kept (letters and digits; where it has none, all that is not space).
    ///
    /// It lies from its first kept word to its last, and takes in what was put in the place of its struck
    /// words. `None` when nothing of it is kept, or when it is no place in the earlier text.
    pub fn carry(&self, span: &Span) -> Option<(Span, f32)> {
        let whole = self.before().get(span.clone())?;
        let spoken = letters(whole) > 0;
        let wording = |text: &str| if spoken { letters(text) } else { text.trim().len() };
        let mut hull: Option<Span> = None;
        let mut stays = 0;
        // Whether the words just struck were the span's, so that what replaces them is its heir.
        let mut owed = false;
        let (mut old, mut new) = (0, 0);
        for mark in self.marks() {
            let text = mark.text();
            let place = |at: usize| at.clamp(old, old + text.len()) - old;
            let within = place(span.start)..place(span.end);
            match mark {
                Mark::Kept(_) => {
                    let mut piece = within.clone();
                    if old + piece.start > span.start {
                        piece.start += leading(&text[piece.clone()]);
                    }
                    if old + piece.end < span.end {
                        piece.end -= trailing(&text[piece.clone()]);
                    }
                    if wording(&text[piece.clone()]) > 0 {
                        stays += wording(&text[piece.clone()]);
                        widen(&mut hull, new + piece.start..new + piece.end);
                    } else if hull.is_some() && !text[piece.clone()].trim().is_empty() {
                        widen(&mut hull, new + piece.start..new + piece.end);
                    }
                    owed = false;
                }
                // Of words only partly in the span, the greater part decides.
                Mark::Struck(_) => owed = 2 * wording(&text[within]) > wording(text),
                Mark::Inserted(_) if owed => {
                    widen(&mut hull, new + leading(text)..new + text.len() - trailing(text));
                    owed = false;
                }
                Mark::Inserted(_) => {}
            }
            old += if mark.stood() { text.len() } else { 0 };
            new += if mark.stands() { text.len() } else { 0 };
        }
        (stays > 0).then_some((hull?, stays as f32 / wording(whole) as f32))
    }
}

/// Widens a hull to take in one more piece.
fn widen(hull: &mut Option<Span>, piece: Span) {
    *hull = Some(match hull.take() {
        Some(hull) => hull.start.min(piece.start)..hull.end.max(piece.end),
        None => piece,
    });
}

/// The length of the spaces a text begins with; none when it holds nothing else.
fn leading(text: &str) -> usize {
    if text.trim().is_empty() { 0 } else { text.len() - text.trim_start().len() }
}

/// The length of the spaces a text ends with; none when it holds nothing else.
fn trailing(text: &str) -> usize {
    if text.trim().is_empty() { 0 } else { text.len() - text.trim_end().len() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Terms;

    /// Where a quote of the text before lies in the text after, and how much of it is kept, in percent.
    fn carried<'t>(before: &'t str, after: &'t str, quote: &str) -> Option<(&'t str, u32)> {
        let start = before.find(quote).unwrap();
        let redline = Redline::between(before, after, &Terms::none());
        let (span, share) = redline.carry(&(start..start + quote.len()))?;
        Some((&after[span], (share * 100.0).round() as u32))
    }

    const BEFORE: &str =
        "All States should take every feasible precaution to protect civilians, without delay.";
    const AFTER: &str =
        "In war, all States should take all practicable precaution to protect civilians in need.";

    #[test]
    fn what_did_not_change_is_found_whole() {
        assert_eq!(carried(BEFORE, AFTER, "to protect"), Some(("to protect", 100)));
        assert_eq!(carried(BEFORE, BEFORE, BEFORE), Some((BEFORE, 100)));
    }

    #[test]
    fn what_was_partly_reworded_takes_in_the_words_put_in_its_place() {
        let quote = "every feasible precaution to protect";
        assert_eq!(carried(BEFORE, AFTER, quote), Some(("all practicable precaution to protect", 59)));
        assert_eq!(
            carried(BEFORE, AFTER, "should take every feasible"),
            Some(("should take all practicable", 43))
        );
    }

    #[test]
    fn what_is_gone_lies_nowhere() {
        assert_eq!(carried(BEFORE, AFTER, "every feasible"), None);
        assert_eq!(carried(BEFORE, AFTER, "without delay"), None);
        assert_eq!(carried(BEFORE, AFTER, " "), None);
    }

    #[test]
    fn at_the_edges_of_the_text_nothing_strange_is_taken_in() {
        assert_eq!(carried(BEFORE, AFTER, "States should"), Some(("States should", 100)));
        assert_eq!(
            carried("A fair rule.", "A fair rule. And more.", "fair rule."),
            Some(("fair rule.", 100))
        );
        assert_eq!(carried("One two three four.", "One two three four five.", "four"), Some(("four", 100)));
    }

    #[test]
    fn a_place_outside_the_text_or_inside_a_letter_lies_nowhere() {
        let redline = Redline::between("é", "é", &Terms::none());
        assert_eq!(redline.carry(&(0..9)), None);
        assert_eq!(redline.carry(&(1..2)), None);
        assert_eq!(redline.carry(&(0..0)), None);
    }
}
