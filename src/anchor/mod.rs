//! Where a comment on one version stands in another.
//!
//! Both texts are at hand, so the words a comment quotes are carried through the redlines of the heirs of
//! their own paragraph; they are never searched for anywhere else. Doubt has a name of its own.

mod anchoring;
mod carry;
mod quote;

pub use anchoring::{Anchoring, Spot};
pub use carry::Course;
pub use quote::places;
