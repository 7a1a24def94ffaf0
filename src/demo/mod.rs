//! The example consultation, inside the binary: laid out as a repository with a history, and shown around; and
//! consultations of any size, made by chance.

mod calendar;
mod example;
mod generated;
mod history;
mod preparation;
mod tour;

pub use generated::Size;
pub use history::lay;
pub use tour::{TourReport, tour};
