//! Undoes line wrapping: lines join with a space, and with none between Han characters.

use unicode_script::{Script, UnicodeScript};
use unicode_width::UnicodeWidthChar;

/// Joins wrapped lines into one. Only spaces and tabs at the seams go; no-break spaces,
/// dashes and quotes are text and stay.
pub fn join_lines<'a>(lines: impl IntoIterator<Item = &'a str>) -> String {
    let mut joined = String::new();
    for line in lines {
        let line = line.trim_matches([' ', '\t']);
        if line.is_empty() {
            continue;
        }
        let spaceless = joined
            .chars()
            .next_back()
            .is_none_or(|last| line.chars().next().is_some_and(|first| is_wide(last) && is_wide(first)));
        if !spaceless {
            joined.push(' ');
        }
        joined.push_str(line);
    }
    joined
}

/// Reads a text as search does: every run of white space is one space.
pub fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a script writes this character without spaces between words: wide, and not Korean.
fn is_wide(c: char) -> bool {
    c.width() == Some(2) && c.script() != Script::Hangul
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_join_with_a_space_and_han_lines_with_none() {
        assert_eq!(join_lines(["States should", "  exercise"]), "States should exercise");
        assert_eq!(join_lines(["各国应当，", "恪尽职守"]), "各国应当，恪尽职守");
        assert_eq!(join_lines(["使用 ICT", "技术"]), "使用 ICT 技术");
        assert_eq!(join_lines(["무력", "충돌"]), "무력 충돌");
    }

    #[test]
    fn a_no_break_space_is_text() {
        assert_eq!(join_lines(["\u{a0}a ", "b"]), "\u{a0}a b");
    }
}
