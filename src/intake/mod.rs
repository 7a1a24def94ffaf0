//! The door: a text that came from outside, taken in as plain values.
//!
//! [`read`] takes Markdown, HTML or plain text and gives headings, paragraphs and list items in
//! reading order, with the numbers that were printed before them kept apart ([`labelled`]). It gives
//! no ids and knows no workspace. Nothing is dropped in silence: what was not taken as text is named
//! in [`Reading::left_out`], and a paragraph put together again over a page break in
//! [`Reading::joins`].
//!
//! What is text stays as it is: footnote marks, no-break spaces, zero-width spaces, hyphens at the end
//! of a line. Only a byte order mark, CR before LF, control characters, soft hyphens at the end of a
//! line and white space at the edges of a block go.

mod aside;
mod asked;
mod both;
mod cells;
mod columns;
mod decode;
mod docx;
mod fragment;
mod furniture;
mod gather;
mod html;
mod inline;
mod kind;
mod label;
mod levels;
mod lines;
mod list_style;
mod lists;
mod markdown;
mod open;
mod own;
mod package;
mod pages;
mod part;
mod piece;
mod plain;
mod plain_blocks;
mod printed;
mod read;
mod reading;
mod table;
mod wrapped;

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;

pub use aside::{bytes_of, csv_of, digest_of, text_of};
pub use asked::Asked;
pub use both::{Both, both};
pub use docx::{
    Change as WordChange, Changes, CopyParagraph, Hung, MarginComment, Passed, Shown, Stretch, View,
    WordCopy, WordFile,
};
pub use kind::Kind;
pub use label::{headed, labelled};
pub use open::open;
pub use read::{LARGEST, read};
pub use reading::{Block, Join, LeftOut, Reading, Why};
pub use table::{
    AnsweredRow, Cite, CommentTable, Left, LeftWhy, Refusal, RefusedRow, Remark, RowFault, Spot, TableAsked,
    TableForm, TableRow, is_comment_table, read_answers, read_table,
};
