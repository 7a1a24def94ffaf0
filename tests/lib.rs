//! All tests that look at the house from outside, in one binary.

mod clones;
mod dice;
mod example;
mod formats;
mod house;
mod import;
mod laws;
mod layers;
mod readme;
mod samples;
mod sandbox;
mod schedule;
mod seed;
mod spreadsheets;
mod stories;
mod tables;
mod widths;
