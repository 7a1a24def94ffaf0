//! A text that waits for translation.

use serde::Serialize;

use crate::draft::Language;
use crate::report::workstream::codes;
use crate::report::{Cited, cited};
use crate::text::counted;

/// A language in which a version waits for translation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TextWaiting {
    /// The language.
    pub language: Language,
    /// Why it waits.
    pub why: WhyWaiting,
    /// The passages that wait; none where the whole text does.
    pub passages: Vec<Cited>,
}

/// Why a language waits for translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum WhyWaiting {
    /// The version has no text in it.
    NoText,
    /// Passages of the original are not there.
    LacksPassages,
    /// The original changed after them.
    Older,
}

impl TextWaiting {
    /// What waits, in words: the languages without a text together, each other one by itself.
    pub fn points(waiting: &[TextWaiting]) -> Vec<String> {
        const NAMED: usize = 6;
        let without: Vec<Language> = waiting
            .iter()
            .filter(|one| one.why == WhyWaiting::NoText)
            .map(|one| one.language.clone())
            .collect();
        let mut points = Vec::new();
        if !without.is_empty() {
            points.push(format!("no text in {}", codes(&without)));
        }
        for one in waiting.iter().filter(|one| one.why != WhyWaiting::NoText) {
            let named = match one.passages.len() {
                0..=NAMED => cited(&one.passages),
                more => format!("{}, and {} more", cited(&one.passages[..NAMED]), more - NAMED),
            };
            let count = counted(one.passages.len(), "passage");
            points.push(match one.why {
                WhyWaiting::LacksPassages => format!("{} lacks {count}: {named}", one.language),
                _ => format!("{count} of {} changed in the original since: {named}", one.language),
            });
        }
        points
    }

    /// How many languages wait.
    pub fn languages(waiting: &[TextWaiting]) -> usize {
        let languages: std::collections::BTreeSet<&Language> =
            waiting.iter().map(|one| &one.language).collect();
        languages.len()
    }
}
