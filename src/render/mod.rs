//! One page, many dresses: terminal, Markdown, HTML, Word, JSON; for tables CSV and Excel; for dates a calendar and a picture.
//!
//! A page goes through the same steps on its way to every reader: its runs are cut into hard lines
//! (`clean`), dressed by role, and laid out. Whatever is cut, wrapped or dressed, no word is lost.

mod atom;
mod beside;
mod clean;
mod csv;
mod docx;
mod dress;
mod escape;
mod flanking;
mod fold;
mod grid;
mod html;
mod ics;
mod inline;
mod isolate;
mod json;
#[cfg(test)]
mod laws;
mod markdown;
mod markup;
mod measure;
mod page;
mod passage;
mod records;
mod share;
mod sheet;
mod svg;
mod xlsx;

pub use csv::csv;
pub use docx::docx;
pub use html::html;
pub use ics::ics;
pub use json::json;
pub use markdown::markdown;
pub use page::terminal;
pub use sheet::Sheet;
pub use svg::svg;
pub use xlsx::xlsx;
