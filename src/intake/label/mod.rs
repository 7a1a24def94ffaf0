//! Printed numbers before a text: what they are, and where they end.

mod brackets;
mod bullet;
mod counted;
mod letters;
mod marginal;
mod named;
mod number;

#[cfg(test)]
mod tests;

pub(super) use bullet::bullet;
pub(super) use number::{han, value};

use crate::intake::wrapped::is_wide;

/// Keeps a printed number apart from its text: `12.`, `12 bis`, `(a)`, `OP3 alt`, `第3条`, `٣.`,
/// a bullet; then the white space between them belongs to neither. Where nothing is recognised the
/// text comes back as it was. A word or a number of the sentence is never taken: `12 States agreed`,
/// `2026 was`, `A State should`.
pub fn labelled(text: &str) -> (Option<&str>, &str) {
    split(text, |start| bullet(start).map(|bullet| bullet.length).or_else(|| printed(start)))
}

/// Keeps the printed number of a heading apart. A heading is no sentence, so `A. Scope` and
/// `IV. Measures` are numbers here, and `[D]` is the margin of a file of our own.
pub fn headed(text: &str) -> (Option<&str>, &str) {
    split(text, |start| {
        printed(start).or_else(|| letters::capital(start)).or_else(|| marginal::section(start))
    })
}

/// What is printed before a paragraph, a bullet apart.
pub(super) fn numbered(text: &str) -> (Option<&str>, &str) {
    split(text, printed)
}

fn split(text: &str, end: impl FnOnce(&str) -> Option<usize>) -> (Option<&str>, &str) {
    let start = text.trim_start();
    match end(start) {
        Some(end) => (Some(&start[..end]), start[end..].trim_start()),
        None => (None, text),
    }
}

/// Where a printed number ends that begins a text.
fn printed(text: &str) -> Option<usize> {
    marginal::own(text)
        .or_else(|| brackets::bracketed(text))
        .or_else(|| brackets::parenthesised(text))
        .or_else(|| brackets::closed(text))
        .or_else(|| counted::counted(text))
        .or_else(|| letters::pointed(text))
        .or_else(|| named::named(text))
}

/// Whether a label may end here: the text ends, a space follows, or a script without spaces.
fn ends(rest: &str) -> bool {
    rest.chars().next().is_none_or(|c| c.is_whitespace() || is_wide(c))
}

/// The first character of the text proper.
fn next(rest: &str) -> Option<char> {
    rest.trim_start().chars().next()
}

/// Whether the text goes on as the middle of a sentence does, in a script that has small letters.
fn goes_on(rest: &str) -> bool {
    next(rest).is_some_and(char::is_lowercase)
}
