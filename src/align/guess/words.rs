//! Cuts a text into the words that are compared: folded, without punctuation.
//!
//! Simpler and faster than [`crate::text::Terms`]: where a script writes no spaces, each character
//! is a word, and pairs of them stand in for the dictionary (see `profile`).

use crate::text::alphanumeric;

/// Calls `each` with every word, folded to lower case, and whether it is one character of a script
/// without spaces.
pub(super) fn words(text: &str, mut each: impl FnMut(&str, bool)) {
    let mut word = String::new();
    let mut rest = text;
    loop {
        // Most words of most texts are ASCII letters between ASCII marks.
        if word.is_empty() {
            rest = rest.trim_start_matches(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric());
            let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
            if length > 0 && rest.as_bytes().get(length).is_none_or(u8::is_ascii) {
                let (plain, after) = rest.split_at(length);
                if plain.bytes().any(|byte| byte.is_ascii_uppercase()) {
                    word.push_str(plain);
                    word.make_ascii_lowercase();
                    each(&word, false);
                    word.clear();
                } else {
                    each(plain, false);
                }
                rest = after;
                continue;
            }
        }
        let Some(c) = rest.chars().next() else { break };
        rest = &rest[c.len_utf8()..];
        if !unspaced(c) && (alphanumeric(c) || joins(c)) {
            if c.is_ascii() {
                word.push(c.to_ascii_lowercase());
            } else if !silent(c) {
                word.extend(c.to_lowercase());
            }
            continue;
        }
        if !word.is_empty() {
            each(&word, false);
            word.clear();
        }
        if unspaced(c) && alphanumeric(c) {
            word.push(c);
            each(&word, true);
            word.clear();
        }
    }
    if !word.is_empty() {
        each(&word, false);
    }
}

/// The Arabic article, alone and with what is written together with it (the light stemmer of Larkey, Ballesteros and
/// Connell, 2002, takes off the same).
const ARTICLES: [&str; 6] = ["وال", "بال", "كال", "فال", "لل", "ال"];

/// A word's first three letters, without an article: words of one stem mostly share them, whatever their endings.
pub(super) fn stem(word: &str) -> &str {
    let bare = |article: &&str| word.strip_prefix(*article).filter(|rest| rest.chars().nth(1).is_some());
    let word = if word.is_ascii() { word } else { ARTICLES.iter().find_map(bare).unwrap_or(word) };
    word.char_indices().nth(3).map_or(word, |(end, _)| &word[..end])
}

/// Whether a script writes this character without spaces between words.
fn unspaced(c: char) -> bool {
    matches!(c,
        '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// Marks that stand inside a word: viramas and other combining signs.
fn joins(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0900}'..='\u{0DFF}' | '\u{200C}' | '\u{200D}')
        && !matches!(c, '\u{0964}' | '\u{0965}')
}

/// Signs that a careful edition writes and a plain one leaves out: Arabic vowels, tatweel, joiners.
fn silent(c: char) -> bool {
    matches!(c, '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{200C}' | '\u{200D}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<String> {
        let mut all = Vec::new();
        words(text, |word, _| all.push(word.to_owned()));
        all
    }

    #[test]
    fn a_stem_is_the_same_whatever_the_ending() {
        assert_eq!([stem("запобігання"), stem("запобіжні"), stem("право")], ["зап", "зап", "пра"]);
        assert_eq!(
            [stem("القواعد"), stem("وقواعد"), stem("للمساهمين"), stem("الم")],
            ["قوا", "وقو", "مسا", "الم"]
        );
        assert_eq!([stem("of"), stem("使"), stem("")], ["of", "使", ""]);
    }

    #[test]
    fn words_are_folded_and_han_stands_alone() {
        assert_eq!(all("States, and [PARTIES] — 12"), ["states", "and", "parties", "12"]);
        assert_eq!(all("使用 ICT。"), ["使", "用", "ict"]);
        assert_eq!(all("المُحتوى"), ["المحتوى"]);
        assert_eq!(all(""), Vec::<String>::new());
    }
}
