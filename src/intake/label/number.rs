//! Numbers of all scripts at the beginning of a text, and what they are worth.

use crate::intake::list_style::roman;

/// A number that begins a text.
pub(in crate::intake) struct Number {
    /// How many bytes it takes.
    pub(in crate::intake) length: usize,
    pub(in crate::intake) value: u32,
}

/// The value of a digit of the scripts in use: Western, Arabic, Persian, full width.
fn digit(c: char) -> Option<u32> {
    ['0', '٠', '۰', '０'].iter().find_map(|zero| {
        let value = u32::from(c).checked_sub(u32::from(*zero))?;
        (value < 10).then_some(value)
    })
}

/// A number in digits, of at most four.
pub(super) fn digits(text: &str) -> Option<Number> {
    let mut number = Number { length: 0, value: 0 };
    for (rank, c) in text.chars().enumerate() {
        let Some(digit) = digit(c) else { break };
        if rank == 4 {
            return None;
        }
        number.value = number.value * 10 + digit;
        number.length += c.len_utf8();
    }
    (number.length > 0).then_some(number)
}

/// Chinese numerals, and the heavenly stems that count items.
const HAN: [(char, u32); 12] = [
    ('一', 1),
    ('二', 2),
    ('三', 3),
    ('四', 4),
    ('五', 5),
    ('六', 6),
    ('七', 7),
    ('八', 8),
    ('九', 9),
    ('十', 10),
    ('百', 100),
    ('〇', 0),
];

/// The value of a Chinese numeral sign.
pub(super) fn han_digit(c: char) -> Option<u32> {
    HAN.iter().find(|(sign, _)| *sign == c).map(|(_, value)| *value)
}

/// A number in Chinese numerals: 十二, 二十, 一百零三.
pub(in crate::intake) fn han(text: &str) -> Option<Number> {
    let mut number = Number { length: 0, value: 0 };
    let mut pending = 0;
    for c in text.chars().take(8) {
        match han_digit(c) {
            Some(unit @ (10 | 100)) => {
                number.value += unit * pending.max(1);
                pending = 0;
            }
            Some(value) => pending = pending * 10 + value,
            None if c == '零' && number.length > 0 => {}
            None => break,
        }
        number.length += c.len_utf8();
    }
    number.value += pending;
    (number.length > 0).then_some(number)
}

/// A Roman numeral below ninety in one case; `mix` and `civil` are words.
pub(super) fn romans(text: &str) -> Option<Number> {
    let length = text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len());
    let sign = &text[..length];
    // The longest below ninety is `lxxxviii`.
    if length > 8 || sign.contains(|c: char| !"ivxlIVXL".contains(c)) {
        return None;
    }
    let lower = sign.to_ascii_lowercase();
    if lower.is_empty() || (sign != lower && sign != sign.to_ascii_uppercase()) {
        return None;
    }
    let value = worth(&lower);
    ((1..90).contains(&value) && roman(value) == lower).then_some(Number { length, value })
}

/// What signs from `i` to `l` are worth, read as a Roman numeral: a smaller one before a larger one is taken off.
fn worth(signs: &str) -> u32 {
    let value = |sign| match sign {
        'i' => 1,
        'v' => 5,
        'x' => 10,
        _ => 50,
    };
    let (worth, _) = signs.chars().rev().map(value).fold((0_u32, 0), |(worth, after), value| {
        if value < after { (worth.saturating_sub(value), after) } else { (worth + value, value) }
    });
    worth
}

/// The length of what may follow a number: `bis`, `ter`, `alt`, `之二`, `مكررا`, one after another.
pub(super) fn suffix(text: &str) -> usize {
    const SUFFIXES: [&str; 22] = [
        "bis",
        "ter",
        "quater",
        "quinquies",
        "sexies",
        "septies",
        "octies",
        "novies",
        "decies",
        "alt",
        "alt.1",
        "alt.2",
        "alt.3",
        "alt 1",
        "alt 2",
        "alt 3",
        "бис",
        "مكررا",
        "مكرراً",
        "مكرر",
        "之一",
        "之二",
    ];
    let mut length = 0;
    loop {
        let rest = &text[length..];
        let word = rest.trim_start_matches([' ', '\u{a0}']);
        let first = word.as_bytes().first();
        let found = SUFFIXES
            .iter()
            // Most words differ in their first byte.
            .filter(|suffix| suffix.as_bytes().first() == first && word.starts_with(**suffix))
            .filter(|suffix| !word[suffix.len()..].starts_with(char::is_alphanumeric))
            .max_by_key(|suffix| suffix.len());
        match found {
            Some(suffix) => length += rest.len() - word.len() + suffix.len(),
            None => return length,
        }
    }
}

/// The number that a label counts, if it counts in numbers: 12 for `12 bis.`, 3 for `٣.`, none for
/// `[5](a)`, which counts letters.
pub(in crate::intake) fn value(label: &str) -> Option<u32> {
    if label.contains(")(") || label.contains("](") {
        return None;
    }
    let bare = label.trim_start_matches(['(', '（', '[']);
    digits(bare).or_else(|| han(bare)).map(|number| number.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_roman_numeral_is_worth_what_it_is_written_for() {
        for value in 1..90 {
            assert_eq!(romans(&roman(value)).map(|number| number.value), Some(value));
        }
        for other in ["iiii", "vv", "iix", "xxl", "ic", "iiv", "lxxxx", "lll"] {
            assert!(romans(other).is_none(), "{other}");
        }
    }
}
