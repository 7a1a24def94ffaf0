//! Numbers that a mark sets apart: `12.`, `12 bis.`, `1.2.3`, `12 –`, `三、`, `①`.

use crate::intake::label::number::{Number, digits, han, han_digit, suffix};
use crate::intake::label::{ends, goes_on, next};

/// Where a number with its mark ends.
pub(super) fn counted(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    if ('①'..='⑳').contains(&first) {
        return Some(first.len_utf8());
    }
    match digits(text) {
        Some(number) => divided(text, &number).or_else(|| simple(text, &number)),
        None => han(text).and_then(|number| chinese(text, number.length)),
    }
}

/// `三、` and `三．`; in 三、四两点 two numbers are listed.
fn chinese(text: &str, length: usize) -> Option<usize> {
    let rest = text[length..].strip_prefix(['、', '．'])?;
    let listed = next(rest).is_some_and(|c| han_digit(c).is_some());
    (!listed).then_some(text.len() - rest.len())
}

/// `12.`, `12、`, `12 bis`, `12 bis.`, `12 –`, `١٢/`.
fn simple(text: &str, number: &Number) -> Option<usize> {
    let length = number.length + suffix(&text[number.length..]);
    let rest = &text[length..];
    let end = |rest: &str| Some(text.len() - rest.len());
    if let Some(rest) = rest.strip_prefix('、') {
        return chinese(text, length).and(end(rest));
    }
    if let Some(rest) = rest.strip_prefix(['.', '．']) {
        let rest = rest.strip_prefix(['-', '–', '—']).unwrap_or(rest);
        let year = (1900..=2100).contains(&number.value) && next(rest).is_some();
        return if ends(rest) && !year { end(rest) } else { None };
    }
    if length > number.length {
        let rest = rest.strip_prefix([':', '：']).unwrap_or(rest);
        return if ends(rest) { end(rest) } else { None };
    }
    let western = text.starts_with(|c: char| c.is_ascii());
    if let Some(rest) = rest.strip_prefix('/').filter(|_| !western) {
        return if ends(rest) { end(rest) } else { None };
    }
    dashed(text, length)
}

/// `12 – Text` and `12- نص`; `9 – 11 May` and `5- and 10-year terms` are of the sentence.
fn dashed(text: &str, length: usize) -> Option<usize> {
    let rest = text[length..].trim_start_matches([' ', '\u{a0}']).strip_prefix(['-', '–', '—'])?;
    let begins_number = next(rest).is_some_and(char::is_numeric);
    let fits = rest.starts_with(char::is_whitespace) && !begins_number && !goes_on(rest);
    fits.then_some(text.len() - rest.len())
}

/// `1.2.3`, `1.2.`, `1.2 Text`. A decimal (`12.5 million`, `3.5 亿人`) and a date (`16.02.2026`)
/// are of the sentence.
fn divided(text: &str, first: &Number) -> Option<usize> {
    let mut end = first.length;
    let mut parts = 1;
    let mut dated = false;
    while let Some(rest) = text[end..].strip_prefix('.')
        && let Some(part) = digits(rest)
    {
        dated |= rest.starts_with('0') || part.value >= 1000;
        end += 1 + part.length;
        parts += 1;
    }
    if parts == 1 || dated || first.value >= 1000 {
        return None;
    }
    let pointed = text[end..].strip_prefix('.');
    let mark = usize::from(pointed.is_some());
    let suffixed = suffix(&text[end..]);
    let end = end + suffixed.max(mark);
    let rest = &text[end..];
    let sure = parts > 2 || mark > 0 || suffixed > 0;
    let title = next(rest).is_some_and(char::is_uppercase);
    (ends(rest) && (sure || (title && rest.starts_with(char::is_whitespace)))).then_some(end)
}
