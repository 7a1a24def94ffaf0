//! Keeps the preparatory works of a consultation: the drafts, what states said about each paragraph, what became of
//! it, and whether the process is on schedule.
//!
//! A room imports only from floors below its own; from the ground up: [`text`], [`error`], [`form`], [`draft`],
//! [`comment`], [`schedule`], [`workspace`]; the verbs [`redline`], [`languages`], [`align`], [`anchor`], [`collate`] beside
//! [`store`] and [`intake`]; then [`report`], [`desk`], [`plumbing`] and [`render`], [`demo`], and [`cli`] at the rim.
//! Start reading at [`draft`], then [`align`].
//!
//! What became of a paragraph, and of the words in it:
//!
//! ```
//! use travaux::align::{Alignment, Fate};
//! use travaux::draft::Draft;
//! use travaux::redline::{Mark, Redline};
//! use travaux::text::Terms;
//!
//! let first = Draft::parse("first/en.md", "# Draft\n\n[D2] States should keep lists.\n").unwrap();
//! let second = Draft::parse("second/en.md", "# Draft\n\n[D2] States must keep lists.\n").unwrap();
//! let alignment = Alignment::between(&first, &second);
//! assert_eq!(alignment.pairings[1].fate(), Fate::Reworded);
//!
//! let (before, after) = (&first.paragraphs[1].text, &second.paragraphs[1].text);
//! let redline = Redline::between(before, after, &Terms::none());
//! assert_eq!(
//!     redline.marks(),
//!     [Mark::Kept("States "), Mark::Struck("should"), Mark::Inserted("must"), Mark::Kept(" keep lists.")]
//! );
//! ```
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
pub mod languages;
pub mod plumbing;
pub mod redline;
pub mod render;
pub mod report;
pub mod schedule;
pub mod store;
pub mod text;
pub mod workspace;
