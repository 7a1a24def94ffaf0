//! Numbers and letters in brackets: `(12)`, `[12]`, `(a)`, `（三）`, `12)`, `iv)`.

use crate::intake::label::letters::letter;
use crate::intake::label::number::{Number, digits, han, romans, suffix};
use crate::intake::label::{ends, goes_on};

/// `[12]`, `[12 bis]`, `[5](a)`: our own printed numbers. Texts in negotiation bracket numbers of
/// the sentence too, `[12] months`; so what goes on with a small letter is left alone.
pub(super) fn bracketed(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('[')?;
    let number = digits(inside).filter(|number| number.value < 1000)?;
    let after = number.length + suffix(&inside[number.length..]);
    let close = inside[after..].strip_prefix(']')?;
    let end = text.len() - close.len();
    let item = parenthesised_once(close).unwrap_or(0);
    (ends(&close[item..]) && (item > 0 || !goes_on(close))).then_some(end + item)
}

/// `(12)`, `(12 bis)`, `(a)`, `(iv)`, `(٣)`, `（三）`, `(1)(a)`.
pub(super) fn parenthesised(text: &str) -> Option<usize> {
    let mut end = parenthesised_once(text)?;
    while let Some(length) = parenthesised_once(&text[end..]) {
        end += length;
    }
    ends(&text[end..]).then_some(end)
}

fn parenthesised_once(text: &str) -> Option<usize> {
    let inside = text.strip_prefix(['(', '（'])?;
    let length = content(inside)?;
    let rest = inside[length..].strip_prefix([')', '）'])?;
    Some(text.len() - rest.len())
}

/// `12)`, `12 bis)`, `a)`, `iv)`, `٣)`, `一）`.
pub(super) fn closed(text: &str) -> Option<usize> {
    let length = content(text)?;
    let rest = text[length..].strip_prefix([')', '）'])?;
    ends(rest).then_some(text.len() - rest.len())
}

/// A number, which is no year, a Roman numeral, or a letter, with its suffix.
fn content(text: &str) -> Option<usize> {
    let number = digits(text).filter(|number| number.value < 1000).or_else(|| han(text));
    let length = number.or_else(|| romans(text)).map(|Number { length, .. }| length);
    let length = length.or_else(|| letter(text))?;
    Some(length + suffix(&text[length..]))
}
