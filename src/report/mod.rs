//! Typed answers, and the page each of them turns into.

mod document;

pub use document::{Block, Cell, Column, Document, Role, Run, Table};

/// An answer to one question: typed for programs, a page for people.
///
/// The JSON of an answer is its fields; every other format is made from its page, so that no two
/// formats can disagree.
pub trait Report: serde::Serialize {
    /// The name of the question: `status`, `redline`.
    fn name(&self) -> &'static str;

    /// The answer as a page.
    fn document(&self) -> Document;
}
