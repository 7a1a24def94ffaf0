//! The blank comment table of a version, ready to be sent out.

mod instructions;
mod table;
mod words;

use chrono::NaiveDate;
use serde::Serialize;

use crate::comment::Origin;
use crate::draft::{Language, Level};
use crate::report::{About, Block, Cited, Document, Report, Role, Run, Spreadsheet, Table, cited};
use crate::text::{counted, within_sentence};

/// The blank comment table of one version: a row for general comments, then one for each passage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FormReport {
    /// The head.
    pub about: About,
    /// The version, as named on screen.
    pub version: String,
    /// The language of headings, words to choose from and instructions, and of the wording where there is one.
    pub language: Language,
    /// The language that rules, in which a passage stands where the other lacks it.
    pub original: Language,
    /// The delegation it is made for, by name.
    pub delegation: Option<String>,
    /// The round that discusses the version.
    pub round: Option<FormRound>,
    /// The deadlines of that round.
    pub deadlines: Vec<Deadline>,
    /// The time zone in which days end.
    pub timezone: String,
    /// What the consultation's own rules say about publication, word for word.
    pub rules: Vec<String>,
    /// The guiding questions put in that round: short name and text.
    pub questions: Vec<(String, String)>,
    /// The row for general comments.
    pub whole: Origin,
    /// The passages, in reading order.
    pub passages: Vec<FormPassage>,
    /// What the file may be called, without its ending.
    pub file: String,
    /// The command that writes it, without the file.
    #[serde(skip)]
    pub command: String,
}

/// The round in which a version is discussed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FormRound {
    /// What it is called.
    pub title: String,
    /// Its first day; absent while not announced.
    pub start: Option<NaiveDate>,
    /// Its last day.
    pub end: Option<NaiveDate>,
}

/// The last day for something, as far as it was announced: both days are the same, or the bounds between which it
/// will lie, or absent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Deadline {
    /// What it is for.
    pub title: String,
    /// The first day on which it can be.
    pub from: Option<NaiveDate>,
    /// The last day on which it can be.
    pub until: Option<NaiveDate>,
}

/// One passage as the form shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FormPassage {
    /// Its names.
    #[serde(flatten)]
    pub cited: Cited,
    /// Its wording.
    pub wording: String,
    /// Version, language and digest of the wording.
    pub origin: Origin,
}

impl FormReport {
    /// The passages that the language of the form lacks.
    pub fn in_original(&self) -> Vec<Cited> {
        let other = |passage: &&FormPassage| passage.origin.language != self.language;
        self.passages.iter().filter(other).map(|passage| passage.cited.clone()).collect()
    }

    /// Whether the version has no text at all in the language of the form.
    pub fn is_all_in_original(&self) -> bool {
        self.passages.iter().all(|passage| passage.origin.language != self.language)
    }

    /// What is not in the language of the form, in a sentence; absent where nothing is.
    pub fn in_original_sentence(&self) -> Option<String> {
        let missing = self.in_original();
        match missing.as_slice() {
            [] => None,
            _ if self.is_all_in_original() => {
                let version = within_sentence(&self.version);
                Some(format!("The {version} has no text in {}; shown in {}.", self.language, self.original))
            }
            _ => Some(format!("Not in {}, shown in {}: {}.", self.language, self.original, cited(&missing))),
        }
    }

    fn title(&self) -> String {
        let whose = self.delegation.as_ref().map(|name| format!(" for {name}")).unwrap_or_default();
        format!("Comment form on the {} in {}{whose}", within_sentence(&self.version), self.language)
    }

    /// `A row for general comments, 9 headings, 27 paragraphs and 4 items.`
    fn summary(&self) -> String {
        let of = |level: Level, noun: &str| {
            let count = self.passages.iter().filter(|passage| passage.cited.id.level() == level).count();
            (count > 0).then(|| counted(count, noun))
        };
        let levels =
            [(Level::Section, "heading"), (Level::Paragraph, "paragraph"), (Level::Item, "list item")];
        let mut rows = vec!["A row for general comments".to_owned()];
        rows.extend(of(Level::Title, "title").map(|_| "one for the title".to_owned()));
        rows.extend(levels.into_iter().filter_map(|(level, noun)| of(level, noun)));
        format!("{}.", crate::text::listed(&rows))
    }
}

impl Report for FormReport {
    fn name(&self) -> &'static str {
        "form"
    }

    fn document(&self) -> Document {
        let mut blocks = vec![Block::Prose(vec![Run::plain(self.summary())])];
        let missing = self.in_original_sentence();
        blocks.extend(missing.map(|text| Block::Prose(vec![Run::new(Role::Warn, text)])));
        let mut table = Table::new(&["Paragraph~", "Current wording*"]);
        for passage in &self.passages {
            table.row(vec![vec![Run::plain(passage.cited.both())], vec![Run::plain(&passage.wording)]]);
        }
        blocks.push(Block::Table(table));
        let next = ["xlsx", "csv"].map(|end| {
            let file = &self.file;
            format!("`{} --output {file}.{end}` writes it to be sent out", self.command)
        });
        self.about.page(self.title(), blocks).then(next)
    }

    fn spreadsheet(&self) -> Option<Spreadsheet> {
        Some(table::table(self))
    }
}
