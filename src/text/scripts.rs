//! Which scripts write their words without spaces between them.

use unicode_script::{Script, UnicodeScript};

/// Whether a character belongs to a script that puts no space between words (Chinese, Japanese, Thai,
/// Lao, Khmer, Burmese), so that only a dictionary knows where a word ends.
pub fn unspaced(c: char) -> bool {
    match c {
        '\0'..='\u{dff}' => false,
        '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{3029}' | '\u{3040}'..='\u{30ff}' => true,
        '\u{4e00}'..='\u{9fff}' | '\u{ff66}'..='\u{ff9f}' => true,
        '\u{ac00}'..='\u{d7af}' => false,
        _ => matches!(
            c.script(),
            Script::Han
                | Script::Hiragana
                | Script::Katakana
                | Script::Thai
                | Script::Lao
                | Script::Khmer
                | Script::Myanmar
        ),
    }
}

/// Whether a character is a letter or a digit: [`char::is_alphanumeric`], told sooner where most texts ask.
pub fn alphanumeric(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ʯ' | 'А'..='я' | 'ء'..='غ' | 'ف'..='ي' | '\u{4e00}'..='\u{9fff}' => {
            true
        }
        '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{3004}' | '\u{ff00}'..='\u{ff0f}' => false,
        _ => c.is_alphanumeric(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn han_kana_and_thai_are_unspaced_and_korean_is_not() {
        assert!("法のカーท".chars().all(unspaced));
        assert!(!"law 법 право حق 5".chars().any(unspaced));
    }

    #[test]
    fn letters_and_digits_are_those_of_unicode() {
        assert!(('\0'..=char::MAX).all(|c| alphanumeric(c) == c.is_alphanumeric()));
    }
}
