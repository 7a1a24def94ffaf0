//! What changed inside a paragraph, word by word.
//!
//! Law: kept and struck words give the text before, kept and inserted words the text after, byte for byte.
//!
//! A text is cut into `units`; `runs` finds where the two say the same, `chain` and `keep` choose what is kept. Words
//! that were `torn` are mended, `dissolve` and `spare` better the choice by how each `change` reads; `slide` sets the edges where a
//! reader would, `sentences` are rounded off, `draw` turns the outcome into marks. `crossing` says where a place of one
//! text lies in the other, with a `closer` look at what changed and at the `edges` of the place.

mod chain;
mod change;
mod closer;
mod crossing;
mod cut;
mod dissolve;
mod draw;
mod edges;
mod edit;
mod keep;
#[cfg(test)]
mod laws;
mod mark;
mod redline;
mod respaced;
mod runs;
mod sentences;
mod shift;
mod slide;
mod small_words;
mod spare;
mod tally;
mod torn;
mod units;

pub use crossing::{Carried, Crossing};
pub use cut::{Cut, cut};
pub use edit::Edit;
pub use mark::Mark;
pub use redline::Redline;
pub use shift::{Direction, Shift, shifts};
pub use small_words::small as says_little;
pub use tally::Tally;
