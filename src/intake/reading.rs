//! What was taken in, and what was not.

use crate::draft::{Level, ParagraphId};
use crate::intake::{Changes, View};

/// A foreign text as it was read: blocks in reading order, without ids.
///
/// Invariants: no block is empty, begins or ends with white space, or holds a control character
/// other than the line feed that divides the blocks of one paragraph; an item follows a paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The title of the whole text, or the heading with which the part asked for begins.
    pub title: Option<String>,
    /// Headings, paragraphs and items in reading order.
    pub blocks: Vec<Block>,
    /// What was not taken as text, in reading order.
    pub left_out: Vec<LeftOut>,
    /// Paragraphs that a page break had cut, and that were put together again.
    pub joins: Vec<Join>,
    /// The tracked changes of a Word document, and which of its two texts was read.
    pub tracked: Option<(Changes, View)>,
    /// Whether most of it stands in columns side by side, and none was chosen.
    pub side_by_side: bool,
}

impl Reading {
    /// How many blocks of a level there are.
    pub fn count(&self, level: Level) -> usize {
        self.blocks.iter().filter(|block| block.level == level).count()
    }
}

/// One heading, paragraph or list item of a foreign text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is: a section's heading, a paragraph or an item; never the title.
    pub level: Level,
    /// The printed number as it stood: `12.`, `12 bis`, `(a)`, `OP3 alt`, `第3条`, `٣.`; of a file of
    /// our own its margin, `[D2bis from D2]`. A bullet says nothing and is no label.
    pub label: Option<String>,
    /// The wording without the label.
    pub text: String,
    /// The line of the file on which it begins; of a Word document the paragraph, counted from 1.
    pub line: usize,
    /// The passages of ours that it is, where a file that we wrote has kept their hidden names.
    pub ids: Vec<ParagraphId>,
}

/// Something that stood in the file and was not taken as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The line of the file; 0 where it stands beside the text.
    pub line: usize,
    /// What stood there.
    pub text: String,
    /// Why it is not text.
    pub why: Why,
}

/// Why something was not taken as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// A line of dashes.
    Rule,
    /// The number of a page.
    PageNumber,
    /// It matches what the caller named as furniture.
    Furniture,
    /// It stands in another column.
    OtherColumn,
    /// It stands outside the part that was asked for.
    OutsidePart,
    /// It repeats the heading with which the part begins.
    RepeatedHeading,
    /// A browser does not show it: scripts, styles, the head, comments, menus.
    NotShown,
    /// Data about the file before its text.
    FrontMatter,
    /// The address of a link.
    LinkDefinition,
    /// The note under the title of a file of our own.
    Note,
    /// A character that is none of a text.
    Control,
    /// A note at the foot of a page or at the end.
    Footnote,
    /// A comment in the margin.
    MarginComment,
    /// It belongs to the pages, not to the text: their heads and feet.
    OfThePage,
    /// It is no text of the body: a picture, a text box, a symbol.
    NoText,
}

impl std::fmt::Display for Why {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Why::Rule => "a rule",
            Why::PageNumber => "the number of a page",
            Why::Furniture => "named as furniture",
            Why::OtherColumn => "stands in another column",
            Why::OutsidePart => "outside the part asked for",
            Why::RepeatedHeading => "repeats the heading of the part",
            Why::NotShown => "not shown by a browser",
            Why::FrontMatter => "data about the file",
            Why::LinkDefinition => "the address of a link",
            Why::Note => "a note on the text",
            Why::Control => "a control character",
            Why::Footnote => "a note",
            Why::MarginComment => "a comment in the margin",
            Why::OfThePage => "of the pages, not of the text",
            Why::NoText => "no text of the body",
        })
    }
}

/// A seam: one paragraph that stood on two pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Join {
    /// The line on which the paragraph goes on.
    pub line: usize,
    /// The last words before the break.
    pub before: String,
    /// The first words after it.
    pub after: String,
}
