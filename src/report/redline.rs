//! The answer to "what changed, word by word?".

use serde::Serialize;

use crate::align::Fate;
use crate::draft::{Language, Level};
use crate::report::passage::cited;
use crate::report::{About, Block, Cited, Document, Manuscript, Marked, Report, Run, Table, WordCount};
use crate::text::{counted, listed, within_sentence};

/// What changed between two versions of a text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RedlineReport {
    /// The head.
    pub about: About,
    /// The earlier version, as named on screen.
    pub before: String,
    /// The later version.
    pub after: String,
    /// The versions between the two, through which the lineage was followed.
    pub through: Vec<String>,
    /// The language compared.
    pub language: Language,
    /// Passages by fate, moved ones counted besides.
    pub tally: Tally,
    /// The passages, in the later version's order; unchanged ones only where they were asked for.
    pub passages: Vec<Change>,
    /// Whether the page shows both texts side by side.
    #[serde(skip)]
    pub side_by_side: bool,
    /// The text with tracked changes, of all passages compared, where it was asked for.
    #[serde(skip)]
    pub manuscript: Option<Manuscript>,
}

/// How many passages met which fate.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Passages by fate.
    pub fates: std::collections::BTreeMap<Fate, usize>,
    /// Passages that moved, whatever else became of them.
    pub moved: usize,
    /// Words put in and taken out.
    pub words: WordCount,
}

/// What became of some passages that belong together.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    /// The passages before.
    pub before: Vec<Cited>,
    /// The passages after.
    pub after: Vec<Cited>,
    /// What became of them.
    pub fate: Fate,
    /// Whether they moved.
    pub moved: bool,
    /// For each version between the two: what stood for them there.
    pub way: Vec<Step>,
    /// Words put in and taken out.
    pub words: WordCount,
    /// The marked-up text.
    pub marks: Vec<Marked>,
}

/// What stood for a passage in a version between two others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The version.
    pub version: String,
    /// The passages in it; none where it was left out of that version.
    pub passages: Vec<Cited>,
}

impl Change {
    /// What became of them in words: `reworded and moved (was [14] D2): 9 words added, 3 struck`.
    pub fn sentence(&self) -> String {
        let mut said = match self.fate {
            Fate::Kept if self.moved => "moved".to_owned(),
            fate if self.moved => format!("{} and moved", fate.word()),
            fate => fate.word().to_owned(),
        };
        match self.fate {
            Fate::Split => said.push_str(&format!(" into {}", cited(&self.after))),
            Fate::Merged => said.push_str(&format!(" from {}", cited(&self.before))),
            Fate::Regrouped => {
                said.push_str(&format!(" from {} into {}", cited(&self.before), cited(&self.after)));
            }
            Fate::Kept | Fate::Reworded if self.before != self.after && !self.before.is_empty() => {
                said.push_str(&format!(" (was {})", cited(&self.before)));
            }
            _ => {}
        }
        if let Some(words) = self.words.sentence().filter(|_| self.fate != Fate::Kept) {
            said.push_str(&format!(": {words}"));
        }
        let passed = self.way.iter().filter(|step| !step.passages.is_empty() && self.fate != Fate::Kept);
        let passed: Vec<String> = passed.map(Step::sentence).collect();
        if !passed.is_empty() {
            said.push_str(&format!("; by way of {}", listed(&passed)));
        }
        // That what is new was not there before goes without saying.
        let missed = self.way.iter().filter(|step| step.passages.is_empty() && self.fate != Fate::Added);
        let missed: Vec<String> = missed.map(|step| format!("the {}", step.version.to_lowercase())).collect();
        if !missed.is_empty() {
            said.push_str(&format!("; not in {}", listed(&missed)));
        }
        said
    }

    /// Whether anything became different.
    pub(super) fn is_one(&self) -> bool {
        self.moved || self.fate != Fate::Kept
    }

    fn margin(&self) -> Vec<Run> {
        let named = if self.after.is_empty() { &self.before } else { &self.after };
        named.first().map(Cited::margin).unwrap_or_default()
    }

    /// The change as a passage of a page: what became of it, then its words.
    pub(super) fn passage(&self) -> Block {
        let named = if self.after.is_empty() { &self.before } else { &self.after };
        let mut body = vec![Run::quiet(self.sentence()), Run::plain("\n")];
        body.extend(Marked::runs(&self.marks));
        let margin = self.margin();
        let item = named.first().is_some_and(|cited| cited.id.level() == Level::Item);
        Block::Passage { margin, body, item }
    }
}

impl Step {
    fn sentence(&self) -> String {
        format!("{} in the {}", cited(&self.passages), self.version.to_lowercase())
    }
}

impl Tally {
    /// Counts some changes.
    pub fn of<'c>(changes: impl IntoIterator<Item = &'c Change>) -> Tally {
        let mut tally = Tally::default();
        for change in changes {
            tally.count(change.fate, change.moved, change.words);
        }
        tally
    }

    /// Counts one change.
    pub fn count(&mut self, fate: Fate, moved: bool, words: WordCount) {
        *self.fates.entry(fate).or_default() += 1;
        self.moved += usize::from(moved);
        self.words.add(words);
    }

    /// `18 kept, 9 reworded, 1 split; 3 moved; 120 words added, 80 struck`.
    pub fn sentence(&self) -> String {
        let fates = Fate::ALL.iter().filter_map(|fate| {
            let count = self.fates.get(fate).filter(|count| **count > 0)?;
            Some(format!("{count} {}", fate.word()))
        });
        let mut said = fates.collect::<Vec<_>>().join(", ");
        if self.moved > 0 {
            said.push_str(&format!("; {} moved", self.moved));
        }
        if let Some(words) = self.words.sentence() {
            said.push_str(&format!("; {words}"));
        }
        said
    }
}

impl Report for RedlineReport {
    fn name(&self) -> &'static str {
        "redline"
    }

    fn manuscript(&self) -> Option<Manuscript> {
        self.manuscript.clone()
    }

    fn document(&self) -> Document {
        let through = match self.through.as_slice() {
            [] => String::new(),
            between => format!(", by way of {}", listed(between).to_lowercase()),
        };
        let mut blocks = vec![Block::Prose(vec![Run::plain(format!(
            "{} compared with {}{through}, in {}. Passages: {}.",
            self.after,
            within_sentence(&self.before),
            self.language,
            self.tally.sentence()
        ))])];
        if self.side_by_side {
            let mut table = Table::new(&["~", &format!("{}*", self.before), &format!("{}*", self.after)]);
            for change in &self.passages {
                table.row(Marked::row(change.margin(), &change.sentence(), &change.marks));
            }
            blocks.push(Block::Table(table));
        } else {
            blocks.extend(self.passages.iter().map(Change::passage));
        }
        let hidden = self.tally.fates.values().sum::<usize>() - self.passages.len();
        if self.passages.is_empty() {
            blocks.push(Block::Prose(vec![Run::plain("Nothing changed.")]));
        } else if hidden > 0 {
            let rest =
                format!("{} without any change not shown (`--all` shows them).", counted(hidden, "passage"));
            blocks.push(Block::Prose(vec![Run::quiet(rest)]));
        }
        self.about.page(format!("{} → {}", self.before, self.after), blocks)
    }
}
