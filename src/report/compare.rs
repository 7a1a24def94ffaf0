//! The answer to "what is different between these two files?", without a workspace.

use chrono::NaiveDate;
use serde::Serialize;

use crate::align::Fate;
use crate::align::guess::Certainty;
use crate::report::{
    Block, Document, Manuscript, Marked, Report, Role, Run, Table, Tally, Unread, WordCount,
};
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
    /// What only one of the files has beside its text.
    pub unread: Vec<Unread>,
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
        self.said(Some(self.certainty).filter(|certainty| *certainty != Certainty::Certain))
    }

    /// The same in the margin of a text, whose reader has not seen the others: what is not certain is a sentence.
    pub fn note(&self) -> String {
        let doubt = match self.certainty {
            Certainty::Certain => "",
            Certainty::Likely => ". That these belong together is likely, not certain",
            Certainty::Doubtful => ". That these belong together is doubtful",
        };
        self.said(None) + doubt
    }

    fn said(&self, doubt: Option<Certainty>) -> String {
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
        if let Some(doubt) = doubt {
            said.push_str(&format!(", {}", doubt.word()));
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
            let said =
                if self.unread.is_empty() { "Nothing differs." } else { "Nothing differs in the text." };
            blocks.push(Block::Prose(vec![Run::plain(said)]));
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
        blocks.extend(Unread::blocks(&self.unread));
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
    fn a_doubt_is_a_sentence_of_its_own_in_the_margin() {
        let certain = difference(&[1], &[1, 2], Fate::Split);
        assert_eq!(certain.note(), "split into ¶1 and ¶2");
        let doubtful = Difference { certainty: Certainty::Doubtful, ..certain };
        assert_eq!(doubtful.sentence(), "split into ¶1 and ¶2, doubtful");
        assert_eq!(doubtful.note(), "split into ¶1 and ¶2. That these belong together is doubtful");
    }

    #[test]
    fn a_change_without_a_word_says_so() {
        assert_eq!(difference(&[1], &[1], Fate::Reworded).sentence(), "reworded: marks or spaces only");
    }
}
