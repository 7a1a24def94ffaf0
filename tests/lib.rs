//! All tests that look at the house from outside, in one binary.

mod clones;
mod formats;
mod house;
mod import;
mod layers;
mod readme;
mod sandbox;
mod widths;
