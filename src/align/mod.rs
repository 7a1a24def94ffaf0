//! Which paragraph of one version became which of the next.
//!
//! Inside a workspace nothing is guessed: lineage stands in the text, as ids and `from`.

mod alignment;
mod lineage;
mod order;

pub use alignment::{Alignment, Fate, Pairing};
