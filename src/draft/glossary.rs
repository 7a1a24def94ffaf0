//! The consultation's terms in each language.

use std::collections::BTreeMap;

use crate::draft::Language;
use crate::error::Problem;
use crate::form::{Reader, Writer};
use crate::text::Terms;

/// The terms that stay whole in redlines and are compared between languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Glossary {
    /// The terms in the file's order.
    pub terms: Vec<Term>,
}

/// One term, by language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Term {
    /// Its wording in each language that has one.
    pub wordings: BTreeMap<Language, String>,
}

impl Glossary {
    /// Reads a `glossary.toml`.
    pub fn parse(path: &str, text: &str) -> Result<Glossary, Vec<Problem>> {
        let reader = Reader::new(path, text);
        let root = reader.root();
        let mut terms = Vec::new();
        for table in root.tables("term") {
            let mut term = Term::default();
            for (key, line, wording) in table.entries() {
                match (Language::parse(&key), wording) {
                    (Some(language), Some(wording)) if !wording.is_empty() => {
                        term.wordings.insert(language, wording);
                    }
                    _ => reader.note(
                        Problem::new(reader.place(line), "term")
                            .found(&key)
                            .expected("a language code and a text"),
                    ),
                }
            }
            terms.push(term);
        }
        root.close();
        let problems = reader.close();
        if problems.is_empty() { Ok(Glossary { terms }) } else { Err(problems) }
    }

    /// Writes the canonical file.
    pub fn print(&self) -> String {
        let terms = self.terms.iter().map(|term| {
            term.wordings
                .iter()
                .fold(Writer::new(), |writer, (language, wording)| writer.text(language.as_str(), wording))
        });
        Writer::new().tables("term", terms).print()
    }

    /// The terms of one language, for cutting its texts into words.
    pub fn terms(&self, language: &Language) -> Terms {
        Terms::new(self.terms.iter().filter_map(|term| term.wordings.get(language)).map(String::as_str))
    }
}
