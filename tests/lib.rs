//! All tests that look at the house from outside, in one binary.

mod adopting;
mod clones;
mod compiling;
mod dice;
mod docx;
mod example;
mod formats;
mod generated;
mod house;
mod import;
mod laws;
mod layers;
mod probe;
mod readme;
mod received;
mod samples;
mod sandbox;
mod schedule;
mod seed;
mod spreadsheets;
mod stories;
mod tables;
mod widths;
mod word_import;
mod word_maker;
mod word_receive;
