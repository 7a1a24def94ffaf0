//! The answer to "put these proposals into the text".

use serde::Serialize;

use crate::draft::Language;
use crate::report::done::written;
use crate::report::{About, Block, Change, Cited, Document, Marked, Report, Role, Run, cited};
use crate::text::{counted, listed, within_sentence};

/// Proposals put into the version being prepared, or what they met there.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AdoptedReport {
    /// The head.
    pub about: About,
    /// The version, as named on screen.
    pub into: String,
    /// Whether anything was written.
    pub written: bool,
    /// Whether it was only to be shown.
    pub dry_run: bool,
    /// The comments whose words stand in the text, or would.
    pub adopted: Vec<Taken>,
    /// The comments for which nothing had to be done.
    pub nothing: Vec<Untouched>,
    /// What met what was changed since; with any, nothing is written.
    pub collisions: Vec<Meeting>,
    /// What changes in the text.
    pub changes: Vec<Change>,
    /// The languages whose texts now wait for translation.
    pub waiting: Vec<Language>,
    /// The files written.
    pub files: Vec<String>,
    /// The commit, where one was made.
    pub commit: Option<String>,
    /// What a person may want to do next.
    pub next: Vec<String>,
}

/// A comment whose words were put in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Taken {
    /// The comment.
    pub comment: String,
    /// Who made it.
    pub delegation: String,
    /// What it asks.
    pub action: &'static str,
    /// The language of the text it went into.
    pub language: Language,
}

/// A comment for which nothing had to be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Untouched {
    /// The comment.
    pub comment: String,
    /// Why.
    pub why: String,
}

/// A comment that meets what was changed since.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Meeting {
    /// The comment.
    pub comment: String,
    /// What it meets, in words.
    pub what: String,
    /// Where.
    pub passages: Vec<Cited>,
    /// The words when the comment was made, as they read now.
    pub now: Vec<Marked>,
    /// The same words, as the comment would have them.
    pub asked: Vec<Marked>,
}

impl Meeting {
    fn blocks(&self) -> Vec<Block> {
        let place =
            if self.passages.is_empty() { String::new() } else { format!("{}: ", cited(&self.passages)) };
        let head = vec![
            Run::strong(&self.comment),
            Run::plain(" "),
            Run::new(Role::Warn, format!("{place}{}", self.what)),
        ];
        let mut blocks = vec![Block::Prose(head)];
        let mut points = Vec::new();
        for (word, marks) in [("changed since: ", &self.now), ("asked for: ", &self.asked)] {
            if !marks.is_empty() {
                let mut runs = vec![Run::quiet(word)];
                runs.extend(Marked::runs(marks));
                points.push(runs);
            }
        }
        if !points.is_empty() {
            blocks.push(Block::List(points));
        }
        blocks
    }
}

impl AdoptedReport {
    fn title(&self) -> String {
        let into = within_sentence(&self.into);
        let names: Vec<&str> = self.adopted.iter().map(|taken| taken.comment.as_str()).collect();
        if !self.collisions.is_empty() {
            let met = match self.collisions.len() {
                1 => format!("{} meets", self.collisions[0].comment),
                many => format!("{} meet", counted(many, "comment")),
            };
            return format!("{met} what was changed since; nothing was written");
        }
        match (names.as_slice(), self.dry_run) {
            ([], _) => format!("Nothing to do in the {into}"),
            (names, true) => format!("{} would go into the {into}", listed(names)),
            (names, false) => format!("{} taken into the {into}", listed(names)),
        }
    }
}

impl Report for AdoptedReport {
    fn name(&self) -> &'static str {
        "adopted"
    }

    fn document(&self) -> Document {
        let mut blocks: Vec<Block> = self.collisions.iter().flat_map(Meeting::blocks).collect();
        let mut points: Vec<Vec<Run>> = Vec::new();
        let would = if self.collisions.is_empty() { "" } else { " would go in:" };
        for taken in &self.adopted {
            points.push(vec![
                Run::strong(&taken.comment),
                Run::plain(format!("{would} {}, {}, in {}", taken.delegation, taken.action, taken.language)),
            ]);
        }
        for one in &self.nothing {
            points.push(vec![Run::strong(&one.comment), Run::plain(format!(" nothing to do: {}", one.why))]);
        }
        if !points.is_empty() {
            blocks.push(Block::List(points));
        }
        blocks.extend(self.changes.iter().map(Change::passage));
        if !self.waiting.is_empty() && !self.adopted.is_empty() && self.collisions.is_empty() {
            let codes: Vec<&str> = self.waiting.iter().map(Language::as_str).collect();
            let wait = if codes.len() == 1 { "waits" } else { "wait" };
            blocks.push(Block::Prose(vec![Run::plain(format!(
                "The text in {} {wait} for translation.",
                listed(&codes)
            ))]));
        }
        blocks.extend(written(&self.files, self.commit.as_ref(), &[]));
        self.about.page(self.title(), blocks).then(self.next.clone())
    }
}
