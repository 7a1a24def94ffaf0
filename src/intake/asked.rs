//! What the caller says about a text before it is read.

use crate::intake::{Kind, View};

/// What to take from a file. The default takes all of it and finds out its kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// The kind of text; absent: found out by name and content.
    pub kind: Option<Kind>,
    /// Which of the two texts of a Word document with tracked changes; absent: the accepted one.
    pub view: Option<View>,
    /// The column, counted from 1, of a text in columns divided by tabs or of tables.
    pub column: Option<usize>,
    /// Where the part begins: a block that equals, begins with or contains this, the best match
    /// deciding and headings before text. A heading becomes the title; a paragraph is taken in.
    ///
    /// Together with `until` every such part is taken: an agenda has the same heading in each session.
    pub from: Option<String>,
    /// Where it ends: the next block that equals, begins with or contains this, which is not taken in.
    pub until: Option<String>,
    /// What is no text: blocks (of plain text also lines) that begin or end with one of these words.
    pub furniture: Vec<String>,
}
