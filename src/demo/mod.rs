//! The example consultation, inside the binary: laid out as a repository with a history, and shown around.

mod calendar;
mod example;
mod history;
mod preparation;
mod tour;

pub use history::lay;
pub use tour::{TourReport, tour};
