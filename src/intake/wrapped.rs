//! Makes one text of wrapped lines, and says how a text ends.

use crate::text::join_lines;

/// Joins lines as [`join_lines`] does; a soft hyphen at the end of a line joins its word, control
/// characters go, and white space at the edges is no text.
pub(super) fn joined<S: AsRef<str>>(lines: impl IntoIterator<Item = S>) -> String {
    let mut lines = lines.into_iter();
    let Some(mut open) = lines.next().map(plain) else { return String::new() };
    let mut whole: Vec<String> = Vec::new();
    for line in lines.map(plain) {
        if open.ends_with('\u{ad}') {
            open.pop();
            open.push_str(&line);
        } else {
            whole.push(std::mem::replace(&mut open, line));
        }
    }
    let mut text = open;
    if !whole.is_empty() {
        whole.push(text);
        text = join_lines(whole.iter().map(String::as_str));
    }
    if text.contains('\t') {
        text = text.replace('\t', " ");
    }
    let shown = text.trim_end_matches('\u{ad}').trim();
    if shown.len() == text.len() { text } else { shown.to_owned() }
}

/// A line without control characters and without spaces and tabs at its edges.
fn plain(line: impl AsRef<str>) -> String {
    let line = line.as_ref();
    let control = |c: char| c != '\t' && c.is_control();
    if line.contains(control) {
        let line: String = line.chars().filter(|c| !control(*c)).collect();
        return line.trim_matches([' ', '\t']).to_owned();
    }
    line.trim_matches([' ', '\t']).to_owned()
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
