//! Cuts a text into tokens: Unicode words, spaces, single marks.
//!
//! Boundaries are those of ICU: UAX #29 for most scripts, a dictionary for Chinese, Japanese and
//! Thai. Dictionary words cut legal terms apart (国际|人道|法), so the terms of the consultation's
//! glossary are joined again, longest first.

use std::collections::HashSet;

use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;

/// The terms that stay whole when a text is cut into words.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    whole: HashSet<String>,
    longest: usize,
}

impl Terms {
    /// No terms at all: words as the dictionary has them.
    pub fn none() -> Terms {
        Terms::default()
    }

    /// Takes the glossary's terms. Only terms in scripts without spaces are joined: a term of
    /// several spaced words is easier to read word by word in a redline.
    pub fn new<'a>(terms: impl IntoIterator<Item = &'a str>) -> Terms {
        let whole: HashSet<String> =
            terms.into_iter().filter(|t| !t.contains(char::is_whitespace)).map(str::to_owned).collect();
        let longest = whole.iter().map(String::len).max().unwrap_or(0);
        Terms { whole, longest }
    }

    /// Cuts a text into tokens. Invariant: their concatenation is the text, byte for byte.
    pub fn tokens<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
        let cuts: Vec<usize> = segmenter.segment_str(text).collect();
        let mut tokens = Vec::new();
        let mut start = 0;
        while start < text.len() {
            let end = self.term_at(text, start).unwrap_or_else(|| {
                let next = cuts.partition_point(|&cut| cut <= start);
                cuts.get(next).copied().unwrap_or(text.len())
            });
            tokens.push(&text[start..end]);
            start = end;
        }
        tokens
    }

    /// Where the longest term that begins here ends. A term in a spaced script must end at a
    /// word's end, which the dictionary's own cut already gives; so only unspaced terms are asked.
    fn term_at(&self, text: &str, start: usize) -> Option<usize> {
        let rest = &text[start..];
        if self.longest == 0 || rest.starts_with(|c: char| c.is_ascii()) {
            return None;
        }
        let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8());
        let ends: Vec<usize> = ends.take_while(|&end| end <= self.longest).collect();
        ends.into_iter().rev().find(|&end| self.whole.contains(&rest[..end])).map(|end| start + end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_spaces_and_marks_are_tokens_of_their_own() {
        let tokens = Terms::none().tokens("States, and [parties]");
        assert_eq!(tokens, ["States", ",", " ", "and", " ", "[", "parties", "]"]);
    }

    #[test]
    fn a_term_of_the_glossary_stays_whole() {
        let text = "国际人道法适用";
        assert!(Terms::none().tokens(text).len() > 2);
        assert_eq!(Terms::new(["国际人道法", "国际"]).tokens(text)[0], "国际人道法");
    }

    #[test]
    fn an_empty_text_has_no_tokens() {
        assert!(Terms::none().tokens("").is_empty());
    }
}
