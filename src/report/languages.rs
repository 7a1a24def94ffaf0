//! The answer to "do the languages say the same?".

use serde::Serialize;

use crate::draft::Language;
use crate::report::workstream::codes;
use crate::report::{
    About, Block, Cell, Cited, Document, Report, Run, SheetColumn, Spreadsheet, Table, TextWaiting, cited,
};
use crate::text::{counted, within_sentence};

/// The translations of a version held against its original.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LanguagesReport {
    /// The head.
    pub about: About,
    /// The version, as named on screen.
    pub version: String,
    /// The original language.
    pub original: Language,
    /// How many terms the consultation's glossary has.
    pub terms: usize,
    /// Whether the age of a translation is known from git's history; otherwise only from the record of the version.
    pub by_git: bool,
    /// Whether there is a table of strength words for the original language.
    pub strength: bool,
    /// The texts that wait for translation.
    pub waiting: Vec<TextWaiting>,
    /// The translation asked for; absent for all.
    #[serde(skip)]
    pub asked: Option<Language>,
    /// Each translation.
    pub translations: Vec<TranslationReport>,
}

/// One translation held against the original.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TranslationReport {
    /// The language.
    pub language: Language,
    /// Whether there is a table of strength words for it.
    pub strength: bool,
    /// What differs, in the original's order; doubts, not faults.
    pub doubts: Vec<LanguageDoubt>,
}

/// One difference between a translation and the original.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LanguageDoubt {
    /// The passages.
    pub passages: Vec<Cited>,
    /// What differs: `paragraph`, `points`, `joined`, `blocks`, `figures`, `strength`, `term`, `older`.
    pub kind: &'static str,
    /// What the original has; empty for nothing.
    pub original: String,
    /// What the translation has; empty for nothing.
    pub translation: String,
}

const MEASURE: &str = "Each is a doubt for a lawyer-linguist: the program reads words, not meaning. Compared are passages \
                       and points of lists, numbers and dates (a number written as a word only where the other language has \
                       digits), words of obligation, recommendation and encouragement, and the terms of the glossary. \
                       Permission is not compared, since may also says what is possible.";

impl LanguageDoubt {
    /// The kind as a person reads it.
    fn what(&self) -> &'static str {
        match self.kind {
            "paragraph" => "stands in one language only",
            "points" => "points of its list",
            "joined" => "joined",
            "blocks" => "blocks",
            "figures" => "numbers and dates",
            "strength" => "strength words",
            "term" => "term",
            "older" => "original changed since",
            other => other,
        }
    }

    fn row(&self) -> Vec<Cell> {
        let side = |text: &str| vec![if text.is_empty() { Run::quiet("–") } else { Run::plain(text) }];
        vec![
            vec![Run::plain(cited(&self.passages))],
            vec![Run::plain(self.what())],
            side(&self.original),
            side(&self.translation),
        ]
    }
}

impl LanguagesReport {
    fn title(&self) -> String {
        format!("Languages of the {}", within_sentence(&self.version))
    }

    fn summary(&self) -> String {
        let doubts: usize = self.translations.iter().map(|one| one.doubts.len()).sum();
        let languages: Vec<Language> = self.translations.iter().map(|one| one.language.clone()).collect();
        match (languages.as_slice(), doubts) {
            ([], _) if self.asked.is_some() => {
                format!("The {} has no such text yet.", within_sentence(&self.version))
            }
            ([], _) => format!("The {} stands in {} only.", within_sentence(&self.version), self.original),
            (_, 0) => format!("Nothing differs between {} and {}.", self.original, codes(&languages)),
            (_, count) => format!(
                "{} held against {}: {} to look at.",
                codes(&languages),
                self.original,
                counted(count, "difference")
            ),
        }
    }

    fn limits(&self) -> Option<String> {
        let mut limits = Vec::new();
        if self.terms == 0 {
            limits.push("There is no drafts/glossary.toml, so no terms were compared.".to_owned());
        }
        let without: Vec<Language> =
            self.translations.iter().filter(|one| !one.strength).map(|one| one.language.clone()).collect();
        if !self.strength {
            limits.push(format!("There is no table of strength words for {}.", self.original));
        } else if !without.is_empty() {
            limits.push(format!("There is no table of strength words for {}.", codes(&without)));
        }
        if !self.by_git && !self.translations.is_empty() {
            limits.push(
                "Without a history, a translation is older only where it was issued earlier.".to_owned(),
            );
        }
        (!limits.is_empty()).then(|| limits.join(" "))
    }
}

impl Report for LanguagesReport {
    fn name(&self) -> &'static str {
        "languages"
    }

    fn document(&self) -> Document {
        let mut blocks = vec![Block::Prose(vec![Run::strong(self.summary())])];
        for translation in self.translations.iter().filter(|one| !one.doubts.is_empty()) {
            let title = format!("{} and {}", self.original, translation.language);
            blocks.push(Block::Heading(vec![Run::plain(title)]));
            let (original, own) = (format!("{}*", self.original), format!("{}*", translation.language));
            let mut table = Table::new(&["Paragraph~", "What differs~", &original, &own]);
            translation.doubts.iter().for_each(|doubt| table.row(doubt.row()));
            blocks.push(Block::Table(table));
        }
        if !self.waiting.is_empty() {
            blocks.push(Block::Heading(vec![Run::plain("Waiting for translation")]));
            blocks.push(Block::List(
                TextWaiting::points(&self.waiting).into_iter().map(|point| vec![Run::plain(point)]).collect(),
            ));
        }
        let measure = (!self.translations.is_empty()).then(|| MEASURE.to_owned());
        let said: Vec<String> = measure.into_iter().chain(self.limits()).collect();
        if !said.is_empty() {
            blocks.push(Block::Prose(vec![Run::quiet(said.join(" "))]));
        }
        self.about.page(self.title(), blocks)
    }

    fn spreadsheet(&self) -> Option<Spreadsheet> {
        let mut sheet = Spreadsheet::new(self.title(), "Languages", self.about.as_at);
        sheet.above.extend(self.about.notice());
        let columns = [
            ("Language", 10),
            ("Number", 14),
            ("Id", 14),
            ("What differs", 26),
            ("Original", 50),
            ("Translation", 50),
            ("Looked at by", 18),
            ("Remark", 40),
        ];
        sheet.columns =
            columns.into_iter().map(|(heading, width)| SheetColumn::new(heading, width)).collect();
        for translation in &self.translations {
            for doubt in &translation.doubts {
                let numbers: Vec<&str> =
                    doubt.passages.iter().filter_map(|cited| cited.number.as_deref()).collect();
                let ids: Vec<&str> = doubt.passages.iter().map(|cited| cited.id.as_str()).collect();
                let cells = [
                    translation.language.to_string(),
                    numbers.join(", "),
                    ids.join(", "),
                    doubt.what().to_owned(),
                    doubt.original.clone(),
                    doubt.translation.clone(),
                    String::new(),
                    String::new(),
                ];
                sheet.row(cells.into_iter().map(|cell| vec![Run::plain(cell)]).collect());
            }
        }
        Some(sheet)
    }
}
