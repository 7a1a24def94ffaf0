//! What a text looks like in a word processor, before it is dressed as a file.

use chrono::NaiveDate;

use crate::draft::{Language, Level};
use crate::report::Run;

/// A text in the form a word processor has for it: paragraphs, what was done to them as tracked changes, comments on
/// their words. Made from a typed report, never the other way round.
///
/// Laws: with all changes accepted it is exactly the later text, with all undone exactly the earlier one; its
/// last paragraph mark is kept, since no program can take it out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Manuscript {
    /// What the file is called in its properties.
    pub title: String,
    /// What stands at the head of every page: which version, in which language, how far.
    pub head: String,
    /// The day for which it holds, which its changes bear.
    pub day: NaiveDate,
    /// What must be said on every page, such as "illustrative".
    pub notice: Option<String>,
    /// What is said about the text without being part of it; it stands at the foot of every page.
    pub note: Option<String>,
    /// Which version its names belong to, as in `ict/first`; absent for a text without ids.
    pub version: Option<String>,
    /// The language of the text, where it is known.
    pub language: Option<Language>,
    /// The language of the text beside it, where there is one.
    pub beside: Option<Language>,
    /// The paragraphs, in reading order.
    pub paragraphs: Vec<ManuscriptParagraph>,
    /// The comments, in the order of their places; an answer follows what it answers.
    pub notes: Vec<MarginNote>,
}

/// One paragraph of a manuscript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManuscriptParagraph {
    /// What it is; none for something said about the text.
    pub level: Option<Level>,
    /// The hidden names by which it is known when the file comes back, each once in the file.
    pub names: Vec<String>,
    /// Its printed number, in pieces as the words are.
    pub label: Vec<Touched>,
    /// Its words; a line feed begins a new line.
    pub words: Vec<Touched>,
    /// What was done to its end: an end that was put in divides a paragraph, one that was taken out joins two.
    pub mark: Touch,
    /// What the paragraph to whose end this one's mark belongs was in the earlier text, where that was something else.
    pub was: Option<Level>,
    /// The same passage in the other language.
    pub beside: Option<Beside>,
}

/// A passage in the language of the right-hand column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Beside {
    /// The hidden names.
    pub names: Vec<String>,
    /// The words; none where this language lacks the passage.
    pub words: String,
}

/// A stretch of text and what was done to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touched {
    /// What was done.
    pub touch: Touch,
    /// The words.
    pub text: String,
}

/// What was done to a stretch of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Touch {
    /// Nothing.
    Kept,
    /// Put in.
    Inserted,
    /// Taken out.
    Struck,
    /// Moved away; the number is that of the move.
    MovedFrom(usize),
    /// Moved here.
    MovedTo(usize),
}

/// A comment in the margin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarginNote {
    /// Who says it.
    pub author: String,
    /// The short form of that.
    pub initials: String,
    /// The day it was said.
    pub day: NaiveDate,
    /// What is said, a paragraph each.
    pub said: Vec<Vec<Run>>,
    /// Where its words begin: the paragraph, and the byte within its words.
    pub from: (usize, usize),
    /// Where they end.
    pub to: (usize, usize),
    /// The comment it answers, by its place among the notes; never itself an answer.
    pub answers: Option<usize>,
}

impl Touched {
    /// A stretch of text that stayed.
    pub fn kept(text: impl Into<String>) -> Touched {
        Touched { touch: Touch::Kept, text: text.into() }
    }
}

impl Touch {
    /// Whether it stands in the earlier text.
    pub fn stood(self) -> bool {
        !matches!(self, Touch::Inserted | Touch::MovedTo(_))
    }

    /// Whether it stands in the later text.
    pub fn stands(self) -> bool {
        !matches!(self, Touch::Struck | Touch::MovedFrom(_))
    }
}

impl ManuscriptParagraph {
    /// A paragraph that nobody touched.
    pub fn new(level: Option<Level>, label: Option<String>, words: impl Into<String>) -> ManuscriptParagraph {
        ManuscriptParagraph {
            level,
            names: Vec::new(),
            label: label.map(Touched::kept).into_iter().collect(),
            words: vec![Touched::kept(words)],
            mark: Touch::Kept,
            was: None,
            beside: None,
        }
    }

    /// What is printed: its number and, after a tab, its words. The tab goes with the number where that comes or goes
    /// as a whole.
    pub fn printed(&self) -> Vec<Touched> {
        let tab = self.label.first().map(|first| {
            let alike = self.label.iter().all(|piece| piece.touch == first.touch);
            Touched { touch: if alike { first.touch } else { Touch::Kept }, text: "\t".to_owned() }
        });
        self.label.iter().cloned().chain(tab).chain(self.words.iter().cloned()).collect()
    }

    /// How long its words are, in bytes, whatever was done to them.
    pub fn length(&self) -> usize {
        self.words.iter().map(|stretch| stretch.text.len()).sum()
    }
}
