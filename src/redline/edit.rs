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
    /// the plain account of a change that a merge goes by, where a redline is the account that reads best.
    ///
    /// Law: applied to the text before they give the text after; between two edits stands a word or a mark.
    pub fn fewest(before: &str, after: &str, terms: &Terms) -> Vec<Edit> {
        let (old, new) = (terms.tokens(before), terms.tokens(after));
        let (old_ends, new_ends) = (ends(&old), ends(&new));
        let mut edits: Vec<Edit> = Vec::new();
        for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
            if let DiffOp::Equal { .. } = op {
                continue;
            }
            let (from, to) = (op.old_range(), op.new_range());
            let span = old_ends[from.start]..old_ends[from.end];
            let words = &after[new_ends[to.start]..new_ends[to.end]];
            match edits.last_mut() {
                Some(last) if before[last.span.end..span.start].trim().is_empty() => {
                    last.words.push_str(&before[last.span.end..span.start]);
                    last.words.push_str(words);
                    last.span.end = span.end;
                }
                _ => edits.push(Edit { span, words: words.to_owned() }),
            }
        }
        edits
    }
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

/// Where each token ends, and before them where the first begins.
fn ends(tokens: &[&str]) -> Vec<usize> {
    let mut ends = Vec::with_capacity(tokens.len() + 1);
    ends.push(0);
    for token in tokens {
        ends.push(ends.last().copied().unwrap_or_default() + token.len());
    }
    ends
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
