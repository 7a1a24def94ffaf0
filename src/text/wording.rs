//! Finds a term in a text as it may stand there: whatever its case, in the plural, in another case of its language.

use crate::text::search::comparable;
use crate::text::{Span, Terms, unspaced};

/// A text cut into words, for looking terms up.
#[derive(Debug, Clone)]
pub struct Worded<'t> {
    text: &'t str,
    words: Vec<(Span, String)>,
}

impl<'t> Worded<'t> {
    /// Cuts a text.
    pub fn of(text: &'t str) -> Worded<'t> {
        let mut words = Vec::new();
        Terms::none().cut(text, |token| {
            if text[token.clone()].contains(char::is_alphanumeric) {
                words.push((token.clone(), comparable(&text[token])));
            }
        });
        Worded { text, words }
    }
}

/// A term in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    text: String,
    language: String,
    words: Vec<String>,
}

impl Wording {
    /// A term as a glossary words it.
    pub fn new(language: &str, text: &str) -> Wording {
        let words = Worded::of(text).words.into_iter().map(|(_, word)| word).collect();
        Wording { text: text.to_owned(), language: language.to_owned(), words }
    }

    /// As the glossary words it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where it stands in a text. In scripts without spaces it begins and ends where words of the dictionary do, as far
    /// as it is no part of a longer word.
    pub fn places(&self, worded: &Worded<'_>) -> Vec<Span> {
        self.forms(worded, same_word)
    }

    /// Where it stands letter for letter, whatever its case.
    pub fn exact_places(&self, worded: &Worded<'_>) -> Vec<Span> {
        self.forms(worded, |_, own, word| own == word)
    }

    /// Whether a text says it in other forms of its words, wherever each of them stands: `directly participates in
    /// hostilities` for `direct participation in hostilities`.
    pub fn is_said_otherwise(&self, worded: &Worded<'_>) -> bool {
        let related = |own: &str, word: &str| {
            let shared = own.chars().zip(word.chars()).take_while(|(one, other)| one == other).count();
            let longer = own.chars().count().max(word.chars().count());
            own == word || shared >= 5 && shared + 4 >= longer
        };
        let telling: Vec<&String> = self.words.iter().filter(|word| word.chars().count() > 3).collect();
        let stands = |own: &&String| worded.words.iter().any(|(_, word)| related(own, word));
        !self.text.contains(unspaced) && telling.len() > 1 && telling.iter().all(stands)
    }

    fn forms(&self, worded: &Worded<'_>, same: impl Fn(&str, &str, &str) -> bool) -> Vec<Span> {
        if self.text.contains(unspaced) {
            return self.among_characters(worded);
        }
        let length = self.words.len();
        if length == 0 || length > worded.words.len() {
            return Vec::new();
        }
        let windows = worded.words.windows(length);
        let fits = |window: &&[(Span, String)]| {
            window.iter().zip(&self.words).all(|((_, word), own)| same(&self.language, own, word))
        };
        windows.filter(fits).map(|window| window[0].0.start..window[length - 1].0.end).collect()
    }

    fn among_characters(&self, worded: &Worded<'_>) -> Vec<Span> {
        let found = worded.text.match_indices(&self.text).map(|(at, _)| at..at + self.text.len());
        let part_of_word = |place: &Span| {
            let mut words = worded.words.iter().map(|(word, _)| word);
            let holding = words.find(|word| word.start <= place.start && place.end <= word.end);
            // Its contrary is another word: 不成比例.
            holding.is_some_and(|word| word != place) || worded.text[..place.start].ends_with("不成")
        };
        found.filter(|place| !part_of_word(place)).collect()
    }
}

/// Whether a word of a text is a form of a term's word.
fn same_word(language: &str, own: &str, word: &str) -> bool {
    if own == word {
        return true;
    }
    match language {
        "ar" => {
            let bare = |word: &str| -> String {
                let word = word.strip_prefix(['و', 'ف']).unwrap_or(word);
                let word = ["بال", "لل", "كال", "ال", "ب", "ل"]
                    .into_iter()
                    .find_map(|prefix| word.strip_prefix(prefix).filter(|rest| rest.chars().count() > 2));
                word.unwrap_or_default().to_owned()
            };
            let (one, other) = (bare(own), bare(word));
            [one.as_str(), own].iter().any(|one| !one.is_empty() && (*one == other || *one == word))
        }
        "ru" => {
            let shared = own.chars().zip(word.chars()).take_while(|(one, other)| one == other).count();
            let (one, other) = (own.chars().count(), word.chars().count());
            shared >= 4 && shared + 3 >= one.max(other)
        }
        _ => {
            let (short, long) = if own.len() < word.len() { (own, word) } else { (word, own) };
            let ending = long.strip_prefix(short);
            let in_y = short.strip_suffix('y').and_then(|stem| long.strip_prefix(stem));
            short.len() >= 3 && (matches!(ending, Some("s" | "es" | "x")) || in_y == Some("ies"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn stands(language: &str, term: &str, text: &str) -> bool {
        !Wording::new(language, term).places(&Worded::of(text)).is_empty()
    }

    #[test]
    fn a_term_is_found_in_the_forms_of_its_language() {
        for (language, term, text) in [
            ("en", "military objective", "Military objectives only"),
            ("en", "party to armed conflict", "the parties to armed conflict"),
            ("fr", "conflit armé", "des conflits armés"),
            ("es", "objetivo militar", "los objetivos militares"),
            ("ru", "международное гуманитарное право", "нормы международного гуманитарного права"),
            ("ar", "نزاع مسلح", "أثناء النزاع المسلح"),
            ("ar", "القانون الدولي الإنساني", "بالقانون الدولي الإنساني"),
            ("zh", "国际人道法", "遵守国际人道法。"),
        ] {
            assert!(stands(language, term, text), "{term} in {text}");
        }
    }

    #[test]
    fn another_word_is_another_word() {
        assert!(!stands("en", "distinction", "distinctive emblems"));
        assert!(!stands("en", "objective", "objectively"));
        assert!(!stands("ru", "право", "правительство"));
        assert!(!stands("zh", "比例", "不成比例的"));
    }
}
