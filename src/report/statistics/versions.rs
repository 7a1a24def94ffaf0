//! One version in figures.

use serde::Serialize;

use crate::align::Fate;
use crate::draft::VersionId;
use crate::report::{BracketCount, Tally};

/// One version in figures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VersionFigures {
    /// Its name on screen.
    pub version: String,
    /// Its short name.
    pub id: VersionId,
    /// Paragraphs.
    pub paragraphs: usize,
    /// List items.
    pub items: usize,
    /// Words, those of headings included.
    pub words: usize,
    /// The version that it continues.
    pub compared_with: Option<String>,
    /// What became of its passages.
    pub tally: Option<Tally>,
    /// Its brackets, where they were asked for.
    pub brackets: Option<BracketCount>,
}

impl VersionFigures {
    pub(super) fn plain(&self) -> Vec<(String, String)> {
        let tally = self.tally.as_ref();
        let of = |count: Option<usize>| count.map_or("–".to_owned(), |count| count.to_string());
        let mut plain = vec![
            ("Paragraphs".to_owned(), self.paragraphs.to_string()),
            ("List items".to_owned(), self.items.to_string()),
            ("Words".to_owned(), self.words.to_string()),
            ("Compared with".to_owned(), self.compared_with.clone().unwrap_or("–".to_owned())),
        ];
        plain.extend(Fate::ALL.iter().map(|fate| {
            let count = tally.map(|tally| tally.fates.get(fate).copied().unwrap_or_default());
            (format!("Passages {}", fate.word()), of(count))
        }));
        plain.extend([
            ("Passages moved".to_owned(), of(tally.map(|tally| tally.moved))),
            ("Words added".to_owned(), of(tally.map(|tally| tally.words.inserted))),
            ("Words struck".to_owned(), of(tally.map(|tally| tally.words.struck))),
            ("Brackets".to_owned(), of(self.brackets.as_ref().map(|count| count.brackets))),
            ("Alternatives".to_owned(), of(self.brackets.as_ref().map(|count| count.alternatives))),
        ]);
        plain
    }
}
