//! Where Markdown takes `**` and `~~` for marks.

use unicode_script::{Script, UnicodeScript};

/// Whether marks around `inner`, between these neighbours, are sure to be read as marks.
///
/// CommonMark wants a letter inside each mark, or a space or punctuation outside: in `各国**，并**应` the first
/// mark has neither and stays visible. Versions differ on what punctuation is beyond ASCII (GitHub follows an
/// older one); where they could, the answer is no.
pub(crate) fn holds(before: Option<char>, inner: &str, after: Option<char>) -> bool {
    let (Some(first), Some(last)) = (inner.chars().next(), inner.chars().next_back()) else {
        return false;
    };
    let tight = !first.is_whitespace() && !last.is_whitespace();
    tight && (letter(first) || apart(before)) && (letter(last) || apart(after))
}

/// Surely neither space nor punctuation. Circled letters are symbols, hence the question about the script.
fn letter(c: char) -> bool {
    c.is_numeric() || (c.is_alphabetic() && c.script() != Script::Common)
}

/// Surely space or punctuation, or nothing at all.
fn apart(neighbour: Option<char>) -> bool {
    neighbour.is_none_or(|c| c.is_whitespace() || c.is_ascii_punctuation())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_inside_hold_anywhere_and_punctuation_only_at_an_edge() {
        assert!(holds(Some('国'), "应当", Some('恪')));
        assert!(!holds(Some('国'), "，并", Some('应')));
        assert!(holds(Some(' '), "，并", Some('应')));
        assert!(!holds(Some('国'), "并。", Some('应')));
        assert!(holds(Some('ا'), "القانون", Some('،')));
        assert!(!holds(None, " a", None));
        assert!(!holds(None, "", None));
    }
}
