//! A text as a terminal measures it.

use icu_segmenter::GraphemeClusterSegmenter;

/// A text in grapheme clusters: what a reader takes for one character.
///
/// The width of a text is the sum of the widths of its clusters. The width of the whole would be less where
/// letters join across clusters: `unicode-width` gives Arabic lam-alef one column, as some fonts draw it, but
/// nearly every terminal gives it two cells. The sum is what terminals do, and never less than the width of
/// the whole, so that a line that fits by it always fits.
pub(crate) fn clusters(text: &str) -> impl Iterator<Item = &str> {
    let cuts: Vec<usize> = GraphemeClusterSegmenter::new().segment_str(text).collect();
    let ends: Vec<usize> = cuts.iter().skip(1).copied().collect();
    cuts.into_iter().zip(ends).map(|(start, end)| &text[start..end])
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;

    fn columns(text: &str) -> usize {
        clusters(text).map(UnicodeWidthStr::width).sum()
    }

    #[test]
    fn wide_joined_and_combining_characters_take_what_terminals_give_them() {
        assert_eq!(columns("État"), 4);
        assert_eq!(columns("e\u{301}"), 1);
        assert_eq!(columns("武装冲突"), 8);
        assert_eq!(columns("👨\u{200d}👩\u{200d}👧"), 2);
        assert_eq!(columns("لا"), 2);
        assert_eq!("لا".width(), 1);
        assert_eq!(columns("\u{2068}a\u{2069}"), 1);
    }
}
