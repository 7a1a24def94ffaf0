//! Guesses which paragraph of an old version each paragraph of a new one continues.
//!
//! For a new version that arrives without ids. Words weighed by rarity, runs of three words, the
//! neighbours and the rivals of a pair are the evidence; order alone is none. See `rounds` for the
//! order of work and `model` for how the evidence is weighed.

mod candidates;
mod certainty;
mod common;
mod compared;
mod copies;
mod cover;
mod equals;
mod fates;
mod label;
#[cfg(test)]
mod laws;
mod lexicon;
mod likeness;
mod links;
mod matching;
mod model;
mod moved;
mod pair;
mod piece;
mod pieces;
mod profile;
mod question;
#[cfg(test)]
mod repeated;
mod rounds;
mod supposed;
mod weighed;
mod words;

pub use certainty::Certainty;
pub use fates::{Arrival, Kind, arrivals};
pub use label::split_label;
pub use links::{Link, guess};
pub use supposed::{Supposed, supposed};
pub use weighed::{Weighed, weighed};
