//! The answer to "how much was said, of what, and what became of the text?".

mod received;
mod versions;

use serde::Serialize;

use crate::draft::Language;
use crate::report::{About, Block, Cell, Document, Report, Run, SheetColumn, Spreadsheet, Table, cited};
use crate::text::{capital, counted};
pub use received::{Counted, PassageFigures, ReceivedFigures, WithoutComments};
use received::{GROUPS, same_name};
pub use versions::VersionFigures;

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

const MEASURE: &str = "A submission is one document of one delegation or group in one round, a comment one point in it (sent \
                       again unchanged, it counts once). Delegations are authors, each once. States covered are the states \
                       among authors, those for whom they spoke, the members of groups and those that aligned themselves, \
                       each once. Late and after the round are submissions; late is counted where \
                       a last day was announced. Answered is what has an outcome other than under consideration. A comment that speaks of \
                       several passages counts for each. Regions are not counted: the schedule states none.";
impl StatisticsReport {
    fn columns(&self) -> Vec<&ReceivedFigures> {
        let total = (self.rounds.len() != 1).then_some(&self.total);
        self.rounds.iter().chain(total).collect()
    }

    /// One row a figure, one column a round.
    fn received(&self) -> Table {
        let columns = self.columns();
        let names: Vec<String> = columns.iter().map(|round| format!("{}~", round.figures.title)).collect();
        let mut heads = vec!["Counted~"];
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

impl Report for StatisticsReport {
    fn name(&self) -> &'static str {
        "statistics"
    }

    fn document(&self) -> Document {
        let selection =
            if self.selection.is_empty() { String::new() } else { format!(", {}", self.selection) };
        let head = format!("{}{selection}.", capital(&self.title));
        let mut blocks = vec![Block::Prose(vec![Run::plain(head)])];
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
        blocks.push(Block::Prose(vec![Run::quiet(MEASURE)]));
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
