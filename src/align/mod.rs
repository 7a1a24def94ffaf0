//! Which paragraph of one version became which of the next.

pub mod guess;
