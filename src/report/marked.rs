//! Marked-up words, as answers hold them.

use serde::Serialize;

use crate::draft::BREAK;
use crate::redline::{Mark, Redline};
use crate::report::{Cell, Role, Run};
use crate::text::words;

/// One run of marked-up text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Marked {
    /// Words that stayed.
    Kept(String),
    /// Words taken out.
    Struck(String),
    /// Words put in.
    Inserted(String),
}

/// How many words a redline puts in and takes out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct WordCount {
    /// Words put in.
    pub inserted: usize,
    /// Words taken out.
    pub struck: usize,
}

impl WordCount {
    /// The words a redline puts in and takes out.
    pub fn of(redline: &Redline<'_>) -> WordCount {
        let mut count = WordCount::default();
        for mark in redline.marks() {
            match mark {
                Mark::Inserted(text) => count.inserted += words(text),
                Mark::Struck(text) => count.struck += words(text),
                Mark::Kept(_) => {}
            }
        }
        count
    }

    /// Adds another count.
    pub fn add(&mut self, other: WordCount) {
        self.inserted += other.inserted;
        self.struck += other.struck;
    }

    /// `9 words added, 3 struck`; absent where nothing was.
    pub fn sentence(self) -> Option<String> {
        match (self.inserted, self.struck) {
            (0, 0) => None,
            (inserted, 0) => Some(format!("{} added", crate::text::counted(inserted, "word"))),
            (0, struck) => Some(format!("{} struck", crate::text::counted(struck, "word"))),
            (inserted, struck) => {
                Some(format!("{} added, {struck} struck", crate::text::counted(inserted, "word")))
            }
        }
    }
}

impl Marked {
    /// The marks of a redline.
    pub fn of(redline: &Redline<'_>) -> Vec<Marked> {
        Marked::these(redline.marks())
    }

    /// Some marks.
    pub fn these(marks: &[Mark<'_>]) -> Vec<Marked> {
        let marked = |mark: &Mark<'_>| match mark {
            Mark::Kept(text) => Marked::Kept((*text).to_owned()),
            Mark::Struck(text) => Marked::Struck((*text).to_owned()),
            Mark::Inserted(text) => Marked::Inserted((*text).to_owned()),
        };
        marks.iter().map(marked).collect()
    }

    /// The run as a redline has it.
    pub fn mark(&self) -> Mark<'_> {
        match self {
            Marked::Kept(text) => Mark::Kept(text),
            Marked::Struck(text) => Mark::Struck(text),
            Marked::Inserted(text) => Mark::Inserted(text),
        }
    }

    /// A row of a table that shows both texts side by side: what was taken out on the left, what was put in on
    /// the right.
    pub fn row(mut margin: Vec<Run>, sentence: &str, marks: &[Marked]) -> Vec<Cell> {
        let side = |shown: fn(&Marked) -> bool| -> Cell {
            let marks: Vec<Marked> = marks.iter().filter(|mark| shown(mark)).cloned().collect();
            Marked::runs(&marks)
        };
        margin.push(Run::quiet(format!("\n{}", sentence.split(':').next().unwrap_or_default())));
        let before = side(|mark| !matches!(mark, Marked::Inserted(_)));
        let after = side(|mark| !matches!(mark, Marked::Struck(_)));
        vec![margin, before, after]
    }

    /// The marks as runs; a paragraph break that came or went is shown as ¶.
    pub fn runs(marks: &[Marked]) -> Vec<Run> {
        let run = |mark: &Marked| match mark {
            Marked::Kept(text) => Run::plain(text.replace(BREAK, "\n")),
            Marked::Struck(text) => Run::new(Role::Struck, text.replace(BREAK, " ¶ ")),
            Marked::Inserted(text) => Run::new(Role::Inserted, text.replace(BREAK, " ¶\n")),
        };
        marks.iter().map(run).collect()
    }
}
