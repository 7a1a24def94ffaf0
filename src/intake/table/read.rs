//! From bytes to a table of comments.

use crate::error::{Error, Result};
use crate::intake::table::CommentTable;

/// What the reader of a table may be told beforehand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TableAsked {
    /// The one sheet to be read; all that hold a table of comments where none is named.
    pub sheet: Option<String>,
    /// Codes and names of delegations, in all languages: names with a comma in them are not cut, and a
    /// line across the table, a sheet or a file that bears one says who speaks. No name is looked up.
    pub delegations: Vec<String>,
}

/// Reads a table of comments: a workbook (XLSX), or a text with commas, semicolons or tabs (CSV).
///
/// What the bytes are is seen from them; `name` stands in messages and may say who speaks. Fails, with
/// the way out, on old or encrypted workbooks, on archives that unfold without bounds, on a file
/// without headings of a table of comments and on a sheet that is not there.
pub fn read_table(name: &str, bytes: &[u8], asked: &TableAsked) -> Result<CommentTable> {
    let _ = (bytes, asked);
    Err(Error::refused(format!("{name} cannot be read yet"), "wait for the reader of tables"))
}
