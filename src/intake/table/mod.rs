//! The table of comments as a delegation filled it: a spreadsheet or a text with separators.
//!
//! [`read_table`] finds the headings, says which form they are of and gives each row as plain values:
//! who speaks, which places are cited, what is asked. It looks up no delegation and no paragraph. Each
//! row below the headings that is not blank is in [`CommentTable::rows`], in [`CommentTable::refused`]
//! or in [`CommentTable::left`]; none is dropped.

mod answered;
mod cite;
mod cited;
mod cited_tokens;
mod columns;
mod comments;
mod dated;
mod document;
mod encoded;
mod fold;
mod foreign;
mod gathered;
mod header;
mod heading;
mod kind_words;
mod left;
mod marked;
mod place_words;
mod placed;
mod read;
mod remark;
mod row;
mod runs;
mod separated;
mod sheet;
mod speakers;
mod styles;
mod synonyms;
mod taken;
mod wish;
mod workbook;
mod worksheet;

pub use answered::{AnsweredRow, RowFault, read_answers};
pub use cite::{Cite, Spot};
pub use comments::{CommentTable, RefusedRow, TableForm, TableRow};
pub use left::{Left, LeftWhy};
pub use read::{TableAsked, is_comment_table, read_table};
pub use remark::{Refusal, Remark};
