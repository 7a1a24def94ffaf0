//! Two texts as one text with tracked changes.

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use crate::align::{Strand, Woven, woven};
use crate::desk::ends::{go_on, keep_apart, set_apart};
use crate::draft::{BREAK, Level};
use crate::redline::{Cut, Mark, Redline, cut};
use crate::report::{ManuscriptParagraph, Marked, Touch, Touched};
use crate::text::Terms;

/// A passage as it is printed.
#[derive(Debug, Clone)]
pub(super) struct Printed {
    /// What it is.
    pub(super) level: Level,
    /// Its hidden names.
    pub(super) names: Vec<String>,
    /// Its printed number.
    pub(super) label: Option<String>,
    /// Its words.
    pub(super) text: String,
}

/// A text with tracked changes, and where each passage of the later text begins in it.
pub(super) struct Tracked {
    /// The paragraphs.
    pub(super) paragraphs: Vec<ManuscriptParagraph>,
    /// For each passage of the later text the paragraph in which it begins.
    pub(super) begins: Vec<usize>,
}

/// Puts two texts into one: with all changes accepted it is the later, with all undone the earlier. `known` are the
/// redlines that were worked out already, in the order of the ties; none where there is none.
pub(super) fn tracked(
    old: &[Printed],
    new: &[Printed],
    ties: &[Woven],
    known: &[Option<&[Marked]>],
    terms: &Terms,
) -> Tracked {
    let known = ties
        .iter()
        .zip(known)
        .filter_map(|(tie, marks)| Some(((unbroken(&tie.before)?, unbroken(&tie.after)?), (*marks)?)));
    let known = known.collect();
    let begins = vec![0; new.len()];
    let mut writing = Writing { old, new, terms, known, paragraphs: Vec::new(), begins };
    let mut moves: HashMap<usize, usize> = HashMap::new();
    for strand in woven(ties, old.len(), new.len()) {
        let count = moves.len();
        match strand {
            Strand::Both(before, after) => writing.both(&before, &after),
            Strand::From(before, after) if writing.stays(&before, &after) => {
                let number = *moves.entry(before.start).or_insert(count);
                writing.stood(&before, &after, Touch::MovedFrom(number));
            }
            Strand::To(before, after) if writing.stays(&before, &after) => {
                let number = *moves.entry(before.start).or_insert(count);
                writing.stands(&before, &after, Touch::MovedTo(number));
            }
            // Of what hardly any word was kept nobody can see that it moved.
            Strand::Gone(before) | Strand::From(before, _) => writing.gone(before),
            Strand::Come(after) | Strand::To(_, after) => writing.come(after),
        }
    }
    writing.closed()
}

/// Places without a gap between them.
fn unbroken(places: &[usize]) -> Option<Range<usize>> {
    let (first, last) = (*places.first()?, *places.last()?);
    (last + 1 - first == places.len()).then_some(first..last + 1)
}

/// What is written so far.
struct Writing<'p> {
    old: &'p [Printed],
    new: &'p [Printed],
    terms: &'p Terms,
    known: HashMap<(Range<usize>, Range<usize>), &'p [Marked]>,
    paragraphs: Vec<ManuscriptParagraph>,
    begins: Vec<usize>,
}

impl<'p> Writing<'p> {
    /// Passages that stand in the same place in both texts.
    fn both(&mut self, before: &Range<usize>, after: &Range<usize>) {
        let (mut was, mut is) = (before.start, after.start);
        let first = self.paragraphs.len();
        let marks = self.marks(before, after);
        let mut open = self.begun(is, labels(self.old[was].label.as_ref(), self.new[is].label.as_ref()));
        for piece in self.cut(&marks, before, after) {
            let (mark, label) = match piece {
                Cut::Words(mark) => {
                    open.words.push(touched(mark, None));
                    continue;
                }
                Cut::End { stood: true, stands: true } => {
                    (was, is) = (was + 1, is + 1);
                    let labels = labels(self.old[was].label.as_ref(), self.new[is].label.as_ref());
                    (Touch::Kept, labels)
                }
                Cut::End { stood: true, .. } => {
                    was += 1;
                    (Touch::Struck, labels(self.old[was].label.as_ref(), None))
                }
                Cut::End { .. } => {
                    is += 1;
                    (Touch::Inserted, labels(None, self.new[is].label.as_ref()))
                }
            };
            open.mark = mark;
            self.paragraphs.push(open);
            open = match mark {
                // What is joined to the paragraph before has no name of its own any more.
                Touch::Struck => blank(self.new[is].level, label),
                _ => self.begun(is, label),
            };
        }
        self.paragraphs.push(open);
        set_apart(&mut self.paragraphs[first..], Touch::stood, Touch::Inserted);
        set_apart(&mut self.paragraphs[first..], Touch::stands, Touch::Struck);
    }

    /// Passages where they stood, with the words that went elsewhere and those that went altogether.
    fn stood(&mut self, before: &Range<usize>, after: &Range<usize>, away: Touch) {
        let marks = self.marks(before, after);
        let mut was = before.start;
        let mut open = self.before(was, away);
        for piece in self.cut(&marks, before, after) {
            match piece {
                Cut::Words(mark) if mark.stood() => open.words.push(touched(mark, Some(away))),
                Cut::End { stood: true, .. } => {
                    was += 1;
                    self.paragraphs.push(std::mem::replace(&mut open, self.before(was, away)));
                }
                _ => {}
            }
        }
        self.paragraphs.push(open);
    }

    /// Passages where they stand now, with the words that came from elsewhere and those that are new.
    fn stands(&mut self, before: &Range<usize>, after: &Range<usize>, here: Touch) {
        let marks = self.marks(before, after);
        let mut is = after.start;
        let mut open = self.after(is, here);
        for piece in self.cut(&marks, before, after) {
            match piece {
                Cut::Words(mark) if mark.stands() => open.words.push(touched(mark, Some(here))),
                Cut::End { stands: true, .. } => {
                    is += 1;
                    let next = self.after(is, here);
                    self.paragraphs.push(std::mem::replace(&mut open, next));
                }
                _ => {}
            }
        }
        self.paragraphs.push(open);
    }

    fn gone(&mut self, before: Range<usize>) {
        for at in before {
            let mut paragraph = self.before(at, Touch::Struck);
            paragraph.words.push(Touched { touch: Touch::Struck, text: self.old[at].text.clone() });
            self.paragraphs.push(paragraph);
        }
    }

    fn come(&mut self, after: Range<usize>) {
        for at in after {
            let mut paragraph = self.after(at, Touch::Inserted);
            paragraph.words.push(Touched { touch: Touch::Inserted, text: self.new[at].text.clone() });
            self.paragraphs.push(paragraph);
        }
    }

    /// A passage of the earlier text that does not stand here any more, without its words.
    fn before(&self, at: usize, touch: Touch) -> ManuscriptParagraph {
        let passage = &self.old[at];
        let label = passage.label.iter().map(|text| Touched { touch: Touch::Struck, text: text.clone() });
        ManuscriptParagraph { mark: touch, ..blank(passage.level, label.collect()) }
    }

    /// A passage of the later text that did not stand here, without its words.
    fn after(&mut self, at: usize, touch: Touch) -> ManuscriptParagraph {
        let label = labels(None, self.new[at].label.as_ref());
        ManuscriptParagraph { mark: touch, ..self.begun(at, label) }
    }

    /// A paragraph in which a passage of the later text begins.
    fn begun(&mut self, at: usize, label: Vec<Touched>) -> ManuscriptParagraph {
        self.begins[at] = self.paragraphs.len();
        let passage = &self.new[at];
        ManuscriptParagraph { names: passage.names.clone(), ..blank(passage.level, label) }
    }

    /// Whether enough of some passages was kept to call them the same: a third of the letters of the shorter text.
    fn stays(&self, before: &Range<usize>, after: &Range<usize>) -> bool {
        let (mut kept, mut struck, mut inserted) = (0, 0, 0);
        for mark in self.marks(before, after).iter() {
            let (count, text) = match mark {
                Marked::Kept(text) => (&mut kept, text),
                Marked::Struck(text) => (&mut struck, text),
                Marked::Inserted(text) => (&mut inserted, text),
            };
            *count += text.chars().filter(|c| c.is_alphanumeric()).count();
        }
        kept > 0 && 3 * kept >= kept + struck.min(inserted)
    }

    /// A redline cut where passages end.
    fn cut<'m>(&self, marks: &'m [Marked], before: &Range<usize>, after: &Range<usize>) -> Vec<Cut<'m>> {
        let marks: Vec<Mark<'m>> = marks.iter().map(Marked::mark).collect();
        cut(&marks, &breaks(&self.old[before.clone()]), &breaks(&self.new[after.clone()]))
    }

    /// The redline of some passages, as it was worked out already or is now.
    fn marks(&self, before: &Range<usize>, after: &Range<usize>) -> Cow<'p, [Marked]> {
        if let Some(known) = self.known.get(&(before.clone(), after.clone())) {
            return Cow::Borrowed(*known);
        }
        let (was, is) = (joined(&self.old[before.clone()]), joined(&self.new[after.clone()]));
        Cow::Owned(Marked::of(&Redline::between(&was, &is, self.terms)))
    }

    /// Puts what went before what came, from a paragraph on; between two that stay it says the same.
    fn sort_from(&mut self, from: usize) {
        let mut order: Vec<usize> = (from..self.paragraphs.len()).collect();
        order.sort_by_key(|&at| !self.paragraphs[at].mark.stood());
        let tail = order.iter().map(|&at| self.paragraphs[at].clone()).collect::<Vec<_>>();
        self.paragraphs.splice(from.., tail);
        for begins in self.begins.iter_mut().filter(|begins| **begins >= from) {
            *begins = from + order.iter().position(|at| at == begins).expect("every place has one");
        }
    }

    /// No program takes out the last paragraph mark of a file: the change to it is told in another way.
    fn closed(mut self) -> Tracked {
        go_on(&mut self.paragraphs);
        keep_apart(&mut self.paragraphs);
        let changed =
            self.paragraphs.iter().rev().take_while(|paragraph| paragraph.mark != Touch::Kept).count();
        let from = self.paragraphs.len() - changed;
        self.sort_from(from);
        let gone = self.paragraphs[from..].iter().take_while(|paragraph| paragraph.mark.stood()).count();
        if gone > 0 && gone < changed {
            // The last that went and the last that came are one paragraph, with all its words exchanged.
            let went = self.paragraphs.remove(from + gone - 1);
            let last = self.paragraphs.last_mut().expect("what came stands behind what went");
            last.label.splice(0..0, went.label);
            last.words.splice(0..0, went.words);
            for place in self.begins.iter_mut().filter(|place| **place >= from + gone) {
                *place -= 1;
            }
        } else if changed > 0 && from > 0 {
            // The mark before it comes or goes in its place.
            self.paragraphs[from - 1].mark = if gone > 0 { Touch::Struck } else { Touch::Inserted };
        }
        if let Some(last) = self.paragraphs.last_mut() {
            last.mark = Touch::Kept;
        }
        Tracked { paragraphs: self.paragraphs, begins: self.begins }
    }
}

/// A paragraph without words.
fn blank(level: Level, label: Vec<Touched>) -> ManuscriptParagraph {
    ManuscriptParagraph { label, words: Vec::new(), ..ManuscriptParagraph::new(Some(level), None, "") }
}

/// A printed number that stayed, or the old one and the new one.
fn labels(was: Option<&String>, is: Option<&String>) -> Vec<Touched> {
    let piece =
        |touch: Touch, label: Option<&String>| label.map(|text| Touched { touch, text: text.clone() });
    match (was, is) {
        (Some(was), Some(is)) if was == is => piece(Touch::Kept, Some(was)).into_iter().collect(),
        _ => piece(Touch::Struck, was).into_iter().chain(piece(Touch::Inserted, is)).collect(),
    }
}

/// Words with what was done to them; those that were kept moved, where the passage did.
fn touched(mark: Mark<'_>, moved: Option<Touch>) -> Touched {
    let touch = match mark {
        Mark::Kept(_) => moved.unwrap_or(Touch::Kept),
        Mark::Struck(_) => Touch::Struck,
        Mark::Inserted(_) => Touch::Inserted,
    };
    Touched { touch, text: mark.text().to_owned() }
}

/// Some passages read as one text.
fn joined(passages: &[Printed]) -> String {
    passages.iter().map(|passage| passage.text.as_str()).collect::<Vec<_>>().join(BREAK)
}

/// The places of what divides them in it.
fn breaks(passages: &[Printed]) -> Vec<Range<usize>> {
    let mut at = 0;
    let mut breaks: Vec<Range<usize>> = Vec::new();
    for passage in passages {
        at += passage.text.len();
        breaks.push(at..at + BREAK.len());
        at += BREAK.len();
    }
    breaks.pop();
    breaks
}
