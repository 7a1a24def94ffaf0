//! All tests that look at the house from outside, in one binary.

mod clones;
mod dice;
mod example;
mod formats;
mod generated;
mod house;
mod import;
mod laws;
mod layers;
mod probe;
mod readme;
mod samples;
mod sandbox;
mod schedule;
mod seed;
mod spreadsheets;
mod stories;
mod widths;
