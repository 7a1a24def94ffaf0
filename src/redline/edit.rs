//! A change as an edit of the text before: a place, and the words that stand there afterwards.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::redline::{Mark, Redline};
use crate::text::{Span, Terms};

/// One place of a text where other words are to stand; an empty place where words are put in, no words where some
/// are taken out.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Edit {
    /// The place in the text before.
    pub span: Span,
    /// The words that stand there afterwards.
    pub words: String,
}

impl Edit {
    /// Puts edits into a part of a text; edits must lie in order, apart from each other, on character boundaries,
    /// and those outside the part are passed over.
    pub fn applied(text: &str, part: &Span, edits: &[Edit]) -> String {
        let mut after = String::with_capacity(part.len());
        let mut at = part.start;
        for edit in edits.iter().filter(|edit| edit.span.start >= part.start && edit.span.end <= part.end) {
            after.push_str(&text[at..edit.span.start]);
            after.push_str(&edit.words);
            at = edit.span.end;
        }
        after.push_str(&text[at..part.end]);
        after
    }

    /// The fewest edits that make one text of another, words with nothing but space between them taken together:
    /// the plain account of a change that a merge goes by, where a redline is the account that reads best. Spaces
    /// belong to the words beside them and are never what two texts have in common.
    ///
    /// Law: applied to the text before they give the text after; between two edits stands a word or a mark.
    pub fn fewest(before: &str, after: &str, terms: &Terms) -> Vec<Edit> {
        let (old, new) = (words(before, terms), words(after, terms));
        let said = |text: &'_ str, words: &[Span]| -> Vec<String> {
            words.iter().map(|word| text[word.clone()].to_owned()).collect()
        };
        let mut edits: Vec<Edit> = Vec::new();
        // Where the last word that stays ended, on both sides.
        let (mut from, mut to) = (0, 0);
        let mut stays = |was: Span, is: Span| {
            edits.extend(between(before, from..was.start, &after[to..is.start]));
            (from, to) = (was.end, is.end);
        };
        for op in capture_diff_slices(Algorithm::Myers, &said(before, &old), &said(after, &new)) {
            if let DiffOp::Equal { old_index, new_index, len } = op {
                for step in 0..len {
                    stays(old[old_index + step].clone(), new[new_index + step].clone());
                }
            }
        }
        stays(before.len()..before.len(), after.len()..after.len());
        edits
    }
}

/// The edit between two words that stay; the spaces that stand alike at its edges are none of it.
fn between(before: &str, span: Span, words: &str) -> Option<Edit> {
    let (mut gone, mut come) = (&before[span.clone()], words);
    if gone == come {
        return None;
    }
    let lead = |text: &str| text.len() - text.trim_start().len();
    let trail = |text: &str| text.len() - text.trim_end().len();
    let (mut start, mut end) = (span.start, span.end);
    let leading = lead(gone);
    if gone[..leading] == come[..lead(come)] {
        start += leading;
        (gone, come) = (&gone[leading..], &come[leading..]);
    }
    let trailing = trail(gone);
    if gone[gone.len() - trailing..] == come[come.len() - trail(come)..] {
        end -= trailing;
        come = &come[..come.len() - trailing];
    }
    Some(Edit { span: start..end, words: come.to_owned() })
}

/// The places of a text's words and marks, spaces left out.
fn words(text: &str, terms: &Terms) -> Vec<Span> {
    let mut words = Vec::new();
    terms.cut(text, |token| {
        if !text[token.clone()].trim().is_empty() {
            words.push(token);
        }
    });
    words
}

impl Redline<'_> {
    /// The changes as edits of the text before, as a reader sees them.
    pub fn edits(&self) -> Vec<Edit> {
        let mut edits: Vec<Edit> = Vec::new();
        let mut at = 0;
        let mut open = false;
        for mark in self.marks() {
            let text = mark.text();
            let end = if mark.stood() { at + text.len() } else { at };
            match mark {
                Mark::Kept(_) => open = false,
                Mark::Struck(_) | Mark::Inserted(_) => {
                    let words = if mark.stands() { text } else { "" };
                    match edits.last_mut().filter(|_| open) {
                        Some(edit) => {
                            edit.span.end = end;
                            edit.words.push_str(words);
                        }
                        None => edits.push(Edit { span: at..end, words: words.to_owned() }),
                    }
                    open = true;
                }
            }
            at = end;
        }
        edits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn fewest(before: &str, after: &str, expected: &[(&str, &str)]) {
        let edits = Edit::fewest(before, after, &Terms::none());
        assert_eq!(Edit::applied(before, &(0..before.len()), &edits), after);
        let shown: Vec<(&str, &str)> =
            edits.iter().map(|edit| (&before[edit.span.clone()], edit.words.as_str())).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn the_fewest_edits_join_what_only_a_space_parts() {
        fewest("States should act.", "States must act.", &[("should", "must")]);
        fewest(
            "take necessary measures now",
            "do what is needed now",
            &[("take necessary measures", "do what is needed")],
        );
        fewest(
            "hospitals, schools",
            "clinics, colleges",
            &[("hospitals", "clinics"), ("schools", "colleges")],
        );
        fewest("a b", "a, if feasible, b", &[("", ", if feasible,")]);
        fewest("各国应当行动", "各国必须行动", &[("应当", "必须")]);
        fewest("", "", &[]);
    }

    #[test]
    fn a_redline_is_a_list_of_edits() {
        let (before, after) = (
            "All States should protect the wounded and the sick.",
            "All States must protect the wounded and the sick at once.",
        );
        let edits = Redline::between(before, after, &Terms::none()).edits();
        assert_eq!(edits.len(), 2);
        assert_eq!(Edit::applied(before, &(0..before.len()), &edits), after);
        assert_eq!(Edit::applied(before, &(0..17), &edits), "All States must");
        assert!(Redline::between(before, before, &Terms::none()).edits().is_empty());
    }
}
