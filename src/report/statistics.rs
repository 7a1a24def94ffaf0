//! The answer to "how much was said, of what, and what became of the text?".

use serde::Serialize;

use crate::align::Fate;
use crate::comment::RoundId;
use crate::draft::{Language, VersionId};
use crate::report::{
    About, Block, BracketCount, Cell, Cited, Document, Report, RoundFigures, Run, SheetColumn, Spreadsheet,
    Table, Tally, cited,
};
use crate::text::{capital, counted};

/// A workstream in figures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StatisticsReport {
    /// The head.
    pub about: About,
    /// The workstream's short name.
    pub workstream: String,
    /// What it is about.
    pub title: String,
    /// Which comments were counted, in words; empty for all.
    pub selection: String,
    /// The language of the text.
    pub language: Language,
    /// What was received, round by round.
    pub rounds: Vec<ReceivedFigures>,
    /// What was received in all these rounds together.
    pub total: ReceivedFigures,
    /// The versions.
    pub versions: Vec<VersionFigures>,
}

/// What was received, in one round or in several, counted in every way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReceivedFigures {
    /// The round; absent for all together.
    pub round: Option<RoundId>,
    /// The figures that stand on the front page too.
    #[serde(flatten)]
    pub figures: RoundFigures,
    /// Comments of submissions that were taken back.
    pub withdrawn: usize,
    /// Comments of submissions that a later one replaced.
    pub replaced: usize,
    /// Authors by kind of participant.
    pub participants: Vec<Counted>,
    /// Comments by type.
    pub types: Vec<Counted>,
    /// Comments by what they ask.
    pub actions: Vec<Counted>,
    /// Comments by outcome.
    pub outcomes: Vec<Counted>,
    /// Submissions by language.
    pub languages: Vec<Counted>,
    /// Comments by the guiding question they answer.
    pub questions: Vec<Counted>,
    /// Passages by the number of comments that speak of them; items with their paragraph.
    pub passages: Vec<PassageFigures>,
    /// Paragraphs of which nobody spoke.
    pub without_comments: Vec<WithoutComments>,
    /// Comments on the whole text.
    pub whole_text: usize,
    /// Comments whose place a person has to say.
    pub apart: usize,
}

/// Something counted. Whatever was not met at all is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Counted {
    /// What.
    pub name: String,
    /// How often.
    pub count: usize,
}

/// One passage in figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PassageFigures {
    /// The version on which the comments were made.
    pub version: String,
    /// The passage.
    #[serde(flatten)]
    pub cited: Cited,
    /// Comments that speak of it.
    pub comments: usize,
    /// Their authors, each once.
    pub delegations: usize,
    /// Those among the comments that are kept for further discussion.
    pub further: usize,
}

/// The paragraphs of a version of which nobody spoke.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WithoutComments {
    /// The version.
    pub version: String,
    /// The paragraphs.
    pub passages: Vec<Cited>,
}

/// One version in figures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VersionFigures {
    /// Its name on screen.
    pub version: String,
    /// Its short name.
    pub id: VersionId,
    /// Paragraphs.
    pub paragraphs: usize,
    /// List items.
    pub items: usize,
    /// Words, those of headings included.
    pub words: usize,
    /// The version that it continues.
    pub compared_with: Option<String>,
    /// What became of its passages.
    pub tally: Option<Tally>,
    /// Its brackets, where they were asked for.
    pub brackets: Option<BracketCount>,
}

const MEASURE: &str = "A submission is one document of one delegation or group in one round, a comment one point in it (sent \
                       again unchanged, it counts once). Delegations are authors, each once. States covered are the states \
                       among authors, those for whom they spoke, the members of groups and those that aligned themselves, \
                       each once. Late and after the round are submissions; late is counted where \
                       a last day was announced. Answered is what has an outcome other than under consideration. A comment that speaks of \
                       several passages counts for each. Regions are not counted: the schedule states none.";
/// Passages that the page shows.
const MOST: usize = 10;

impl Counted {
    /// So many of something.
    pub fn new(name: impl Into<String>, count: usize) -> Counted {
        Counted { name: name.into(), count }
    }

    /// Those that were met at all.
    pub fn some(counted: impl Iterator<Item = Counted>) -> Vec<Counted> {
        counted.filter(|one| one.count > 0).collect()
    }
}

/// A group of rows: its name, and what it counts of a round.
type Group = (&'static str, fn(&ReceivedFigures) -> &[Counted]);

const GROUPS: [Group; 6] = [
    ("Authors", |round| &round.participants),
    ("Language of submissions", |round| &round.languages),
    ("Type", |round| &round.types),
    ("Asks to", |round| &round.actions),
    ("Outcome", |round| &round.outcomes),
    ("Answers question", |round| &round.questions),
];

impl ReceivedFigures {
    /// The figures that are not counted by anything, each with its name.
    fn plain(&self) -> Vec<(&'static str, String)> {
        let figures = &self.figures;
        let share = match figures.comments {
            0 => "–".to_owned(),
            all => format!("{} ({}%)", figures.answered, figures.answered * 100 / all),
        };
        let late = figures.late.map_or("–".to_owned(), |late| late.to_string());
        let mut plain = vec![
            ("Submissions", figures.submissions.to_string()),
            ("Delegations", figures.delegations.to_string()),
            ("States covered", figures.states_covered.to_string()),
            ("Comments", figures.comments.to_string()),
            ("Answered", share),
            ("Late", late),
            ("After the round", figures.after_the_round.to_string()),
        ];
        plain.extend([
            ("Withdrawn", self.withdrawn.to_string()),
            ("Replaced", self.replaced.to_string()),
            ("On the whole text", self.whole_text.to_string()),
            ("To be placed", self.apart.to_string()),
        ]);
        plain
    }

    fn most_spoken_of(&self) -> Vec<String> {
        let most = self.passages.iter().take(MOST);
        most.map(PassageFigures::sentence).collect()
    }
}

impl PassageFigures {
    /// `[4] A2: 5 comments from 5 delegations`
    pub fn sentence(&self) -> String {
        format!(
            "{}: {} from {}",
            self.cited.both(),
            counted(self.comments, "comment"),
            counted(self.delegations, "delegation")
        )
    }
}

impl StatisticsReport {
    fn columns(&self) -> Vec<&ReceivedFigures> {
        let total = (self.rounds.len() != 1).then_some(&self.total);
        self.rounds.iter().chain(total).collect()
    }

    /// One row a figure, one column a round.
    fn received(&self) -> Table {
        let columns = self.columns();
        let names: Vec<String> = columns.iter().map(|round| format!("{}~", round.figures.title)).collect();
        let mut heads = vec!["Counted"];
        heads.extend(names.iter().map(String::as_str));
        let mut table = Table::new(&heads);
        let plain: Vec<Vec<(&str, String)>> = columns.iter().map(|round| round.plain()).collect();
        for (at, (name, _)) in plain.first().into_iter().flatten().enumerate() {
            let values: Vec<&String> = plain.iter().map(|round| &round[at].1).collect();
            // What nobody met goes without saying, as far as it is no figure that everybody asks for.
            if at > 4 && values.iter().all(|value| *value == "0") {
                continue;
            }
            let mut row: Vec<Cell> = vec![vec![Run::plain(*name)]];
            row.extend(values.into_iter().map(|value| vec![Run::plain(value)]));
            table.row(row);
        }
        for (group, of) in GROUPS.into_iter().filter(|(_, of)| !of(&self.total).is_empty()) {
            let mut head: Vec<Cell> = vec![vec![Run::strong(group)]];
            head.extend(columns.iter().map(|_| Vec::new()));
            table.row(head);
            for one in of(&self.total) {
                let count = |round: &&ReceivedFigures| {
                    let same = of(round).iter().find(|known| same_name(&known.name, &one.name));
                    vec![Run::plain(same.map_or(0, |known| known.count).to_string())]
                };
                let mut row: Vec<Cell> = vec![vec![Run::plain(format!("· {}", one.name))]];
                row.extend(columns.iter().map(count));
                table.row(row);
            }
        }
        table
    }

    /// One row a figure, one column a version.
    fn versions(&self) -> Table {
        let names: Vec<String> = self.versions.iter().map(|one| format!("{}~", one.version)).collect();
        let mut heads = vec!["Text~"];
        heads.extend(names.iter().map(String::as_str));
        let mut table = Table::new(&heads);
        let all: Vec<Vec<(String, String)>> = self.versions.iter().map(VersionFigures::plain).collect();
        for (at, (name, _)) in all.first().into_iter().flatten().enumerate() {
            let values: Vec<&String> = all.iter().map(|version| &version[at].1).collect();
            if values.iter().all(|value| *value == "–" || *value == "0") {
                continue;
            }
            let mut row: Vec<Cell> = vec![vec![Run::strong(name)]];
            row.extend(values.into_iter().map(|value| vec![Run::plain(value)]));
            table.row(row);
        }
        table
    }
}

/// `state` and `states`, as they are counted in different rounds.
fn same_name(one: &str, other: &str) -> bool {
    let stem = |name: &str| name.trim_end_matches('s').replace("groups of", "group of");
    one == other || stem(one) == stem(other)
}

impl VersionFigures {
    fn plain(&self) -> Vec<(String, String)> {
        let tally = self.tally.as_ref();
        let of = |count: Option<usize>| count.map_or("–".to_owned(), |count| count.to_string());
        let mut plain = vec![
            ("Paragraphs".to_owned(), self.paragraphs.to_string()),
            ("List items".to_owned(), self.items.to_string()),
            ("Words".to_owned(), self.words.to_string()),
            ("Compared with".to_owned(), self.compared_with.clone().unwrap_or("–".to_owned())),
        ];
        plain.extend(Fate::ALL.iter().map(|fate| {
            let count = tally.map(|tally| tally.fates.get(fate).copied().unwrap_or_default());
            (format!("Passages {}", fate.word()), of(count))
        }));
        plain.extend([
            ("Passages moved".to_owned(), of(tally.map(|tally| tally.moved))),
            ("Words added".to_owned(), of(tally.map(|tally| tally.words.inserted))),
            ("Words struck".to_owned(), of(tally.map(|tally| tally.words.struck))),
            ("Brackets".to_owned(), of(self.brackets.as_ref().map(|count| count.brackets))),
            ("Alternatives".to_owned(), of(self.brackets.as_ref().map(|count| count.alternatives))),
        ]);
        plain
    }
}

impl Report for StatisticsReport {
    fn name(&self) -> &'static str {
        "statistics"
    }

    fn document(&self) -> Document {
        let selection =
            if self.selection.is_empty() { String::new() } else { format!(", {}", self.selection) };
        let head = format!("{}{selection}. ", capital(&self.title));
        let mut blocks = vec![Block::Prose(vec![Run::plain(head), Run::quiet(MEASURE)])];
        if self.total.figures.submissions == 0 {
            blocks.push(Block::Prose(vec![Run::plain("Nothing was received.")]));
        } else {
            blocks.push(Block::Table(self.received()));
        }
        for round in &self.rounds {
            let most = round.most_spoken_of();
            if most.is_empty() {
                continue;
            }
            let title = format!("Most spoken of, {}", crate::text::within_sentence(&round.figures.title));
            blocks.push(Block::Heading(vec![Run::plain(title)]));
            let mut said = vec![Run::plain(format!("{}.", most.join("; ")))];
            for without in &round.without_comments {
                let count = counted(without.passages.len(), "paragraph");
                let named = format!(
                    " Nobody spoke of {count} of the {}: {}.",
                    crate::text::within_sentence(&without.version),
                    cited(&without.passages)
                );
                said.push(Run::quiet(named));
            }
            blocks.push(Block::Prose(said));
        }
        if !self.versions.is_empty() {
            blocks.push(Block::Heading(vec![Run::plain("Versions")]));
            blocks.push(Block::Table(self.versions()));
            let note = format!(
                "Of the text in {}. What became of passages (title, headings, paragraphs and items) is counted as in \
                 `travaux redline`.",
                self.language
            );
            blocks.push(Block::Prose(vec![Run::quiet(note)]));
        }
        self.about.page(format!("Statistics: {}", self.workstream), blocks)
    }

    fn spreadsheet(&self) -> Option<Spreadsheet> {
        let mut sheet =
            Spreadsheet::new(format!("Statistics: {}", self.workstream), "Statistics", self.about.as_at);
        sheet.above.extend(self.about.notice());
        let columns = [("Of", 30), ("Counted", 30), ("Which", 34), ("Number", 14)];
        sheet.columns =
            columns.into_iter().map(|(heading, width)| SheetColumn::new(heading, width)).collect();
        let mut row = |cells: [&str; 4]| {
            sheet.row(cells.into_iter().map(|cell| vec![Run::plain(cell)]).collect());
        };
        for round in self.columns() {
            let title = round.figures.title.as_str();
            for (name, value) in round.plain() {
                let value = value.split(' ').next().unwrap_or_default().replace('–', "");
                row([title, name, "", &value]);
            }
            for (group, of) in GROUPS {
                of(round).iter().for_each(|one| row([title, group, &one.name, &one.count.to_string()]));
            }
            for passage in &round.passages {
                let which = format!("{} {}", passage.version, passage.cited.both());
                row([title, "Comments on", &which, &passage.comments.to_string()]);
            }
            for without in &round.without_comments {
                for passage in &without.passages {
                    row([title, "Comments on", &format!("{} {}", without.version, passage.both()), "0"]);
                }
            }
        }
        for version in &self.versions {
            for (name, value) in version.plain().into_iter().filter(|(_, value)| value != "–") {
                row([&version.version, &name, "", &value]);
            }
        }
        Some(sheet)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_and_several_of_a_kind_are_one_row() {
        assert!(same_name("state", "states") && same_name("group of states", "groups of states"));
        assert!(!same_name("en", "es") && !same_name("add", "amend"));
    }
}
