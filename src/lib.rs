//! Keeps the preparatory works of a consultation.
#![warn(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr)]
#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod align;
pub mod anchor;
pub mod cli;
pub mod collate;
pub mod comment;
pub mod demo;
pub mod desk;
pub mod draft;
pub mod error;
pub mod form;
pub mod intake;
pub mod plumbing;
pub mod redline;
pub mod render;
pub mod report;
pub mod schedule;
pub mod store;
pub mod text;
pub mod workspace;
