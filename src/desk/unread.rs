//! What two files have beside their texts, held against each other.

use std::collections::BTreeMap;

use crate::intake::{LeftOut, Reading, Why};
use crate::report::{Holder, Unread};

/// What one of two files has beside its text and the other has not, in the order in which it stands. What two files
/// have in common is left away, and so is what nobody reads (the number of a page) or asked to leave out.
pub(super) fn unread(before: &Reading, after: &Reading) -> Vec<Unread> {
    let mut all = only(before, after, Holder::Before);
    all.extend(only(after, before, Holder::After));
    all
}

fn only(here: &Reading, there: &Reading, holder: Holder) -> Vec<Unread> {
    let mut known: BTreeMap<(Why, &str), usize> = BTreeMap::new();
    for piece in there.left_out.iter().filter(|piece| is_said(piece)) {
        *known.entry((piece.why, piece.text.as_str())).or_default() += 1;
    }
    let alone = here.left_out.iter().filter(|piece| is_said(piece)).filter(|piece| {
        match known.get_mut(&(piece.why, piece.text.as_str())) {
            Some(left) if *left > 0 => {
                *left -= 1;
                false
            }
            _ => true,
        }
    });
    alone.map(|piece| Unread { holder, kind: piece.why.to_string(), text: piece.text.clone() }).collect()
}

/// Whether a reader of the file reads it and it is none of ours.
fn is_said(piece: &LeftOut) -> bool {
    match piece.why {
        Why::Footnote | Why::MarginComment | Why::NoText | Why::FrontMatter | Why::LinkDefinition => true,
        Why::Rule
        | Why::PageNumber
        | Why::Furniture
        | Why::OtherColumn
        | Why::OutsidePart
        | Why::RepeatedHeading
        | Why::NotShown
        | Why::Note
        | Why::OfThePage
        | Why::Control => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(pieces: &[(Why, &str)]) -> Reading {
        let piece = |(why, text): &(Why, &str)| LeftOut { line: 0, text: (*text).to_owned(), why: *why };
        Reading { left_out: pieces.iter().map(piece).collect(), ..Reading::default() }
    }

    #[test]
    fn what_both_have_is_left_away_as_often_as_both_have_it() {
        let before = reading(&[(Why::Footnote, "a"), (Why::Footnote, "a"), (Why::OfThePage, "a head")]);
        let after = reading(&[(Why::Footnote, "a"), (Why::MarginComment, "a"), (Why::PageNumber, "2")]);
        let found = unread(&before, &after);
        let short: Vec<(Holder, &str, &str)> =
            found.iter().map(|one| (one.holder, one.kind.as_str(), one.text.as_str())).collect();
        assert_eq!(short, [(Holder::Before, "a note", "a"), (Holder::After, "a comment in the margin", "a")]);
        assert!(unread(&before, &before).is_empty());
    }
}
