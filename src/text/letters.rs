//! The wording of a text: its letters and digits, without spaces and punctuation.

use crate::text::{Terms, alphanumeric};

/// Counts letters and digits: how much wording a piece of text holds.
pub fn letters(text: &str) -> usize {
    text.chars().filter(|c| alphanumeric(*c)).count()
}

/// Counts words as a reader would: Unicode words, by dictionary where a script has no spaces.
pub fn words(text: &str) -> usize {
    let mut words = 0;
    Terms::none().cut(text, |token| words += usize::from(text[token].contains(alphanumeric)));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn punctuation_is_not_wording() {
        assert_eq!(letters("a, b – 12."), 4);
        assert_eq!(letters("，。"), 0);
    }

    #[test]
    fn chinese_is_counted_in_words() {
        assert_eq!(words("武装冲突"), 2);
        assert_eq!(words("armed conflict, always"), 3);
    }
}
