//! A Word document (DOCX) as it stands in its file: paragraphs with every tracked change, margin comments and the
//! words they hang on, the numbers that lists print.
//!
//! [`WordFile::read`] takes the bytes; [`WordFile::shown`] gives the text as it stands after all changes
//! or before them. What is no text of the body is counted in [`WordFile::passed_over`], kind by kind. Nothing that a file
//! claims is believed: parts unfold within bounds, elements nest within bounds, no entity is declared, nothing outside
//! the file is ever followed.

mod anchor;
mod body;
mod comments;
mod copy;
mod element;
mod fault;
mod field;
mod file;
mod formats;
mod forming;
mod frame;
mod gathered;
mod joining;
mod labels;
mod layout;
mod numbering;
mod opening;
mod paragraph;
mod passed;
mod run;
mod sheets;
mod shown;
mod story;
mod styles;
mod table;
mod tracked;

pub(super) use gathered::{gathered, is_document};
pub(super) use sheets::{WordCell, tables};

pub use comments::MarginComment;
pub use copy::{Change, CopyParagraph, Hung, Stretch, WordCopy};
pub use file::Changes;
pub use file::WordFile;
pub use passed::Passed;
pub use shown::Shown;
pub use tracked::View;
