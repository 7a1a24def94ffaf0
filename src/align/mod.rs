//! Which paragraph of one version became which of the next.
//!
//! Inside a workspace nothing is guessed: lineage stands in the text, as ids and `from`. At the door, where a text
//! comes without ids, [`guess`] says which paragraph probably continues which, and how sure that is.

mod alignment;
pub mod guess;
mod lineage;
pub(crate) mod order;
mod structure;
mod woven;

pub use alignment::{Alignment, Fate, Pairing};
pub use structure::by_structure;
pub use woven::{Strand, Woven, woven};
