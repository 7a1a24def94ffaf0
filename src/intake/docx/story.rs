//! One run of paragraphs: the body of a document, or one of its comments or notes.

use std::collections::BTreeMap;

use crate::intake::docx::paragraph::Paragraph;
use crate::intake::docx::passed::PassedOver;
use crate::intake::docx::table::{Cell, Row};
use crate::intake::docx::tracked::Revision;

/// A place between two letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct At {
    pub(super) paragraph: usize,
    /// In bytes of the paragraph's text.
    pub(super) offset: usize,
}

/// The words that a comment hangs on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Anchored {
    pub(super) start: Option<At>,
    pub(super) end: Option<At>,
    /// Where its sign stands.
    pub(super) sign: Option<At>,
}

/// A run of paragraphs with all that stands in it.
#[derive(Debug, Clone, Default)]
pub(super) struct Story {
    /// Its number; absent for the body.
    pub(super) id: Option<String>,
    pub(super) author: Option<String>,
    pub(super) date: Option<String>,
    /// What kind of note it is, where the file says so.
    pub(super) kind: Option<String>,
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) rows: Vec<Row>,
    pub(super) cells: Vec<Cell>,
    /// By the number of the comment.
    pub(super) anchored: BTreeMap<String, Anchored>,
    /// Names of places, in the order in which they stand.
    pub(super) bookmarks: Vec<(String, At)>,
    pub(super) revisions: Vec<Revision>,
    pub(super) passed: PassedOver,
    /// Fields whose code never ends; what seemed to be code is text.
    pub(super) unended: Vec<u32>,
}
