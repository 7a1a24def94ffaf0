//! A stretch of text as it stood, before anything is known of the whole.

use crate::draft::ParagraphId;
use crate::intake::{Join, LeftOut};

/// What the form of a text says about a stretch of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A heading of a rank; [`BOLD`] for a bold paragraph that serves as one.
    Heading(u8),
    /// A paragraph.
    Body,
    /// An element of a list, counted from 0 by depth.
    Item(usize),
}

/// The rank of a bold paragraph that serves as a heading.
pub(super) const BOLD: u8 = 7;

/// One stretch of text.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) shape: Shape,
    /// The printed number, once it is kept apart.
    pub(super) label: Option<String>,
    pub(super) text: String,
    pub(super) line: usize,
    /// How many page breaks stand before it.
    pub(super) page: usize,
    /// The passages of ours that it is, where the file itself says so.
    pub(super) ids: Vec<ParagraphId>,
    /// Where page breaks had cut it.
    pub(super) seams: Vec<Join>,
}

impl Piece {
    pub(super) fn new(shape: Shape, text: impl Into<String>, line: usize) -> Piece {
        Piece { shape, label: None, text: text.into(), line, page: 0, ids: Vec::new(), seams: Vec::new() }
    }

    pub(super) fn is_heading(&self) -> bool {
        matches!(self.shape, Shape::Heading(_))
    }
}

/// What a reader of one kind of text found.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) pieces: Vec<Piece>,
    pub(super) left_out: Vec<LeftOut>,
    /// How many columns the widest row has; 0 where nothing stands in columns.
    pub(super) columns: usize,
}
