//! The answer to "what is different between these two files?", without a workspace.

use chrono::NaiveDate;
use serde::Serialize;

use crate::align::Fate;
use crate::align::guess::Certainty;
use crate::report::{Block, Document, Manuscript, Marked, Report, Role, Run, Table, Tally, WordCount};
use crate::text::{counted, listed};

/// What differs between two texts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CompareReport {
    /// The earlier file, as named.
    pub before: String,
    /// The later file.
    pub after: String,
    /// The day on which they were compared.
    #[serde(skip)]
    pub day: NaiveDate,
    /// Passages by fate.
    pub tally: Tally,
    /// The passages, in the later text's order; unchanged ones only where they were asked for.
    pub passages: Vec<Difference>,
    /// How many of the passages left out differ in their printed number alone.
    pub renumbered: usize,
    /// Whether the page shows both texts side by side.
    #[serde(skip)]
    pub side_by_side: bool,
    /// The text with tracked changes, where it was asked for.
    #[serde(skip)]
    pub manuscript: Option<Manuscript>,
}

/// What probably became of some passages that belong together.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Difference {
    /// The passages before.
    pub before: Vec<Position>,
    /// The passages after.
    pub after: Vec<Position>,
    /// What became of them.
    pub fate: Fate,
    /// Whether they moved.
    pub moved: bool,
    /// How sure that is.
    pub certainty: Certainty,
    /// Words put in and taken out.
    pub words: WordCount,
    /// The marked-up text.
    pub marks: Vec<Marked>,
}

/// A passage of a text that has no ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Position {
    /// Its rank among all passages, from 1.
    pub rank: usize,
    /// The number printed before it.
    pub label: Option<String>,
    /// The line of the file on which it begins.
    pub line: usize,
}

impl Position {
    /// The printed number, or the rank.
    fn name(&self) -> String {
        self.label.clone().unwrap_or_else(|| format!("¶{}", self.rank))
    }
}

impl Difference {
    /// Whether nothing but the printed number is different.
    pub fn is_renumbered(&self) -> bool {
        let labels = |positions: &[Position]| positions.iter().map(|p| p.label.clone()).collect::<Vec<_>>();
        self.fate == Fate::Kept && labels(&self.before) != labels(&self.after)
    }

    /// What became of them in words.
    pub fn sentence(&self) -> String {
        let names =
            |positions: &[Position]| listed(&positions.iter().map(Position::name).collect::<Vec<_>>());
        let mut said = match self.fate {
            Fate::Kept if self.moved => "moved".to_owned(),
            fate if self.moved => format!("{} and moved", fate.word()),
            fate => fate.word().to_owned(),
        };
        match self.fate {
            Fate::Split | Fate::Regrouped => said.push_str(&format!(" into {}", names(&self.after))),
            Fate::Merged => said.push_str(&format!(" from {}", names(&self.before))),
            Fate::Deleted => said.push_str(&format!(" (was {})", names(&self.before))),
            Fate::Kept | Fate::Reworded if self.has_labels() && names(&self.before) != names(&self.after) => {
                said.push_str(&format!(" (was {})", names(&self.before)));
            }
            _ => {}
        }
        if self.certainty != Certainty::Certain {
            said.push_str(&format!(", {}", self.certainty.word()));
        }
        match self.words.sentence() {
            Some(words) if self.fate != Fate::Kept => said.push_str(&format!(": {words}")),
            None if self.fate == Fate::Reworded => said.push_str(": marks or spaces only"),
            _ => {}
        }
        said
    }

    fn has_labels(&self) -> bool {
        self.before.iter().chain(&self.after).any(|position| position.label.is_some())
    }

    /// The name in the later text; what was deleted has none there, and may not be taken for its namesake.
    fn margin(&self) -> Vec<Run> {
        let named = self.after.first();
        named.map(|position| vec![Run::strong(position.name())]).unwrap_or_default()
    }
}

impl Report for CompareReport {
    fn name(&self) -> &'static str {
        "compare"
    }

    fn manuscript(&self) -> Option<Manuscript> {
        self.manuscript.clone()
    }

    fn document(&self) -> Document {
        let mut blocks =
            vec![Block::Prose(vec![Run::plain(format!("Passages: {}.", self.tally.sentence()))])];
        if self.side_by_side {
            let mut table = Table::new(&["~", "Before*", "After*"]);
            for passage in &self.passages {
                table.row(Marked::row(passage.margin(), &passage.sentence(), &passage.marks));
            }
            blocks.push(Block::Table(table));
        } else {
            blocks.extend(self.passages.iter().map(|passage| {
                let mut body = vec![Run::new(Role::Quiet, passage.sentence()), Run::plain("\n")];
                body.extend(Marked::runs(&passage.marks));
                Block::Passage { margin: passage.margin(), body, item: false }
            }));
        }
        let hidden = self.tally.fates.values().sum::<usize>() - self.passages.len();
        if self.passages.is_empty() {
            blocks.push(Block::Prose(vec![Run::plain("Nothing differs.")]));
        } else if hidden > 0 {
            let numbers = match self.renumbered {
                0 => String::new(),
                count => format!(", {count} of them renumbered"),
            };
            let rest = format!(
                "{} with the same words not shown{numbers} (`--all` shows them).",
                counted(hidden, "passage")
            );
            blocks.push(Block::Prose(vec![Run::quiet(rest)]));
        }
        Document {
            title: format!("{} → {}", self.before, self.after),
            notice: None,
            day: Some(self.day),
            blocks,
            next: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn difference(before: &[usize], after: &[usize], fate: Fate) -> Difference {
        let positions = |ranks: &[usize]| -> Vec<Position> {
            ranks.iter().map(|&rank| Position { rank, label: None, line: rank }).collect()
        };
        Difference {
            before: positions(before),
            after: positions(after),
            fate,
            moved: false,
            certainty: Certainty::Certain,
            words: WordCount::default(),
            marks: Vec::new(),
        }
    }

    #[test]
    fn what_was_deleted_has_no_name_in_the_later_text() {
        let gone = difference(&[4], &[], Fate::Deleted);
        assert_eq!((gone.sentence().as_str(), gone.margin()), ("deleted (was ¶4)", Vec::new()));
        let come = difference(&[], &[4], Fate::Added);
        assert_eq!((come.sentence().as_str(), come.margin()), ("added", vec![Run::strong("¶4")]));
    }

    #[test]
    fn a_change_without_a_word_says_so() {
        assert_eq!(difference(&[1], &[1], Fate::Reworded).sentence(), "reworded: marks or spaces only");
    }
}
