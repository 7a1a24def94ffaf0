//! The answer to "what does the text say?".

use serde::Serialize;

use crate::draft::{Language, Level, ParagraphId};
use crate::report::{About, Block, Cited, Document, Report, Run};

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
    /// Its words.
    pub text: String,
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

impl Report for TextReport {
    fn name(&self) -> &'static str {
        "text"
    }

    fn document(&self) -> Document {
        let head = format!("{} in {}, {}.", self.version, self.language, self.state);
        let mut blocks = vec![Block::Prose(vec![Run::plain(head)])];
        if let Some(note) = &self.note {
            blocks.push(Block::Prose(vec![Run::quiet(note)]));
        }
        let without_title = |passage: &&PassageText| passage.cited.id.level() != Level::Title;
        blocks.extend(self.passages.iter().filter(without_title).map(PassageText::block));
        if !self.missing.is_empty() {
            let missing = format!("Not in this language: {}.", crate::report::passage::cited(&self.missing));
            blocks.push(Block::Prose(vec![Run::new(crate::report::Role::Warn, missing)]));
        }
        self.about.page(&self.title, blocks)
    }
}
