//! One version of one workstream: its text in each language, and what is on record about it.

use std::collections::BTreeMap;

use crate::draft::{Draft, Language, Numbering, VersionRecord};

/// One version of a workstream's text, with its translations and its record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VersionText {
    /// The text in each language that has a file.
    pub drafts: BTreeMap<Language, Draft>,
    /// The git blob of each language's file, in hexadecimal, as it would be committed.
    pub digests: BTreeMap<Language, String>,
    /// What is on record: issued, sent, published.
    pub record: VersionRecord,
}

impl VersionText {
    /// The text that rules: the original language's, or else the first there is.
    pub fn ruling(&self, original: &Language) -> Option<&Draft> {
        self.drafts.get(original).or_else(|| self.drafts.values().next())
    }

    /// The printed numbers, the same in every language.
    pub fn numbering(&self, original: &Language) -> Numbering {
        self.ruling(original).map(|draft| Numbering::of(draft, &self.record.labels)).unwrap_or_default()
    }

    /// Whether a language was issued, after which its text is frozen.
    pub fn is_issued(&self, language: &Language) -> bool {
        self.record.issued.iter().any(|issued| issued.language == *language)
    }
}
