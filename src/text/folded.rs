//! Letters made comparable: without case, accents, vowel signs, widths and marks of direction.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The letters of a text as a person who compares words sees them: small, without accents and vowel signs, narrow,
/// letters that writers of Arabic exchange as one, quotation marks of one kind; what says nothing (stretching, joiners,
/// soft hyphens, marks of direction) left out.
pub fn folded(text: &str) -> impl Iterator<Item = char> {
    let said = text.nfkd().filter(|c| !is_combining_mark(*c) && !is_unseen(*c));
    said.flat_map(char::to_lowercase).map(|c| match c {
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        'ة' => 'ه',
        'ٱ' => 'ا',
        '\u{2018}' | '\u{2019}' | '\u{2bc}' => '\'',
        c => c,
    })
}

/// What is written but not seen: stretching, soft hyphens, joiners, marks of direction and of no width.
pub fn is_unseen(c: char) -> bool {
    matches!(c,
        'ـ' | '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'
        | '\u{2066}'..='\u{2069}' | '\u{20e3}' | '\u{fe0f}' | '\u{feff}')
}
