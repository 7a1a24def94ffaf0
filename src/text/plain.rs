//! Cuts a text of the letters and marks that most texts in spaced scripts are written with, as ICU would, without its
//! tables.

use crate::text::Span;

/// Whether a text holds nothing but ASCII, and the letters and marks that are known here.
pub(super) fn is_plain(text: &str) -> bool {
    text.is_ascii() || text.chars().all(|c| c.is_ascii() || letter(c) || mark(c))
}

/// Latin, Cyrillic and Arabic letters.
fn letter(c: char) -> bool {
    matches!(c, 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | 'Ѐ'..='џ' | 'ء'..='غ' | 'ف'..='ي')
}

/// Marks that stand alone, or within a word as [`joins`] has it.
fn mark(c: char) -> bool {
    matches!(
        c,
        '\u{a0}'
            | '§'
            | '«'
            | '»'
            | '–'
            | '—'
            | '‘'
            | '’'
            | '“'
            | '”'
            | '„'
            | '•'
            | '…'
            | '،'
            | '؛'
            | '؟'
    )
}

/// Hands over the places of a plain text's tokens, in order and without a gap (UAX #29).
pub(super) fn cut(text: &str, mut token: impl FnMut(Span)) {
    let mut start = 0;
    while let Some(first) = char_at(text, start) {
        let next = start + first.len_utf8();
        let end = match first {
            _ if in_word(first) => word_end(text, next),
            ' ' => next + text.as_bytes()[next..].iter().take_while(|byte| **byte == b' ').count(),
            '\r' if text[next..].starts_with('\n') => next + 1,
            _ => next,
        };
        token(start..end);
        start = end;
    }
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

fn in_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || letter(c)
}

/// Where a word ends that goes on here: a mark inside `don't`, `U.N` or `3,500` is of the word.
fn word_end(text: &str, mut at: usize) -> usize {
    loop {
        let bytes = &text.as_bytes()[at..];
        at += bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count();
        let Some(next) = char_at(text, at) else { return at };
        let beyond = at + next.len_utf8();
        if letter(next) {
            at = beyond;
            continue;
        }
        match (text[..at].chars().next_back(), char_at(text, beyond)) {
            (Some(before), Some(after)) if joins(before, next, after) => at = beyond + after.len_utf8(),
            _ => return at,
        }
    }
}

/// Whether a mark joins what stands before and after it.
fn joins(before: char, mark: char, after: char) -> bool {
    let letters = || [before, after].into_iter().all(|c| c.is_ascii_alphabetic() || letter(c));
    let digits = || before.is_ascii_digit() && after.is_ascii_digit();
    match mark {
        '.' | '\'' | '‘' | '’' => letters() || digits(),
        ':' => letters(),
        ',' | ';' | '،' => digits(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::Terms;

    /// Cuts as this room does, and as ICU does.
    fn both(text: &str) -> (Vec<String>, Vec<String>) {
        let mut tokens = Vec::new();
        cut(text, |place| tokens.push(text[place].to_owned()));
        // With one word behind it that is not plain the text goes the way of all others.
        let other = format!("{text}\nβ");
        assert!(is_plain(text) && !is_plain(&other));
        let mut whole: Vec<String> = Terms::none().tokens(&other).into_iter().map(str::to_owned).collect();
        assert_eq!(whole.pop().as_deref(), Some("β"));
        if !text.ends_with('\r') {
            assert_eq!(whole.pop().as_deref(), Some("\n"));
        }
        (tokens, whole)
    }

    #[test]
    fn every_letter_and_mark_is_cut_as_icu_cuts_it() {
        for c in ('\0'..=char::MAX).filter(|&c| c.is_ascii() || letter(c) || mark(c)) {
            for text in [format!("a{c}b"), format!("1{c}2"), format!("я{c}ي"), format!(" {c} _{c}{c}.")] {
                let (own, icu) = both(&text);
                assert_eq!(own, icu, "{text:?}");
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]
        #[test]
        fn words_are_those_of_icu(text in "[ab1_ .,;:'\"\r\n\t\x0b\x0c(éяй’‘«\u{a0}،ل—-]{0,12}") {
            prop_assume!(!text.ends_with('\r'));
            let (own, icu) = both(&text);
            prop_assert_eq!(own, icu);
        }
    }
}
