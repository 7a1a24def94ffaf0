//! Cuts a text into tokens: Unicode words, spaces, single marks.
//!
//! Boundaries are those of ICU: UAX #29 for most scripts, a dictionary for Chinese, Japanese and
//! Thai. Dictionary words cut legal terms apart (国际|人道|法), so the terms of the consultation's
//! glossary are joined again, longest first.

use std::collections::HashSet;

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};

use crate::text::{Span, alphanumeric, plain, unspaced};

thread_local! {
    /// Built once a thread: loading the dictionaries costs more than cutting a paragraph.
    static SEGMENTER: WordSegmenterBorrowed<'static> =
        WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
}

/// The terms that stay whole when a text is cut into words.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    whole: HashSet<String>,
    /// The letters terms begin with, so that most places are passed over without a search.
    firsts: HashSet<char>,
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
        let joined = |term: &&str| {
            !term.contains(char::is_whitespace) && term.starts_with(unspaced) && term.ends_with(unspaced)
        };
        let whole: HashSet<String> = terms.into_iter().filter(joined).map(str::to_owned).collect();
        let firsts = whole.iter().filter_map(|term| term.chars().next()).collect();
        let longest = whole.iter().map(String::len).max().unwrap_or(0);
        Terms { whole, firsts, longest }
    }

    /// Cuts a text into tokens. Invariant: their concatenation is the text, byte for byte.
    pub fn tokens<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let mut tokens = Vec::with_capacity(text.len() / 4);
        self.cut(text, |token| tokens.push(&text[token]));
        tokens
    }

    /// Hands over the places of a text's tokens, in order and without a gap.
    pub(crate) fn cut(&self, text: &str, mut token: impl FnMut(Span)) {
        // No term begins with a letter of a spaced script.
        if plain::is_plain(text) {
            return plain::cut(text, token);
        }
        SEGMENTER.with(|segmenter| {
            let mut start = 0;
            for end in segmenter.segment_str(text) {
                if end <= start || inside_word(text, end) {
                    continue;
                }
                start = self.cut_terms(text, start..end, &mut token);
            }
            // A term may have reached past the last cut, never past the text.
            if start < text.len() {
                token(start..text.len());
            }
        });
    }

    /// Hands over one dictionary word, or the words before a term and the term, and says where it ended.
    /// A term may begin inside a dictionary word, where the dictionary cut wrongly.
    fn cut_terms(&self, text: &str, word: Span, token: &mut impl FnMut(Span)) -> usize {
        if self.longest > 0 {
            for (at, first) in text[word.clone()].char_indices() {
                let begin = word.start + at;
                let Some(end) = self.term_at(text, begin, first) else { continue };
                // Inside a word only a term that reaches past it shows the word to be cut wrongly.
                if at > 0 && end <= word.end {
                    continue;
                }
                if at > 0 {
                    token(word.start..begin);
                }
                token(begin..end);
                if end >= word.end {
                    return end;
                }
                return self.cut_terms(text, end..word.end, token);
            }
        }
        token(word.clone());
        word.end
    }

    /// Where the longest term that begins here ends.
    fn term_at(&self, text: &str, start: usize, first: char) -> Option<usize> {
        if !self.firsts.contains(&first) {
            return None;
        }
        let longest = text.len().min(start + self.longest);
        (start + 1..=longest)
            .rev()
            .filter(|&end| text.is_char_boundary(end))
            .find(|&end| self.whole.contains(&text[start..end]))
    }
}

/// Whether a cut falls inside a run of letters and digits. UAX #29 parts some (m|²); a reader does not.
fn inside_word(text: &str, cut: usize) -> bool {
    if text.as_bytes().get(cut).is_none_or(|byte| byte.is_ascii()) && text.as_bytes()[cut - 1].is_ascii() {
        return false;
    }
    let (Some(before), Some(after)) = (text[..cut].chars().next_back(), text[cut..].chars().next()) else {
        return false;
    };
    let within = |c: char| (alphanumeric(c) || c == '_') && !unspaced(c);
    let numeral = |c: char| "一二三四五六七八九十百千零〇两".contains(c);
    within(before) && within(after) || numeral(after) && (numeral(before) || before == '第')
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
    fn a_term_is_found_where_the_dictionary_cut_across_it() {
        for text in ["尊重信通技术活动", "在信通技术环境中", "适用国际人道法。"] {
            let tokens = Terms::new(["信通技术", "国际人道法"]).tokens(text);
            assert!(tokens.iter().any(|t| ["信通技术", "国际人道法"].contains(t)), "{tokens:?}");
            assert_eq!(tokens.concat(), text);
        }
    }

    #[test]
    fn a_term_never_cuts_a_word_of_a_spaced_script() {
        assert_eq!(Terms::new(["كتاب"]).tokens("كتابات"), ["كتابات"]);
    }

    #[test]
    fn a_raised_digit_belongs_to_its_word() {
        assert_eq!(Terms::none().tokens("5 m² x"), ["5", " ", "m²", " ", "x"]);
    }

    #[test]
    fn an_empty_text_has_no_tokens() {
        assert!(Terms::none().tokens("").is_empty());
    }
}
