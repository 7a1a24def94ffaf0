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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn han_kana_and_thai_are_unspaced_and_korean_is_not() {
        assert!("法のカーท".chars().all(unspaced));
        assert!(!"law 법 право حق 5".chars().any(unspaced));
    }
}
