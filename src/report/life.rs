//! The answers to "which versions and revisions are there?" and "how did this paragraph come to say this?".

use chrono::NaiveDate;
use serde::Serialize;

use crate::comment::CommentId;
use crate::report::passage::cited;
use crate::report::{About, Block, Change, Cited, Document, Marked, Report, Run, Table};
use crate::text::{counted, ordinal_day};

/// The versions of a workstream and the revisions of their texts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LogReport {
    /// The head.
    pub about: About,
    /// The workstream's title.
    pub workstream: String,
    /// What could not be told: no git, no commits, a shallow clone.
    pub remark: Option<String>,
    /// Versions and revisions, newest first.
    pub rows: Vec<LogRow>,
}

/// A version that was circulated, or a revision of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LogRow {
    /// The day.
    pub on: NaiveDate,
    /// The version, as named on screen.
    pub version: String,
    /// The commit; absent for what only the record says.
    pub commit: Option<String>,
    /// Who committed.
    pub author: Option<String>,
    /// What was done.
    pub what: String,
}

impl Report for LogReport {
    fn name(&self) -> &'static str {
        "log"
    }

    fn document(&self) -> Document {
        let mut table = Table::new(&["Day", "Version~", "Commit", "By~", "What*"]);
        for row in &self.rows {
            let commit = row.commit.as_ref().map_or("–", |commit| &commit[..commit.len().min(8)]);
            table.row(vec![
                vec![Run::plain(row.on.to_string())],
                vec![Run::plain(&row.version)],
                vec![Run::quiet(commit)],
                vec![Run::plain(row.author.as_deref().unwrap_or("–"))],
                vec![Run::plain(&row.what)],
            ]);
        }
        let mut blocks = Vec::new();
        if let Some(remark) = &self.remark {
            blocks.push(Block::Prose(vec![Run::quiet(remark)]));
        }
        blocks.push(Block::Table(table));
        self.about.page(format!("Versions and revisions: {}", self.workstream), blocks)
    }
}

/// The life of one paragraph, newest first.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LifeReport {
    /// The head.
    pub about: About,
    /// The paragraph, as cited in the newest version that has it.
    pub passage: Cited,
    /// What could not be told.
    pub remark: Option<String>,
    /// Each step in which its words or its place in the lineage changed.
    pub steps: Vec<Entered>,
}

/// A step in a paragraph's life.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Entered {
    /// The version in which it happened, as named on screen.
    pub version: String,
    /// The day.
    pub on: Option<NaiveDate>,
    /// The commit; absent for what only the versions say.
    pub commit: Option<String>,
    /// Who committed.
    pub author: Option<String>,
    /// What was done, in the words of the commit.
    pub what: Option<String>,
    /// What changed in the step.
    pub change: Change,
    /// The comments that asked for something here, on the version before.
    pub asked_by: Vec<CommentId>,
}

impl Entered {
    fn sentence(&self) -> String {
        let mut said = self.version.clone();
        if let Some(on) = self.on {
            said.push_str(&format!(", {}", ordinal_day(on)));
        }
        if let Some(author) = &self.author {
            said.push_str(&format!(", {author}"));
        }
        if let Some(commit) = &self.commit {
            said.push_str(&format!(", {}", &commit[..commit.len().min(8)]));
        }
        said
    }
}

impl Report for LifeReport {
    fn name(&self) -> &'static str {
        "life"
    }

    fn document(&self) -> Document {
        let mut blocks = Vec::new();
        if let Some(remark) = &self.remark {
            blocks.push(Block::Prose(vec![Run::quiet(remark)]));
        }
        for step in &self.steps {
            blocks.push(Block::Heading(vec![Run::plain(step.sentence())]));
            if let Some(what) = &step.what {
                blocks.push(Block::Prose(vec![Run::quiet(what)]));
            }
            let named = if step.change.after.is_empty() { &step.change.before } else { &step.change.after };
            let mut body = vec![Run::quiet(step.change.sentence()), Run::plain("\n")];
            body.extend(Marked::runs(&step.change.marks));
            blocks.push(Block::Passage { margin: vec![Run::strong(cited(named))], body, item: false });
            if !step.asked_by.is_empty() {
                let asked: Vec<String> = step.asked_by.iter().map(CommentId::short).collect();
                let said = format!("Asked for in {}: {}.", counted(asked.len(), "comment"), asked.join(", "));
                blocks.push(Block::Prose(vec![Run::plain(said)]));
            }
        }
        self.about.page(format!("The life of {}", self.passage.both()), blocks)
    }
}
