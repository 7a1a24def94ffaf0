//! The table of comments as a delegation filled it: a spreadsheet or a text with separators.
//!
//! [`read_table`] finds the headings, says which form they are of and gives each row as plain values:
//! who speaks, which places are cited, what is asked. It looks up no delegation and no paragraph. Each
//! row below the headings that is not blank is in [`CommentTable::rows`], in [`CommentTable::refused`]
//! or in [`CommentTable::left`]; none is dropped.

mod cite;
mod comments;
mod left;
mod read;
mod remark;

pub use cite::{Cite, Spot};
pub use comments::{CommentTable, RefusedRow, TableForm, TableRow};
pub use left::{Left, LeftWhy};
pub use read::{TableAsked, read_table};
pub use remark::{Refusal, Remark};
