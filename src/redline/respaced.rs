//! Changes of nothing but the spaces.
//!
//! "By rule 4.2 lists" cut in two after "4." is one word before and three units after, yet nothing but the break
//! came: only that is marked, and no sentence is new. A word torn or joined ("may be", "maybe") is another
//! word; where a script writes no spaces, one that a printer put in tears nothing.

use crate::redline::units::Side;
use crate::text::{Span, unspaced};

/// Where the spaces of two texts differ that are otherwise the same, in order; absent where the letters differ, or
/// where a word of one is two words of the other.
pub(super) fn respaced(gone: &str, come: &str) -> Option<Vec<(Span, Span)>> {
    let mut spaces = Vec::new();
    let (mut old, mut new) = (0, 0);
    let mut in_word = false;
    loop {
        let (was, is) = (blank(gone, old), blank(come, new));
        let (next, other) = (gone[was.end..].chars().next(), come[is.end..].chars().next());
        if next != other {
            return None;
        }
        let differ = gone[was.clone()] != come[is.clone()];
        if differ && in_word && (was.is_empty() || is.is_empty()) && next.is_some_and(char::is_alphanumeric) {
            return None;
        }
        (old, new) = (was.end, is.end);
        if differ {
            spaces.push((was, is));
        }
        let Some(c) = next else { return Some(spaces) };
        in_word = c.is_alphanumeric() && !unspaced(c);
        old += c.len_utf8();
        new += c.len_utf8();
    }
}

/// Whether two stretches of units are the same but for their spaces.
pub(super) fn same_letters(old: Side, new: Side, was: (u32, u32), is: (u32, u32)) -> bool {
    let text = |side: Side, (first, last): (u32, u32)| -> Option<Span> {
        let units = &side.units[first as usize..last as usize];
        Some(units.first()?.start..units.last()?.end)
    };
    let Some((was, is)) = text(old, was).zip(text(new, is)) else { return false };
    respaced(&old.text[was], &new.text[is]).is_some()
}

/// The spaces that begin at a place.
fn blank(text: &str, at: usize) -> Span {
    let rest = &text[at..];
    at..at + rest.len() - rest.trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::redline::{Mark, Redline};
    use crate::text::Terms;

    #[track_caller]
    fn only(before: &str, after: &str, marks: [Mark<'_>; 3]) {
        assert_eq!(Redline::between(before, after, &Terms::none()).marks(), marks);
    }

    #[test]
    fn a_break_put_into_a_number_is_the_only_change() {
        let marks = [Mark::Kept("Breach of rule 4."), Mark::Inserted("\n\n"), Mark::Kept("2 by a party")];
        only("Breach of rule 4.2 by a party", "Breach of rule 4.\n\n2 by a party", marks);
    }

    #[test]
    fn a_space_put_into_a_chinese_heading_is_the_only_change() {
        let marks = [Mark::Kept("第一章 总"), Mark::Inserted(" "), Mark::Kept("则")];
        only("第一章 总则", "第一章 总 则", marks);
    }

    #[test]
    fn two_words_before_a_missing_space_are_no_scrap_of_a_new_sentence() {
        let marks = [Mark::Kept("Lists close."), Mark::Inserted(" "), Mark::Kept("Parties keep copies.")];
        only("Lists close.Parties keep copies.", "Lists close. Parties keep copies.", marks);
    }

    #[test]
    fn a_word_that_was_torn_is_another_word() {
        assert_eq!(respaced("maybe", "may be"), None);
        assert_eq!(respaced("4.2", "4. 3"), None);
        assert_eq!(respaced("a.b", "a. b"), Some(vec![(2..2, 2..3)]));
        assert_eq!(respaced("a.b ", "a.b"), Some(vec![(3..4, 3..3)]));
    }
}
