//! The answer to "how strongly does the text ask, and where did that change?".

mod sheet;

use serde::Serialize;

use crate::draft::Language;
use crate::redline::Direction;
use crate::report::{
    About, Block, Cell, Cited, Document, Marked, Report, Role, Run, Spreadsheet, Table, cited,
};
use crate::text::{Degree, counted, listed, within_sentence};

/// The strength words of some versions, and what became of them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StrengthReport {
    /// The head.
    pub about: About,
    /// The language of the text.
    pub language: Language,
    /// The versions, in their order, with the strength words of each.
    pub versions: Vec<StrengthOfVersion>,
    /// What became of strength words from each version to the next.
    pub steps: Vec<StrengthStep>,
    /// Every passage that has strength words in one of the versions.
    pub passages: Vec<StrengthOfPassage>,
    /// Whether the page shows every passage.
    #[serde(skip)]
    pub all: bool,
}

/// The strength words of one version.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StrengthOfVersion {
    /// The version, as named on screen.
    pub version: String,
    /// Its strength words.
    pub words: Vec<WordOfStrength>,
    /// Words that may or may not say that something is asked of somebody; named, not counted.
    pub not_counted: Vec<WordNotCounted>,
}

/// A strength word, and how often it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WordOfStrength {
    /// The word, with its negation.
    pub word: String,
    /// How strongly it asks.
    pub degree: Degree,
    /// Whether it asks that something not be done.
    pub denied: bool,
    /// How often it stands there.
    pub count: usize,
}

/// A doubtful word, and how often it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WordNotCounted {
    /// The word.
    pub word: String,
    /// How often it stands there.
    pub count: usize,
}

/// What became of strength words from one version to another.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StrengthStep {
    /// The earlier version, as named on screen.
    pub before: String,
    /// The later version.
    pub after: String,
    /// The strength words that became others, came or went in passages that both versions have.
    pub shifts: Vec<StrengthShift>,
    /// Those that came with new passages.
    pub with_new: Vec<WordOfStrength>,
    /// Those that went with deleted passages.
    pub with_deleted: Vec<WordOfStrength>,
}

/// A strength word that became another, came or went.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StrengthShift {
    /// The passages, in the later version.
    pub passages: Vec<Cited>,
    /// Which way it went.
    pub direction: Direction,
    /// What stood there.
    pub before: Option<String>,
    /// What stands there.
    pub after: Option<String>,
    /// The words around it.
    pub around: Vec<Marked>,
}

/// The strength words of one passage in each version.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StrengthOfPassage {
    /// The passage, numbered as in the last version that has it.
    #[serde(flatten)]
    pub cited: Cited,
    /// Its strength words in each version, in their order; absent where the version does not have it.
    pub versions: Vec<Option<Vec<WordOfStrength>>>,
}

const MEASURE: &str = "Counted are words by which the text asks for something, with what denies them (must not); a \
                       word that may also say something else, such as what is merely possible, is named and not \
                       counted. May is counted, though it can say that something is possible.";

impl StrengthShift {
    /// `should → must`
    fn said(&self) -> String {
        match (&self.before, &self.after) {
            (Some(before), Some(after)) => format!("{before} → {after}"),
            (None, Some(after)) => format!("{after} came"),
            (Some(before), None) => format!("{before} went"),
            (None, None) => String::new(),
        }
    }

    fn role(&self) -> Role {
        if self.direction.replaces() { Role::Strong } else { Role::Plain }
    }

    fn row(&self) -> Vec<Cell> {
        let mut around = Marked::runs(&self.around);
        if let Some(first) = around.first_mut() {
            first.text = first.text.trim_start().to_owned();
        }
        if let Some(last) = around.last_mut() {
            last.text = last.text.trim_end().to_owned();
        }
        around.insert(0, Run::quiet("… "));
        around.push(Run::quiet(" …"));
        let word = self.direction.word();
        vec![
            vec![Run::plain(cited(&self.passages))],
            vec![Run::new(self.role(), self.said())],
            vec![Run::plain(word)],
            around,
        ]
    }
}

impl StrengthStep {
    fn blocks(&self, all: bool) -> Vec<Block> {
        let title = format!("{} → {}", self.before, within_sentence(&self.after));
        let mut blocks = vec![Block::Heading(vec![Run::plain(title)])];
        let shown: Vec<&StrengthShift> =
            self.shifts.iter().filter(|shift| all || shift.direction.replaces()).collect();
        if shown.is_empty() {
            let none = "No strength word became another in the passages that both have.";
            blocks.push(Block::Prose(vec![Run::plain(none)]));
        } else {
            let mut table = Table::new(&["Paragraph~", "Word~", "Went", "Where*"]);
            shown.iter().for_each(|shift| table.row(shift.row()));
            blocks.push(Block::Table(table));
        }
        let mut said = Vec::new();
        for (what, direction) in [("came", Direction::Added), ("went", Direction::Dropped)] {
            let count = self.shifts.iter().filter(|shift| shift.direction == direction).count();
            if !all && count > 0 {
                said.push(format!("With other words {what} {} (`--all`).", counted(count, "strength word")));
            }
        }
        let rest =
            [("With new passages came", &self.with_new), ("With deleted passages went", &self.with_deleted)];
        let rest = rest.into_iter().filter(|(_, words)| !words.is_empty());
        said.extend(rest.map(|(what, words)| format!("{what} {}.", in_short(words))));
        if !said.is_empty() {
            blocks.push(Block::Prose(vec![Run::quiet(said.join(" "))]));
        }
        blocks
    }
}

/// `2 must, 1 should not`
fn in_short(words: &[WordOfStrength]) -> String {
    let each: Vec<String> = words.iter().map(|word| format!("{} {}", word.count, word.word)).collect();
    listed(&each)
}

impl StrengthReport {
    fn title(&self) -> String {
        let versions: Vec<String> = self.versions.iter().map(|one| within_sentence(&one.version)).collect();
        format!("Strength words: {}", listed(&versions))
    }

    /// One row a word, one column a version.
    fn table(&self) -> Table {
        let mut heads = vec!["Word~", "Degree~"];
        heads.extend(self.versions.iter().map(|one| one.version.as_str()));
        let mut table = Table::new(&heads);
        let mut known: Vec<(Degree, bool, &str)> = Vec::new();
        for word in self.versions.iter().flat_map(|one| &one.words) {
            let key = (word.degree, word.denied, word.word.as_str());
            if !known.contains(&key) {
                known.push(key);
            }
        }
        known.sort();
        for (degree, denied, name) in known {
            let count = |version: &StrengthOfVersion| {
                let own = version.words.iter().filter(|word| word.word == name && word.degree == degree);
                own.map(|word| word.count).sum::<usize>()
            };
            let degree = if denied { format!("{}, denied", degree.word()) } else { degree.word().to_owned() };
            let mut row = vec![vec![Run::strong(name)], vec![Run::plain(degree)]];
            row.extend(self.versions.iter().map(|version| vec![Run::plain(count(version).to_string())]));
            table.row(row);
        }
        table
    }

    fn by_passage(&self) -> Table {
        let names: Vec<String> = self.versions.iter().map(|one| format!("{}*", one.version)).collect();
        let mut heads = vec!["Paragraph"];
        heads.extend(names.iter().map(String::as_str));
        let mut table = Table::new(&heads);
        for passage in &self.passages {
            let mut row = vec![vec![Run::plain(passage.cited.both())]];
            row.extend(passage.versions.iter().map(|words| {
                vec![match words {
                    None => Run::quiet("not there"),
                    Some(words) if words.is_empty() => Run::quiet("none"),
                    Some(words) => Run::plain(in_short(words)),
                }]
            }));
            table.row(row);
        }
        table
    }

    fn not_counted(&self) -> Option<String> {
        let each = self.versions.iter().filter(|one| !one.not_counted.is_empty()).map(|one| {
            let words: Vec<String> =
                one.not_counted.iter().map(|word| format!("{} {}", word.count, word.word)).collect();
            format!("{} in the {}", words.join(", "), within_sentence(&one.version))
        });
        let each: Vec<String> = each.collect();
        (!each.is_empty()).then(|| format!("Not counted: {}.", each.join("; ")))
    }
}

impl Report for StrengthReport {
    fn name(&self) -> &'static str {
        "strength"
    }

    fn document(&self) -> Document {
        let head = format!("Strength words of the text in {}.", self.language);
        let mut blocks = vec![Block::Prose(vec![Run::plain(head)])];
        let table = self.table();
        if table.rows.is_empty() {
            blocks.push(Block::Prose(vec![Run::plain("None stands there.")]));
        } else {
            blocks.push(Block::Table(table));
        }
        blocks.extend(self.not_counted().map(|said| Block::Prose(vec![Run::quiet(said)])));
        blocks.extend(self.steps.iter().flat_map(|step| step.blocks(self.all)));
        if self.all && !self.passages.is_empty() {
            blocks.push(Block::Heading(vec![Run::plain("By paragraph")]));
            blocks.push(Block::Table(self.by_passage()));
        } else if !self.passages.is_empty() {
            let more = format!(
                "The words of each of {} are shown with `--all`, or where one is named.",
                counted(self.passages.len(), "passage")
            );
            blocks.push(Block::Prose(vec![Run::quiet(more)]));
        }
        blocks.push(Block::Prose(vec![Run::quiet(MEASURE)]));
        self.about.page(self.title(), blocks)
    }

    fn spreadsheet(&self) -> Option<Spreadsheet> {
        Some(sheet::of(self))
    }
}
