//! What came of taking a text in: each paragraph, what it continues, and how sure that is.

use serde::Serialize;

use crate::align::Fate;
use crate::align::guess::Certainty;
use crate::draft::{Language, ParagraphId};
use crate::report::{About, Block, Cited, Document, Marked, Report, Role, Run, Table, cited};
use crate::text::counted;

/// A text that was taken in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ImportReport {
    /// The head.
    pub about: About,
    /// The file.
    pub file: String,
    /// The version it becomes, as named on screen.
    pub version: String,
    /// Its language.
    pub language: Language,
    /// Whether it is a translation, which renders the original and continues nothing.
    pub translation: bool,
    /// The version it continues; absent for a first text and for a translation.
    pub from: Option<String>,
    /// The passages, in their order.
    pub rows: Vec<ImportRow>,
    /// The passages of the text before that nothing continues.
    pub gone: Vec<Cited>,
    /// Where a translation's structure differs from the original's.
    pub differences: Vec<String>,
    /// Paragraphs that a page break had cut, and that were put together again.
    pub joins: Vec<String>,
    /// What of the file was not taken as text: the line, why, and its beginning.
    pub left_out: Vec<String>,
    /// How many passages wait for a person.
    pub uncertain: usize,
    /// The review that was written for a person to decide.
    pub review: Option<String>,
    /// Whether the draft was written.
    pub written: bool,
    /// The files written, from the workspace's root.
    pub files: Vec<String>,
    /// The commit, where one was made.
    pub commit: Option<String>,
}

/// One passage.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ImportRow {
    /// Its rank in the file, from 1.
    pub rank: usize,
    /// The line of the file on which it begins.
    pub line: usize,
    /// The number that was printed before it.
    pub label: Option<String>,
    /// The id it gets.
    pub id: ParagraphId,
    /// The passages it continues, or, in a translation, renders.
    pub continues: Vec<Cited>,
    /// What became of them.
    pub fate: Fate,
    /// Whether it changed its place.
    pub moved: bool,
    /// How sure that is.
    pub certainty: Certainty,
    /// Its words.
    pub text: String,
    /// The redline against what it continues, where it was asked for.
    pub marks: Vec<Marked>,
}

impl ImportReport {
    fn sentence(&self) -> String {
        let what = match (self.written, self.uncertain) {
            (true, _) => {
                format!("{} taken in as the {} in {}", self.file, self.version.to_lowercase(), self.language)
            }
            (false, 0) => format!(
                "{} would become the {} in {}; nothing was written",
                self.file,
                self.version.to_lowercase(),
                self.language
            ),
            (false, waiting) => {
                format!("{} wait for a person; the draft was not written", counted(waiting, "paragraph"))
            }
        };
        let gone = match self.gone.as_slice() {
            [] => String::new(),
            gone => format!(" Not continued: {}.", cited(gone)),
        };
        format!("{what}.{gone}")
    }

    fn table(&self) -> Table {
        let continues = if self.translation { "Renders~" } else { "Continues~" };
        let mut table = Table::new(&["New", "Id", continues, "Fate~", "Certainty", "Text*"]);
        for row in &self.rows {
            let mut fate = row.fate.word().to_owned();
            if row.moved {
                fate.push_str(", moved");
            }
            let role = match row.certainty {
                Certainty::Certain => Role::Quiet,
                Certainty::Likely | Certainty::Doubtful => Role::Warn,
            };
            let opening: String = row.text.chars().take(72).collect();
            let opening = if opening.len() < row.text.len() { format!("{opening}…") } else { opening };
            table.row(vec![
                vec![Run::plain(row.label.clone().unwrap_or_else(|| format!("¶{}", row.rank)))],
                vec![Run::strong(row.id.as_str())],
                vec![Run::plain(cited(&row.continues))],
                vec![Run::plain(fate)],
                vec![Run::new(role, row.certainty.word())],
                if row.marks.is_empty() { vec![Run::plain(opening)] } else { Marked::runs(&row.marks) },
            ]);
        }
        table
    }

    fn notes(&self) -> Vec<Vec<Run>> {
        let note = |text: String| vec![Run::plain(text)];
        let mut notes: Vec<Vec<Run>> =
            self.differences.iter().map(|d| note(format!("structure differs: {d}"))).collect();
        notes.extend(self.joins.iter().map(|join| note(format!("put together over a page break, {join}"))));
        if !self.left_out.is_empty() {
            let pieces = counted(self.left_out.len(), "piece");
            let verb = if self.left_out.len() == 1 { "was" } else { "were" };
            notes.push(note(format!(
                "{pieces} of the file {verb} not taken as text (`--dry-run --format json` lists them)"
            )));
        }
        if let Some(review) = &self.review {
            notes.push(note(format!("decide in {review}, then import the same file again with `--accept`")));
        }
        notes.extend(self.files.iter().map(|file| note(format!("wrote {file}"))));
        if let Some(commit) = &self.commit {
            notes.push(note(format!("commit {}", &commit[..commit.len().min(10)])));
        }
        notes
    }
}

impl Report for ImportReport {
    fn name(&self) -> &'static str {
        "import"
    }

    fn document(&self) -> Document {
        let mut blocks = vec![Block::Prose(vec![Run::plain(self.sentence())]), Block::Table(self.table())];
        let notes = self.notes();
        if !notes.is_empty() {
            blocks.push(Block::List(notes));
        }
        let title = match &self.from {
            Some(from) => format!("Import: {} from the {}", self.version, from.to_lowercase()),
            None => format!("Import: {} in {}", self.version, self.language),
        };
        self.about.page(title, blocks)
    }
}
