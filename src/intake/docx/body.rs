//! Reads a part that holds paragraphs, element by element.

use std::collections::HashMap;

use quick_xml::events::BytesStart;

use crate::intake::docx::element::{holds, says_only};
use crate::intake::docx::fault::Fault;
use crate::intake::docx::field::Fields;
use crate::intake::docx::frame::{Begun, Frame, Place};
use crate::intake::docx::paragraph::{Form, Paragraph, Span};
use crate::intake::docx::passed::Passed;
use crate::intake::docx::run::{Content, Run, content};
use crate::intake::docx::story::{At, Story};
use crate::intake::docx::styles::Styles;
use crate::intake::docx::tracked::{Change, Revision, Tracked};
use crate::intake::package::{Next, Part, Space, attribute};

/// How deep elements may nest.
const DEEPEST: usize = 250;

/// Reads the stories of a part: the body of a document, or its comments, or its notes.
pub(super) fn stories(text: &str, root: &str, styles: &Styles) -> Result<Vec<Story>, Fault> {
    let mut part = Part::of(text);
    let mut body = Body::new(root, styles);
    while let Some(next) = part.next()? {
        match next {
            Next::Start(element) => body.start(&part, &element)?,
            Next::End(_) => body.end(),
            Next::Words(words) => body.words(&words),
        }
    }
    body.finish()
}

/// A part while it is read.
pub(super) struct Body<'s> {
    root: &'s str,
    pub(super) styles: &'s Styles,
    stack: Vec<Frame>,
    /// How many elements are open in which nothing counts.
    passing: usize,
    /// Whether what is passed over is counted.
    counting: bool,
    rooted: bool,
    done: Vec<Story>,
    pub(super) story: Story,
    pub(super) fields: Fields,
    pub(super) paragraph: Option<usize>,
    pub(super) place: Place,
    pub(super) tables: usize,
    pub(super) tracked: Tracked,
    pub(super) run: Run,
    revisions: HashMap<Revision, u32>,
}

impl<'s> Body<'s> {
    fn new(root: &'s str, styles: &'s Styles) -> Body<'s> {
        Body {
            root,
            styles,
            stack: Vec::new(),
            passing: 0,
            counting: true,
            rooted: false,
            done: Vec::new(),
            story: Story::default(),
            fields: Fields::default(),
            paragraph: None,
            place: Place::default(),
            tables: 0,
            tracked: Tracked::default(),
            run: Run::default(),
            revisions: HashMap::new(),
        }
    }

    fn start(&mut self, part: &Part<'_>, element: &BytesStart<'_>) -> Result<(), Fault> {
        if self.stack.len() + self.passing >= DEEPEST {
            return Err(Fault::TooDeep);
        }
        let local = element.local_name();
        let name = local.as_ref();
        if self.passing > 0 {
            self.passing += 1;
            self.glimpsed(name, element);
            return Ok(());
        }
        let begun = match part.space(element) {
            Space::Word => self.begin(name, element),
            Space::Compatibility => self.alternative(name, part, element),
            Space::Formula => self.passed(Some(Passed::Formula)),
            Space::WordLater if name == "conflictIns" => self.change(Change::INSERTED, element),
            Space::WordLater if name == "conflictDel" => self.change(Change::DELETED, element),
            Space::WordLater => self.passed(None),
            Space::Other => self.passed(Some(Passed::Unknown)),
        };
        match begun {
            Begun::Open(frame) => self.stack.push(frame),
            Begun::Passed => self.passing = 1,
        }
        Ok(())
    }

    /// What matters even in a thing that is passed over.
    fn glimpsed(&mut self, name: &str, element: &BytesStart<'_>) {
        match name {
            "txbxContent" if self.counting => self.count(Passed::TextBox),
            "commentRangeStart" | "commentRangeEnd" if self.counting => self.comment_edge(name, element),
            _ => {}
        }
    }

    fn begin(&mut self, name: &str, element: &BytesStart<'_>) -> Begun {
        let inner =
            self.stack.iter().rev().find(|frame| !matches!(frame, Frame::Alternate { .. } | Frame::Branch));
        match inner {
            None if name == self.root => {
                self.rooted = true;
                Begun::Open(Frame::Holder)
            }
            None | Some(Frame::Words) => self.passed(None),
            Some(&Frame::Form { former }) => self.form(name, element, former),
            Some(&Frame::List { former }) => self.list(name, element, former),
            Some(Frame::Former) if name == "pPr" => {
                if let Some(paragraph) = self.current() {
                    paragraph.former = Some(Form::default());
                }
                Begun::Open(Frame::Form { former: true })
            }
            Some(Frame::Mark) => self.mark(name, element),
            Some(Frame::RunForm) => self.run_form(name, element),
            Some(Frame::Run(_)) => self.in_run(name, element),
            Some(Frame::RowForm) => self.row_form(name, element),
            Some(Frame::CellForm) => self.cell_form(name, element),
            Some(Frame::Paragraph(_)) if name == "pPr" => Begun::Open(Frame::Form { former: false }),
            Some(Frame::Row(_)) if name == "trPr" => Begun::Open(Frame::RowForm),
            Some(Frame::Cell(_)) if name == "tcPr" => Begun::Open(Frame::CellForm),
            Some(Frame::Former | Frame::Alternate { .. } | Frame::Branch) => self.passed(None),
            Some(_) => self.block(name, element),
        }
    }

    /// An element among paragraphs, tables and runs.
    fn block(&mut self, name: &str, element: &BytesStart<'_>) -> Begun {
        if let Some(change) = Change::of(name) {
            return self.change(change, element);
        }
        match name {
            "p" => self.open_paragraph(element),
            "r" => Begun::Open(Frame::Run(std::mem::take(&mut self.run))),
            "tbl" => self.open_table(),
            "tr" => self.open_row(),
            "tc" => self.open_cell(),
            "comment" | "footnote" | "endnote" => self.open_story(element),
            "commentRangeStart" | "commentRangeEnd" => {
                self.comment_edge(name, element);
                Begun::Passed
            }
            "bookmarkStart" => self.bookmark(element),
            "altChunk" | "subDoc" => self.passed(Some(Passed::Embedded)),
            _ if holds(name) => Begun::Open(Frame::Holder),
            _ if says_only(name) => self.passed(None),
            _ => self.passed(Some(Passed::Unknown)),
        }
    }

    fn in_run(&mut self, name: &str, element: &BytesStart<'_>) -> Begun {
        match content(name, element) {
            Content::Words => return Begun::Open(Frame::Words),
            Content::Letters(letters) => {
                if letters == "\u{fffc}" {
                    self.count(Passed::Symbol);
                }
                self.add(letters);
            }
            Content::Field(kind) => self.fields.sign(&kind),
            Content::Comment(id) => {
                let now = self.now();
                self.story.anchored.entry(id).or_default().sign.get_or_insert(now);
            }
            Content::Passed(kind) => return self.passed(kind),
            Content::Other => {
                return match name {
                    "rPr" => Begun::Open(Frame::RunForm),
                    "ruby" => Begun::Open(Frame::Ruby),
                    "commentRangeStart" | "commentRangeEnd" | "bookmarkStart" => self.block(name, element),
                    _ if says_only(name) => self.passed(None),
                    _ => self.passed(Some(Passed::Unknown)),
                };
            }
        }
        Begun::Passed
    }

    /// Takes one form of a thing that is there in several: the first whose words are known, or else the last resort.
    fn alternative(&mut self, name: &str, part: &Part<'_>, element: &BytesStart<'_>) -> Begun {
        if name == "AlternateContent" {
            return Begun::Open(Frame::Alternate { read: false });
        }
        let known = name == "Fallback"
            || attribute(element, "Requires").is_some_and(|prefixes| part.understands(&prefixes));
        match self.stack.last_mut() {
            Some(Frame::Alternate { read }) if known && !*read => {
                *read = true;
                Begun::Open(Frame::Branch)
            }
            _ => {
                self.counting = false;
                Begun::Passed
            }
        }
    }

    fn end(&mut self) {
        if self.passing > 0 {
            self.passing -= 1;
            self.counting |= self.passing == 0;
            return;
        }
        match self.stack.pop() {
            Some(Frame::Story) => self.close_story(),
            Some(Frame::Paragraph(outer)) => self.paragraph = outer,
            Some(Frame::Run(outer)) => self.run = outer,
            Some(Frame::Change(outer)) => self.tracked = outer,
            Some(Frame::Table(outer)) => self.place = outer,
            Some(Frame::Row(outer)) => self.place.row = outer,
            Some(Frame::Cell(outer)) => self.place.cell = outer,
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        if self.passing == 0 && matches!(self.stack.last(), Some(Frame::Words)) {
            if words.contains('\n') {
                self.add(&words.replace('\n', " "));
            } else {
                self.add(words);
            }
        }
    }

    fn add(&mut self, words: &str) {
        let (tracked, run, code_of) = (self.tracked, self.run, self.fields.code_of());
        let styles = self.styles;
        match self.current() {
            Some(paragraph) => {
                let by_style = || {
                    let style = paragraph.form.style.as_deref();
                    style.is_some_and(|style| styles.is_bold(style)) != run.styled
                };
                let bold = run.bold.unwrap_or_else(by_style);
                paragraph.add(words, Span { end: 0, tracked, bold, code_of });
            }
            None => self.count(Passed::Unknown),
        }
    }

    pub(super) fn current(&mut self) -> Option<&mut Paragraph> {
        self.paragraph.and_then(|at| self.story.paragraphs.get_mut(at))
    }

    pub(super) fn now(&self) -> At {
        match self.paragraph {
            Some(at) => At { paragraph: at, offset: self.story.paragraphs[at].text.len() },
            None => At { paragraph: self.story.paragraphs.len(), offset: 0 },
        }
    }

    pub(super) fn passed(&mut self, kind: Option<Passed>) -> Begun {
        if let Some(kind) = kind {
            self.count(kind);
        }
        Begun::Passed
    }

    pub(super) fn count(&mut self, kind: Passed) {
        *self.story.passed.entry(kind).or_default() += 1;
    }

    pub(super) fn revision(&mut self, element: &BytesStart<'_>) -> u32 {
        let revision = Revision { author: attribute(element, "author"), date: attribute(element, "date") };
        let next = u32::try_from(self.revisions.len()).unwrap_or(u32::MAX);
        *self.revisions.entry(revision).or_insert(next)
    }

    fn close_story(&mut self) {
        let mut story = std::mem::take(&mut self.story);
        story.unended = std::mem::take(&mut self.fields).unended();
        (self.paragraph, self.place) = (None, Place::default());
        self.done.push(story);
    }

    fn finish(mut self) -> Result<Vec<Story>, Fault> {
        if !self.rooted || !self.stack.is_empty() || self.passing > 0 {
            return Err(Fault::Malformed);
        }
        if self.root == "document" {
            self.close_story();
        }
        let mut revisions: Vec<(Revision, u32)> = self.revisions.into_iter().collect();
        revisions.sort_by_key(|(_, rank)| *rank);
        let revisions: Vec<Revision> = revisions.into_iter().map(|(revision, _)| revision).collect();
        if let [story] = self.done.as_mut_slice() {
            story.revisions = revisions;
        }
        Ok(self.done)
    }
}
