//! The text as it stands in one of its two views.

use crate::intake::docx::labels::Labels;
use crate::intake::docx::numbering::Numbering;
use crate::intake::docx::paragraph::Span;
use crate::intake::docx::story::Story;
use crate::intake::docx::styles::Styles;
use crate::intake::docx::table::standing;
use crate::intake::docx::tracked::View;

/// A paragraph of one view; where marks vanish, several of the file make one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shown {
    /// Its words; tabs and line breaks stand in it as such.
    pub text: String,
    /// The number that its list prints; absent for a bullet.
    pub label: Option<String>,
    /// How deep it stands in a list, from 0; absent where it is no element of one.
    pub depth: Option<usize>,
    /// The rank of the heading that its style makes it, from 1; 0 for the title of the whole text.
    pub heading: Option<u8>,
    /// Whether all its words are bold.
    pub bold: bool,
    /// The list that it is an element of.
    pub(super) list: Option<u32>,
    /// The paragraphs of the file that it is made of, by rank.
    pub(super) parts: Vec<usize>,
    /// The cell it stands in.
    pub(super) cell: Option<usize>,
    /// Whether its manner of numbering is not known.
    pub(super) unknown_number: bool,
}

/// Which paragraphs of the file make one paragraph of a view, in order. One whose mark vanishes runs on into the next,
/// but neither into or over a table nor out of a cell.
pub(super) fn joined(story: &Story, view: View) -> Vec<Vec<usize>> {
    let cells = standing(&story.rows, &story.cells, view);
    let mut whole: Vec<Vec<usize>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, paragraph) in story.paragraphs.iter().enumerate() {
        // A table divides even where it vanishes itself.
        if open.last().is_some_and(|last| story.paragraphs[*last].cell != paragraph.cell) {
            whole.push(std::mem::take(&mut open));
        }
        if paragraph.cell.is_some_and(|cell| !cells[cell]) {
            continue;
        }
        open.push(at);
        if paragraph.mark.stands(view) {
            whole.push(std::mem::take(&mut open));
        }
    }
    whole.extend(Some(open).filter(|open| !open.is_empty()));
    whole
}

impl Shown {
    /// Whether its number counts through the text, as `2.1.` does and `(a)` does not.
    pub(super) fn counts_through(&self) -> bool {
        let numbers = self.label.as_deref().map(|label| {
            label.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect::<Vec<_>>()
        });
        numbers.is_some_and(|parts| {
            parts.len() > 1 && parts.iter().all(|part| part.chars().all(char::is_numeric))
        })
    }
}

impl Story {
    /// The words of a stretch of a paragraph of the file as they stand in a view; `None` shows both texts at once.
    pub(super) fn words(&self, at: usize, within: std::ops::Range<usize>, view: Option<View>) -> String {
        let paragraph = &self.paragraphs[at];
        let mut words = String::new();
        for (place, span) in paragraph.pieces() {
            let (from, until) = (place.start.max(within.start), place.end.min(within.end));
            if from < until && !self.is_code(&span) && view.is_none_or(|view| span.tracked.stands(view)) {
                words.push_str(&paragraph.text[from..until]);
            }
        }
        words
    }

    /// Whether a stretch is the code of a field.
    pub(super) fn is_code(&self, span: &Span) -> bool {
        span.code_of > 0 && !self.unended.contains(&span.code_of)
    }

    /// Whether a paragraph of the file has words in a view.
    pub(super) fn has_words(&self, at: usize, view: Option<View>) -> bool {
        !self.words(at, 0..usize::MAX, view).trim().is_empty()
    }

    /// Whether a paragraph of the file has words that stand in both texts.
    pub(super) fn keeps_words(&self, at: usize) -> bool {
        let paragraph = &self.paragraphs[at];
        paragraph.pieces().any(|(place, span)| {
            let both = span.tracked.stands(View::After) && span.tracked.stands(View::Before);
            both && !self.is_code(&span) && !paragraph.text[place].trim().is_empty()
        })
    }

    /// Whether all visible words of some paragraphs are bold in a view.
    fn is_bold(&self, parts: &[usize], view: View) -> bool {
        let mut some = false;
        for at in parts {
            let paragraph = &self.paragraphs[*at];
            for (place, span) in paragraph.pieces() {
                if span.tracked.stands(view) && !paragraph.text[place].trim().is_empty() {
                    if !span.bold {
                        return false;
                    }
                    some = true;
                }
            }
        }
        some
    }

    /// The whole text of a view, paragraph by paragraph.
    pub(super) fn shown(&self, view: View, styles: &Styles, numbering: &Numbering) -> Vec<Shown> {
        let mut labels = Labels::new(numbering, styles);
        let mut shown = Vec::new();
        for parts in joined(self, view) {
            let text: String = parts.iter().map(|at| self.words(*at, 0..usize::MAX, Some(view))).collect();
            // The form of a paragraph hangs on its mark, and the last mark is the one that stands.
            let last = &self.paragraphs[*parts.last().expect("a paragraph is made of one at least")];
            let form = last.form_in(view);
            let listed = labels.next(form);
            shown.push(Shown {
                text,
                list: listed.as_ref().map(|listed| listed.list),
                depth: listed.as_ref().map(|listed| listed.depth),
                unknown_number: listed.as_ref().is_some_and(|listed| !listed.known),
                label: listed.and_then(|listed| listed.label),
                heading: styles.heading(form),
                bold: self.is_bold(&parts, view),
                cell: last.cell,
                parts,
            });
        }
        shown
    }
}
