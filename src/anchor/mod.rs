//! Where a comment on one version stands in another.
//!
//! Both texts are at hand, so the words a comment quotes are carried through the redlines of the heirs of
//! their own paragraph; they are never searched for anywhere else. Doubt has a name of its own.

mod anchoring;
mod carry;
mod family;
mod named;
mod quote;
mod trust;

pub use anchoring::{Anchoring, Spot};
pub use carry::Course;
pub use named::named_in;
pub use quote::places;
use quote::places_of_words;
pub use trust::Trust;
