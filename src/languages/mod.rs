//! A translation held against the original: where the two do not say the same, as far as that can be seen without
//! understanding them. Each difference is a doubt for a lawyer-linguist; no language is ever called wrong.
//!
//! Compared are the passages, the points of a list, numbers and dates, how strongly something is asked, and the
//! consultation's terms. What the program cannot see it does not guess.

mod disagreement;
mod passages;
mod strength;
mod terms;

pub use disagreement::{Disagreement, Text, disagreements};
