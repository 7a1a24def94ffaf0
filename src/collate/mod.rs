//! Comments laid beside the paragraphs they speak of, and the wordings they ask for.
//!
//! Laws: every comment stands exactly once; a wording is never changed, and what cannot be laid beside the text is
//! named with its reason.

mod carrier;
mod collation;
mod merge;

pub use carrier::Carrier;
pub use collation::{Collation, Entry, Margin};
pub use merge::{Clash, Merged, merge};
