//! The words of the form in the six languages of the consultation's meetings. They are our own, no official
//! translation, and the form says so.

mod ar;
mod en;
mod es;
mod fr;
mod ru;
mod zh;

use crate::draft::Language;

/// What the form says in one language. `{action}` and the like stand for the name of a column or a word to choose.
#[derive(Debug)]
pub(super) struct Words {
    /// The leaf of instructions.
    pub(super) instructions: &'static str,
    /// The leaf of the table.
    pub(super) table: &'static str,
    /// What the file is.
    pub(super) title: &'static str,
    /// Before the consultation's title.
    pub(super) consultation: &'static str,
    /// Before the version.
    pub(super) version: &'static str,
    /// Before the round.
    pub(super) round: &'static str,
    /// Before a deadline.
    pub(super) deadline: &'static str,
    /// In place of a day that is not on file.
    pub(super) not_announced: &'static str,
    /// Above the steps.
    pub(super) how: &'static str,
    /// How the form is filled in.
    pub(super) steps: [&'static str; 9],
    /// What each type means, in the order of `Kind::WORDS`.
    pub(super) kinds: [&'static str; 6],
    /// What each action means, in the order of `Action::WORDS`.
    pub(super) actions: [&'static str; 6],
    /// Above how it is sent.
    pub(super) sending: &'static str,
    /// How it is sent back.
    pub(super) send: [&'static str; 2],
    /// Above the consultation's own rules.
    pub(super) rules: &'static str,
    /// Above what is said of the form itself.
    pub(super) about: &'static str,
    /// That these words are no official translation.
    pub(super) unofficial: &'static str,
    /// In place of the wording in the row for general comments.
    pub(super) whole_text: &'static str,
    /// Before a wording in the original language, whose code follows.
    pub(super) in_original: &'static str,
    /// That everything is invented.
    pub(super) illustrative: &'static str,
}

impl Words {
    /// The words in a language; in English where they are not held in it.
    pub(super) fn of(language: &Language) -> &'static Words {
        match language.as_str() {
            "ar" => &ar::WORDS,
            "es" => &es::WORDS,
            "fr" => &fr::WORDS,
            "ru" => &ru::WORDS,
            "zh" => &zh::WORDS,
            _ => &en::WORDS,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_names_the_same_columns_in_each_sentence() {
        let places = |sentence: &str| -> Vec<String> {
            let mut found: Vec<String> = sentence
                .split('{')
                .skip(1)
                .map(|rest| rest.split('}').next().unwrap_or_default().to_owned())
                .collect();
            found.sort();
            found
        };
        for words in [&ar::WORDS, &es::WORDS, &fr::WORDS, &ru::WORDS, &zh::WORDS] {
            for (ours, english) in words.steps.iter().zip(en::WORDS.steps) {
                assert_eq!(places(ours), places(english), "{ours}");
            }
            for (ours, english) in words.actions.iter().zip(en::WORDS.actions) {
                assert_eq!(places(ours), places(english), "{ours}");
            }
            assert_ne!(words.instructions.to_lowercase(), words.table.to_lowercase());
        }
    }
}
