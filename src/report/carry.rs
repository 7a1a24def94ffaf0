//! The answer to "where does each comment stand now?".

use serde::Serialize;

use crate::report::next::placing;
use crate::report::{About, Block, Change, CommentRow, Document, Report, Role, Run, Table, cited};
use crate::text::{counted, listed};

/// Where the comments on earlier versions stand in a later one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CarryReport {
    /// The head.
    pub about: About,
    /// The version they are carried to, as named on screen.
    pub to: String,
    /// How many comments stand how.
    pub tally: std::collections::BTreeMap<&'static str, usize>,
    /// How many wait for a person.
    pub for_a_person: usize,
    /// What left them without a certain place.
    pub because: Vec<Because>,
    /// The comments.
    pub comments: Vec<CommentRow>,
}

/// A change that left comments without a certain place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Because {
    /// The comments, as cited.
    pub comments: Vec<String>,
    /// What became of the passages they speak of.
    pub change: Vec<Change>,
}

impl CarryReport {
    /// The redlines that made them so.
    fn redlines(&self) -> Vec<Block> {
        if self.because.is_empty() {
            return Vec::new();
        }
        let mut blocks = vec![Block::Heading(vec![Run::plain("What left them without a certain place")])];
        for because in &self.because {
            blocks.push(Block::Prose(vec![Run::strong(listed(&because.comments))]));
            blocks.extend(because.change.iter().map(Change::passage));
        }
        blocks
    }
}

impl Report for CarryReport {
    fn name(&self) -> &'static str {
        "carry"
    }

    fn document(&self) -> Document {
        let mut table = Table::new(&["Comment", "Delegation~", "Made on~", "Stands", "Now at~", "Words*"]);
        // The version is said where it is not the same for all.
        let versions: std::collections::BTreeSet<&String> =
            self.comments.iter().map(|row| &row.version).collect();
        for row in &self.comments {
            let made_on = match versions.len() {
                0 | 1 => row.made_on(),
                _ => format!("{} {}", row.version_id, row.made_on()),
            };
            let role = if row.stands.needs_a_person { Role::Warn } else { Role::Plain };
            let words = match (&row.stands.why, row.stands.words.as_slice()) {
                (Some(why), _) => Run::quiet(why),
                (None, []) => Run::quiet("–"),
                (None, words) => {
                    Run::plain(words.iter().map(|w| format!("“{w}”")).collect::<Vec<_>>().join(" "))
                }
            };
            table.row(vec![
                vec![Run::strong(&row.cited_as)],
                vec![Run::plain(&row.delegation_name)],
                vec![Run::plain(made_on)],
                vec![Run::new(role, row.stands.standing)],
                vec![Run::plain(if row.stands.standing == "whole" {
                    "whole text".to_owned()
                } else {
                    cited(&row.stands.passages)
                })],
                vec![words],
            ]);
        }
        let tally: Vec<String> = self.tally.iter().map(|(word, count)| format!("{count} {word}")).collect();
        let mut summary = match tally.is_empty() {
            true => "No comment was made on a version before it.".to_owned(),
            false => format!("{}: {}.", counted(self.tally.values().sum(), "comment"), listed(&tally)),
        };
        if self.for_a_person > 0 {
            let stand = if self.for_a_person == 1 { "stands" } else { "stand" };
            let comments = counted(self.for_a_person, "comment");
            summary.push_str(&format!(" A person has to say where {comments} {stand}."));
        }
        let mut blocks = vec![Block::Prose(vec![Run::plain(summary)])];
        if !table.rows.is_empty() {
            blocks.push(Block::Table(table));
        }
        blocks.extend(self.redlines());
        let from = match versions.iter().next() {
            Some(only) if versions.len() == 1 => format!(" from the {}", only.to_lowercase()),
            _ => String::new(),
        };
        let waits = self.comments.iter().find(|row| row.stands.needs_a_person);
        let place = waits.map(|row| placing(&row.cited_as));
        self.about
            .page(format!("Comments carried{from} to the {}", self.to.to_lowercase()), blocks)
            .then(place)
    }
}
