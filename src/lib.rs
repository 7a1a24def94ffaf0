//! Keeps the preparatory works of a consultation.
#![warn(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr)]
#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod comment;
pub mod draft;
pub mod error;
pub mod form;
pub mod report;
pub mod schedule;
pub mod text;
