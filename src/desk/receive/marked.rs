//! What a marked-up copy asks, comment by comment, held against the version.

use std::collections::BTreeMap;

use crate::collate::Request;
use crate::comment::{Action, Comment, Kind, Target};
use crate::desk::receive::matched::Matched;
use crate::draft::{Draft, ParagraphId};
use crate::intake::{Stretch, WordChange, WordCopy};
use crate::redline::{Edit, Redline};
use crate::text::{Terms, counted, listed, squeezed};

/// What was read of a copy.
#[derive(Default)]
pub(super) struct MarkedUp {
    /// The comments, in the order of the text.
    pub(super) comments: Vec<Comment>,
    /// How many paragraphs of the copy are passages of the version.
    pub(super) matched: usize,
    /// What a person should know.
    pub(super) remarks: Vec<String>,
    /// What was not taken.
    pub(super) left: Vec<String>,
    /// What was read, counted.
    pub(super) tally: String,
}

/// A copy while it is read.
pub(super) struct Reading<'c> {
    pub(super) copy: &'c WordCopy,
    pub(super) draft: &'c Draft,
    pub(super) terms: &'c Terms,
    pub(super) matched: Matched,
    /// The comments, by the passage and the place in it.
    pub(super) comments: Vec<((usize, usize), Comment)>,
    pub(super) remarks: Vec<String>,
    pub(super) left: Vec<String>,
    /// Changes of words, passages added, left out, moved, put together, divided; comments in the margin.
    counts: BTreeMap<Markup, usize>,
}

impl MarkedUp {
    /// Reads a copy; without tracked changes by what its words say.
    pub(super) fn read(copy: &WordCopy, tracked: bool, draft: &Draft, terms: &Terms) -> MarkedUp {
        let mut reading = Reading {
            copy,
            draft,
            terms,
            matched: Matched::of(&copy.base, draft),
            comments: Vec::new(),
            remarks: Vec::new(),
            left: Vec::new(),
            counts: BTreeMap::new(),
        };
        if tracked {
            reading.tracked();
        } else {
            reading.compared();
        }
        copy.comments.iter().for_each(|hung| reading.margin(hung));
        reading.comments.sort_by_key(|(at, _)| *at);
        let tally = reading.tally();
        MarkedUp {
            comments: reading.comments.into_iter().map(|(_, comment)| comment).collect(),
            matched: reading.matched.passage.iter().flatten().count(),
            remarks: reading.remarks,
            left: reading.left,
            tally,
        }
    }
}

/// What a marked-up copy asks for, in the order in which it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Markup {
    Reworded,
    Added,
    LeftOut,
    Moved,
    Joined,
    Divided,
    Noted,
}

impl Markup {
    fn counted(self, count: usize) -> String {
        let (one, many) = match self {
            Markup::Reworded => ("change of words", "changes of words"),
            Markup::Added => ("passage added", "passages added"),
            Markup::LeftOut => ("passage left out", "passages left out"),
            Markup::Moved => ("passage moved", "passages moved"),
            Markup::Joined => ("joining of passages", "joinings of passages"),
            Markup::Divided => ("passage divided", "passages divided"),
            Markup::Noted => ("comment in the margin", "comments in the margin"),
        };
        format!("{count} {}", if count == 1 { one } else { many })
    }
}

impl Reading<'_> {
    /// What was read, counted.
    fn tally(&self) -> String {
        let told: Vec<String> = self.counts.iter().map(|(markup, count)| markup.counted(*count)).collect();
        if told.is_empty() { "nothing".to_owned() } else { listed(&told) }
    }

    pub(super) fn count(&mut self, markup: Markup) {
        *self.counts.entry(markup).or_default() += 1;
    }

    pub(super) fn id(&self, passage: usize) -> &ParagraphId {
        &self.draft.paragraphs[passage].id
    }

    /// Takes a change of a paragraph's words, the words wanted in one line a paragraph.
    pub(super) fn reword(
        &mut self,
        passage: usize,
        base: usize,
        stretches: &[Stretch],
        wanted: &str,
        authors: &[String],
    ) {
        let text = &self.draft.paragraphs[passage].text;
        let offset = self.matched.bare[base].1;
        // The number before a passage is counted and not asked for.
        let of_number = |stretch: &&Stretch| {
            let span = &stretch.span;
            let before = span.end == offset && (span.start < offset || stretch.words.trim().is_empty());
            span.end < offset || before
        };
        let stretches: Vec<Stretch> =
            stretches.iter().filter(|stretch| !of_number(stretch)).cloned().collect();
        if stretches.is_empty() {
            return;
        }
        let stretches = dragged(&self.copy.base[base].text, &stretches);
        let carried: Option<Vec<Edit>> = stretches
            .iter()
            .map(|stretch| carried(&self.copy.base[base].text[offset..], offset, stretch, text))
            .collect();
        let by: Vec<&[String]> = stretches.iter().map(|stretch| stretch.authors.as_slice()).collect();
        if let Some(edits) = carried {
            return self.ask(passage, &edits, &by);
        }
        self.remarks.push(format!(
            "{}: the changes could not be laid on the version's words; the whole wording was taken",
            self.id(passage)
        ));
        let proposal = Some(wanted.to_owned());
        let comment = Comment { action: Action::Amend, proposal, ..self.comment(passage, authors) };
        self.comments.push(((passage, 0), comment));
        self.count(Markup::Reworded);
    }

    /// One comment for each place of a passage where other words are asked for; `by` says who asks for each edit.
    pub(super) fn ask(&mut self, passage: usize, edits: &[Edit], by: &[&[String]]) {
        for request in Request::of(&self.draft.paragraphs[passage].text, edits, self.terms) {
            let mut authors: Vec<String> = Vec::new();
            for author in request.edits.iter().filter_map(|at| by.get(*at)).copied().flatten() {
                authors.extend(Some(author.clone()).filter(|author| !authors.contains(author)));
            }
            let action = if request.proposal.is_some() { Action::Amend } else { Action::Delete };
            let (quote, proposal) = (request.quote, request.proposal);
            let comment = Comment { action, quote, proposal, ..self.comment(passage, &authors) };
            self.comments.push(((passage, request.at), comment));
            self.count(Markup::Reworded);
        }
    }

    /// A passage to be added after another.
    pub(super) fn add(&mut self, after: Option<usize>, words: &str, authors: &[String]) {
        let proposal = Some(squeezed(words));
        let comment = Comment { action: Action::Add, proposal, ..self.comment(after.unwrap_or(0), authors) };
        self.comments.push(((after.unwrap_or(0), usize::MAX), comment));
        self.count(Markup::Added);
    }

    /// A passage to be left out.
    pub(super) fn leave_out(&mut self, passage: usize, authors: &[String]) {
        let comment = Comment { action: Action::Delete, ..self.comment(passage, authors) };
        self.comments.push(((passage, 0), comment));
        self.count(Markup::LeftOut);
    }

    /// A passage to stand after another.
    pub(super) fn move_after(&mut self, passage: usize, after: Option<usize>, authors: &[String]) {
        let to = Some(Target::One(self.id(after.unwrap_or(0)).clone()));
        let comment = Comment { action: Action::Move, to, ..self.comment(passage, authors) };
        self.comments.push(((passage, 0), comment));
        self.count(Markup::Moved);
    }

    /// Several passages to be one, or several others.
    pub(super) fn put_together(&mut self, passages: &[usize], words: &[&str], authors: &[String]) {
        let (Some(first), Some(last)) = (passages.iter().min(), passages.iter().max()) else { return };
        let target = Target::Span(self.id(*first).clone(), self.id(*last).clone());
        self.remarks.push(format!("{target}: {} wanted in their place", counted(words.len(), "paragraph")));
        let words: Vec<String> = words.iter().map(|words| squeezed(words)).collect();
        let proposal = Some(words.join("\n\n"));
        let comment = Comment { target, action: Action::Amend, proposal, ..self.comment(*first, authors) };
        self.comments.push(((*first, 0), comment));
        self.count(Markup::Joined);
    }

    /// Words that are asked for where no passage of the version stands.
    pub(super) fn unplaced(&mut self, change: &WordChange) {
        let words = |ranks: &[usize], of: &[crate::intake::CopyParagraph]| {
            ranks.iter().map(|rank| squeezed(&of[*rank].text)).collect::<Vec<_>>().join("\n\n")
        };
        let (stood, wanted) =
            (words(&change.base, &self.copy.base), words(&change.wanted, &self.copy.wanted));
        let shown: String = stood.chars().take(60).collect();
        self.remarks.push(format!("a change stands in no passage of the version and was taken as a comment on the whole text: “{shown}”"));
        let comment = Comment {
            target: Target::All,
            kind: Kind::General,
            quote: (!stood.is_empty()).then_some(stood),
            action: if wanted.is_empty() { Action::Delete } else { Action::None },
            comment: (!wanted.is_empty()).then_some(wanted),
            author: author(&change.authors),
            ..Comment::new(0, Target::All)
        };
        self.comments.push(((usize::MAX, 0), comment));
        self.count(Markup::Reworded);
    }

    /// A comment that says nothing yet.
    fn comment(&self, passage: usize, authors: &[String]) -> Comment {
        Comment { author: author(authors), ..Comment::new(0, Target::One(self.id(passage).clone())) }
    }
}

/// Who wrote something, as one name.
pub(super) fn author(authors: &[String]) -> Option<String> {
    (!authors.is_empty()).then(|| authors.join(", "))
}

/// What was dragged within a paragraph is one change, from where it left to where it arrived.
fn dragged(base: &str, stretches: &[Stretch]) -> Vec<Stretch> {
    let moved: Vec<usize> = (0..stretches.len()).filter(|at| stretches[*at].moved).collect();
    let (Some(&first), Some(&last)) = (moved.first(), moved.last()) else { return stretches.to_vec() };
    let mut out = stretches[..first].to_vec();
    let mut whole = stretches[first].clone();
    for next in &stretches[first + 1..=last] {
        whole.words.push_str(&base[whole.span.end..next.span.start]);
        whole.words.push_str(&next.words);
        whole.span.end = next.span.end;
        let new: Vec<String> =
            next.authors.iter().filter(|author| !whole.authors.contains(author)).cloned().collect();
        whole.authors.extend(new);
    }
    out.push(whole);
    out.extend_from_slice(&stretches[last + 1..]);
    out
}

/// A change of the words that stood as one of the version's words; absent where the two differ just there.
fn carried(base: &str, offset: usize, stretch: &Stretch, text: &str) -> Option<Edit> {
    let span = stretch.span.start.checked_sub(offset)?..stretch.span.end.checked_sub(offset)?;
    let words = stretch.words.clone();
    if base == text {
        return Some(Edit { span, words });
    }
    let redline = Redline::between(base, text, &Terms::none());
    let kept = redline.kept();
    let start = kept.iter().find(|(was, _)| was.start <= span.start && span.start <= was.end);
    let end = kept.iter().rev().find(|(was, _)| was.start <= span.end && span.end <= was.end);
    let (start, end) = (start?, end?);
    let span = start.1.start + (span.start - start.0.start)..end.1.start + (span.end - end.0.start);
    (span.start <= span.end).then_some(Edit { span, words })
}
