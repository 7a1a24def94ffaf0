//! Cuts a text of ASCII characters as ICU would, without its tables: most texts in English are such.

use crate::text::Span;

/// Hands over the places of a text's tokens, in order and without a gap (UAX #29). The text is ASCII.
pub(super) fn cut(text: &str, mut token: impl FnMut(Span)) {
    let bytes = text.as_bytes();
    let mut start = 0;
    while let Some(&first) = bytes.get(start) {
        let end = match first {
            _ if in_word(first) => word_end(bytes, start + 1),
            b' ' => start + bytes[start..].iter().take_while(|byte| **byte == b' ').count(),
            b'\r' if bytes.get(start + 1) == Some(&b'\n') => start + 2,
            _ => start + 1,
        };
        token(start..end);
        start = end;
    }
}

fn in_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Where a word ends that goes on here: a mark inside `don't`, `U.N` or `3,500` is of the word.
fn word_end(bytes: &[u8], mut at: usize) -> usize {
    loop {
        at += bytes[at..].iter().take_while(|byte| in_word(**byte)).count();
        let (before, [mark, after, ..]) = (bytes[at - 1], &bytes[at..]) else { return at };
        let letters = before.is_ascii_alphabetic() && after.is_ascii_alphabetic();
        let digits = before.is_ascii_digit() && after.is_ascii_digit();
        let joins = letters && b".:'".contains(mark) || digits && b".,;'".contains(mark);
        if !joins {
            return at;
        }
        at += 2;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::Terms;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]
        #[test]
        fn words_are_those_of_icu(text in "[ab1_ .,;:'\"\r\n\t\x0b\x0c(-]{0,12}") {
            let mut tokens = Vec::new();
            cut(&text, |place| tokens.push(text[place].to_owned()));
            // With one word that is not ASCII behind it the text goes the way of all others.
            let other = format!("{text}\né");
            let mut whole: Vec<&str> = Terms::none().tokens(&other);
            prop_assert_eq!(whole.pop(), Some("é"));
            if !text.ends_with('\r') {
                prop_assert_eq!(whole.pop(), Some("\n"));
                prop_assert_eq!(whole, tokens);
            }
        }
    }
}
