//! A marked-up copy of a text: what stood, what its author wants, and which change made one of the other.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::draft::ParagraphId;
use crate::intake::docx::anchor::ends;
use crate::intake::docx::comments::MarginComment;
use crate::intake::docx::file::WordFile;
use crate::intake::docx::joining::Joining;
use crate::intake::docx::tracked::{Tracked, View};

/// The most paragraphs that all comments together may hang on; only a forged file has more.
const MOST_PARAGRAPHS: usize = 1 << 20;

/// A document with tracked changes, as pairs of what stood and what is wanted.
#[derive(Debug, Clone, Default)]
pub struct WordCopy {
    /// The paragraphs that stood, without empty ones.
    pub base: Vec<CopyParagraph>,
    /// The paragraphs that are wanted, without empty ones.
    pub wanted: Vec<CopyParagraph>,
    /// What became of the paragraphs that changed, in the order of the file.
    pub changes: Vec<Change>,
    /// The comments in the margin, in the order of their words.
    pub comments: Vec<Hung>,
}

/// A paragraph of one of the two texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CopyParagraph {
    /// Its words in one line, with the number before them where it was typed; tabs stand as such.
    pub text: String,
    /// The passages of ours that it is, where the file has kept their hidden names.
    pub ids: Vec<ParagraphId>,
}

/// Paragraphs that stood and those that are wanted in their place, by rank.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// What stood; none where something is added.
    pub base: Vec<usize>,
    /// What is wanted; none where something is left out.
    pub wanted: Vec<usize>,
    /// For a paragraph that stood alone, the changes of its words; a line feed where it is to be divided.
    pub stretches: Vec<Stretch>,
    /// The last paragraph that stood before what is added.
    pub after: Option<usize>,
    /// Whether it was dragged from one place to another.
    pub moved: bool,
    /// Who made it, as Word knew the persons.
    pub authors: Vec<String>,
}

/// Other words in one place of a paragraph that stood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stretch {
    /// The place, in bytes of its text.
    pub span: Range<usize>,
    /// What is wanted there.
    pub words: String,
    /// Whether it was dragged from one place to another.
    pub moved: bool,
    /// Who wants it.
    pub authors: Vec<String>,
}

/// A comment in the margin, with the words of the text that stood on which it hangs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hung {
    /// The comment.
    pub comment: MarginComment,
    /// The paragraphs that stood, by rank, each with the place of the words; an empty place where none of them stood.
    pub on: Vec<(usize, Range<usize>)>,
}

impl WordFile {
    /// The document as a marked-up copy.
    pub fn copy(&self) -> WordCopy {
        let joining = Joining::of(&self.body);
        let own = self.own_ids();
        let paragraph = |parts: &[usize], text: String| CopyParagraph {
            text,
            ids: parts.iter().filter_map(|at| own.get(at)).flatten().cloned().collect(),
        };
        let base = joining.base.iter().map(|parts| paragraph(parts, self.line(parts, View::Before)));
        let wanted = joining.wanted.iter().map(|parts| paragraph(parts, self.line(parts, View::After)));
        let mut copy = WordCopy { base: base.collect(), wanted: wanted.collect(), ..WordCopy::default() };
        let mut changes: Vec<(usize, Change)> = Vec::new();
        for (base, wanted) in joining.components() {
            let mut change = self.change(&joining, &base, &wanted);
            let same = base.len() == 1 && wanted.len() == 1 && change.stretches.is_empty();
            if same {
                continue;
            }
            (change.base, change.wanted) = (base, wanted);
            changes.push((joining.first(&change.base, &change.wanted), change));
        }
        changes.sort_by_key(|(at, _)| *at);
        copy.changes = changes.into_iter().map(|(_, change)| change).collect();
        copy.comments = self.hung(&joining);
        copy
    }

    /// Some paragraphs of the file as one line of a view.
    fn line(&self, parts: &[usize], view: View) -> String {
        parts.iter().map(|at| plain(&self.body.words(*at, 0..usize::MAX, Some(view)))).collect()
    }

    /// What changes some paragraphs; stretch by stretch where one paragraph stood.
    fn change(&self, joining: &Joining, base: &[usize], wanted: &[usize]) -> Change {
        let mut change = Change::default();
        let mut told: Vec<Tracked> = Vec::new();
        let stood = |at: usize| joining.base_of[at].is_some_and(|rank| base.binary_search(&rank).is_ok());
        let stands = |at: usize| joining.wanted_of[at].filter(|rank| wanted.binary_search(rank).is_ok());
        let mut length = 0;
        let mut last: Option<usize> = None;
        let mut mark = Tracked::default();
        for at in joining.parts(base, wanted) {
            // Where the paragraph wanted ends and another begins, the one that stood is divided.
            if let (Some(before), Some(now)) = (last, stands(at))
                && before != now
            {
                put(&mut change.stretches, length..length, "\n", mark, self.authors(&[mark]));
            }
            last = stands(at).or(last);
            mark = self.body.paragraphs[at].mark;
            for (place, span) in self.body.paragraphs[at].pieces() {
                if self.body.is_code(&span) {
                    continue;
                }
                let words = plain(&self.body.paragraphs[at].text[place]);
                let was = span.tracked.stands(View::Before) && stood(at);
                let is = span.tracked.stands(View::After) && stands(at).is_some();
                let place = length..length + if was { words.len() } else { 0 };
                length = place.end;
                match (was, is) {
                    (true, false) => {
                        put(&mut change.stretches, place, "", span.tracked, self.authors(&[span.tracked]));
                    }
                    (false, true) => {
                        put(
                            &mut change.stretches,
                            place,
                            &words,
                            span.tracked,
                            self.authors(&[span.tracked]),
                        );
                    }
                    _ => continue,
                }
                told.push(span.tracked);
            }
            told.push(mark);
        }
        change.authors = self.authors(&told);
        change.moved = !told.is_empty() && told.iter().any(|tracked| tracked.moved);
        change.after = joining.before(base, wanted);
        if base.len() != 1 || wanted.is_empty() {
            change.stretches.clear();
        }
        change
    }

    /// Who made some changes.
    fn authors(&self, changes: &[Tracked]) -> Vec<String> {
        let mut authors: Vec<String> = Vec::new();
        let revisions = changes.iter().flat_map(|tracked| [tracked.inserted, tracked.deleted]).flatten();
        for revision in revisions {
            let author =
                self.body.revisions.get(revision as usize).and_then(|revision| revision.author.clone());
            authors.extend(author.filter(|author| !authors.contains(author)));
        }
        authors
    }

    /// The comments, each on the words that stood.
    fn hung(&self, joining: &Joining) -> Vec<Hung> {
        let mut hung: Vec<((usize, usize), Hung)> = Vec::new();
        let mut room = MOST_PARAGRAPHS;
        for comment in self.comments() {
            let anchored = self.body.anchored.get(&comment.id).copied().unwrap_or_default();
            let sign = anchored.sign.map(|sign| (sign, sign));
            let Some((start, end)) = ends(&anchored).or(sign) else {
                hung.push(((usize::MAX, 0), Hung { comment, on: Vec::new() }));
                continue;
            };
            let last = end.paragraph.min(start.paragraph.saturating_add(room));
            room -= last.saturating_sub(start.paragraph).min(room);
            let mut on: BTreeMap<usize, Range<usize>> = BTreeMap::new();
            for at in start.paragraph..self.body.paragraphs.len().min(last.saturating_add(1)) {
                let Some(rank) = joining.base_of[at] else { continue };
                let before: usize = joining.base[rank]
                    .iter()
                    .take_while(|part| **part < at)
                    .map(|part| self.line(&[*part], View::Before).len())
                    .sum();
                let until =
                    |offset: usize| before + plain(&self.body.words(at, 0..offset, Some(View::Before))).len();
                let from = if at == start.paragraph { until(start.offset) } else { before };
                let to = if at == end.paragraph { until(end.offset) } else { until(usize::MAX) };
                let place = on.entry(rank).or_insert(from..to);
                place.end = place.end.max(to);
            }
            let on = on.into_iter().collect();
            hung.push(((start.paragraph, start.offset), Hung { comment, on }));
        }
        hung.sort_by_key(|(at, _)| *at);
        hung.into_iter().map(|(_, hung)| hung).collect()
    }
}

/// Adds a change of words; what touches the one before is one with it.
fn put(
    stretches: &mut Vec<Stretch>,
    span: Range<usize>,
    words: &str,
    tracked: Tracked,
    authors: Vec<String>,
) {
    match stretches.last_mut().filter(|last| last.span.end == span.start) {
        Some(last) => {
            last.span.end = span.end;
            last.words.push_str(words);
            last.moved |= tracked.moved;
            let new = authors.into_iter().filter(|author| !last.authors.contains(author)).collect::<Vec<_>>();
            last.authors.extend(new);
        }
        None => stretches.push(Stretch { span, words: words.to_owned(), moved: tracked.moved, authors }),
    }
}

/// Words in one line: a break is a space; a tab stays, since it may divide a number from its text.
fn plain(words: &str) -> String {
    words.chars().map(|c| if c.is_control() && c != '\t' { ' ' } else { c }).collect()
}
