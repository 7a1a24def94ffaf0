//! Letters that count: `a.`, `iv.`, and before a heading `A.` and `IV.`.

use crate::intake::label::number::romans;
use crate::intake::label::{ends, next};
use crate::intake::wrapped::is_wide;

/// The length of a single letter of any alphabet, or of one that stands twice (`aa`, after `z`).
pub(super) fn letter(text: &str) -> Option<usize> {
    let mut chars = text.chars();
    let first = chars.next().filter(|c| c.is_alphabetic() && !is_wide(*c))?;
    let twice = chars.next().is_some_and(|second| second == first && first.is_lowercase());
    let length = first.len_utf8() * if twice { 2 } else { 1 };
    (!text[length..].starts_with(char::is_alphanumeric)).then_some(length)
}

/// `a. text`, `iv. text`, `IV. Text`. A single capital is an initial (`A. Smith`) until a heading
/// says otherwise, and abbreviations (`p. 3`, `p. ex.`, `г. Женева`) are of the sentence.
pub(super) fn pointed(text: &str) -> Option<usize> {
    let small = text.starts_with(|c: char| c.is_ascii_lowercase());
    let roman = romans(text).filter(|number| small || number.length > 1).map(|number| number.length);
    let length = roman.or_else(|| letter(text).filter(|length| small && *length == 1))?;
    let rest = text[length..].strip_prefix('.')?;
    let begins_number = next(rest).is_some_and(char::is_numeric);
    let abbreviation = rest.trim_start().chars().take(5).any(|c| c == '.');
    (ends(rest) && next(rest).is_some() && !begins_number && !abbreviation).then_some(length + 1)
}

/// `A. Scope`, `I. Introduction`, `Б. Меры`, before a heading.
pub(super) fn capital(text: &str) -> Option<usize> {
    let length = romans(text).map(|number| number.length).or_else(|| letter(text))?;
    let upper = text[..length].chars().all(char::is_uppercase);
    let rest = text[length..].strip_prefix('.')?;
    (upper && ends(rest) && next(rest).is_some()).then_some(length + 1)
}
