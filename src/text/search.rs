//! Finds words in a text as a person means them: whatever their case, accents or vowel signs.

use crate::text::{folded, squeezed, unspaced};

/// What a person looks for: words, and phrases in quotation marks; all of them must stand in the text.
///
/// In scripts with spaces a word is found where a word begins with it (`state` finds `States`); in Chinese and other
/// scripts without spaces, wherever its characters stand together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    wanted: Vec<String>,
}

impl Search {
    /// Reads what was typed; absent where it holds no letter and no digit.
    pub fn new(typed: &str) -> Option<Search> {
        let mut wanted = Vec::new();
        for (at, part) in typed.split(['"', '“', '”', '«', '»']).enumerate() {
            // Every second part stood between quotation marks.
            if at % 2 == 1 {
                wanted.push(comparable(part));
            } else {
                wanted.extend(part.split_whitespace().map(comparable));
            }
        }
        wanted.retain(|word| word.contains(char::is_alphanumeric));
        (!wanted.is_empty()).then_some(Search { wanted })
    }

    /// Whether all that is looked for stands in these texts, taken together.
    pub fn finds<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> bool {
        let texts: Vec<String> = texts.into_iter().map(comparable).collect();
        self.wanted.iter().all(|word| texts.iter().any(|text| stands(text, word)))
    }
}

fn stands(text: &str, word: &str) -> bool {
    let begins = |at: usize| {
        let before = text[..at].chars().next_back();
        word.starts_with(unspaced) || before.is_none_or(|c| !c.is_alphanumeric() || unspaced(c))
    };
    text.match_indices(word).any(|(at, _)| begins(at))
}

/// A text as a search compares it, its white space single.
pub(super) fn comparable(text: &str) -> String {
    squeezed(&folded(text).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn finds(typed: &str, text: &str) -> bool {
        Search::new(typed).expect("something to look for").finds([text])
    }

    #[test]
    fn words_of_six_languages_are_found_whatever_their_dress() {
        for (typed, text) in [
            ("state diligence", "States should exercise due diligence."),
            ("ETATS", "Les États devraient"),
            ("información", "La INFORMACION y"),
            ("ещё государства", "Государства еще не"),
            ("الاعيان", "حماية الأَعْيان المدنيّة"),
            ("应当", "各国应当恪尽职守"),
            ("恪尽", "各国应当恪尽职守"),
            ("\"due diligence\"", "due  diligence"),
            ("l'Etat", "de l’État"),
        ] {
            assert!(finds(typed, text), "{typed} in {text}");
        }
    }

    #[test]
    fn a_word_is_found_from_its_beginning_only_and_all_of_them_must_stand() {
        assert!(!finds("ate", "States"));
        assert!(!finds("states lists", "States keep logs"));
        assert!(!finds("\"diligence due\"", "due diligence"));
        assert_eq!(Search::new(" \" \" -"), None);
    }
}
