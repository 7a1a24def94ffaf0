//! The answer to "what does the text say?".

use serde::Serialize;

use crate::draft::{Language, Level, ParagraphId};
use crate::report::{About, Block, Cited, CommentRow, Document, Manuscript, Report, Run, Table};

/// A version, or one passage of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TextReport {
    /// The head.
    pub about: About,
    /// The version, as named on screen.
    pub version: String,
    /// The language shown.
    pub language: Language,
    /// The title of the text.
    pub title: String,
    /// What the co-chairs say about the text.
    pub note: Option<String>,
    /// How far it is: `circulated on 1 April 2026`, `in preparation`.
    pub state: String,
    /// The passages shown, in reading order.
    pub passages: Vec<PassageText>,
    /// Passages of the version that this language lacks.
    pub missing: Vec<Cited>,
    /// The language beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beside: Option<Language>,
    /// The comments that stand on the passages shown; absent where they were not asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comments: Option<Vec<CommentRow>>,
    /// The text as a word processor has it.
    #[serde(skip)]
    pub manuscript: Manuscript,
}

/// One passage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PassageText {
    /// Its names.
    #[serde(flatten)]
    pub cited: Cited,
    /// The further passages that the same block of a translation renders.
    pub with: Vec<ParagraphId>,
    /// The passages of the version before that it continues besides its own.
    pub from: Vec<ParagraphId>,
    /// Its words; none where this language lacks the passage.
    pub text: String,
    /// Its words in the language beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beside: Option<String>,
}

impl PassageText {
    fn block(&self) -> Block {
        match self.cited.id.level() {
            Level::Title | Level::Section => {
                let name = format!("{}. ", self.cited.id);
                let name = if self.cited.id.level() == Level::Title { String::new() } else { name };
                Block::Heading(vec![Run::plain(name + &self.text)])
            }
            level => {
                let mut margin = self.cited.margin();
                margin.extend(self.with.iter().map(|id| Run::quiet(format!("+{id}"))));
                Block::Passage { margin, body: vec![Run::plain(&self.text)], item: level == Level::Item }
            }
        }
    }
}

impl TextReport {
    /// Both languages, a passage a row.
    fn side_by_side(&self, other: &Language) -> Table {
        let mut table = Table::new(&["~", &format!("{}*", self.language), &format!("{other}*")]);
        for passage in &self.passages {
            let words = [&passage.text, passage.beside.as_ref().unwrap_or(&passage.text)];
            let there = passage.beside.is_some();
            let cell = |text: &str, there| vec![if there { Run::plain(text) } else { Run::quiet("–") }];
            let left = cell(words[0], !passage.text.is_empty());
            table.row(vec![passage.cited.margin(), left, cell(words[1], there)]);
        }
        table
    }

    /// The comments that begin on a passage; on none of those shown, where none is given.
    fn comments_on(&self, passage: Option<&Cited>) -> Option<Block> {
        let begins = |row: &&CommentRow| {
            let shown =
                row.stands.passages.iter().find(|id| self.passages.iter().any(|own| own.cited.id == id.id));
            shown.map(|cited| &cited.id) == passage.map(|cited| &cited.id)
        };
        let point = |row: &CommentRow| {
            let mut point = vec![
                Run::strong(&row.cited_as),
                Run::plain(format!(" {} ({}): ", row.speakers(), row.sort())),
            ];
            point.extend(row.said());
            point
        };
        let points: Vec<Vec<Run>> = self.comments.iter().flatten().filter(begins).map(point).collect();
        (!points.is_empty()).then_some(Block::List(points))
    }
}

impl Report for TextReport {
    fn name(&self) -> &'static str {
        "text"
    }

    fn manuscript(&self) -> Option<Manuscript> {
        Some(self.manuscript.clone())
    }

    fn document(&self) -> Document {
        let head = format!("{} in {}, {}.", self.version, self.language, self.state);
        let mut blocks = vec![Block::Prose(vec![Run::plain(head)])];
        if let Some(note) = &self.note {
            blocks.push(Block::Prose(vec![Run::quiet(note)]));
        }
        blocks.extend(self.comments_on(None));
        match &self.beside {
            Some(other) => {
                blocks.push(Block::Table(self.side_by_side(other)));
                blocks
                    .extend(self.passages.iter().flat_map(|passage| self.comments_on(Some(&passage.cited))));
            }
            None => {
                for passage in &self.passages {
                    let is_title = passage.cited.id.level() == Level::Title;
                    blocks.extend((!is_title).then(|| passage.block()));
                    blocks.extend(self.comments_on(Some(&passage.cited)));
                }
            }
        }
        if !self.missing.is_empty() {
            let missing = format!("Not in this language: {}.", crate::report::passage::cited(&self.missing));
            blocks.push(Block::Prose(vec![Run::new(crate::report::Role::Warn, missing)]));
        }
        self.about.page(&self.title, blocks)
    }
}
