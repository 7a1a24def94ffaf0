//! The kinds of text that can be read.

use crate::intake::fragment::begins_with_tag;

/// The form in which a text came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Markdown, our own files too.
    Markdown,
    /// Plain text, with or without columns divided by tabs.
    Text,
    /// A web page or a fragment of one.
    Html,
}

impl Kind {
    /// Finds out the kind by name, and by content where the name says nothing or is wrong.
    pub fn of(name: &str, text: &str) -> Kind {
        let start = text.trim_start().get(..9).unwrap_or_default().to_ascii_lowercase();
        if start.starts_with("<!doctype") || start.starts_with("<html") {
            return Kind::Html;
        }
        let file = name.rsplit(['/', '\\']).next().unwrap_or_default();
        let extension = file.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase());
        match extension.as_deref() {
            Some("md" | "markdown" | "mdown" | "mkd") => Kind::Markdown,
            Some("html" | "htm" | "xhtml") => Kind::Html,
            Some("txt" | "text" | "tsv") => Kind::Text,
            _ if begins_with_tag(text.trim_start()) && !text.contains('\t') => Kind::Html,
            _ if text.lines().any(is_heading) => Kind::Markdown,
            _ => Kind::Text,
        }
    }
}

fn is_heading(line: &str) -> bool {
    let rest = line.trim_start_matches('#');
    (1..=6).contains(&(line.len() - rest.len())) && rest.starts_with(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_known_by_its_name_and_then_by_its_content() {
        assert_eq!(Kind::of("drafts/en.MD", "text"), Kind::Markdown);
        assert_eq!(Kind::of("a.htm", "text"), Kind::Html);
        assert_eq!(Kind::of("a.txt", "# no heading here"), Kind::Text);
        assert_eq!(Kind::of("a.txt", "\n<!DOCTYPE html><p>x"), Kind::Html);
        assert_eq!(Kind::of("/tmp/git-blob-1/x", "<p>x</p>"), Kind::Html);
        assert_eq!(Kind::of("x", "# Title\n\ntext"), Kind::Markdown);
        assert_eq!(Kind::of("x", "#12 is no heading"), Kind::Text);
    }
}
