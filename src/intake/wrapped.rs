//! Makes one text of wrapped lines, and says how a text ends.

use crate::text::join_lines;

/// Joins lines as [`join_lines`] does; a soft hyphen at the end of a line joins its word, control
/// characters go, and white space at the edges is no text.
pub(super) fn joined<S: AsRef<str>>(lines: impl IntoIterator<Item = S>) -> String {
    let mut whole: Vec<String> = Vec::new();
    for line in lines {
        let line: String = line.as_ref().chars().filter(|c| *c == '\t' || !c.is_control()).collect();
        let line = line.trim_matches([' ', '\t']);
        match whole.last_mut() {
            Some(last) if last.ends_with('\u{ad}') => {
                last.pop();
                last.push_str(line);
            }
            _ => whole.push(line.to_owned()),
        }
    }
    let text = join_lines(whole.iter().map(String::as_str)).replace('\t', " ");
    text.trim_end_matches('\u{ad}').trim().to_owned()
}

/// Whether a text ends as a sentence or a clause does; a comma is no end.
pub(super) fn is_ended(text: &str) -> bool {
    let closing = ['"', '\'', ')', ']', '”', '’', '»', '）', '】', '」', '』', '〉', '》'];
    text.trim_end()
        .trim_end_matches(closing)
        .ends_with(['.', '!', '?', ':', ';', '…', '。', '！', '？', '：', '；', '؟', '؛', '۔', '।', '．'])
}

/// Whether a character is as wide as Chinese is, so that no space is needed beside it.
pub(super) fn is_wide(c: char) -> bool {
    unicode_width::UnicodeWidthChar::width(c) == Some(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_soft_hyphen_at_a_line_end_joins_its_word_and_stays_elsewhere() {
        assert_eq!(joined(["infor\u{ad}", "mation a\u{ad}b"]), "information a\u{ad}b");
        assert_eq!(joined(["\u{3000}\u{3000}各国", "应当"]), "各国应当");
        assert_eq!(joined(["a\u{7}b\tc"]), "ab c");
    }

    #[test]
    fn a_sentence_may_end_within_quotes() {
        assert!(is_ended("the “emblem.”"));
        assert!(is_ended("规则。"));
        assert!(is_ended("ما هي القاعدة؟"));
        assert!(!is_ended("the rules,"));
        assert!(!is_ended("Scope of the text"));
    }
}
