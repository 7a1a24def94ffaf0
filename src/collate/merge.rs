//! A proposal put into a text that has changed since: a three-way merge on words.

use crate::redline::Edit;
use crate::text::{Span, Terms};

/// What became of a merge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Merged {
    /// The text with both changes.
    Clean(String),
    /// The places where both changed the same words, or words side by side, in different ways.
    Collision(Vec<Clash>),
}

/// One place where two changes of a text meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The place in the text that both began from.
    pub span: Span,
    /// What stands there now.
    pub ours: String,
    /// What was to stand there.
    pub theirs: String,
}

/// One change, and whose it is.
struct Sided {
    edit: Edit,
    ours: bool,
}

/// Merges two changes of one text. Both sides are compared with it word by word, by the fewest edits; edits of the
/// two sides that overlap, or that have nothing but space between them, must be the same, or they collide.
///
/// Law: it is the same whichever side is called ours; where it is clean, no word that either side put in is lost,
/// and the fewest edits from the base to the merged text are the edits of both sides. So whatever is merged one
/// after the other from one base gives one text in every order.
pub fn merge(base: &str, ours: &str, theirs: &str, terms: &Terms) -> Merged {
    let sided = |text: &str, ours: bool| {
        Edit::fewest(base, text, terms).into_iter().map(move |edit| Sided { edit, ours })
    };
    let mut all: Vec<Sided> = sided(ours, true).chain(sided(theirs, false)).collect();
    all.sort_by_key(|sided| (sided.edit.span.start, sided.edit.span.end));
    let mut both: Vec<Edit> = Vec::new();
    let mut clashes: Vec<Clash> = Vec::new();
    for group in groups(base, &all) {
        let hull = hull(group);
        let side = |wanted: bool| -> Vec<Edit> {
            group.iter().filter(|sided| sided.ours == wanted).map(|sided| sided.edit.clone()).collect()
        };
        let (mine, other) = (side(true), side(false));
        if mine == other || other.is_empty() {
            both.extend(mine);
        } else if mine.is_empty() {
            both.extend(other);
        } else {
            let words = |edits: &[Edit]| Edit::applied(base, &hull, edits);
            clashes.push(Clash { ours: words(&mine), theirs: words(&other), span: hull });
        }
    }
    if !clashes.is_empty() {
        return Merged::Collision(clashes);
    }
    let merged = Edit::applied(base, &(0..base.len()), &both);
    // Where words recur, two changes taken together may read as other changes than each of them alone did.
    if Edit::fewest(base, &merged, terms) == both {
        return Merged::Clean(merged);
    }
    let whole = Clash { span: 0..base.len(), ours: ours.to_owned(), theirs: theirs.to_owned() };
    Merged::Collision(vec![whole])
}

/// Whether two places overlap, or have nothing but space between them; `one` begins first.
pub(super) fn meet(text: &str, one: &Span, other: &Span) -> bool {
    other.start <= one.end || text[one.end..other.start].trim().is_empty()
}

/// Cuts sorted edits where two neighbours do not meet.
fn groups<'s>(base: &str, all: &'s [Sided]) -> Vec<&'s [Sided]> {
    let mut groups = Vec::new();
    let mut begin = 0;
    let mut reach = 0..0;
    for (at, sided) in all.iter().enumerate() {
        if at > begin && !meet(base, &reach, &sided.edit.span) {
            groups.push(&all[begin..at]);
            begin = at;
        }
        let end = if at == begin { sided.edit.span.end } else { reach.end.max(sided.edit.span.end) };
        reach = sided.edit.span.start..end;
    }
    if begin < all.len() {
        groups.push(&all[begin..]);
    }
    groups
}

fn hull(group: &[Sided]) -> Span {
    let start = group.iter().map(|sided| sided.edit.span.start).min().unwrap_or_default();
    start..group.iter().map(|sided| sided.edit.span.end).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "States should exercise due diligence, and they should keep lists.";

    #[track_caller]
    fn case(ours: &str, theirs: &str, expected: Result<&str, &[(&str, &str, &str)]>) {
        let merged = merge(BASE, ours, theirs, &Terms::none());
        match (&merged, expected) {
            (Merged::Clean(text), Ok(expected)) => assert_eq!(text, expected),
            (Merged::Collision(clashes), Err(expected)) => {
                let shown: Vec<(&str, &str, &str)> = clashes
                    .iter()
                    .map(|clash| (&BASE[clash.span.clone()], clash.ours.as_str(), clash.theirs.as_str()))
                    .collect();
                assert_eq!(shown, expected);
            }
            _ => panic!("{merged:?}, expected {expected:?}"),
        }
    }

    #[test]
    fn changes_of_different_words_are_both_taken() {
        case(
            "States must exercise due diligence, and they should keep lists.",
            "States should exercise due diligence, and they should keep public lists.",
            Ok("States must exercise due diligence, and they should keep public lists."),
        );
        case(BASE, "States must act.", Ok("States must act."));
    }

    #[test]
    fn the_same_change_is_taken_once() {
        case(
            "States must exercise due diligence, and they should keep lists.",
            "States must exercise due diligence, and they must keep lists.",
            Ok("States must exercise due diligence, and they must keep lists."),
        );
    }

    #[test]
    fn different_changes_of_the_same_words_collide_and_so_do_neighbours() {
        case(
            "States must exercise due diligence, and they should keep lists.",
            "States shall exercise due diligence, and they should keep lists.",
            Err(&[("should", "must", "shall")]),
        );
        case(
            "States must exercise due diligence, and they should keep lists.",
            "States should show due diligence, and they should keep lists.",
            Err(&[("should exercise", "must exercise", "should show")]),
        );
    }

    #[test]
    fn where_words_were_struck_nothing_is_put_in_beside_them() {
        case(
            "States should exercise due diligence.",
            "States should exercise due diligence, and they must keep lists.",
            Err(&[(", and they should keep lists", "", ", and they must keep lists")]),
        );
    }
}
