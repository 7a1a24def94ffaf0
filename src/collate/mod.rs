//! Comments laid beside the paragraphs they speak of.
//!
//! Law: every comment stands exactly once.

mod carrier;
mod collation;

pub use carrier::Carrier;
pub use collation::{Collation, Entry, Margin};
